using Microsoft.AspNetCore.Mvc;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Pages;

/// <summary>The catalogue of rules (审核规则).</summary>
internal sealed class RulesModel(DisclosureLibrary library) : SitePage
{
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    public IReadOnlyList<IGrouping<string, RuleEntry>> Groups { get; private set; } = [];

    public int Count { get; private set; }

    public IActionResult OnGet()
    {
        var all = RuleEntry.All(library.Data);
        var wanted = Words?.Trim();
        var shown = all.Where(r => (Id is null || r.Id == Id)
            && (string.IsNullOrEmpty(wanted) || r.Id.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) || r.Sentence.Contains(wanted, StringComparison.Ordinal)
                || r.Formula?.Contains(wanted, StringComparison.Ordinal) == true || r.Group.Contains(wanted, StringComparison.Ordinal))).ToList();
        if (Id is not null && shown.Count == 0)
            return NotFound();
        Count = shown.Count;
        Groups = [.. shown.GroupBy(r => r.Group)];
        Title(Id is null ? "审核规则" : $"规则 {Id}", "/rules");
        return Page();
    }
}
