using System.Globalization;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Execution;

/// <summary>Names of the columns of an entry (执行记录各栏), and an entry as the texts of its cells.</summary>
public static class EntryCells
{
    /// <summary>事项.</summary>
    public const string Kind = "事项";

    /// <summary>日期.</summary>
    public const string Date = "日期";

    /// <summary>凭证号.</summary>
    public const string Voucher = "凭证号";

    /// <summary>单位代码.</summary>
    public const string Unit = "单位代码";

    /// <summary>项目编码.</summary>
    public const string Project = "项目编码";

    /// <summary>支出类别.</summary>
    public const string Category = "支出类别";

    /// <summary>功能科目.</summary>
    public const string Function = "功能科目";

    /// <summary>经济科目.</summary>
    public const string Economic = "经济科目";

    /// <summary>资金来源.</summary>
    public const string Fund = "资金来源";

    /// <summary>资金年度.</summary>
    public const string Year = "资金年度";

    /// <summary>金额(元).</summary>
    public const string Amount = "金额(元)";

    /// <summary>借方(元), in exports with a column for each side.</summary>
    public const string Debit = "借方(元)";

    /// <summary>贷方(元), in exports with a column for each side.</summary>
    public const string Credit = "贷方(元)";

    /// <summary>收款人类别.</summary>
    public const string Payee = "收款人类别";

    /// <summary>对方单位.</summary>
    public const string Counterpart = "对方单位";

    /// <summary>采购品目, of payments of government procurement.</summary>
    public const string Procured = "采购品目";

    /// <summary>摘要.</summary>
    public const string Summary = "摘要";

    /// <summary>The columns that a form shows, in their order.</summary>
    public static IReadOnlyList<string> Shown { get; } = [Kind, Date, Voucher, Unit, Project, Category, Function, Economic, Fund, Year, Amount, Payee, Counterpart, Procured, Summary];

    /// <summary>The cells of an entry; what is empty is not there.</summary>
    public static IReadOnlyDictionary<string, string> Of(ExecutionEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var line = entry.Line;
        string[] texts =
        [
            entry.Kind.ChineseName(), entry.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), entry.Voucher, line.UnitCode, line.ProjectCode, line.Category, line.FunctionCode, line.EconomicCode,
            line.Fund, line.Year.ChineseName(), FenText.Format(entry.Fen), entry.PayeeKind ?? "", entry.Counterpart ?? "", entry.Procured ?? "", entry.Summary,
        ];
        return Shown.Zip(texts).Where(c => c.Second.Length > 0).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal);
    }
}

/// <summary>A row of a file or form and the entry it says (来行).</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Cells">Its cells, column to text.</param>
/// <param name="Entry">The entry; null when the cells say none.</param>
/// <param name="Problem">Why they say none, in Chinese; null when they do.</param>
public sealed record IncomingRow(int Row, Func<IReadOnlyDictionary<string, string>> Cells, ExecutionEntry? Entry, string? Problem);
