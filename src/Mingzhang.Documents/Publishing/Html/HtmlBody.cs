using Mingzhang.Documents.Publishing.Layout;
using Mingzhang.Documents.Publishing.Word;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>Writes the blocks of a document: parts as sections, running text in columns of readable width, each table and form on a sheet of its own.</summary>
internal sealed class HtmlBody(HtmlText html, IFigureLinks? links = null, PagePlan? plan = null)
{
    private int _tables;
    private int _paragraphs;
    private bool _inPart;
    private bool _inText;
    private string? _title;

    public void Write(PrintedDocument document)
    {
        for (var b = 0; b < document.Blocks.Count; b++)
        {
            var id = HtmlContents.Id(b);
            switch (document.Blocks[b])
            {
                case HeadingBlock { Level: 1 } heading:
                    OpenPart(heading, id);
                    break;
                case HeadingBlock heading:
                    OpenText();
                    Heading(heading, id);
                    break;
                case TextBlock text:
                    OpenText();
                    Paragraph(text.Text, _paragraphs++);
                    break;
                case TableBlock { Table: var table }:
                    OpenSheet(table.IsWide);
                    var ordinal = _tables++;
                    HtmlTable.Write(html, table, id, plan?.Tables[b], links is null ? null : (column, cell) => links.OfCell(ordinal, column, cell));
                    html.Raw("</section>\n");
                    break;
                case FormBlock { Form: var form }:
                    OpenSheet(form.IsWide);
                    HtmlForm.Write(html, form, id, plan?.Forms[b]);
                    html.Raw("</section>\n");
                    break;
                case ChartBlock { Chart: var chart }:
                    OpenText();
                    HtmlChart.Write(html, chart);
                    break;
            }
        }

        ClosePart();
    }

    private void Paragraph(string text, int ordinal)
    {
        html.Raw("<p>");
        var at = 0;
        foreach (var link in links?.OfText(ordinal) ?? [])
        {
            HtmlDraft.Text(html, text[at..link.Start]);
            html.Raw("<a class=\"figure\" href=\"").Text(link.Address).Raw("\">").Text(text[link.Start..link.End]).Raw("</a>");
            at = link.End;
        }

        HtmlDraft.Text(html, text[at..]);
        html.Raw("</p>\n");
    }

    // The title of a part stands on the page of what comes first in it.
    private void OpenPart(HeadingBlock heading, string id)
    {
        ClosePart();
        _inPart = true;
        html.Raw("<section class=\"part\" aria-labelledby=\"").Raw(id).Raw("\">\n");
        _title = $"<h2 id=\"{id}\">{new HtmlText().Text(HtmlContents.Heading(heading))}</h2>\n";
    }

    private void Heading(HeadingBlock heading, string id)
    {
        var tag = heading.Level switch { 2 => "h3", 3 => "h4", _ => "h5" };
        html.Raw("<").Raw(tag).Raw(" id=\"").Raw(id).Raw("\">").Text(heading.Text).Raw("</").Raw(tag).Raw(">\n");
    }

    private void OpenText()
    {
        if (!_inText)
            html.Raw("<div class=\"text\">\n");
        _inText = true;
        Title();
    }

    private void OpenSheet(bool isWide)
    {
        CloseText();
        html.Raw(isWide ? "<section class=\"sheet wide\">\n" : "<section class=\"sheet\">\n");
        Title();
    }

    private void Title()
    {
        html.Raw(_title ?? "");
        _title = null;
    }

    private void CloseText()
    {
        if (_inText)
            html.Raw("</div>\n");
        _inText = false;
    }

    private void ClosePart()
    {
        CloseText();
        Title();
        if (_inPart)
            html.Raw("</section>\n");
        _inPart = false;
    }
}
