using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Tracing;
using Mingzhang.Data;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Web.Library;

/// <summary>A document of the library (公开文件): compiled, audited, laid out. Good for several readers at once.</summary>
public sealed class Publication
{
    private readonly Lock _lock = new();
    private readonly Evaluation _evaluation;
    private readonly Dictionary<FigurePlace, int> _figures;

    private Publication(PublicationKey key, Ledger ledger, Edition edition, Disclosure disclosure, AuditReport report, AuditedDocument document, DataFolder data)
    {
        (Key, Ledger, Edition, Disclosure, Report, Document) = (key, ledger, edition, disclosure, report, document);
        Tracer = new FigureTracer(ledger, key.Kind, data.Catalogue);
        Printed = DocumentLayout.Of(disclosure, edition, Statements);
        Tables = [.. Printed.Blocks.OfType<TableBlock>().Select(b => b.Table)];
        _evaluation = document.System.Evaluate();
        _figures = [];
        for (var f = 0; f < document.Figures.Places.Count; f++)
            _figures[document.Figures.Places[f]] = f;
        Sentences = SentenceLinks.Of(new RuleContext(disclosure, document, data.Catalogue, () => []) { Wordings = data.Wordings });
    }

    /// <summary>Agency, year, kind.</summary>
    public PublicationKey Key { get; }

    /// <summary>The ledger it was compiled from.</summary>
    public Ledger Ledger { get; }

    /// <summary>Its forms.</summary>
    public Edition Edition { get; }

    /// <summary>The document as data.</summary>
    public Disclosure Disclosure { get; }

    /// <summary>What its audit found.</summary>
    public AuditReport Report { get; }

    /// <summary>Its figures and relations.</summary>
    public AuditedDocument Document { get; }

    /// <summary>The document as it is laid out.</summary>
    public PrintedDocument Printed { get; }

    /// <summary>Its tables as they are laid out, in the order of the statements.</summary>
    public IReadOnlyList<PrintedTable> Tables { get; }

    /// <summary>Its statements with their forms.</summary>
    public IReadOnlyList<BoundStatement> Statements => Document.Figures.Statements;

    /// <summary>Leads figures back to the ledger.</summary>
    public FigureTracer Tracer { get; }

    /// <summary>Amounts of its sentences and the cells they mean.</summary>
    public IReadOnlyList<SentenceLink> Sentences { get; }

    /// <summary>Findings that are no mere rounding.</summary>
    public IEnumerable<Finding> Findings => Report.Findings.Where(f => f.Severity != Severity.Hint);

    /// <summary>Compiles and audits.</summary>
    public static Publication Make(PublicationKey key, Ledger ledger, Edition edition, DataFolder data)
    {
        var disclosure = Compiler.Compile(ledger, edition, data.Catalogue, data.Outlines);
        IReadOnlyList<Edition> editions = [.. data.Editions.Editions];
        var report = Auditor.Audit(disclosure, editions, data.Rules, data.Catalogue, data.Wordings);
        return new Publication(key, ledger, edition, disclosure, report, AuditedDocument.Prepare(disclosure, editions, data.Rules), data);
    }

    /// <summary>The relations that guard a figure, with their verdicts; empty for what no relation touches.</summary>
    public IReadOnlyList<GuardingRelation> RelationsOf(FigurePlace place)
    {
        if (!_figures.TryGetValue(place, out var figure))
            return [];
        var found = new List<GuardingRelation>();
        foreach (var r in Document.System.RelationsOf(figure))
        {
            var relation = Document.System.Relations[r];
            lock (_lock)
                found.Add(new GuardingRelation(Document.Sources[r], relation.Comparison, [.. relation.Terms], _evaluation.Outcome(r)));
        }

        return found;
    }
}

/// <summary>A relation that touches a figure (勾稽关系).</summary>
/// <param name="Formula">The formula it comes from.</param>
/// <param name="Comparison">How its terms compare with zero.</param>
/// <param name="Terms">Its terms.</param>
/// <param name="Outcome">Its verdict.</param>
public sealed record GuardingRelation(Core.Auditing.Formulas.Formula Formula, Comparison Comparison, IReadOnlyList<Term> Terms, RelationOutcome Outcome);
