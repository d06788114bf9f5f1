using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>Marks a draft (草稿): a list of what is still to be supplied below the cover, and each gap where it stands.</summary>
internal static class HtmlDraft
{
    /// <summary>The list; nothing for a document without gaps. It is no part of the document, so it stands aside.</summary>
    public static void Banner(HtmlText html, IReadOnlyList<DraftGap> gaps)
    {
        if (gaps.Count == 0)
            return;
        html.Raw("<aside class=\"draft\" aria-label=\"草稿\">\n<p><strong>草稿</strong> 还有 ").Number(gaps.Count).Raw(" 处待填，填好后才能公开：</p>\n<ul>\n");
        foreach (var gap in gaps)
            html.Raw("<li>").Text(gap.What).Raw("<span> · ").Text(gap.Section.Split('/')[^1]).Raw("</span></li>\n");
        html.Raw("</ul>\n</aside>\n");
    }

    /// <summary>A text with its gaps marked.</summary>
    public static void Text(HtmlText html, string text)
    {
        foreach (var (part, isGap) in Draft.Cut(text))
        {
            if (isGap)
                html.Raw("<mark>").Text(part).Raw("</mark>");
            else
                html.Text(part);
        }
    }
}
