using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>Where figures of a document lead (数的链接), for a page that stands among others.</summary>
public interface IFigureLinks
{
    /// <summary>Address that a figure in a table leads to; null for none.</summary>
    /// <param name="table">Ordinal of the table in the document, from 0.</param>
    /// <param name="column">Its column.</param>
    /// <param name="cell">The cell.</param>
    string? OfCell(int table, PrintedColumn column, PrintedCell cell);

    /// <summary>Stretches of a paragraph that lead somewhere, in order and apart.</summary>
    /// <param name="paragraph">Ordinal of the paragraph in the document, from 0.</param>
    IEnumerable<TextLink> OfText(int paragraph);
}

/// <summary>A stretch of a paragraph that leads somewhere.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last.</param>
/// <param name="Address">Where it leads.</param>
public readonly record struct TextLink(int Start, int End, string Address);

/// <summary>The body of a document as markup for another page (网页片段): the same that the published page has, with links.</summary>
public static class HtmlFragment
{
    /// <summary>All parts, tables, forms and charts.</summary>
    /// <param name="document">The document.</param>
    /// <param name="links">Where its figures lead.</param>
    public static string Body(PrintedDocument document, IFigureLinks links)
    {
        var html = new HtmlText();
        new HtmlBody(html, links).Write(document);
        return html.ToString();
    }

    /// <summary>What the document holds, with the ids that <see cref="Body"/> gives.</summary>
    public static IReadOnlyList<ContentsEntry> Contents(PrintedDocument document) => [.. HtmlContents.Of(document)];
}
