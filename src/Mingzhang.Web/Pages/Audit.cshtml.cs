using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Auditing;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Pages;

/// <summary>What the audit of a document found (审核报告).</summary>
internal sealed class AuditModel(DisclosureLibrary library) : PublicationPage(library)
{
    public IReadOnlyList<IGrouping<string, Finding>> Groups { get; private set; } = [];

    public IReadOnlyList<Finding> Hints { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        Title($"{Publication.Key.Agency}{Publication.Key.Title} 审核报告", "/");
        Groups = [.. Publication.Findings.GroupBy(f => f.Statement is { } table ? $"《{table}》" : f.Section?.Replace("/", " › ", StringComparison.Ordinal) ?? "全文")];
        Hints = [.. Publication.Report.Findings.Where(f => f.Severity == Severity.Hint)];
        return Page();
    }

    /// <summary>Address of the figure a finding is about; null when it is about no figure.</summary>
    public string? AddressOf(Finding finding)
    {
        if (finding is not { Statement: { } table, Row: { } row, Column: { } column })
            return null;
        var address = new FigureAddress(table, row, column.Text, 1);
        return address.In(Publication) is null ? null : Publication.Key.Path + address.Query;
    }
}
