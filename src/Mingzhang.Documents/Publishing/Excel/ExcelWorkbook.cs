using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>Writes worksheets as a workbook (XLSX).</summary>
internal static class ExcelWorkbook
{
    /// <summary>Namespace of workbooks.</summary>
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const int LongestName = 31;
    private const string A4 = "9";
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CloseOutput = true };

    /// <summary>Writes a workbook.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="sheets">Its sheets in order.</param>
    /// <param name="describe">Sets the properties of the document; null for none.</param>
    public static void Write(Stream output, IReadOnlyList<ExcelSheet> sheets, Action<SpreadsheetDocument>? describe = null)
    {
        using var package = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = package.AddWorkbookPart();
        var styles = new ExcelStyles();
        var ids = new List<string>();
        foreach (var sheet in sheets)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            ids.Add(workbook.GetIdOfPart(part));
            using var xml = XmlWriter.Create(part.GetStream(FileMode.Create), Settings);
            Sheet(xml, sheet, styles, sheets[0] == sheet);
        }

        using (var xml = XmlWriter.Create(workbook.AddNewPart<WorkbookStylesPart>().GetStream(FileMode.Create), Settings))
            styles.Write(xml);
        using (var xml = XmlWriter.Create(workbook.GetStream(FileMode.Create), Settings))
            Book(xml, sheets, ids);
        describe?.Invoke(package);
    }

    /// <summary>A name that a sheet may have and no other has yet.</summary>
    public static string Name(string title, ICollection<string> taken)
    {
        var clean = string.Concat(title.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal) && !char.IsControl(c)));
        if (clean.Length == 0)
            clean = "表";
        var name = clean.Length > LongestName ? clean[..LongestName] : clean;
        for (var n = 2; taken.Contains(name); n++)
        {
            var suffix = n.ToString(CultureInfo.InvariantCulture);
            name = clean[..Math.Min(clean.Length, LongestName - suffix.Length)] + suffix;
        }

        taken.Add(name);
        return name;
    }

    private static void Book(XmlWriter xml, IReadOnlyList<ExcelSheet> sheets, List<string> ids)
    {
        Open(xml, "workbook");
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        Open(xml, "sheets");
        for (var i = 0; i < sheets.Count; i++)
        {
            Open(xml, "sheet");
            xml.WriteAttributeString("name", sheets[i].Name);
            Attribute(xml, "sheetId", i + 1);
            xml.WriteAttributeString("id", Relations, ids[i]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Open(xml, "definedNames");
        for (var i = 0; i < sheets.Count; i++)
            Area(xml, i, "_xlnm.Print_Area", $"'{sheets[i].Name}'!$A$1:${ExcelSheet.Column(sheets[i].Width - 1)}${Math.Max(1, sheets[i].Rows.Count).ToString(CultureInfo.InvariantCulture)}");
        for (var i = 0; i < sheets.Count; i++)
        {
            if (sheets[i].Titles is { } titles)
                Area(xml, i, "_xlnm.Print_Titles", $"'{sheets[i].Name}'!${(titles.First + 1).ToString(CultureInfo.InvariantCulture)}:${(titles.Last + 1).ToString(CultureInfo.InvariantCulture)}");
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Area(XmlWriter xml, int sheet, string name, string area)
    {
        Open(xml, "definedName");
        xml.WriteAttributeString("name", name);
        Attribute(xml, "localSheetId", sheet);
        xml.WriteString(area);
        xml.WriteEndElement();
    }

    // The order of these elements is fixed by the format.
    private static void Sheet(XmlWriter xml, ExcelSheet sheet, ExcelStyles styles, bool isFirst)
    {
        Open(xml, "worksheet");
        Open(xml, "sheetPr");
        Open(xml, "pageSetUpPr");
        Attribute(xml, "fitToPage", 1);
        xml.WriteEndElement();
        xml.WriteEndElement();
        View(xml, sheet, isFirst);
        if (sheet.Widths.Count > 0)
        {
            Open(xml, "cols");
            for (var c = 0; c < sheet.Widths.Count; c++)
            {
                Open(xml, "col");
                Attribute(xml, "min", c + 1);
                Attribute(xml, "max", c + 1);
                xml.WriteAttributeString("width", sheet.Widths[c].ToString("0.##", CultureInfo.InvariantCulture));
                Attribute(xml, "customWidth", 1);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        Open(xml, "sheetData");
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            Open(xml, "row");
            Attribute(xml, "r", r + 1);
            if (sheet.Heights.TryGetValue(r, out var height))
            {
                xml.WriteAttributeString("ht", height.ToString("0.##", CultureInfo.InvariantCulture));
                Attribute(xml, "customHeight", 1);
            }

            foreach (var cell in sheet.Rows[r])
                Cell(xml, cell, r, styles);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        if (sheet.Merges.Count > 0)
        {
            Open(xml, "mergeCells");
            Attribute(xml, "count", sheet.Merges.Count);
            foreach (var (row, column, lastRow, lastColumn) in sheet.Merges)
            {
                Open(xml, "mergeCell");
                xml.WriteAttributeString("ref", $"{ExcelSheet.At(row, column)}:{ExcelSheet.At(lastRow, lastColumn)}");
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        Links(xml, sheet);
        Page(xml, sheet);
        xml.WriteEndElement();
    }

    private static void View(XmlWriter xml, ExcelSheet sheet, bool isFirst)
    {
        Open(xml, "sheetViews");
        Open(xml, "sheetView");
        if (isFirst)
            Attribute(xml, "tabSelected", 1);
        Attribute(xml, "workbookViewId", 0);
        var (rows, columns) = sheet.Frozen;
        if (rows + columns > 0)
        {
            Open(xml, "pane");
            if (columns > 0)
                Attribute(xml, "xSplit", columns);
            if (rows > 0)
                Attribute(xml, "ySplit", rows);
            xml.WriteAttributeString("topLeftCell", ExcelSheet.At(rows, columns));
            xml.WriteAttributeString("activePane", columns == 0 ? "bottomLeft" : rows == 0 ? "topRight" : "bottomRight");
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, ExcelCell cell, int row, ExcelStyles styles)
    {
        Open(xml, "c");
        xml.WriteAttributeString("r", ExcelSheet.At(row, cell.Column));
        Attribute(xml, "s", styles.Of(cell.Look));
        if (cell.Number is { } number)
        {
            if (cell.Formula is not null)
                xml.WriteElementString("f", Main, cell.Formula);
            xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
        }
        else if (!string.IsNullOrEmpty(cell.Text))
        {
            xml.WriteAttributeString("t", "inlineStr");
            Open(xml, "is");
            Open(xml, "t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(Word.WordXml.Clean(cell.Text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Links(XmlWriter xml, ExcelSheet sheet)
    {
        if (sheet.Links.Count == 0)
            return;
        Open(xml, "hyperlinks");
        foreach (var (row, column, target) in sheet.Links)
        {
            Open(xml, "hyperlink");
            xml.WriteAttributeString("ref", ExcelSheet.At(row, column));
            xml.WriteAttributeString("location", $"'{target}'!A1");
            xml.WriteAttributeString("display", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Page(XmlWriter xml, ExcelSheet sheet)
    {
        Open(xml, "printOptions");
        Attribute(xml, "horizontalCentered", 1);
        xml.WriteEndElement();
        Open(xml, "pageMargins");
        foreach (var side in (string[])["left", "right", "top", "bottom"])
            xml.WriteAttributeString(side, side is "left" or "right" ? "0.6" : "0.75");
        xml.WriteAttributeString("header", "0.3");
        xml.WriteAttributeString("footer", "0.3");
        xml.WriteEndElement();
        Open(xml, "pageSetup");
        xml.WriteAttributeString("paperSize", A4);
        Attribute(xml, "fitToHeight", 0);
        xml.WriteAttributeString("orientation", sheet.IsWide ? "landscape" : "portrait");
        xml.WriteEndElement();
        Open(xml, "headerFooter");
        xml.WriteElementString("oddFooter", Main, "&C— &P —");
        xml.WriteEndElement();
    }

    private static void Open(XmlWriter xml, string name) => xml.WriteStartElement(name, Main);

    private static void Attribute(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
