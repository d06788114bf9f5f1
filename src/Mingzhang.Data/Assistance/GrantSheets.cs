using System.Globalization;
using CsvHelper;
using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Statements;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Assistance;

/// <summary>The sheets that a run of the calculation gives (核定表): what is granted, what is doubtful, what differs. What is granted is read again as what was granted.</summary>
public static class GrantSheets
{
    private const string Id = "结算编号", Policy = "政策版本", Subject = "救助对象", Eligible = "政策范围内个人自付(元)", Amount = "核定金额(元)";

    private static readonly ExportColumns Columns = new(
        new[] { Id, Policy, Subject, Eligible, Amount }.ToDictionary(c => c, c => (IReadOnlyList<string>)[ExportColumns.Plain(c)], StringComparer.Ordinal),
        new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal));

    /// <summary>What is granted: a line a settlement.</summary>
    public static byte[] Grants(IEnumerable<PersonResult> results) => Write(
        ["人员编号", Id, "结束日期", Policy, Subject, Eligible, "计入起付标准(元)", "救助基数(元)", "其中：倾斜救助(元)", Amount, "救助后个人负担(元)", "说明"],
        results.SelectMany(r => r.Assessments.Select(a => (IReadOnlyList<string>)
        [
            r.File.Person, a.Settlement.Id, Day(a.Settlement.To), a.Policy?.Id ?? "", a.Benefit?.Subject ?? "", Yuan(a.Settlement.Eligible), Yuan(a.DeductibleTaken), Yuan(a.Base), Yuan(a.Tilted), Yuan(a.Amount),
            Yuan(a.Remaining), StatementWriter.Write(a).Conclusion,
        ])));

    /// <summary>Doubts: a line each.</summary>
    public static byte[] Concerns(IEnumerable<PersonResult> results) => Write(
        ["人员编号", Id, "处理", "疑点"],
        results.SelectMany(r => r.Concerns.Select(c => (IReadOnlyList<string>)[r.File.Person, c.SettlementId, c.Stops ? "停付" : "转人工复核", c.Message])));

    /// <summary>Differences from what was granted before: a line each.</summary>
    public static byte[] Differences(IEnumerable<PersonResult> results) => Write(
        ["人员编号", Id, "已核定(元)", "应核定(元)", "补付或追回(元)", "原因"],
        results.SelectMany(r => r.Differences.Select(d => (IReadOnlyList<string>)[r.File.Person, d.SettlementId, Yuan(d.Granted), Yuan(d.Due), Yuan(d.Amount), Word(d.Reason)])));

    /// <summary>The reason of a difference in the office's words.</summary>
    public static string Word(ChangeReason reason) => reason switch
    {
        ChangeReason.New => "新增结算",
        ChangeReason.Reversed => "原结算已冲正",
        ChangeReason.Identity => "身份变化",
        ChangeReason.Policy => "政策更正",
        ChangeReason.Bill => "费用或其他支付更正",
        ChangeReason.Order => "前面的结算变化，起付或限额余额随之变化",
        _ => throw new InvalidOperationException($"没有“{reason}”的说法。"),
    };

    /// <summary>Reads what was granted.</summary>
    internal static IEnumerable<Booking> Read(RawSheet sheet, List<IntakeMistake> mistakes)
    {
        if (HeadedRows.Find(sheet, Columns, [Id, Eligible, Amount], mistakes) is not { } rows)
            yield break;
        foreach (var row in rows.Rows)
        {
            var (id, eligible, amount) = (rows.Text(row, Id), FigureText.Parse(rows.Text(row, Eligible)), FigureText.Parse(rows.Text(row, Amount)));
            if (id.Length == 0)
                rows.Mistake(row, Id, "未填，此项必填。");
            if (eligible is null)
                rows.Mistake(row, Eligible, "不是数字。");
            if (amount is null)
                rows.Mistake(row, Amount, "不是数字。");
            if (id.Length > 0 && eligible is { } left && amount is { } granted)
                yield return new Booking(id, Filled(rows.Text(row, Policy)), Filled(rows.Text(row, Subject)), left.Value, granted.Value);
        }
    }

    private static string? Filled(string text) => text.Length > 0 ? text : null;

    private static byte[] Write(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\n" }))
        {
            foreach (var row in rows.Prepend(header))
            {
                foreach (var cell in row)
                    writer.WriteField(cell);
                writer.EndRecord();
            }
        }

        return stream.ToArray();
    }

    private static string Yuan(decimal amount) => amount.ToString("F2", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
