using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>A calculation written in words (测算依据), e.g. “70元/人，300人参保，需21000元”: factors and the sum they give.</summary>
/// <param name="Factors">Quantities, prices (in 元) and rates (as parts of one).</param>
/// <param name="Result">Stated sum in 元; null when none is stated.</param>
/// <param name="ResultDecimals">Decimals of the sum in 元.</param>
/// <param name="Text">The clause.</param>
internal sealed partial record CalculationText(IReadOnlyList<decimal> Factors, decimal? Result, int ResultDecimals, string Text)
{
    // Factors that offices leave unsaid: months, quarters, half years, weeks, days, and the thirteenth salary.
    private static readonly decimal[] Unsaid = [1, 2, 3, 4, 6, 9, 10, 11, 12, 13, 52, 250, 365];

    /// <summary>The calculations of a text, one for each clause.</summary>
    public static IReadOnlyList<CalculationText> Read(string text)
    {
        var result = new List<CalculationText>();
        foreach (var clause in FigureText.Compact(text).Split('；', ';', '。'))
        {
            var sum = Sum().Match(clause);
            var before = sum.Success ? clause[..sum.Index] : clause;
            var factors = Factor().Matches(before).Select(Value).Where(v => v > 0).ToList();
            var (amount, decimals) = sum.Success ? Money(sum.Groups["number"].Value, sum.Groups["unit"].Value) : (null, 0);
            if (factors.Count > 0 || amount is not null)
                result.Add(new CalculationText(factors, amount, decimals, clause));
        }

        return result;
    }

    /// <summary>What the factors give with the unsaid factor that comes nearest to the stated sum; null when there is nothing to compute.</summary>
    public decimal? Computed()
    {
        if (Result is not { } result || Factors.Count < 2)
            return null;
        var product = Factors.Aggregate(1m, (a, b) => a * b);
        return product == 0 ? null : Unsaid.Select(u => product * u).MinBy(p => Math.Abs(p - result));
    }

    private static decimal Value(Match match)
    {
        var number = decimal.Parse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "%" => number / 100m,
            "‰" => number / 1000m,
            "万元" or "万" => number * 10000m,
            _ => number,
        };
    }

    private static (decimal?, int) Money(string number, string unit)
    {
        if (FigureText.Parse(number) is not { } figure)
            return (null, 0);
        return unit == "元" ? (figure.Value, figure.Decimals) : (figure.Value * 10000m, figure.Decimals - 4);
    }

    [GeneratedRegex("(?<number>[0-9][0-9,]*(\\.[0-9]+)?)(?<unit>万元|万|元|%|‰|人次|人|户|次|场|个月|月|天|份|台|套|家|件|辆|名|平方米|㎡|年(?!度|[0-9])(?<![0-9]{4}年))")]
    private static partial Regex Factor();

    [GeneratedRegex("(共计|合计|总计|共需|需要|需|共|计|=)(需)?(资金|经费|补助|支出|费用)?(约)?(?<number>[0-9][0-9,]*(\\.[0-9]+)?)(?<unit>万元|万|元)(?!/)")]
    private static partial Regex Sum();
}
