using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Auditing.Rules;

/// <summary>Begins a finding of a rule (起草审核发现): id and basis come from the rule itself.</summary>
internal static class RuleFindings
{
    /// <summary>错误.</summary>
    public static Finding Error(this IDisclosureRule rule, FindingKind kind, string message) => Begin(rule, Severity.Error, kind, message);

    /// <summary>疑点.</summary>
    public static Finding Warning(this IDisclosureRule rule, FindingKind kind, string message) => Begin(rule, Severity.Warning, kind, message);

    /// <summary>提示.</summary>
    public static Finding Hint(this IDisclosureRule rule, FindingKind kind, string message) => Begin(rule, Severity.Hint, kind, message);

    /// <summary>错误 where the cells of a form are known; 疑点 where it was put together from lines, so that the reader and not the document may be wrong.</summary>
    public static Finding ByReading(this IDisclosureRule rule, PerformanceForm form, FindingKind kind, string message) =>
        Begin(rule, form.IsFromLines ? Severity.Warning : Severity.Error, kind, message);

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
