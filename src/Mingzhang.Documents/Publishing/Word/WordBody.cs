using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>Writes the text of a document: cover, contents, then all blocks in sections of one page direction each.</summary>
/// <param name="xml">Where to.</param>
/// <param name="document">What.</param>
/// <param name="references">Headers and footers of the sections.</param>
/// <param name="charts">Relations of the charts, in order.</param>
internal sealed class WordBody(
    WordXml xml, PrintedDocument document, IReadOnlyList<(string Element, string Type, string Relation)> references, IReadOnlyList<string> charts)
{
    /// <summary>What names of bookmarks begin with; a number of four digits follows, counted from 1.</summary>
    public const string BookmarkStem = "_Toc";

    private int _bookmark;
    private int _chart;

    /// <summary>What the contents list: the headings of two levels, tables and forms, each with its text; null for other blocks.</summary>
    public static (int Level, string Text)? Entry(PrintedBlock block) => block switch
    {
        HeadingBlock { Level: <= 2 } heading => (heading.Level, Spaced(heading.Text)),
        TableBlock table => (2, Title(table.Table)),
        FormBlock form => (2, form.Form.Title),
        _ => null,
    };

    /// <summary>Writes everything.</summary>
    /// <param name="plan">Direction of pages, fit of tables, pages of the contents.</param>
    public void Write(PagePlan plan)
    {
        xml.Open("body");
        Front(plan.Pages);
        var blocks = document.Blocks;
        var landscape = blocks.Count > 0 && plan.Landscape[0];
        var isFirst = true;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (plan.Landscape[i] != landscape)
            {
                EndSection(landscape, isFirst);
                isFirst = false;
                landscape = plan.Landscape[i];
            }

            Block(blocks[i], plan.Tables[i], plan.Forms[i], landscape, i > 0 && blocks[i - 1] is HeadingBlock { Level: 1 });
        }

        WordPage.Section(xml, landscape, references, isFront: false, startsNumbers: isFirst);
        xml.Close();
    }

    private static string Title(PrintedTable table) =>
        table.Number is { } number && number.Contains('表') && !number.EndsWith('表') ? $"{number} {table.Title}" : table.Title;

    // “第一部分” and the name of the part stand apart.
    private static string Spaced(string heading)
    {
        var end = heading.StartsWith('第') ? heading.IndexOf("部分", StringComparison.Ordinal) : -1;
        return end is > 0 and < 5 && end + 2 < heading.Length && !char.IsWhiteSpace(heading[end + 2]) ? heading[..(end + 2)] + " " + heading[(end + 2)..] : heading;
    }

    private void Front(IReadOnlyList<int> pages)
    {
        xml.Paragraph(WordStyles.Cover, document.Facts.Agency is { } agency ? $"{agency}\n{document.Title}" : document.Title);
        xml.Paragraph(WordStyles.Contents, "目  录");
        var n = 0;
        foreach (var (level, text) in document.Blocks.Select(Entry).OfType<(int, string)>())
        {
            var page = pages[n++].ToString(CultureInfo.InvariantCulture);
            xml.OpenParagraph(WordStyles.Entry(level));
            xml.Open("hyperlink");
            xml.Attribute("anchor", Bookmark(n));
            xml.Attribute("history", "1");
            xml.Run(text + "\t");
            xml.Field($"PAGEREF {Bookmark(n)} \\h", page);
            xml.Close();
            xml.Close();
        }

        xml.Open("p");
        xml.Open("pPr");
        xml.Value("pStyle", WordStyles.SectionEnd);
        WordPage.Section(xml, false, references, isFront: true, startsNumbers: false);
        xml.Close();
        xml.Close();
    }

    private void Block(PrintedBlock block, TableFit? fit, FormFit? formFit, bool landscape, bool afterPart)
    {
        switch (block)
        {
            case HeadingBlock heading:
                Marked(WordStyles.Heading(heading.Level), Spaced(heading.Text), heading.Level <= 2);
                break;
            case TextBlock text:
                xml.OpenParagraph(WordStyles.Body);
                foreach (var (part, isGap) in Draft.Cut(text.Text))
                    xml.Run(part, isGap ? WordStyles.Gap : null);
                xml.Close();
                break;
            case TableBlock { Table: var table }:
                Marked(afterPart ? WordStyles.TableTitleHere : WordStyles.TableTitle, Title(table), true);
                Heading(table, landscape);
                WordTable.Write(xml, table, fit!);
                foreach (var note in table.Notes)
                    xml.Paragraph(WordStyles.Note, note);
                xml.Paragraph(WordStyles.SectionEnd, "");
                break;
            case FormBlock { Form: var form }:
                Marked(afterPart ? WordStyles.TableTitleHere : WordStyles.TableTitle, form.Title, true);
                WordTable.Write(xml, form, WordPage.Width(landscape), formFit!);
                xml.Paragraph(WordStyles.SectionEnd, "");
                break;
            case ChartBlock { Chart: var chart }:
                WordCharts.Place(xml, chart, charts[_chart], ++_chart);
                break;
            default:
                throw new InvalidOperationException($"{block.GetType().Name} 没有 Word 写法。");
        }
    }

    private void Heading(PrintedTable table, bool landscape)
    {
        if (table.Number is { } number && !Title(table).StartsWith(number, StringComparison.Ordinal))
            xml.Paragraph(WordStyles.TableNumber, number);
        var left = document.Facts.Agency is { } agency ? $"部门：{agency}" : "";
        var right = table.Unit.Length > 0 ? $"单位：{table.Unit}" : "";
        if (left.Length + right.Length > 0)
            xml.Paragraph(landscape ? WordStyles.TableUnitWide : WordStyles.TableUnit, right.Length == 0 ? left : $"{left}\t{right}");
    }

    private void Marked(string style, string text, bool isListed)
    {
        xml.OpenParagraph(style);
        if (isListed)
            _bookmark++;
        if (isListed)
        {
            xml.Open("bookmarkStart");
            xml.Attribute("id", _bookmark);
            xml.Attribute("name", Bookmark(_bookmark));
            xml.Close();
        }

        xml.Run(text);
        if (isListed)
        {
            xml.Open("bookmarkEnd");
            xml.Attribute("id", _bookmark);
            xml.Close();
        }

        xml.Close();
    }

    private void EndSection(bool landscape, bool isFirst)
    {
        xml.Open("p");
        xml.Open("pPr");
        xml.Value("pStyle", WordStyles.SectionEnd);
        WordPage.Section(xml, landscape, references, isFront: false, startsNumbers: isFirst);
        xml.Close();
        xml.Close();
    }

    private static string Bookmark(int number) => BookmarkStem + number.ToString("D4", CultureInfo.InvariantCulture);
}
