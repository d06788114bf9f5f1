using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Mingzhang.Core.Auditing;
using Mingzhang.Web.Library;
using Mingzhang.Web.Site;

namespace Mingzhang.Web.Pages;

/// <summary>What pages made of the library share.</summary>
[FromContent]
public abstract class SitePage : PageModel
{
    /// <summary>Title of the page and the place of the navigation it belongs to.</summary>
    protected void Title(string? title, string section)
    {
        ViewData["Title"] = title;
        ViewData["Section"] = section;
    }
}

/// <summary>A page about one document; its address names the document.</summary>
internal abstract class PublicationPage(DisclosureLibrary library) : SitePage
{
    /// <summary>Agency in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Agency { get; set; } = "";

    /// <summary>Year in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    /// <summary>Kind in the address: budget or final.</summary>
    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    /// <summary>The document.</summary>
    public Publication Publication { get; private set; } = null!;

    /// <summary>Finds the document; false when there is none of the name.</summary>
    protected async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (PublicationKey.KindOf(Kind) is not { } kind || await library.FindAsync(new PublicationKey(Agency, Year, kind), cancellation).ConfigureAwait(false) is not { } found)
            return false;
        Publication = found;
        return true;
    }
}

/// <summary>Words for what an audit found.</summary>
internal static class Verdicts
{
    /// <summary>State of a document in words and the class of its mark.</summary>
    public static (string Words, string Mark) State(AuditReport report)
    {
        var errors = report.Findings.Count(f => f.Severity == Severity.Error);
        var warnings = report.Findings.Count(f => f.Severity == Severity.Warning);
        return (errors, warnings) switch
        {
            (0, 0) => ("勾稽相符", "good"),
            (0, _) => ($"疑点 {warnings} 处", "doubt"),
            (_, 0) => ($"错误 {errors} 处", "bad"),
            _ => ($"错误 {errors} 处，疑点 {warnings} 处", "bad"),
        };
    }

    /// <summary>A severity in words and the class of its mark.</summary>
    public static (string Words, string Mark) Of(Severity severity) => severity switch
    {
        Severity.Error => ("错误", "bad"),
        Severity.Warning => ("疑点", "doubt"),
        _ => ("尾差", "good"),
    };

    /// <summary>A verdict on a relation in words and the class of its mark.</summary>
    public static (string Words, string Mark) Of(Core.Auditing.Relations.Verdict verdict) => verdict switch
    {
        Core.Auditing.Relations.Verdict.Holds => ("相符", "good"),
        Core.Auditing.Relations.Verdict.ExplainedByRounding => ("四舍五入尾差", "good"),
        Core.Auditing.Relations.Verdict.OffByLastPlace => ("末位差一", "doubt"),
        Core.Auditing.Relations.Verdict.Broken => ("不符", "bad"),
        _ => ("有数无法读出", "doubt"),
    };
}
