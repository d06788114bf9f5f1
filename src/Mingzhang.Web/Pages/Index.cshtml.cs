using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Disclosures;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Pages;

/// <summary>All documents, by agency, with state and totals (公开文件一览).</summary>
internal sealed class IndexModel(DisclosureLibrary library) : SitePage
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<Publication> All { get; private set; } = [];

    public IReadOnlyList<IGrouping<string, Publication>> Shown { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Title(null, "/");
        if (!ModelState.IsValid || (!string.IsNullOrEmpty(Kind) && PublicationKey.KindOf(Kind) is null))
            return BadRequest();
        All = await library.AllAsync(cancellation).ConfigureAwait(false);
        Years = [.. All.Select(p => p.Key.Year).Distinct().OrderDescending()];
        DisclosureKind? kind = PublicationKey.KindOf(Kind);
        Shown =
        [
            .. All.Where(p => (Year is null || p.Key.Year == Year) && (kind is null || p.Key.Kind == kind)
                    && (string.IsNullOrWhiteSpace(Words) || p.Key.Agency.Contains(Words.Trim(), StringComparison.Ordinal)))
                .GroupBy(p => p.Key.Agency),
        ];
        return Page();
    }
}
