using Microsoft.AspNetCore.Mvc;
using Mingzhang.Documents.Publishing.Html;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Pages;

/// <summary>A document as it is published, every figure of it a link (公开文件).</summary>
internal sealed class DisclosureModel(DisclosureLibrary library, IServiceProvider services) : PublicationPage(library)
{
    private readonly DisclosureLibrary _library = library;

    public string Body { get; private set; } = "";

    public IReadOnlyList<ContentsEntry> Contents { get; private set; } = [];

    /// <summary>How often it was published from the workbench; 0 where there is none.</summary>
    public int Published { get; private set; }

    public IReadOnlyList<PublicationKey> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        Title(Publication.Key.Agency + Publication.Key.Title, "/");
        Body = HtmlFragment.Body(Publication.Printed, new TraceLinks(Publication));
        Contents = HtmlFragment.Contents(Publication.Printed);
        Published = services.GetService<EarlierVersions>() is { } versions ? (await versions.ListAsync(Publication.Key, cancellation).ConfigureAwait(false)).Count : 0;
        Others = [.. (await _library.ListAsync(cancellation).ConfigureAwait(false)).Where(k => k.Agency == Publication.Key.Agency && k != Publication.Key)];
        return Page();
    }
}
