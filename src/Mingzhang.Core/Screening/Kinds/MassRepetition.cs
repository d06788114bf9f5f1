namespace Mingzhang.Core.Screening.Kinds;

/// <summary>集中: lines of many persons agree in some fields, such as the same item at the same amount in one institution on one day.</summary>
/// <param name="Head">What every rule has.</param>
/// <param name="Key">相同: the fields.</param>
/// <param name="Least">人数: so many persons or more.</param>
public sealed record MassRepetition(RuleHead Head, ClaimKey Key, int Least) : ScreeningRule(Head)
{
    /// <summary>Finds what is doubtful.</summary>
    /// <param name="candidates">Lines that may belong to a crowd; no line of a crowd is missing.</param>
    public IEnumerable<ScreeningHit> Screen(IEnumerable<Claim> candidates)
    {
        foreach (var same in candidates.Where(c => c.Quantity > 0m).GroupBy(Key.Of, StringComparer.Ordinal))
        {
            var persons = same.Select(c => c.Person).Distinct(StringComparer.Ordinal).Count();
            if (persons < Least)
                continue;
            var first = same.First();
            yield return new ScreeningHit(
                Head, [.. same.OrderBy(c => c.File, StringComparer.Ordinal).ThenBy(c => c.Row)], same.Sum(c => c.Amount),
                $"机构 {first.Institution} 有 {persons} 人的{string.Join('、', Key.Names.Where(n => n != "机构代码"))}都相同（{(Key.Names.Contains("开始日期") ? Words.Day(first.From) : Words.Day(first.Day))}，{(Key.Names.Contains("项目") ? first.Item.ToString() : first.Care)}），达到 {Least} 人，请核对是否虚构或集中套取。");
        }
    }
}
