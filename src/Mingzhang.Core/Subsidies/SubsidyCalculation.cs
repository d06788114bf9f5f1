using System.Globalization;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Subsidies;

/// <summary>A step of a calculation (计算步骤): one term with its figures.</summary>
/// <param name="Term">The term.</param>
/// <param name="Words">Its figures with their units, e.g. <c>316530 人 × 670 元/人 × 24%</c>: what stands as 测算依据.</param>
/// <param name="Fen">What it gives in 分, below zero when it is subtracted.</param>
public sealed record SubsidyStep(SubsidyTerm Term, string Words, long Fen);

/// <summary>A line of 项目测算 that a calculation gives.</summary>
/// <param name="Activity">项目活动.</param>
/// <param name="Content">活动内容: by which formula and standards.</param>
/// <param name="EconomicClass">支出经济分类.</param>
/// <param name="Fen">金额 in 分.</param>
/// <param name="Basis">测算依据.</param>
public sealed record SubsidyLine(string Activity, string Content, string EconomicClass, long Fen, string Basis);

/// <summary>A formula reckoned with figures (财政补助计算), every step shown.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Steps">Its steps; empty while figures are missing.</param>
/// <param name="Mistakes">Quantities whose figure is missing or wrong, each with what to do, in Chinese.</param>
public sealed record SubsidyCalculation(SubsidyFormula Formula, IReadOnlyList<SubsidyStep> Steps, IReadOnlyList<(string Quantity, string Message)> Mistakes)
{
    private const decimal Largest = 10_000_000_000_000m;

    /// <summary>The amount in 分; null while figures are missing.</summary>
    public long? Fen => Mistakes.Count > 0 ? null : Steps.Sum(s => s.Fen);

    /// <summary>Reckons. Each term is rounded to 分 (四舍五入), as it stands in the budget as a line of its own.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="typed">Figures that a person filled in, by name of the quantity; those that the policy sets are not taken from here.</param>
    public static SubsidyCalculation Of(SubsidyFormula formula, IReadOnlyDictionary<string, string> typed)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(typed);
        var figures = new Dictionary<SubsidyQuantity, decimal>();
        var mistakes = new List<(string, string)>();
        foreach (var quantity in formula.Quantities)
        {
            if (quantity.Value is { } set)
                figures[quantity] = set;
            else if (Read(quantity, typed.GetValueOrDefault(quantity.Name, ""), out var value) is { } wrong)
                mistakes.Add((quantity.Name, wrong));
            else
                figures[quantity] = value;
        }

        if (mistakes.Count > 0)
            return new SubsidyCalculation(formula, [], mistakes);
        var steps = new List<SubsidyStep>();
        foreach (var term in formula.Terms)
        {
            var value = 1m;
            foreach (var quantity in term.Quantities.TakeWhile(_ => value <= Largest))
                value *= figures[quantity] * quantity.Scale;
            if (value > Largest)
                return new SubsidyCalculation(formula, [], [(term.Quantities[0].Name, "乘出来的数太大，请检查位数。")]);
            var fen = (long)Precision.Round(value * 100m, 0);
            steps.Add(new SubsidyStep(term, string.Join(" × ", term.Quantities.Select(q => Number(figures[q]) + (q.Unit == "%" ? "%" : " " + q.Unit))), term.IsSubtracted ? -fen : fen));
        }

        return new SubsidyCalculation(formula, steps, []);
    }

    /// <summary>The lines of 项目测算, one a term that is not zero; none while figures are missing.</summary>
    public IReadOnlyList<SubsidyLine> Lines() =>
    [
        .. Steps.Where(s => s.Fen != 0).Select(s => new SubsidyLine(
            s.Term.IsSubtracted ? $"{Formula.Name}（减：{s.Term}）" : Formula.Terms.Count(t => !t.IsSubtracted) > 1 ? $"{Formula.Name}（{s.Term}）" : Formula.Name,
            $"{s.Term}{(Formula.HasExamples ? "；有示例值，没有文件依据" : $"（{Formula.Provision}）")}",
            Formula.EconomicClass, s.Fen, s.Term.IsSubtracted ? $"减 {s.Words}" : s.Words)),
    ];

    private static string? Read(SubsidyQuantity quantity, string text, out decimal value)
    {
        value = 0m;
        if (text.Trim().Length == 0)
            return $"请填“{quantity.Name}”，单位 {quantity.Unit}；没有的填 0。";
        if (FigureText.Parse(text.Trim().TrimEnd('%')) is not { } figure)
            return $"“{text}”不是数字：只填阿拉伯数字，单位是 {quantity.Unit}。";
        if (figure.Value < 0m)
            return "不能是负数；要减去的，算式里已经写明。";
        if (figure.Value > Largest)
            return "乘出来的数太大，请检查位数。";
        if (quantity.Unit == "%" && figure.Value > 100m)
            return "不能超过 100%。";
        if (figure.Decimals > (quantity.Unit.StartsWith('元') ? 2 : 4))
            return quantity.Unit.StartsWith('元') ? "最多精确到分。" : "小数最多四位。";
        value = figure.Value;
        return null;
    }

    private static string Number(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
