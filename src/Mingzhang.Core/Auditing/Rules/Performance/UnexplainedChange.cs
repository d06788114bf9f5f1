using System.Text.RegularExpressions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>项目预算增减说明原因。</summary>
public sealed partial class UnexplainedChange : IDisclosureRule
{
    // Changes below this part of the earlier budget need no word.
    private const decimal Large = 0.2m;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0115", "“项目前两年预算及当年预算变动情况”所写预算增减20%以上的，说明原因");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var found = ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal).Select(f => new { Form = f, Before = Before(f, context.Disclosure.Facts.Year) })
            .Where(f => f.Before is { Value: > 0m } before && f.Form.Budget is { } now && Math.Abs(now.Value - before.Value) >= Large * before.Value).ToList();
        if (found.Count == 0)
            yield break;
        var (first, text) = (found[0].Form, found[0].Form.History!);
        yield return this.Warning(FindingKind.Change, $"{found.Count}个项目预算变动较大，没有说明原因：{string.Join("、", found.Select(f => $"“{f.Form.Name}”{f.Before!.Text}→{f.Form.Budget!.Text}"))}。").In(
            first, "项目前两年预算及当年预算变动情况", "项目前两年预算及当年预算变动情况", text, found[0].Before!.Text, "增减的原因", PrintedWords.PlaceOf(context.Disclosure, text, first.Form.At));
    }

    // The budget of the year before that a text names without a reason; the text must also name this year's.
    private static FormAmount? Before(ProjectForm form, int? year)
    {
        if (form.History is not { } text || form.Budget is not { } budget || Reason().IsMatch(text) || !Change().IsMatch(text))
            return null;
        if (year is { } now && BudgetHistory.Budgets(text).TryGetValue(now - 1, out var said))
            return said;
        var amounts = Amount().Matches(FigureText.Compact(text)).Select(m => ProjectForm.Parse(m.Value)).OfType<FormAmount>().ToList();
        return amounts is [var before, var after] && after.Agrees(budget.Value) ? before : null;
    }

    [GeneratedRegex("[0-9][0-9.]*(万元|万)")]
    private static partial Regex Amount();

    [GeneratedRegex("调增|调减|增加|增长|减少|下降|压减|核减|降低")]
    private static partial Regex Change();

    [GeneratedRegex("因|由于|主要|根据|按照|为了|依据|用于|新增[^0-9]|要求|需要|政策|纳入|结转|组成|合并|拆分")]
    private static partial Regex Reason();
}
