using Microsoft.AspNetCore.Mvc;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Pages;

/// <summary>Documents of several agencies or years side by side (比较).</summary>
internal sealed class CompareModel(DisclosureLibrary library) : SitePage
{
    /// <summary>More columns than can be read beside each other.</summary>
    public const int Most = 8;

    [BindProperty(SupportsGet = true, Name = "doc")]
    public IReadOnlyList<string> Asked { get; set; } = [];

    public IReadOnlyList<PublicationKey> All { get; private set; } = [];

    public IReadOnlyList<Publication> Chosen { get; private set; } = [];

    public IReadOnlyList<ComparedTable> Tables { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Title("比较", "/compare");
        All = await library.ListAsync(cancellation).ConfigureAwait(false);
        var keys = Asked.Distinct(StringComparer.Ordinal).Select(word => All.FirstOrDefault(k => k.Word == word)).ToList();
        if (keys.Contains(null))
            return NotFound();
        if (keys.Count > Most)
            return BadRequest();
        var chosen = new List<Publication>();
        foreach (var key in keys)
        {
            if (await library.FindAsync(key!, cancellation).ConfigureAwait(false) is { } publication)
                chosen.Add(publication);
        }

        Chosen = chosen;
        Tables = chosen.Count < 2 ? [] : ComparedTable.Of(chosen);
        return Page();
    }
}
