using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Api;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A draft at a glance: figures, mistakes, findings, gaps (编报总览).</summary>
[Requires(Act.See)]
internal sealed class DraftModel(CurrentActor current, OfficeDesk desk, DraftWorks works) : DraftPage(current, desk, works)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync("总览", cancellation).ConfigureAwait(false) ? Page() : NotFound();

    /// <summary>The mistakes in records that the person sees.</summary>
    public IReadOnlyList<SheetMistake> Mistakes
    {
        get
        {
            var seen = SheetRights.Visible(Actor, Work).Select(r => r.Id).ToHashSet();
            return [.. Work.Mistakes.Where(m => m.Record is not { } index || seen.Contains(Work.Records[index].Id))];
        }
    }

    /// <summary>An amount in 万元.</summary>
    public static string Money(long fen) => (fen / 1_000_000m).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>Number of a record within its sheet, from 1.</summary>
    public int? Number(SheetMistake mistake) =>
        mistake.Record is { } index ? Work.Records.Take(index + 1).Count(r => r.Sheet == mistake.Sheet) : null;
}
