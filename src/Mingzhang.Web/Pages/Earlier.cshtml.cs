using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Mingzhang.Documents.Publishing.Html;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Library;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Pages;

/// <summary>The versions in which a document was published, and one of them as it was (历次公开). A demonstration has none.</summary>
internal sealed class EarlierModel(IServiceProvider services) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Agency { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    /// <summary>Number of the publication in the address; null for the list.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Number { get; set; }

    public PublicationKey Key { get; private set; } = null!;

    public IReadOnlyList<PublishingSheet> All { get; private set; } = [];

    public PublishingSheet? Sheet { get; private set; }

    public string Body { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (PublicationKey.KindOf(Kind) is not { } kind || services.GetService<EarlierVersions>() is not { } versions)
            return NotFound();
        Key = new PublicationKey(Agency, Year, kind);
        All = await versions.ListAsync(Key, cancellation).ConfigureAwait(false);
        if (All.Count == 0)
            return NotFound();
        ViewData["Title"] = Key.Agency + Key.Title + "历次公开";
        ViewData["Section"] = "/";
        if (Number is not { } number)
            return Page();
        Sheet = All.FirstOrDefault(s => s.Number == number);
        if (Sheet is null || await versions.FindAsync(Key, number, cancellation).ConfigureAwait(false) is not { } publication)
            return NotFound();
        Body = HtmlFragment.Body(publication.Printed, new NoLinks());
        return Page();
    }
}
