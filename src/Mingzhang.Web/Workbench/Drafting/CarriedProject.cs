using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Web.Workbench.Drafting;

/// <summary>A project of last year with everything about it (项目沿用): one click brings it into this year's draft.</summary>
internal static class CarriedProject
{
    private const string Code = "编码", Project = "项目编码", Lines = "预算支出";

    // What is known of a project besides its own record and its money.
    private static readonly string[] About = ["项目用途", "项目测算", Lines, "绩效目标", "绩效指标", "绩效填报", "绩效资金"];

    // What was true of last year only.
    private static readonly string[] Past = ["实际", "得分", "前年", "上年"];

    /// <summary>Last year's projects that this year's draft has not.</summary>
    public static IReadOnlyList<(string Code, string Name, string Unit, long Fen)> Open(IReadOnlyList<SheetRecord> last, IEnumerable<string> present)
    {
        var here = present.ToHashSet(StringComparer.Ordinal);
        return [.. last.Where(r => r.Sheet == "项目" && !here.Contains(r.Cells.GetValueOrDefault(Code, "")))
            .Select(r => (r.Cells.GetValueOrDefault(Code, ""), r.Cells.GetValueOrDefault("名称", ""), r.Cells.GetValueOrDefault("单位代码", ""), SumOf(last, r.Cells.GetValueOrDefault(Code, ""))))];
    }

    /// <summary>The records of a project, by sheet; empty when last year had none of the code.</summary>
    public static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Records(IReadOnlyList<SheetRecord> last, string code, int year)
    {
        var records = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal);
        if (last.FirstOrDefault(r => r.Sheet == "项目" && r.Cells.GetValueOrDefault(Code) == code) is not { } project)
            return records;
        records["项目"] = [project.Cells];
        foreach (var sheet in About)
        {
            var of = last.Where(r => r.Sheet == sheet && r.Cells.GetValueOrDefault(Project) == code).Select(r => (IReadOnlyDictionary<string, string>)r.Cells.Where(c => !Past.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal)).ToList();
            // Last year's budget becomes a year of its history.
            var before = (year - 1).ToString(CultureInfo.InvariantCulture);
            if (sheet == "绩效资金" && !of.Exists(r => r.GetValueOrDefault("年度") == before))
                of.Add(new Dictionary<string, string>(StringComparer.Ordinal) { [Project] = code, ["年度"] = before, ["预算数(元)"] = FenText.Format(SumOf(last, code)) });
            if (of.Count > 0)
                records[sheet] = of;
        }

        return records;
    }

    private static long SumOf(IReadOnlyList<SheetRecord> last, string code) =>
        last.Where(r => r.Sheet == Lines && r.Cells.GetValueOrDefault(Project) == code).Sum(r => FenText.TryParse(r.Cells.GetValueOrDefault("金额(元)", ""), out var fen, out _) ? fen : 0);
}
