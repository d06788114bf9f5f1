using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Classifications;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Pages;

/// <summary>A classification as a tree with a search (科目分类).</summary>
internal sealed class ClassificationsModel(DisclosureLibrary library) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public IReadOnlyList<Classification> All { get; private set; } = [];

    public Classification Shown { get; private set; } = null!;

    public IReadOnlyList<ClassificationItem> Found { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!ModelState.IsValid)
            return BadRequest();
        All = library.Data.Catalogue.All;
        var named = Name is null ? [.. All.Where(c => c.Name == ClassificationCatalogue.Function)] : All.Where(c => c.Name == Name).ToList();
        if (named.LastOrDefault(c => From is null || c.FirstYear == From) is not { } shown)
            return NotFound();
        Shown = shown;
        Title(Shown.Name, "/classifications");
        if (!string.IsNullOrWhiteSpace(Words))
            Found = [.. Shown.Items.Where(i => i.Code.StartsWith(Words.Trim(), StringComparison.Ordinal) || i.Name.Contains(Words.Trim(), StringComparison.Ordinal) || i.Aliases.Any(a => a.Contains(Words.Trim(), StringComparison.Ordinal)))];
        return Page();
    }
}
