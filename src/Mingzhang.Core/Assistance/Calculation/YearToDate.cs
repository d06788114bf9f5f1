namespace Mingzhang.Core.Assistance.Calculation;

/// <summary>What a person has used of a pool in a year (额度已用).</summary>
/// <param name="Pool">额度.</param>
/// <param name="Deductible">Eligible cost that counted towards the deductible so far (已计入起付标准), in 元.</param>
/// <param name="Entitled">Assistance that counted towards the cap so far (已救助), in 元, parts of a 分 included.</param>
public readonly record struct PoolUse(string Pool, decimal Deductible, decimal Entitled);

/// <summary>
/// Where a person stands in a year before a settlement (年度累计). It is always derived from the settlements before, never stored
/// beside them.
/// </summary>
/// <param name="Pools">Use of each pool.</param>
/// <param name="Burden">Remaining eligible cost after assistance that counts for tilted assistance (倾斜救助累计自付), in 元.</param>
/// <param name="Tilted">Tilted assistance given so far, in 元.</param>
public sealed record YearToDate(IReadOnlyList<PoolUse> Pools, decimal Burden, decimal Tilted)
{
    /// <summary>The first of January.</summary>
    public static YearToDate Nothing { get; } = new([], 0m, 0m);

    /// <summary>Use of a pool; zero when it was not used.</summary>
    public PoolUse Of(string pool)
    {
        foreach (var use in Pools)
        {
            if (use.Pool == pool)
                return use;
        }

        return new PoolUse(pool, 0m, 0m);
    }

    /// <summary>Where the person stands after an assessment.</summary>
    public YearToDate After(Assessment assessment)
    {
        if (assessment.Benefit is not { } benefit)
            return this;
        var use = Of(benefit.Pool);
        var next = use with { Deductible = use.Deductible + assessment.DeductibleTaken, Entitled = use.Entitled + assessment.Entitled };
        return new YearToDate([.. Pools.Where(p => p.Pool != benefit.Pool), next], Burden + assessment.BurdenAdded, Tilted + assessment.Tilted);
    }
}
