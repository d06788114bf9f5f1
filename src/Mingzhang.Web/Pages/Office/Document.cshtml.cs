using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Office;
using Mingzhang.Documents.Publishing.Html;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The document as it stands: tables and narrative compiled from the records (编制稿).</summary>
[Requires(Act.See)]
internal sealed class DocumentModel(CurrentActor current, OfficeDesk desk, DraftWorks works) : DraftPage(current, desk, works)
{
    private const int Longest = 60, LongestText = 500;

    public string Body { get; private set; } = "";

    public IReadOnlyList<ContentsEntry> Contents { get; private set; } = [];

    public IEnumerable<(Paragraph Paragraph, int Index)> Paragraphs => Work.Publication!.Disclosure.Narrative.Select((p, i) => (p, i));

    /// <summary>The beginning of a sentence.</summary>
    public static string Short(string text) => text.Length > Longest ? text[..Longest] + "……" : text;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("编制稿", cancellation).ConfigureAwait(false))
            return NotFound();
        // The document sums up all units.
        if (!SeesAll)
            return Forbid();
        if (Work.Publication is { } publication)
        {
            Body = HtmlFragment.Body(publication.Printed, new NoLinks());
            Contents = HtmlFragment.Contents(publication.Printed);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRemarkAsync(int? paragraph, string? text, CancellationToken cancellation)
    {
        if (!await FindAsync("编制稿", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Remark))
            return Forbid();
        var narrative = Work.Publication?.Disclosure.Narrative ?? [];
        if (paragraph is not (>= 0 and var index) || index >= narrative.Count || string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
            Problems = ["请选一句话，写下意见。"];
        else
        {
            await Desk.Drafts.Remarks.AddAsync(Actor, DepartmentId, DraftId, new Remark(0, null, null, null, narrative[index].Text, text.Trim(), "", "", null, null, false), cancellation).ConfigureAwait(false);
            Done = "批注已记下，在“流程与批注”里看。";
            return RedirectToPage();
        }

        return await OnGetAsync(cancellation).ConfigureAwait(false);
    }
}
