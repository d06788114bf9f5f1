using System.Text.RegularExpressions;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Workbench;

/// <summary>How exports of the integrated budget system head their columns and word their values (一体化导出.yaml).</summary>
/// <param name="Headers">Our column and the headers that mean it.</param>
/// <param name="Values">Our column, and what a value of the export means.</param>
public sealed partial record ExportColumns(IReadOnlyDictionary<string, IReadOnlyList<string>> Headers, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Values)
{
    /// <summary>Name of the file.</summary>
    public const string File = "一体化导出.yaml";

    /// <summary>Columns without which a line cannot be made.</summary>
    public static IReadOnlyList<string> Needed { get; } = ["项目编码", "功能科目", "经济科目", "资金来源", "金额(元)"];

    /// <summary>Name of the file about exports of accounting and treasury systems.</summary>
    public const string EntriesFile = "执行导入.yaml";

    /// <summary>Columns without which an entry of the execution cannot be made; the amount may stand in a column for each side.</summary>
    public static IReadOnlyList<string> NeededOfEntries { get; } = ["日期", "凭证号", "功能科目", "资金来源", "金额(元)"];

    /// <summary>Name of the file about lists of subjects of assistance.</summary>
    public const string IdentitiesFile = "救助身份导入.yaml";

    /// <summary>Columns without which an identity cannot be made.</summary>
    public static IReadOnlyList<string> NeededOfIdentities { get; } = ["人员编号", "救助对象", "生效日期"];

    /// <summary>Name of the file about settlements of medical bills.</summary>
    public const string SettlementsFile = "救助结算导入.yaml";

    /// <summary>Columns without which a settlement cannot be made.</summary>
    public static IReadOnlyList<string> NeededOfSettlements { get; } =
        ["人员编号", "结算编号", "医疗类别", "机构代码", "开始日期", "结束日期", "结算日期", "医疗总费用", "政策范围内费用", "基本医保支付", "大病保险支付"];

    /// <summary>Name of the file about what banks return after a batch of payments.</summary>
    public const string BankReturnsFile = "银行回盘导入.yaml";

    /// <summary>Columns without which a result of a payment cannot be made.</summary>
    public static IReadOnlyList<string> NeededOfBankReturns { get; } = ["序号", "金额", "结果"];

    /// <summary>Name of the file about details of settlements.</summary>
    public const string ClaimsFile = "费用明细导入.yaml";

    /// <summary>Columns without which a line of a settlement's detail cannot be made.</summary>
    public static IReadOnlyList<string> NeededOfClaims { get; } = ["结算编号", "人员编号", "机构代码", "医疗类别", "开始日期", "结束日期", "费用日期", "项目名称", "数量", "单价", "金额"];

    /// <summary>Name of the file about lists of designated institutions.</summary>
    public const string InstitutionsFile = "定点机构导入.yaml";

    /// <summary>Columns without which an institution cannot be made.</summary>
    public static IReadOnlyList<string> NeededOfInstitutions { get; } = ["机构编码", "机构名称", "类别", "协议开始"];

    /// <summary>Reads the file about exports of the budget system.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ExportColumns Read(string text, ICollection<DataMistake> mistakes) => Read(text, File, Needed, mistakes);

    /// <summary>Reads the file about exports of accounting and treasury systems.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ExportColumns ReadEntries(string text, ICollection<DataMistake> mistakes) => Read(text, EntriesFile, NeededOfEntries, mistakes);

    /// <summary>Reads the file about lists of subjects of assistance.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ExportColumns ReadIdentities(string text, ICollection<DataMistake> mistakes) => Read(text, IdentitiesFile, NeededOfIdentities, mistakes);

    /// <summary>Reads the file about settlements of medical bills.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ExportColumns ReadSettlements(string text, ICollection<DataMistake> mistakes) => Read(text, SettlementsFile, NeededOfSettlements, mistakes);

    /// <summary>Reads the file about what banks return.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ExportColumns ReadBankReturns(string text, ICollection<DataMistake> mistakes) => Read(text, BankReturnsFile, NeededOfBankReturns, mistakes);

    /// <summary>Reads the file about details of settlements.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ExportColumns ReadClaims(string text, ICollection<DataMistake> mistakes) => Read(text, ClaimsFile, NeededOfClaims, mistakes);

    /// <summary>Reads the file about lists of designated institutions.</summary>
    /// <param name="text">Content of the file.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ExportColumns ReadInstitutions(string text, ICollection<DataMistake> mistakes) => Read(text, InstitutionsFile, NeededOfInstitutions, mistakes);

    private static ExportColumns Read(string text, string file, IReadOnlyList<string> columns, ICollection<DataMistake> mistakes)
    {
        var root = YamlFile.Parse(text, file, mistakes);
        var headers = (root?["栏"] as DataMap)?.Entries.ToDictionary(
            e => e.Key, e => (IReadOnlyList<string>)[.. ((e.Value as DataList)?.Items ?? []).OfType<DataScalar>().Select(s => Plain(s.Value ?? ""))], StringComparer.Ordinal) ?? [];
        var values = (root?["值"] as DataMap)?.Entries.ToDictionary(
            e => e.Key,
            e => (IReadOnlyDictionary<string, string>)((e.Value as DataMap)?.Entries ?? []).ToDictionary(v => v.Key, v => (v.Value as DataScalar)?.Value ?? "", StringComparer.Ordinal),
            StringComparer.Ordinal) ?? [];
        foreach (var needed in columns.Where(n => !headers.ContainsKey(n)))
            mistakes.Add(new DataMistake(file, 1, 1, $"“栏”里缺“{needed}”。"));
        return new ExportColumns(headers, values);
    }

    /// <summary>The same with headers that an office has explained.</summary>
    /// <param name="explained">Header and our column.</param>
    public ExportColumns With(IEnumerable<KeyValuePair<string, string>> explained)
    {
        var headers = Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.Ordinal);
        foreach (var (header, column) in explained.Where(e => headers.ContainsKey(e.Value)))
        {
            // What the office says of a header takes the place of what we thought it was.
            foreach (var each in headers.Keys.ToList())
                headers[each] = [.. headers[each].Where(h => h != Plain(header))];
            headers[column] = [.. headers[column], Plain(header)];
        }

        return this with { Headers = headers };
    }

    /// <summary>Our column for a header; null when none is known.</summary>
    public string? ColumnOf(string header)
    {
        var plain = Plain(header);
        return Headers.FirstOrDefault(h => h.Value.Contains(plain)).Key;
    }

    /// <summary>A header without blanks and remarks in brackets: they do not change what it means.</summary>
    public static string Plain(string header) => Remarks().Replace(header, "");

    [GeneratedRegex(@"\s+|[（(\[【][^）)\]】]*[）)\]】]|[*＊:：]")]
    private static partial Regex Remarks();
}
