using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Auditing.Rules.Performance;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Performance;

/// <summary>What a calculation written by a person gives (测算结果).</summary>
/// <param name="Fen">The amount in 分; null when the text gives none.</param>
/// <param name="Words">How it was reckoned, or why it was not, in Chinese.</param>
/// <param name="IsDoubtful">Whether units do not fit or the stated sum differs.</param>
public sealed record CalculationResult(long? Fen, string Words, bool IsDoubtful);

/// <summary>
/// Reckons calculations (测算依据) while they are written: products of quantities and prices with their units, added up. A text that only
/// tells factors and a sum is read as the audit reads it (<see cref="CalculationText"/>).
/// </summary>
public static partial class Calculation
{
    private const decimal Largest = 10_000_000_000_000m;

    // What may stand in a product without the price asking for it: how often and how long.
    private static readonly string[] Free = ["次", "月", "个月", "年", "天", "日", "季", "季度", "期", "周", "批", "学期"];

    /// <summary>Reckons a text.</summary>
    public static CalculationResult Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Separators are told apart once: Chinese ones as plain ones.
        var plain = FigureText.Compact(text).Replace('；', ';').Replace('＋', '+').Replace('＝', '=').Replace('／', '/').Replace('（', '(').Replace('）', ')').Replace("·", "", StringComparison.Ordinal);
        if (plain.Length == 0)
            return new CalculationResult(null, "", false);
        var products = Product().Matches(plain);
        return products.Count > 0 ? Explicit(plain, products) : Told(plain);
    }

    private static CalculationResult Explicit(string plain, MatchCollection products)
    {
        var terms = new List<string>();
        var doubts = new List<string>();
        var sum = 0m;
        foreach (Match product in products)
        {
            var factors = Factor().Matches(product.Value).Select(f => (Number: Number(f.Groups["number"].Value), Unit: f.Groups["unit"].Value, Per: f.Groups["per"].Value)).ToList();
            var value = 1m;
            foreach (var factor in factors)
            {
                value *= factor.Number * Scale(factor.Unit);
                if (value > Largest)
                    return new CalculationResult(null, "数太大，请检查。", true);
            }

            var money = factors.Count(f => IsMoney(f.Unit));
            if (money != 1)
                doubts.Add(money == 0 ? $"“{product.Value}”没有写单价（元）" : $"“{product.Value}”里有 {money} 个金额相乘");
            var quantities = factors.Where(f => !IsMoney(f.Unit)).Select(f => f.Unit).ToList();
            foreach (var per in factors.SelectMany(f => f.Per.Split('/', StringSplitOptions.RemoveEmptyEntries)))
            {
                if (!quantities.Remove(per) && !Free.Contains(per))
                    doubts.Add($"单价按“{per}”算，没有写几{per}");
            }

            if (factors.Exists(f => f.Per.Length > 0) && quantities.Find(q => q.Length > 0 && q is not ("%" or "‰" or "倍") && !Free.Contains(q)) is { } odd)
                doubts.Add($"“{odd}”与单价的单位对不上");
            sum += value;
            terms.Add(string.Join(" × ", factors.Select(f => f.Number.ToString("0.######", CultureInfo.InvariantCulture) + f.Unit)));
        }

        var words = $"{string.Join(" + ", terms)} = {Yuan(sum)} 元";
        if (Stated().Match(plain) is { Success: true } stated && Number(stated.Groups["number"].Value) * Scale(stated.Groups["unit"].Value) is var said && Math.Abs(said - sum) >= 1m)
            doubts.Add($"写的是 {Yuan(said)} 元");
        return new CalculationResult(doubts.Exists(d => d.Contains("没有写单价", StringComparison.Ordinal)) ? null : (long)Precision.Round(sum * 100m, 0), doubts.Count > 0 ? $"{words}；{string.Join('；', doubts)}。" : words, doubts.Count > 0);
    }

    private static CalculationResult Told(string plain)
    {
        var clauses = CalculationText.Read(plain);
        decimal? sum = clauses.Any(c => c.Result is not null) ? clauses.Sum(c => c.Result ?? 0m) : null;
        var off = clauses.FirstOrDefault(c => c.Computed() is { } computed && Math.Abs(computed - c.Result!.Value) >= 1m);
        return sum is null
            ? new CalculationResult(null, "写成算式就能算，例如 1500 元/人 × 200 人。", false)
            : new CalculationResult((long)Precision.Round(sum.Value * 100m, 0), $"文中写的是 {Yuan(sum.Value)} 元" + (off is null ? "" : $"；按所写的标准和数量算得 {Yuan(off.Computed()!.Value)} 元"), off is not null);
    }

    private static bool IsMoney(string unit) => unit is "元" or "万元" or "万";

    private static decimal Scale(string unit) => unit switch { "万元" or "万" => 10_000m, "%" => 0.01m, "‰" => 0.001m, _ => 1m };

    private static decimal Number(string text) =>
        decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var value) && value <= Largest ? value : Largest;

    private static string Yuan(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    // Factors with a sign of multiplication between them.
    [GeneratedRegex(@"[0-9][0-9,]*(\.[0-9]+)?[^0-9×*xX✕+=,;。、/()]{0,6}(/[^0-9×*xX✕+=,;。、/()]{1,8})*([×*xX✕][^0-9×*xX✕+=,;。]{0,6}[0-9][0-9,]*(\.[0-9]+)?[^0-9×*xX✕+=,;。、/()]{0,6}(/[^0-9×*xX✕+=,;。、/()]{1,8})*)+")]
    private static partial Regex Product();

    [GeneratedRegex(@"(?<number>[0-9][0-9,]*(\.[0-9]+)?)(?<unit>[^0-9×*xX✕/]{0,6})(?<per>(/[^0-9×*xX✕/]{1,8})*)")]
    private static partial Regex Factor();

    [GeneratedRegex(@"=(?<number>[0-9][0-9,]*(\.[0-9]+)?)(?<unit>万元|万|元)")]
    private static partial Regex Stated();
}
