namespace Mingzhang.Core.Auditing.Rules;

/// <summary>All rules that are classes (规则登记). A new rule is one file and one line here.</summary>
public static class RuleRegister
{
    /// <summary>The rules, in order of id.</summary>
    public static IReadOnlyList<IDisclosureRule> All { get; } =
    [
    ];
}
