namespace Mingzhang.Core.Auditing.Rules;

/// <summary>Begins a finding of a rule (起草审核发现): id and basis come from the rule itself.</summary>
internal static class RuleFindings
{
    /// <summary>错误.</summary>
    public static Finding Error(this IDisclosureRule rule, FindingKind kind, string message) => Begin(rule, Severity.Error, kind, message);

    /// <summary>疑点.</summary>
    public static Finding Warning(this IDisclosureRule rule, FindingKind kind, string message) => Begin(rule, Severity.Warning, kind, message);

    private static Finding Begin(IDisclosureRule rule, Severity severity, FindingKind kind, string message) => new()
    {
        Rule = rule.Info.Id,
        Severity = severity,
        Kind = kind,
        Message = message,
        Basis = rule.Info.Basis,
        Relations = [rule.Info.Id],
    };
}
