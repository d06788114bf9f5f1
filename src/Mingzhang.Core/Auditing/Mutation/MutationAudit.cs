using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Mutation;

/// <summary>A change that was not caught, by its place in the document.</summary>
/// <param name="Name">The figure.</param>
/// <param name="From">Its text before; empty for a blank.</param>
/// <param name="To">Its text after.</param>
/// <param name="Reason">Why it was not caught.</param>
public sealed record MissedFigure(FigureName Name, string From, string To, MissReason Reason);

/// <summary>The mutation report of a document (一份文件的变异检验).</summary>
/// <param name="Report">The counts.</param>
/// <param name="Missed">The mutations that were not caught, in the order they were made.</param>
public sealed record MutationAuditReport(MutationReport Report, IReadOnlyList<MissedFigure> Missed);

/// <summary>Measures the rules on a document: the same relations as its audit, one slip at a time.</summary>
public static class MutationAudit
{
    /// <summary>Runs so many mutations; the same document, count and seed give the same report.</summary>
    /// <param name="disclosure">The document.</param>
    /// <param name="editions">All editions.</param>
    /// <param name="rules">Relations between tables.</param>
    /// <param name="count">How many, 0 or more.</param>
    /// <param name="seed">Decides figures and slips.</param>
    public static MutationAuditReport Run(
        Disclosure disclosure, IReadOnlyList<Edition> editions, IReadOnlyList<Formula> rules, int count, ulong seed)
    {
        var document = AuditedDocument.Prepare(disclosure, editions, rules);
        var report = MutationRun.Run(document.System, count, new DeterministicRandom(seed));
        return new MutationAuditReport(report, [.. report.Missed.Select(m => new MissedFigure(document.NameOf(m.Figure), m.From, m.To, m.Reason))]);
    }
}
