using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules;

/// <summary>
/// A rule that is no linear relation (非数值规则): wording, names, codes, years, missing tables, leftover template text, scores.
/// One class a rule; its name says it, its summary says it in the office's words. Rules know nothing of each other and of order.
/// </summary>
public interface IDisclosureRule
{
    /// <summary>Id, what it says, where it comes from.</summary>
    RuleInfo Info { get; }

    /// <summary>What the rule finds in a disclosure; nothing when all is well or the rule does not apply.</summary>
    IEnumerable<Finding> Check(RuleContext context);
}

/// <summary>What the catalogue says of a rule.</summary>
/// <param name="Id">Stable id, two letters and four digits: BG budget, FA final accounts, NA narrative, FM form, PF performance.</param>
/// <param name="Sentence">The rule in the office's words.</param>
/// <param name="Basis">The regulation it follows from; null where it is plain consistency.</param>
/// <param name="Kind">The kind of document it applies to; null for any.</param>
public sealed record RuleInfo(string Id, string Sentence, string? Basis = null, DisclosureKind? Kind = null);

/// <summary>What a rule may look at.</summary>
/// <param name="Disclosure">The disclosure as read.</param>
/// <param name="Document">Its tables bound to their forms, with figures and relations.</param>
/// <param name="Catalogue">The classifications.</param>
/// <param name="WaitForFigures">Gives what the relations between figures have found, and waits for it where it is not there yet.</param>
public sealed record RuleContext(Disclosure Disclosure, AuditedDocument Document, ClassificationCatalogue Catalogue, Func<IReadOnlyList<Finding>> WaitForFigures)
{
    private readonly Lock _lock = new();
    private NarrativeFacts? _narrative;

    /// <summary>Which wording of the narrative means which cell.</summary>
    public IReadOnlyList<Wording> Wordings { get; init; } = [];

    /// <summary>Documents to compare with; empty when none were given.</summary>
    public IReadOnlyList<RelatedDocument> Related { get; init; } = [];

    /// <summary>What the relations between figures have found already, so that a rule need not report the same cause.</summary>
    public IReadOnlyList<Finding> FigureFindings => WaitForFigures();

    /// <summary>What the sentences state, linked to the tables; made when a rule asks for it.</summary>
    public NarrativeFacts Narrative
    {
        get
        {
            // Rules run side by side, and all of them wait for the one that asked first.
            lock (_lock)
                return _narrative ??= NarrativeFacts.Of(this);
        }
    }
}
