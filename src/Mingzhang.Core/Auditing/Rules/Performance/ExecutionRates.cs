using System.Globalization;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>执行率等于执行数除以预算数。</summary>
public sealed class ExecutionRates : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0401", "执行率等于执行数÷预算数，带百分号", "《项目支出绩效评价管理办法》财预〔2020〕10号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = ProjectForm.All(context.Disclosure);
        var signed = forms.Count(f => f.Field("执行率")?[^1] is '%' or '％');
        foreach (var form in forms)
        {
            if (form.Field("执行率") is { } bare && signed > 0 && FigureText.Parse(bare) is { Value: > 1m })
            {
                yield return this.Error(FindingKind.Unit, $"{form.Called()}的执行率写“{bare}”，缺百分号，其他{signed}张表都有。").In(
                    form, "", "执行率", $"{form.Field("预算数")} {form.Field("执行数")} {bare} {form.Field("得分")}", bare, bare + "%", PrintedWords.PlaceOf(context.Disclosure, bare, form.Form.At));
            }

            var rows = form.Years.Select(y => new RatedRow($"{y.Year}年", y.Budget, y.Executed, y.Rate)).Append(new RatedRow("", form.Amount("预算数"), form.Amount("执行数"), form.Field("执行率")));
            foreach (var (year, budget, executed, rate) in rows)
            {
                if (budget is not { Value: > 0 } base0 || executed is not { } done || rate is null || FigureText.Parse(rate.TrimEnd('%', '％')) is not { } printed)
                    continue;
                if (Within(base0, done, printed, 2))
                    continue;
                // The amounts may have been rounded further than the rate was computed from.
                var own = Within(base0, done, printed, 0);
                var right = Precision.Round(done.Value / base0.Value * 100m, Math.Max(printed.Decimals, 2)).ToString(CultureInfo.InvariantCulture) + "%";
                var message = $"“{form.Name}”{year}执行率写{rate}，{done.Text}÷{base0.Text}＝{right}。";
                yield return (own ? this.Warning(FindingKind.Percentage, message) : this.Error(FindingKind.Percentage, message)) with
                {
                    Statement = form.Form.Form,
                    Row = $"{form.Name}{(year.Length > 0 ? "/" + year : "")}",
                    Column = new Disclosures.ColumnPath("执行率"),
                    Quote = $"{base0.Text} {done.Text} {rate}",
                    Printed = rate,
                    Expected = right,
                    Arithmetic = $"{done.Text} ÷ {base0.Text} = {right}",
                    At = PrintedWords.PlaceOf(context.Disclosure, rate, form.Form.At),
                };
            }
        }
    }

    // Some choice inside the intervals of both amounts gives the printed rate; whole percents are rounded wider.
    private static bool Within(FormAmount budget, FormAmount executed, Figure rate, int least)
    {
        var (b, e) = (Precision.HalfStep(Math.Max(budget.Decimals, least)), Precision.HalfStep(Math.Max(executed.Decimals, least)));
        var half = Precision.HalfStep(rate.Decimals);
        var low = Math.Max(0m, executed.Value - e) / (budget.Value + b) * 100m;
        var high = budget.Value - b <= 0m ? decimal.MaxValue : (executed.Value + e) / (budget.Value - b) * 100m;
        return rate.Value + half >= low && rate.Value - half <= high;
    }

    // A row with a budget, what was executed of it, and the printed rate.
    private sealed record RatedRow(string Year, FormAmount? Budget, FormAmount? Executed, string? Rate);
}
