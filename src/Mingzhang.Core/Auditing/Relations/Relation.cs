namespace Mingzhang.Core.Auditing.Relations;

/// <summary>A figure and what it is multiplied with in a relation.</summary>
/// <param name="Figure">Index of the figure in its system.</param>
/// <param name="Coefficient">The factor; not 0.</param>
public readonly record struct Term(int Figure, decimal Coefficient);

/// <summary>How the sum of a relation's terms compares with zero.</summary>
public enum Comparison
{
    /// <summary>= 0.</summary>
    Equal,

    /// <summary>≤ 0.</summary>
    AtMost,

    /// <summary>≥ 0.</summary>
    AtLeast,
}

/// <summary>What a broken relation is worth.</summary>
public enum Strength
{
    /// <summary>硬性: must hold; broken is an error.</summary>
    Hard,

    /// <summary>提示性: usually holds; broken is a warning at most, and it never accuses a figure that hard relations confirm.</summary>
    Soft,
}

/// <summary>A linear relation (勾稽关系): the sum of its terms compared with zero.</summary>
public sealed class Relation
{
    private readonly Term[] _terms;

    /// <summary>Makes a relation. Terms of the same figure are added up; what cancels out is dropped.</summary>
    /// <param name="rule">Id of the rule it comes from.</param>
    /// <param name="terms">Its terms; the array is kept and must not change afterwards.</param>
    /// <param name="comparison">How their sum compares with zero.</param>
    /// <param name="isCopy">Whether it says that one quantity is printed twice in the same unit.</param>
    /// <param name="strength">Hard or soft.</param>
    /// <exception cref="ArgumentException">A copy that is not one figure minus another, equal to zero.</exception>
    public Relation(string rule, Term[] terms, Comparison comparison = Comparison.Equal, bool isCopy = false, Strength strength = Strength.Hard)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(terms);
        _terms = IsTidy(terms) ? terms : Tidy(terms);
        if (isCopy && !(_terms is [{ Coefficient: 1m }, { Coefficient: -1m }] or [{ Coefficient: -1m }, { Coefficient: 1m }] && comparison == Comparison.Equal))
            throw new ArgumentException("A copy is one figure minus another, equal to zero.", nameof(terms));
        Rule = rule;
        Comparison = comparison;
        IsCopy = isCopy;
        Strength = strength;
    }

    /// <summary>Id of the rule it comes from.</summary>
    public string Rule { get; }

    /// <summary>Its terms, each figure once.</summary>
    public ReadOnlySpan<Term> Terms => _terms;

    /// <summary>How the sum of the terms compares with zero.</summary>
    public Comparison Comparison { get; }

    /// <summary>Whether both figures print the same quantity in the same unit (同一数字重复列示).</summary>
    public bool IsCopy { get; }

    /// <summary>Hard or soft.</summary>
    public Strength Strength { get; }

    private static bool IsTidy(Term[] terms)
    {
        if (terms.Length > 8)
            return terms.DistinctBy(t => t.Figure).Count() == terms.Length && terms.All(t => t.Coefficient != 0m);
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Coefficient == 0m)
                return false;
            for (var j = 0; j < i; j++)
            {
                if (terms[i].Figure == terms[j].Figure)
                    return false;
            }
        }

        return true;
    }

    private static Term[] Tidy(Term[] terms) =>
        [.. terms.GroupBy(t => t.Figure).Select(g => new Term(g.Key, g.Sum(t => t.Coefficient))).Where(t => t.Coefficient != 0m)];
}
