using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Data;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Sources;
using Mingzhang.Storage.Reviews;

namespace Mingzhang.Web.Workbench.Reviewing;

/// <summary>An uploaded document as it was read (读出的文件).</summary>
/// <param name="Source">Its lines and tables; null for what came as data.</param>
/// <param name="Disclosure">What was recognised.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ReadDocument(SourceDocument? Source, Disclosure Disclosure, byte[] Content);

/// <summary>Reads and audits uploaded documents (读取与审核).</summary>
internal static class ReviewReader
{
    /// <summary>Whether any reader knows what the content is; its name does not count.</summary>
    public static bool Knows(byte[] content) => DisclosureJson.Recognises(content) || SourceReaders.All.Any(r => r.Recognises(content));

    /// <summary>Reads a document.</summary>
    public static ReadResult<ReadDocument> Read(string name, byte[] content, DataFolder data, CancellationToken cancellation)
    {
        if (DisclosureJson.Recognises(content))
        {
            var known = DisclosureJson.Read(name, content);
            return known.IsRead ? ReadResult<ReadDocument>.Of(new ReadDocument(null, Named(known.Value, name), content)) : ReadResult<ReadDocument>.Failed(known.Error);
        }

        var source = SourceReaders.Read(name, content, cancellation);
        return source.IsRead
            ? ReadResult<ReadDocument>.Of(new ReadDocument(source.Value, Named(DisclosureReader.Read(source.Value, [.. data.Editions.Editions], data.Catalogue, () => data.Rules), name), content))
            : ReadResult<ReadDocument>.Failed(source.Error);
    }

    /// <summary>Audits a document by the product's rules and those of a department.</summary>
    /// <param name="disclosure">The document.</param>
    /// <param name="own">The department's rule files.</param>
    /// <param name="data">The product's data.</param>
    /// <param name="against">Documents to compare with.</param>
    public static AuditReport Audit(Disclosure disclosure, IReadOnlyList<OfficeRule> own, DataFolder data, ReadCompanions against)
    {
        var (formulas, broken) = OwnRules.Use(own, data);
        var report = Auditor.Audit(disclosure, [.. data.Editions.Editions], OwnRules.Joined(formulas, data), data.Catalogue, data.Wordings, against.Documents);
        return report with { FailedRules = [.. report.FailedRules, .. broken], NotRead = [.. report.NotRead, .. against.NotRead] };
    }

    /// <summary>What a list says of a document.</summary>
    public static ReviewSummary Summary(Disclosure disclosure, AuditReport report) => new(
        report.Facts.Agency,
        report.Facts.Year,
        report.Facts.Kind switch { DisclosureKind.Budget => "预算", DisclosureKind.Final => "决算", _ => null },
        report.Facts.Pages,
        report.Findings.Count(f => f.Severity == Severity.Error),
        report.Findings.Count(f => f.Severity == Severity.Warning),
        report.Findings.Count(f => f.Severity == Severity.Hint),
        report.Figures,
        disclosure.Statements.Sum(s => s.Rows.Sum(r => r.Cells.Count(IsUnsure))),
        report.FailedRules.Count);

    /// <summary>Whether a cell asks for a person's look.</summary>
    public static bool IsUnsure(Cell cell) => !cell.Sure || cell.Text is null;

    private static Disclosure Named(Disclosure disclosure, string name) => disclosure with { Facts = disclosure.Facts with { File = name } };
}
