using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>自评表的预算数、执行数、执行率与情况说明所写的同一项目相符。</summary>
public sealed partial class NarrativeResults : IDisclosureRule
{
    /// <summary>What the text says of a project: budget, execution, rate.</summary>
    internal sealed record Said(string Name, FormAmount? Initial, FormAmount Budget, FormAmount Executed, Figure? Rate, Disclosures.Paragraph Paragraph, string Text);

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0405", "自评表的预算数、执行数、执行率与情况说明、自评摘要所写的同一项目相符", "《项目支出绩效评价管理办法》财预〔2020〕10号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var said = All(context.Disclosure);
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsSelfEvaluation))
        {
            if (form.Amount("预算数") is { } budget && form.Amount("执行数") is { } executed)
            {
                var rate = form.Field("执行率") is { } text ? FigureText.Parse(text.TrimEnd('%', '％')) : null;
                // A project is known by its budget and a like name, or by both amounts.
                foreach (var each in said.Where(s => s.Budget.Agrees(budget.Value) && (TableProject.Alike(s.Name, form.Name) || s.Executed.Agrees(executed.Value))))
                {
                    if (!each.Executed.Agrees(executed.Value) && !executed.Agrees(each.Executed.Value))
                        yield return Differs(context, form, each, "执行数", executed.Text, each.Executed.Text);
                }

                // The same rate in the form and in the text: the text has it right where it is what the amounts give.
                if (rate is { } printed && said.FirstOrDefault(s => s.Rate is { } told && s.Budget.Agrees(budget.Value) && s.Executed.Agrees(executed.Value) && Math.Abs(printed.Value - told.Value) > Precision.HalfStep(Math.Min(printed.Decimals, told.Decimals))) is { } differs)
                {
                    yield return Differs(context, form, differs, "执行率", form.Field("执行率")!, Text(differs.Rate!.Value) + "%") with
                    {
                        Printed = form.Field("执行率"),
                        Expected = Text(differs.Rate!.Value) + "%",
                        Quote = $"{form.Field("预算数")} {form.Field("执行数")} {form.Field("执行率")}",
                        At = PrintedWords.PlaceOf(context.Disclosure, form.Field("执行率")!, form.Form.At),
                    };
                }
            }

            // What the reasons say of the budget at the beginning of the year.
            if (form.Field("偏差大或目标未完成原因分析") is { } reason && Reason().Match(FigureText.Compact(reason)) is { Success: true } match
                && ProjectForm.Parse(match.Groups["initial"].Value) is { } initial && ProjectForm.Parse(match.Groups["executed"].Value) is { } done
                && said.FirstOrDefault(s => s.Initial is { } first && s.Executed.Agrees(done.Value) && !first.Agrees(initial.Value) && s.Budget.Value != first.Value) is { } other)
            {
                yield return this.Error(FindingKind.TextVsTable, $"自评表的原因分析写年初预算{initial.Text}，“{PrintedWords.LastHeading(other.Paragraph.Section)}”写年初预算{other.Initial!.Text}、全年预算{other.Budget.Text}。").In(
                    form, "偏差大或目标未完成原因分析", "年初预算", PrintedWords.Around(reason, 0, Math.Min(reason.Length, 50), 0), initial.Text, other.Initial!.Text, PrintedWords.PlaceOf(context.Disclosure, reason, form.Form.At));
            }
        }
    }

    /// <summary>The projects the text lists with their budgets and executions.</summary>
    internal static List<Said> All(Disclosures.Disclosure disclosure) => [.. disclosure.Narrative.Select(Read).OfType<Said>()];

    private static Said? Read(Disclosures.Paragraph paragraph)
    {
        var text = FigureText.Compact(Labels.WithoutSpaces(paragraph.Text)).Replace("*", "", StringComparison.Ordinal);
        if (Project().Match(text) is not { Success: true } match || ProjectForm.Parse(match.Groups["budget"].Value) is not { } first || ProjectForm.Parse(match.Groups["executed"].Value) is not { } executed)
            return null;
        var budget = WholeYear().Match(text) is { Success: true } whole && ProjectForm.Parse(whole.Groups["budget"].Value) is { } adjusted ? adjusted : first;
        var rate = match.Groups["rate"].Success ? FigureText.Parse(match.Groups["rate"].Value) : null;
        return new Said(match.Groups["name"].Value, match.Groups["initial"].Success ? first : null, budget, executed, rate, paragraph, match.Value);
    }

    private Finding Differs(RuleContext context, ProjectForm form, Said said, string what, string printed, string told)
    {
        var where = PrintedWords.LastHeading(said.Paragraph.Section);
        return this.Error(FindingKind.TextVsTable, $"“{form.Name}”的{what}自评表是{printed}，“{where}”写{told}。").In(
            form, said.Name, what, said.Text, told, printed, said.Paragraph.At) with
        {
            Section = said.Paragraph.Section,
            Statement = form.Form.Form,
        };
    }

    private static string Text(Figure figure) => figure.Value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?:[(（][0-9]{1,2}[)）]|[0-9]{1,2}[.、．])?(?<name>[^,，。；;]{3,40}?)(?<initial>年初)?(?:全年|调整后|调整)?预算(?:数|资金|金额)?(?:为|是)?(?<budget>[0-9][0-9.]*万元).{0,80}?执行数(?:为|是)?(?<executed>[0-9][0-9.]*万元)(?:[,，].{0,6}?执行率(?:为|是|达)?(?<rate>[0-9][0-9.]*)[%％])?")]
    private static partial Regex Project();

    [GeneratedRegex("(?:全年|调整后|调整)预算(?:数|资金|金额)?(?:为|是)?(?<budget>[0-9][0-9.]*万元)")]
    private static partial Regex WholeYear();

    [GeneratedRegex("年初预算(?:数|资金|金额)?(?:为|是)?(?<initial>[0-9][0-9.]*万元?).{0,30}?(?:执行数|发生数|支出数|实际支出)(?:为|是)?(?<executed>[0-9][0-9.]*万元?)")]
    private static partial Regex Reason();
}
