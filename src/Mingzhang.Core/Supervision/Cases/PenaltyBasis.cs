using System.Globalization;

namespace Mingzhang.Core.Supervision.Cases;

/// <summary>What a regulation makes of a violation (处理依据): a version of the parameters, with the article they come from.</summary>
/// <param name="Name">名称, by which violations name it, e.g. 造成损失.</param>
/// <param name="Article">Document and article.</param>
/// <param name="FineOf">Of which amount the fine is a multiple (罚款基数), e.g. 造成损失金额; empty where it is none.</param>
/// <param name="FromTimes">Least multiple.</param>
/// <param name="ToTimes">Greatest multiple.</param>
/// <param name="FromFen">Least fixed fine in 分; 0 where it is a multiple.</param>
/// <param name="ToFen">Greatest fixed fine in 分.</param>
/// <param name="Condition">When there is a fine at all; empty for always.</param>
/// <param name="Measures">处理方式 that it allows.</param>
/// <param name="IsChecked">Whether the article was read; what was not is shown as 待核.</param>
public sealed record PenaltyBasis(
    string Name, string Article, string FineOf, decimal FromTimes, decimal ToTimes, long FromFen, long ToFen, string Condition, IReadOnlyList<string> Measures, bool IsChecked)
{
    /// <summary>Bounds of the fine for an amount.</summary>
    /// <param name="fen">The confirmed amount in 分.</param>
    public FineBounds Bounds(long fen)
    {
        if (FineOf.Length == 0)
        {
            return new FineBounds(
                this, fen, FromFen, ToFen,
                ToFen == 0 ? $"依据{Article}，没有罚款。" : $"依据{Article}，{Condition}的，处 {Yuan(FromFen)} 元以上 {Yuan(ToFen)} 元以下的罚款。");
        }

        var (least, most) = (Times(fen, FromTimes), Times(fen, ToTimes));
        var words = string.Create(
            CultureInfo.InvariantCulture,
            $"{FineOf} {Yuan(fen)} 元，依据{Article}处 {FromTimes:0.##} 倍以上 {ToTimes:0.##} 倍以下的罚款：{Yuan(fen)} × {FromTimes:0.##} = {Yuan(least)} 元，至 {Yuan(fen)} × {ToTimes:0.##} = {Yuan(most)} 元。");
        return new FineBounds(this, fen, least, most, words);
    }

    private static long Times(long fen, decimal times) => (long)Math.Round(fen * times, MidpointRounding.AwayFromZero);

    private static string Yuan(long fen) => (fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
}

/// <summary>Bounds of a fine (罚款幅度), with the sentence that explains them.</summary>
/// <param name="Basis">By which basis.</param>
/// <param name="AmountFen">Of which amount in 分.</param>
/// <param name="LeastFen">下限 in 分.</param>
/// <param name="MostFen">上限 in 分.</param>
/// <param name="Words">How they were reckoned.</param>
public sealed record FineBounds(PenaltyBasis Basis, long AmountFen, long LeastFen, long MostFen, string Words)
{
    /// <summary>In Chinese why a fine cannot be decided; null when it can.</summary>
    /// <param name="all">Bounds of the case by basis.</param>
    /// <param name="fen">The fine in 分.</param>
    /// <param name="reason">Why it is below the least; must then be said.</param>
    public static string? Refusal(IReadOnlyList<FineBounds> all, long fen, string? reason)
    {
        var (least, most) = (all.Where(b => b.Basis.Condition.Length == 0).Sum(b => b.LeastFen), all.Sum(b => b.MostFen));
        if (fen < 0)
            return "罚款不能是负数。";
        if (fen > most)
            return $"罚款 {Text(fen)} 元超过上限 {Text(most)} 元。";
        return fen < least && string.IsNullOrWhiteSpace(reason) ? $"罚款 {Text(fen)} 元低于下限 {Text(least)} 元：减轻、不予处罚要写明理由和依据。" : null;
    }

    private static string Text(long fen) => (fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
}

/// <summary>A kind of violation (违规类型).</summary>
/// <param name="Name">名称.</param>
/// <param name="Basis">Name of the basis it falls under.</param>
/// <param name="Clause">The clause that names it.</param>
/// <param name="Explanation">What it is, for people.</param>
/// <param name="Doubts">疑点: kinds of screening rules whose hits are first taken for it.</param>
public sealed record Violation(string Name, string Basis, string Clause, string Explanation, IReadOnlyList<string>? Doubts = null);

/// <summary>Deadline of a step (办案期限).</summary>
/// <param name="From">The step it counts from.</param>
/// <param name="To">The step it is for.</param>
/// <param name="Days">Calendar days.</param>
/// <param name="Article">Document and article.</param>
/// <param name="IsChecked">Whether the article was read.</param>
public sealed record CaseDeadline(CaseStep From, CaseStep To, int Days, string Article, bool IsChecked);

/// <summary>What the office judges by (监管参数): violations, bases, deadlines.</summary>
/// <param name="Violations">违规目录.</param>
/// <param name="Bases">处理依据.</param>
/// <param name="Deadlines">期限.</param>
public sealed record SupervisionRules(IReadOnlyList<Violation> Violations, IReadOnlyList<PenaltyBasis> Bases, IReadOnlyList<CaseDeadline> Deadlines)
{
    /// <summary>Name of the basis for fraud, which what was done for the purpose of fraud falls under too.</summary>
    public const string Fraud = "骗取基金";

    /// <summary>A violation by its name; null when there is none.</summary>
    public Violation? Violation(string name) => Violations.FirstOrDefault(v => v.Name == name);

    /// <summary>What a doubt of screening is first taken for, until a person says otherwise; the first violation when none names its kind.</summary>
    /// <param name="kind">种类 of the screening rule; null when it is unknown.</param>
    public Violation OfDoubt(string? kind) => Violations.FirstOrDefault(v => v.Doubts?.Contains(kind) == true) ?? Violations[0];

    /// <summary>The basis for a violation.</summary>
    /// <param name="violation">Name of the violation.</param>
    /// <param name="isFraud">Whether it was done for the purpose of fraud.</param>
    public PenaltyBasis? Basis(string violation, bool isFraud) => Violation(violation) is { } v ? Bases.FirstOrDefault(b => b.Name == (isFraud ? Fraud : v.Basis)) : null;

    /// <summary>Bounds of the fine for confirmed findings, one a basis.</summary>
    /// <param name="findings">Violation, whether it was fraud, confirmed amount in 分.</param>
    public IReadOnlyList<FineBounds> Fines(IEnumerable<(string Violation, bool IsFraud, long Fen)> findings) =>
        [.. findings.Select(f => (Basis: Basis(f.Violation, f.IsFraud), f.Fen)).Where(f => f.Basis is not null).GroupBy(f => f.Basis!).Select(g => g.Key.Bounds(g.Sum(f => f.Fen)))];
}
