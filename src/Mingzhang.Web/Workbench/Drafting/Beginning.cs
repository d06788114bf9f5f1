using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Web.Workbench.Drafting;

/// <summary>What the draft of a new year begins with (新年度的起点): the units of the office, and what can be carried over from last year.</summary>
internal static class Beginning
{
    private const string Units = "单位", Comparatives = "上年数", Last = "上年数(元)", Reason = "增减原因", Indicators = "绩效指标";

    // What was true of last year only.
    private static readonly string[] NotCarried = [Units, Comparatives, "结转结余", "绩效监测", "偏差原因", "绩效结果应用"];

    /// <summary>The records of each sheet.</summary>
    /// <param name="units">The units of the office.</param>
    /// <param name="last">Last year's records; empty to begin with nothing.</param>
    /// <param name="sheets">The sheets of a draft.</param>
    public static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Sheets(IReadOnlyList<BudgetUnit> units, IReadOnlyList<SheetRecord> last, IReadOnlyList<SheetDescription> sheets)
    {
        var start = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal)
        {
            [Units] = [.. units.Select(u => Cells(("代码", u.Code), ("名称", u.Name), ("上级代码", u.ParentCode), ("性质", u.Nature)))],
        };
        foreach (var sheet in sheets.Where(s => !NotCarried.Contains(s.Name)))
            start[sheet.Name] = [.. last.Where(r => r.Sheet == sheet.Name).Select(r => r.Cells)];
        start[Indicators] = [.. last.Where(r => r.Sheet == Indicators).Select(r => Aged(r.Cells))];
        // The reasons are last year's; what is compared with has to be filled in from what was published.
        start[Comparatives] = [.. last.Where(r => r.Sheet == Comparatives).Select(r => Cells([.. r.Cells.Where(c => c.Key is not (Last or Reason)).Select(c => (c.Key, (string?)c.Value))]))];
        return start;
    }

    // What was reached last year stands beside this year's target; what was reached this year nobody knows yet.
    private static Dictionary<string, string> Aged(IReadOnlyDictionary<string, string> cells) =>
        Cells([.. cells.Where(c => c.Key is not ("前年" or "上年" or "实际" or "得分")).Select(c => (c.Key, (string?)c.Value)), ("前年", cells.GetValueOrDefault("上年")), ("上年", cells.GetValueOrDefault("实际"))]);

    private static Dictionary<string, string> Cells(params (string Name, string? Text)[] cells) =>
        cells.Where(c => !string.IsNullOrEmpty(c.Text)).ToDictionary(c => c.Name, c => c.Text!, StringComparer.Ordinal);
}
