namespace Mingzhang.Core.Assistance.Policies;

/// <summary>What the national frame allows for a kind of subject (国家框架的界限).</summary>
/// <param name="Subject">救助对象.</param>
/// <param name="LargestDeductible">Largest deductible as a share of last year's disposable income per head; null when not bounded.</param>
/// <param name="SmallestShare">Smallest share of assistance; null when not bounded.</param>
public sealed record FrameBound(string Subject, decimal? LargestDeductible, decimal? SmallestShare);

/// <summary>The national frame that local policies keep to (国家框架).</summary>
/// <param name="Name">Official name.</param>
/// <param name="Source">文号.</param>
/// <param name="Bounds">Bounds for each kind of subject.</param>
public sealed record NationalFrame(string Name, string Source, IReadOnlyList<FrameBound> Bounds)
{
    /// <summary>Where a local policy goes beyond the frame, in Chinese; a hint, as a place may have reasons.</summary>
    /// <param name="policy">The local policy.</param>
    public IEnumerable<string> Beyond(AssistancePolicy policy)
    {
        foreach (var benefit in policy.Benefits)
        {
            if (Bounds.FirstOrDefault(b => b.Subject == benefit.Subject) is not { } bound)
                continue;
            if (bound.SmallestShare is { } share && benefit.Share < share)
                yield return $"{benefit.Subject}的救助比例 {benefit.Share * 100m:0.##}% 低于{Source}的 {share * 100m:0.##}%。";
            if (bound.LargestDeductible is { } part && policy.IncomePerHead is { } income && benefit.Deductible > part * income)
                yield return $"{benefit.Subject}的起付标准 {benefit.Deductible:0.##} 元高于上年人均可支配收入的 {part * 100m:0.##}%（{part * income:0.##} 元，{Source}）。";
        }
    }
}
