using System.Globalization;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Performance;

/// <summary>The budgets after adjustment by which final accounts evaluate projects (调整后预算数), as rows of 绩效资金.</summary>
internal static class AdjustedBudgets
{
    /// <summary>The sheet they belong to.</summary>
    public const string Sheet = "绩效资金";

    private const string Project = "项目编码", Item = "事项", Year = "年度", Budget = "预算数(元)";

    /// <summary>A row for the department and for each project with indicators, where nobody recorded one.</summary>
    /// <param name="lines">Lines of the year's books.</param>
    /// <param name="year">年度.</param>
    /// <param name="records">Records of the year's budget.</param>
    public static IEnumerable<IReadOnlyDictionary<string, string>> Of(IReadOnlyList<LineBalance> lines, int year, IReadOnlyList<DraftRecord> records)
    {
        var word = year.ToString(CultureInfo.InvariantCulture);
        var spent = lines.Where(l => l.Key.Flow == Flow.Expenditure).ToList();
        foreach (var code in records.Where(r => r.Sheet == "绩效指标").Select(r => r[Project]).Distinct(StringComparer.Ordinal))
        {
            var own = spent.Where(l => code.Length == 0 || l.Key.ProjectCode == code).ToList();
            if (own.Count == 0 || records.Any(r => r.Sheet == Sheet && r[Project] == code && r[Item].Length == 0 && r[Year] == word))
                continue;
            yield return new Dictionary<string, string>(StringComparer.Ordinal) { [Project] = code, [Year] = word, [Budget] = FenText.Format(own.Sum(l => l.WholeFen)) };
        }
    }
}
