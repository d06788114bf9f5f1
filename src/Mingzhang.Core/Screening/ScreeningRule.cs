namespace Mingzhang.Core.Screening;

/// <summary>What every rule has (规则头).</summary>
/// <param name="Id">编号.</param>
/// <param name="Name">名称, as a list of hits shows it.</param>
/// <param name="Kind">种类, the word of the rule file.</param>
/// <param name="Basis">依据: what forbids it.</param>
/// <param name="LimitSource">文号 of the limit that the rule sets; null when it is an example (示例), empty when the rule sets none.</param>
/// <param name="Items">Items it looks at; null for all.</param>
/// <param name="Except">Items that are left out; null for none.</param>
/// <param name="Care">医疗类别 it looks at; empty for all.</param>
public sealed record RuleHead(string Id, string Name, string Kind, string Basis, string? LimitSource, NamePatterns? Items, NamePatterns? Except, IReadOnlyList<string> Care)
{
    /// <summary>Whether the rule looks at this item.</summary>
    /// <param name="item">收费项目.</param>
    public bool Concerns(ClaimItem item) => Items?.Fits(item) != false && Except?.Fits(item) != true;

    /// <summary>Whether the rule looks at lines of this care.</summary>
    /// <param name="care">医疗类别.</param>
    public bool ConcernsCare(string care) => Care.Count == 0 || Care.Contains(care);
}

/// <summary>A hit (命中): lines that a rule finds doubtful. It says what to look at, never that somebody did wrong.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Claims">The lines, in the order of the file.</param>
/// <param name="Amount">涉及金额, in 元: what would be in question if the doubt is confirmed.</param>
/// <param name="Why">The sentence why, without the person.</param>
public sealed record ScreeningHit(RuleHead Rule, IReadOnlyList<Claim> Claims, decimal Amount, string Why);

/// <summary>A rule of one kind with its parameters (智能审核规则).</summary>
/// <param name="Head">What every rule has.</param>
public abstract record ScreeningRule(RuleHead Head);

/// <summary>A rule over the lines of one person (按人审核).</summary>
public abstract record PersonRule(RuleHead Head) : ScreeningRule(Head)
{
    /// <summary>Finds what is doubtful.</summary>
    /// <param name="own">The person's lines that the rule looks at, in the order of their days; at least one.</param>
    /// <param name="all">All lines of the person.</param>
    public abstract IEnumerable<ScreeningHit> Screen(IReadOnlyList<Claim> own, IReadOnlyList<Claim> all);

    /// <summary>Makes a hit.</summary>
    protected ScreeningHit Hit(IEnumerable<Claim> claims, decimal amount, string why) => new(Head, [.. claims], amount, why);
}
