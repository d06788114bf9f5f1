using System.Text;
using System.Xml.Linq;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Word;

/// <summary>Walks the body of a Word document into lines and tables in reading order.</summary>
internal sealed class WordBlocks(WordStyleNames styles, WordNumbering numbering, CancellationToken cancellation, Dictionary<XElement, int>? paragraphs = null)
{
    private const int Deepest = 60;
    private readonly List<SourceBlock> _blocks = [];
    private readonly StringBuilder _pending = new();
    private readonly Dictionary<XElement, int> _paragraphs = paragraphs ?? [];

    /// <summary>The blocks of a body.</summary>
    /// <exception cref="InvalidDataException">It is nested deeper than any real document.</exception>
    public List<SourceBlock> Read(XElement body)
    {
        foreach (var paragraph in body.Descendants().Where(e => e.Name.LocalName == "p" && e.Name.Namespace == body.Name.Namespace))
            _paragraphs[paragraph] = _paragraphs.Count + 1;
        Walk(body, 0);
        return _blocks;
    }

    private void Walk(XElement container, int depth)
    {
        if (depth > Deepest)
            throw new InvalidDataException("嵌套过深");
        foreach (var element in container.Elements())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (element.Name.LocalName)
            {
                case "p":
                    Paragraph(element, depth);
                    break;
                case "tbl":
                    Table(element, depth);
                    break;
                case "sdt":
                    // The contents repeat the headings and say nothing more.
                    if (element.Elements().FirstOrDefault(e => e.Name.LocalName == "sdtContent") is { } held && !IsContents(element))
                        Walk(held, depth + 1);
                    break;
                case "AlternateContent":
                    if (Chosen(element) is { } chosen)
                        Walk(chosen, depth + 1);
                    break;
                case "ins" or "moveTo" or "customXml" or "smartTag":
                    Walk(element, depth + 1);
                    break;
            }
        }
    }

    // The first paragraph in an element, or the element itself.
    private Place At(XElement element) =>
        element.DescendantsAndSelf().FirstOrDefault(e => e.Name.LocalName == "p" && _paragraphs.ContainsKey(e)) is { } first ? new Place { Paragraph = _paragraphs[first] } : Place.Unknown;

    private static bool IsContents(XElement sdt) =>
        Word.Value(Word.Child(Word.Child(sdt, "sdtPr"), "docPartObj"), "docPartGallery") is "Table of Contents";

    private static XElement? Chosen(XElement alternate) => Word.Child(alternate, "Choice") ?? Word.Child(alternate, "Fallback");

    private void Paragraph(XElement paragraph, int depth)
    {
        var properties = Word.Child(paragraph, "pPr");
        if (styles.IsContents(properties))
            return;
        var boxes = new List<XElement>();
        var text = new StringBuilder();
        Inline(paragraph, text, boxes, depth);
        // Where the end of a paragraph was deleted, the next goes on with it.
        if (Word.Child(Word.Child(properties, "rPr"), "del") is not null)
        {
            _pending.Append(text);
        }
        else
        {
            var own = _pending.Append(text).ToString();
            _pending.Clear();
            Add(own, properties, At(paragraph));
        }

        foreach (var box in boxes)
            Walk(box, depth + 1);
    }

    private void Add(string text, XElement? properties, Place at)
    {
        var line = TextFlow.Join(text.Split('\n'));
        if (line.Length == 0)
            return;
        line = numbering.Next(properties) + line;
        _blocks.Add(new TextLine(line, at) { IsParagraph = true, Heading = styles.Heading(properties) });
    }

    // Text of runs; what was deleted or is hidden is left out, text boxes are kept for later.
    private static void Inline(XElement container, StringBuilder text, List<XElement> boxes, int depth)
    {
        if (depth > Deepest)
            throw new InvalidDataException("嵌套过深");
        foreach (var element in container.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "t":
                    text.Append(element.Value);
                    break;
                case "tab" or "ptab":
                    text.Append('\t');
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "r":
                    if (!Word.IsOn(Word.Child(element, "rPr"), "vanish"))
                        Inline(element, text, boxes, depth + 1);
                    break;
                case "txbxContent":
                    boxes.Add(element);
                    break;
                case "AlternateContent":
                    if (Chosen(element) is { } chosen)
                        Inline(chosen, text, boxes, depth + 1);
                    break;
                case "pPr" or "rPr" or "del" or "moveFrom" or "delText" or "instrText" or "fldData" or "sdtPr" or "rt" or "chart" or "docPr" or "oMath" or "tbl" or "p":
                    break;
                default:
                    Inline(element, text, boxes, depth + 1);
                    break;
            }
        }
    }

    private void Table(XElement table, int depth)
    {
        // A frame of one cell around text or another table is no table.
        var printed = Rows(table, 0).ToList();
        if (printed is [var single] && Cells(single, 0).Take(2).ToList() is [var frame])
        {
            Walk(frame, depth + 1);
            return;
        }

        var rows = new List<SourceRow>();
        var open = new Dictionary<int, (int Row, int At)>();
        foreach (var row in printed)
        {
            if (Word.Child(Word.Child(row, "trPr"), "del") is not null)
                continue;
            var cells = new List<SourceCell>();
            var column = Word.Number(Word.Value(Word.Child(row, "trPr"), "gridBefore"), 0, WordLimits.Columns);
            foreach (var cell in Cells(row, 0))
            {
                var properties = Word.Child(cell, "tcPr");
                if (Word.Child(properties, "cellDel") is not null)
                    continue;
                var span = Math.Max(1, Word.Number(Word.Value(properties, "gridSpan"), 1, WordLimits.Columns));
                var merge = Word.Child(properties, "vMerge");
                if (merge is not null && Word.Attribute(merge, "val") is not "restart" && open.TryGetValue(column, out var above))
                {
                    var first = rows[above.Row].Cells;
                    ((List<SourceCell>)first)[above.At] = first[above.At] with { RowSpan = rows.Count - above.Row + 1 };
                }
                else
                {
                    open.Remove(column);
                    if (merge is not null)
                        open[column] = (rows.Count, cells.Count);
                    cells.Add(new SourceCell(CellText(cell, depth), column, span, 1, At(cell)));
                }

                column += span;
            }

            rows.Add(new SourceRow(cells));
            if (rows.Count > WordLimits.Rows)
                throw new InvalidDataException("表格行数过多");
        }

        rows.RemoveAll(r => r.Cells.Count == 0);
        if (rows.Count > 0)
            _blocks.Add(new SourceGrid(rows, At(table)));
    }

    private static IEnumerable<XElement> Rows(XElement table, int depth) => Held(table, "tr", depth);

    private static IEnumerable<XElement> Cells(XElement row, int depth) => Held(row, "tc", depth);

    // Rows and cells may stand in content controls and insertions.
    private static IEnumerable<XElement> Held(XElement container, string name, int depth)
    {
        if (depth > Deepest)
            throw new InvalidDataException("嵌套过深");
        foreach (var element in container.Elements())
        {
            if (element.Name.LocalName == name)
            {
                yield return element;
            }
            else if (element.Name.LocalName is "sdt" or "sdtContent" or "ins" or "customXml")
            {
                foreach (var held in Held(element, name, depth + 1))
                    yield return held;
            }
        }
    }

    private string CellText(XElement cell, int depth)
    {
        var inside = new WordBlocks(styles, numbering, cancellation, _paragraphs);
        inside.Walk(cell, depth + 1);
        return TextFlow.Join(inside._blocks.SelectMany(b => b is TextLine line ? [line.Text] : ((SourceGrid)b).Rows.SelectMany(r => r.Cells.Select(c => c.Text))));
    }
}

/// <summary>What no real table has more of.</summary>
internal static class WordLimits
{
    /// <summary>Grid columns.</summary>
    public const int Columns = 500;

    /// <summary>Rows.</summary>
    public const int Rows = 200_000;
}
