using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reporting;

/// <summary>A document with what its audit found (已审核的文件): what reports are made from.</summary>
/// <param name="Disclosure">What was read.</param>
/// <param name="Report">What was found.</param>
/// <param name="Content">Bytes of the file; empty where there is no single file, as for a ledger.</param>
public sealed record AuditedFile(Disclosure Disclosure, AuditReport Report, ReadOnlyMemory<byte> Content)
{
    /// <summary>Whether an earlier call audited it and wrote its reports: then only the findings are known.</summary>
    public bool IsResumed { get; init; }

    /// <summary>What people said of a finding, in words; null where nobody said anything.</summary>
    public Func<Finding, string?> StateOf { get; init; } = _ => null;

    /// <summary>The findings that a report shows.</summary>
    /// <param name="withHints">Whether differences that rounding explains are shown, too.</param>
    public IReadOnlyList<Finding> Shown(bool withHints) => [.. Report.Findings.Where(f => withHints || f.Severity != Severity.Hint)];

    /// <summary>Where a finding stands: its own place, else that of the cell it names.</summary>
    public Place PlaceOf(Finding finding)
    {
        if (finding.At != Place.Unknown || finding.Statement is null)
            return finding.At;
        var statement = Disclosure.Statements.FirstOrDefault(s => s.Title == finding.Statement);
        var cell = statement?.Rows.FirstOrDefault(r => r.Key == finding.Row)?.Cells.FirstOrDefault(c => finding.Column is null || c.Column.Equals(finding.Column));
        return cell?.At ?? statement?.At ?? Place.Unknown;
    }
}
