using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Library;

/// <summary>What was published again stays to be read (历次公开): 更正 and 调整 are new versions beside the old ones.</summary>
internal sealed class EarlierVersions(OfficeDesk desk, DataFolder data)
{
    /// <summary>The publications of a document, the newest first; empty for one that was not published from this workbench.</summary>
    public async Task<IReadOnlyList<PublishingSheet>> ListAsync(PublicationKey key, CancellationToken cancellation) =>
        await DraftAsync(key, cancellation).ConfigureAwait(false) is { } draft ? await desk.Drafts.Versions.PublishedAsync(draft.Id, cancellation).ConfigureAwait(false) : [];

    /// <summary>The document as it was published; null when there is no such publication.</summary>
    /// <param name="key">Which document.</param>
    /// <param name="number">1 for the first publication.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Publication?> FindAsync(PublicationKey key, int number, CancellationToken cancellation)
    {
        if (await DraftAsync(key, cancellation).ConfigureAwait(false) is not { } draft || await LedgerAsync(draft, number, cancellation).ConfigureAwait(false) is not var (ledger, edition))
            return null;
        return Publication.Make(key, ledger, edition, data);
    }

    /// <summary>A publication of a department as data; null when it has none of the numbers.</summary>
    /// <param name="department">Number of the department.</param>
    /// <param name="draft">Number of the draft.</param>
    /// <param name="number">1 for the first publication.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Disclosure?> DisclosureAsync(int department, int draft, int number, CancellationToken cancellation)
    {
        if (await desk.Drafts.FindAsync(department, draft, cancellation).ConfigureAwait(false) is not { } info || await LedgerAsync(info, number, cancellation).ConfigureAwait(false) is not var (ledger, edition))
            return null;
        return Compiler.Compile(ledger, edition, data.Catalogue, data.Outlines);
    }

    // The records of a publication, and the forms it was printed by.
    private async Task<(Ledger Ledger, Edition Edition)?> LedgerAsync(DraftInfo draft, int number, CancellationToken cancellation)
    {
        if ((await desk.Drafts.Versions.PublishedAsync(draft.Id, cancellation).ConfigureAwait(false)).FirstOrDefault(p => p.Number == number) is not { } sheet
            || await desk.Drafts.Versions.RecordsAsync(draft.Id, sheet.Version, cancellation).ConfigureAwait(false) is not { } records
            || await desk.Register.DepartmentAsync(draft.Department, cancellation).ConfigureAwait(false) is not { } department)
            return null;
        var load = LedgerSheets.Load(DraftWorks.Settings(department, draft), [.. records.Select(r => new SheetRecord(r.Sheet, r.Cells))], data.Catalogue);
        return load.Ledger is { } ledger && data.Editions.Find(draft.Edition) is { } edition ? (ledger, edition) : null;
    }

    private Task<DraftInfo?> DraftAsync(PublicationKey key, CancellationToken cancellation) =>
        Core.Office.Practice.Is(key.Agency) ? Task.FromResult<DraftInfo?>(null) : desk.Drafts.Versions.PublishedDraftAsync(key.Agency, key.Year, key.Kind == DisclosureKind.Final ? Stage.Final : Stage.Budget, cancellation);
}
