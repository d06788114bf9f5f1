using Mingzhang.Core.Assistance.Policies;

namespace Mingzhang.Core.Subsidies;

/// <summary>A quantity of a formula (数量): a standard that the policy sets, or one that a person fills in each year.</summary>
/// <param name="Name">名称, as the formula calls it.</param>
/// <param name="Unit">单位: 元, %, what is counted (人), or one of them for another (元/人, 元/人/月).</param>
/// <param name="Value">值 that the policy sets, in its unit (24 for 24%); null where a person fills it in.</param>
/// <param name="Provision">Where the value is written; null where a person fills it in.</param>
/// <param name="Note">说明: where to find it.</param>
public sealed record SubsidyQuantity(string Name, string Unit, decimal? Value, Provision? Provision, string Note)
{
    /// <summary>By what a value in its unit is multiplied.</summary>
    public decimal Scale => Unit == "%" ? 0.01m : 1m;
}

/// <summary>A product of quantities that is added or subtracted (算式的一项).</summary>
/// <param name="IsSubtracted">Whether it is subtracted.</param>
/// <param name="Quantities">Its quantities.</param>
public sealed record SubsidyTerm(bool IsSubtracted, IReadOnlyList<SubsidyQuantity> Quantities)
{
    /// <summary>As the file writes it.</summary>
    public override string ToString() => string.Join(" × ", Quantities.Select(q => q.Name));
}

/// <summary>How the money of one task is reckoned (补助算式).</summary>
/// <param name="Name">名称.</param>
/// <param name="EconomicClass">支出经济分类 of its calculation lines.</param>
/// <param name="Provision">Where the way of reckoning is written.</param>
/// <param name="Terms">Its terms; what each gives is in 元.</param>
public sealed record SubsidyFormula(string Name, string EconomicClass, Provision Provision, IReadOnlyList<SubsidyTerm> Terms)
{
    /// <summary>Its quantities, each once.</summary>
    public IReadOnlyList<SubsidyQuantity> Quantities { get; } = [.. Terms.SelectMany(t => t.Quantities).Distinct()];

    /// <summary>Whether something in it has no source.</summary>
    public bool HasExamples => Provision.IsExample || Quantities.Any(q => q.Provision?.IsExample == true);
}

/// <summary>The formulas of a place for a year (财政补助算式).</summary>
/// <param name="Place">地区.</param>
/// <param name="Year">年度 of the budget.</param>
/// <param name="CheckedOn">Day its values were last compared with the documents.</param>
/// <param name="Formulas">算式.</param>
public sealed record SubsidyPolicy(string Place, int Year, DateOnly CheckedOn, IReadOnlyList<SubsidyFormula> Formulas);
