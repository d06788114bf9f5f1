using System.Globalization;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>Writes tables and forms: merged headers that repeat on each page, rows that stay whole, one style for each kind of cell.</summary>
internal static class WordTable
{
    /// <summary>A table of figures.</summary>
    public static void Write(WordXml xml, PrintedTable table, TableFit tableFit)
    {
        var (fit, height) = (tableFit.Columns, tableFit.Least);
        var size = fit.HalfPoints;
        Open(xml, fit.Twips);
        for (var r = 0; r < table.Header.Count; r++)
        {
            OpenRow(xml, height, isHeader: true);
            foreach (var cell in Covering(table.Header, r, table.Columns.Count))
                Cell(xml, fit.Twips, cell.Column, cell.ColumnSpan, Merge(cell.Row, cell.RowSpan, r), WordStyles.Header(size), cell.Row == r ? cell.Text : "", null);
            xml.Close();
        }

        foreach (var row in table.Body)
        {
            OpenRow(xml, height, isHeader: false);
            for (var c = 0; c < row.Cells.Count; c++)
                Cell(xml, fit.Twips, c, 1, null, Style(table.Columns[c].Kind, row.Cells[c], size), row.Cells[c].Text, row.IsTotal ? WordStyles.Total : null);
            xml.Close();
        }

        xml.Close();
    }

    /// <summary>A table of texts and figures with one row of headers.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="widths">Width of each column.</param>
    /// <param name="headers">Header of each column.</param>
    /// <param name="figures">Whether a column holds figures.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="size">Type size in half points, one of the sizes of tables.</param>
    public static void Write(WordXml xml, IReadOnlyList<int> widths, IReadOnlyList<string> headers, IReadOnlyList<bool> figures, IReadOnlyList<IReadOnlyList<string>> rows, int size)
    {
        Open(xml, widths);
        OpenRow(xml, TableFit.LineOf(size), isHeader: true);
        for (var c = 0; c < headers.Count; c++)
            Cell(xml, widths, c, 1, null, WordStyles.Header(size), headers[c], null);
        xml.Close();
        foreach (var row in rows)
        {
            OpenRow(xml, TableFit.LineOf(size), isHeader: false);
            for (var c = 0; c < row.Count; c++)
                Cell(xml, widths, c, 1, null, figures[c] ? WordStyles.Figure(size) : WordStyles.Text(size), row[c], null);
            xml.Close();
        }

        xml.Close();
    }

    /// <summary>A form of labels with their values beside them, two pairs a row at most.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="width">Width of the whole.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="size">Type size in half points, one of the sizes of tables.</param>
    public static void Write(WordXml xml, int width, IReadOnlyList<IReadOnlyList<(string Label, string Value)>> rows, int size)
    {
        const int LabelPercent = 19, ValuePercent = 31, Columns = 4;
        var (label, value) = (width * LabelPercent / 100, width * ValuePercent / 100);
        int[] widths = [label, value, label, value];
        Open(xml, widths);
        foreach (var row in rows)
        {
            OpenRow(xml, TableFit.LineOf(size), isHeader: false);
            for (var c = 0; c < row.Count; c++)
            {
                Cell(xml, widths, c * 2, 1, null, WordStyles.Header(size), row[c].Label, null);
                Cell(xml, widths, (c * 2) + 1, c == row.Count - 1 ? Columns - (c * 2) - 1 : 1, null, WordStyles.Text(size), row[c].Value, null);
            }

            xml.Close();
        }

        xml.Close();
    }

    /// <summary>A performance form.</summary>
    public static void Write(WordXml xml, PrintedForm form, int width, FormFit fit)
    {
        var size = fit.HalfPoints;
        var edges = form.Edges(width);
        var widths = edges.Skip(1).Zip(edges, (end, start) => end - start).ToArray();
        Open(xml, widths);
        var open = new Dictionary<int, (FormCell Cell, int Row)>();
        for (var r = 0; r < form.Rows.Count; r++)
        {
            OpenRow(xml, fit.Least, isHeader: false);
            var keeps = form.Together.Any(t => t.First <= r && r < t.End - 1);
            var own = form.Rows[r].ToDictionary(c => c.Column);
            for (var c = 0; c < form.Width;)
            {
                if (own.TryGetValue(c, out var cell))
                    open[c] = (cell, r);
                if (!open.TryGetValue(c, out var covering) || covering.Row + covering.Cell.RowSpan <= r)
                    throw new InvalidOperationException($"绩效表“{form.Title}”第 {r + 1} 行第 {c + 1} 列没有单元格。");
                var shown = covering.Cell;
                Cell(xml, widths, c, shown.ColumnSpan, Merge(covering.Row, shown.RowSpan, r), shown.IsLabel ? WordStyles.Header(size) : shown.IsShort ? WordStyles.Middle(size) : WordStyles.Text(size), covering.Row == r ? shown.Text : "", null, keeps);
                c += shown.ColumnSpan;
            }

            xml.Close();
        }

        xml.Close();
    }

    private static string Style(ColumnKind kind, PrintedCell cell, int size) => kind switch
    {
        ColumnKind.Amount => cell.Value is null ? WordStyles.Text(size) : WordStyles.Figure(size),
        ColumnKind.Label => WordStyles.Label(size, cell.Level),
        ColumnKind.Code => WordStyles.Code(size),
        _ => WordStyles.Text(size),
    };

    // The header cells that lie on a row, those that began above it included, from the left.
    private static IEnumerable<(string Text, int Column, int ColumnSpan, int Row, int RowSpan)> Covering(IReadOnlyList<IReadOnlyList<HeaderCell>> header, int row, int width) =>
        header.SelectMany((cells, r) => cells.Select(c => (c.Text, c.Column, c.ColumnSpan, Row: r, c.RowSpan)))
            .Where(c => c.Row <= row && c.Row + c.RowSpan > row && c.Column < width)
            .OrderBy(c => c.Column);

    private static string? Merge(int first, int span, int row) => span == 1 ? null : row == first ? "restart" : "continue";

    private static void Open(WordXml xml, IReadOnlyList<int> widths)
    {
        xml.Open("tbl");
        xml.Open("tblPr");
        xml.Value("tblStyle", WordStyles.Table);
        xml.Open("tblW");
        xml.Attribute("w", widths.Sum());
        xml.Attribute("type", "dxa");
        xml.Close();
        xml.Value("jc", "center");
        xml.Open("tblLayout");
        xml.Attribute("type", "fixed");
        xml.Close();
        xml.Close();
        xml.Open("tblGrid");
        foreach (var width in widths)
        {
            xml.Open("gridCol");
            xml.Attribute("w", width);
            xml.Close();
        }

        xml.Close();
    }

    private static void OpenRow(WordXml xml, int height, bool isHeader)
    {
        xml.Open("tr");
        xml.Open("trPr");
        xml.Flag("cantSplit");
        xml.Open("trHeight");
        xml.Attribute("val", height.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("hRule", "atLeast");
        xml.Close();
        if (isHeader)
            xml.Flag("tblHeader");
        xml.Close();
    }

    private static void Cell(WordXml xml, IReadOnlyList<int> widths, int column, int span, string? merge, string style, string text, string? runStyle, bool keepsWithNext = false)
    {
        xml.Open("tc");
        xml.Open("tcPr");
        xml.Open("tcW");
        var width = 0;
        for (var c = column; c < column + span; c++)
            width += widths[c];
        xml.Attribute("w", width);
        xml.Attribute("type", "dxa");
        xml.Close();
        if (span > 1)
            xml.Value("gridSpan", span);
        if (merge is not null)
            xml.Value("vMerge", merge);
        xml.Close();
        xml.Paragraph(style, text, runStyle, keepsWithNext);
        xml.Close();
    }
}
