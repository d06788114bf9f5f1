using System.Globalization;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>测算算得通：测算依据中的标准、数量相乘等于所写金额，各项之和等于明细金额。</summary>
public sealed class Calculations : IDisclosureRule
{
    // A product this near to the stated sum was meant to give it; farther off, something unsaid enters.
    private const decimal Near = 0.02m;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0104", "测算依据中标准×数量等于所写金额，各项之和等于明细测算的金额", "《预算法》第三十二条");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal))
        {
            foreach (var line in form.Details)
            {
                if (line.Basis is not { } basis)
                    continue;
                var calculations = CalculationText.Read(basis);
                foreach (var each in calculations)
                {
                    if (each.Computed() is not { } computed || each.Result is not { } result)
                        continue;
                    var off = Math.Abs(computed - result);
                    if (off <= Math.Max(Precision.HalfStep(Math.Max(each.ResultDecimals, 0)), each.ResultDecimals < 0 ? 5000m : 0m) * 2 || off > Near * result)
                        continue;
                    yield return About(context, form, line, this.Error(FindingKind.Logic, $"“{each.Text}”：按所写标准和数量算得{Yuan(computed)}，与所写的{Yuan(result)}不符。"), each.Text, Yuan(result), Yuan(computed)) with
                    {
                        Arithmetic = $"{string.Join(" × ", each.Factors.Select(f => f.ToString("0.######", CultureInfo.InvariantCulture)))}（×月数等未写明的因数） = {Yuan(computed)}",
                    };
                }

                var sums = calculations.Where(c => c.Result is not null).ToList();
                if (sums.Count == 0 || line.Amount is not { } amount)
                    continue;
                var total = sums.Sum(c => c.Result!.Value);
                // “…共91万元” at the end sums up the clauses before it.
                var last = sums[^1].Result!.Value;
                var stated = sums.Count > 1 && (last == total - last || sums[^1].Text.Contains('共', StringComparison.Ordinal) || sums[^1].Text.Contains("合计", StringComparison.Ordinal)) ? last : total;
                var tenThousands = stated / 10000m;
                // Hundredths of 万元 may be cut off instead of rounded.
                if (Math.Abs(tenThousands - amount.Value) <= Precision.HalfStep(Math.Min(amount.Decimals, 2)) * (amount.Decimals < 2 ? 1 : 2))
                    continue;
                var expected = Precision.Round(tenThousands, 2).ToString("0.00", CultureInfo.InvariantCulture);
                yield return About(context, form, line, this.Error(FindingKind.Logic, $"测算依据算得{expected}万元（{Yuan(stated)}），金额列为{amount.Text}万元，相差{Math.Abs(tenThousands - amount.Value).ToString("0.##", CultureInfo.InvariantCulture)}万元。"), basis, amount.Text, expected) with
                {
                    Arithmetic = $"{string.Join(" + ", sums.Select(s => Yuan(s.Result!.Value)))} = {Yuan(total)}",
                };
            }
        }
    }

    private static string Yuan(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "元";

    private static Finding About(RuleContext context, ProjectForm form, DetailLine line, Finding finding, string quote, string printed, string expected) => finding with
    {
        Statement = form.Form.Form,
        Row = $"{form.Name}/项目支出明细测算/{line.Key}",
        Column = new Disclosures.ColumnPath("测算依据及说明"),
        Quote = quote,
        Printed = printed,
        Expected = expected,
        At = PrintedWords.PlaceOf(context.Disclosure, quote, form.Form.At),
    };
}
