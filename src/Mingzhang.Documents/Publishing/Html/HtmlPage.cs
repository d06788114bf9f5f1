using System.Security.Cryptography;
using System.Text;
using Mingzhang.Documents.Publishing.Layout;
using Mingzhang.Documents.Publishing.Word;
using Mingzhang.Documents.Reading.Html;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>The frame of the page: head, cover, contents, parts.</summary>
internal static class HtmlPage
{
    // The page may use its own style and nothing else, whatever a text in it may hold.
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(HtmlStyle.Sheet)))}'; base-uri 'none'; form-action 'none'";

    /// <summary>Writes the page.</summary>
    /// <param name="document">The document.</param>
    public static string Write(PrintedDocument document)
    {
        var html = new HtmlText();
        html.Raw("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"").Text(Policy)
            .Raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"明账\">\n<meta name=\"").Raw(HtmlNames.EditionMeta).Raw("\" content=\"").Text(document.Facts.Edition ?? "")
            .Raw("\">\n<title>").Text(document.FullTitle)
            .Raw("</title>\n<style>").Raw(HtmlStyle.Sheet).Raw("</style>\n</head>\n<body>\n<header class=\"cover\">\n");
        if (document.Facts.Agency is { } agency)
            html.Raw("<p class=\"agency\">").Text(agency).Raw("</p>\n");
        html.Raw("<h1>").Text(document.Title).Raw("</h1>\n</header>\n");
        HtmlDraft.Banner(html, document.Gaps);
        Contents(html, document);
        html.Raw("<main>\n");
        new HtmlBody(html, plan: PagePlan.Of(document)).Write(document);
        return html.Raw("</main>\n</body>\n</html>\n").ToString();
    }

    private static void Contents(HtmlText html, PrintedDocument document)
    {
        html.Raw("<nav class=\"contents\" aria-labelledby=\"contents\">\n<h2 id=\"contents\">目录</h2>\n<ol>\n");
        foreach (var entry in HtmlContents.Of(document))
        {
            html.Raw(entry.Level == 1 ? "<li class=\"part-line\">" : "<li>");
            Line(html, entry);
            html.Raw("</li>\n");
        }

        html.Raw("</ol>\n</nav>\n");
    }

    private static void Line(HtmlText html, ContentsEntry entry)
    {
        html.Raw("<a href=\"#").Raw(entry.Id).Raw("\"><span class=\"name\">");
        if (entry.Number is not null)
            html.Raw("<span class=\"number\">").Text(entry.Number).Raw("</span>");
        // A web page has no page numbers; a print fills them in.
        html.Text(entry.Title).Raw("</span><span class=\"page\"></span></a>");
    }
}
