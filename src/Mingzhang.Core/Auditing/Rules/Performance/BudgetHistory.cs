using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>项目预算变动情况与表中金额相符：当年预算、增减额都与所列各年预算一致。</summary>
public sealed partial class BudgetHistory : IDisclosureRule
{
    // Three times the budget of the next year is a jump that asks for a reason.
    private const decimal Jump = 3m;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0103", "“项目前两年预算及当年预算变动情况”所写的当年预算、增减额与表中金额一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Disclosure.Facts.Year is not { } year)
            yield break;
        var department = context.Disclosure.Statements.Where(s => s.Unit is null or "万元").SelectMany(s => s.Rows).SelectMany(r => r.Cells).Max(c => c.Figure?.Value) ?? 0m;
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal))
        {
            if (form.History is not { } text || form.Budget is not { } budget)
                continue;
            var years = Budgets(text);
            var prior = years.TryGetValue(year - 1, out var before) ? before : (FormAmount?)null;
            if (years.TryGetValue(year, out var said) && !said.Agrees(budget.Value))
            {
                yield return About(context, form, this.Error(FindingKind.TextVsTable, $"“{form.Name}”的变动情况写{year}年预算为{said.Text}，同表项目当年预算是{budget.Text}。"), said.Text, $"{budget.Text}", text);
            }
            else if (prior is { } last)
            {
                var change = budget.Value - last.Value;
                if (Change().Match(text) is { Success: true } match && ProjectForm.Parse(match.Groups["amount"].Value) is { } printed && Agrees(year, match) && !printed.Agrees(Math.Abs(change)))
                    yield return About(context, form, this.Error(FindingKind.Change, $"“{form.Name}”{last.Text}到{budget.Text}相差{Math.Abs(change)}万元，变动情况写{printed.Text}。"), printed.Text, Figure(Math.Abs(change)), text);
                else if (Same().IsMatch(text) && !budget.Agrees(last.Value))
                    yield return About(context, form, this.Error(FindingKind.Change, $"“{form.Name}”由{last.Text}变为{budget.Text}，变动情况却写没有变化。"), Same().Match(text).Value, Figure(change), text);
            }

            foreach (var (at, amount) in years)
            {
                if (at < year && amount.Value > department && department > 0 && years.TryGetValue(at + 1, out var next) && amount.Value > Jump * next.Value)
                    yield return About(context, form, this.Warning(FindingKind.Change, $"“{form.Name}”{at}年预算{amount.Text}超过本部门全年预算，又是{at + 1}年{next.Text}的数倍，疑小数点错位。"), amount.Text, null, text);
            }
        }
    }

    private static bool Agrees(int year, Match match) =>
        match.Groups["base"].Value is "上年" or "去年" or "上年度" || match.Groups["base"].Value.StartsWith((year - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The budgets of each year that a text states.</summary>
    internal static Dictionary<int, FormAmount> Budgets(string text)
    {
        var result = new Dictionary<int, FormAmount>();
        foreach (Match match in YearBudget().Matches(FigureText.Compact(text)))
        {
            if (ProjectForm.Parse(match.Groups["amount"].Value) is { } amount)
                result.TryAdd(int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), amount);
        }

        return result;
    }

    private static string Figure(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture) + "万元";

    private static Finding About(RuleContext context, ProjectForm form, Finding finding, string printed, string? expected, string text) => finding with
    {
        Statement = form.Form.Form,
        Row = form.Name,
        Column = new Disclosures.ColumnPath("项目前两年预算及当年预算变动情况"),
        Quote = PrintedWords.Around(text, Math.Max(0, text.IndexOf(printed, StringComparison.Ordinal)), printed.Length, 20),
        Printed = printed,
        Expected = expected,
        At = PrintedWords.PlaceOf(context.Disclosure, text, form.Form.At),
    };

    [GeneratedRegex("(?<year>20[0-9]{2})年(?!.{0,6}较)[^,，。；;0-9]{0,14}?预算(目标)?数?额?(仍|依然|继续)?(为|是|约)?(?<amount>[0-9][0-9.]*(万元|万|元))")]
    private static partial Regex YearBudget();

    [GeneratedRegex("[较比于](?<base>20[0-9]{2}年|上年度?|去年)[^,，。；;0-9]{0,8}?(增长|增加|减少|下降|降低|调减|调增)了?(?<amount>[0-9][0-9.]*(万元|万))")]
    private static partial Regex Change();

    [GeneratedRegex("[较比与][^,，。；;]{0,10}(无变化|没有变化|持平|一致|相同)")]
    private static partial Regex Same();
}
