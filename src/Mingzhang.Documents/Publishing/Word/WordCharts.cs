using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Mingzhang.Documents.Publishing.Excel;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>Native charts of a Word document (图): drawn by Word from a workbook that is embedded with each.</summary>
internal static class WordCharts
{
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private const string Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private const string Placing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private const string Width = "5400000";
    private const string Height = "2600000";

    // Quiet colours that differ in print without colour too.
    private static readonly string[] Colours = ["2F5597", "C55A11", "7F7F7F", "BF9000", "548235", "7030A0", "A9D18E", "9DC3E6"];

    /// <summary>Adds the part of a chart.</summary>
    /// <returns>Its relation.</returns>
    public static string Add(MainDocumentPart main, PrintedChart chart)
    {
        var part = main.AddNewPart<ChartPart>();
        var workbook = part.AddEmbeddedPackagePart("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        using (var data = ChartWorkbook.Make(chart))
            workbook.FeedData(data);
        using var xml = XmlWriter.Create(part.GetStream(FileMode.Create), new XmlWriterSettings { CloseOutput = true });
        Write(xml, chart, part.GetIdOfPart(workbook));
        return main.GetIdOfPart(part);
    }

    /// <summary>Places a chart in the text, in a paragraph of its own.</summary>
    public static void Place(WordXml xml, PrintedChart chart, string relation, int number)
    {
        xml.OpenParagraph(WordStyles.Picture);
        xml.Open("r");
        xml.Open("drawing");
        var w = xml.Writer;
        w.WriteStartElement("wp", "inline", Placing);
        foreach (var side in (string[])["distT", "distB", "distL", "distR"])
            w.WriteAttributeString(side, "0");
        w.WriteStartElement("extent", Placing);
        w.WriteAttributeString("cx", Width);
        w.WriteAttributeString("cy", Height);
        w.WriteEndElement();
        w.WriteStartElement("docPr", Placing);
        w.WriteAttributeString("id", number.ToString(CultureInfo.InvariantCulture));
        w.WriteAttributeString("name", $"图 {number}");
        w.WriteAttributeString("descr", Described(chart));
        w.WriteEndElement();
        w.WriteStartElement("a", "graphic", Drawing);
        w.WriteStartElement("graphicData", Drawing);
        w.WriteAttributeString("uri", Chart);
        w.WriteStartElement("c", "chart", Chart);
        w.WriteAttributeString("id", WordXml.Relations, relation);
        w.WriteEndElement();
        w.WriteEndElement();
        w.WriteEndElement();
        w.WriteEndElement();
        xml.Close();
        xml.Close();
        xml.Close();
    }

    // What a person hears who does not see the chart.
    private static string Described(PrintedChart chart) =>
        chart.Caption + "：" + string.Join("；", chart.Series.Select(s => s.Name + " " + string.Join("、", chart.Categories.Zip(s.Values, (c, v) => $"{c} {v.ToString(CultureInfo.InvariantCulture)}"))));

    private static void Write(XmlWriter xml, PrintedChart chart, string workbook)
    {
        xml.WriteStartDocument(true);
        xml.WriteStartElement("c", "chartSpace", Chart);
        xml.WriteAttributeString("xmlns", "a", null, Drawing);
        xml.WriteAttributeString("xmlns", "r", null, WordXml.Relations);
        Value(xml, "roundedCorners", "0");
        Open(xml, "chart");
        Title(xml, chart.Caption);
        Value(xml, "autoTitleDeleted", "0");
        Open(xml, "plotArea");
        Open(xml, "layout");
        xml.WriteEndElement();
        if (chart.Kind == ChartKind.Pie)
            Pie(xml, chart);
        else
            Columns(xml, chart);
        xml.WriteEndElement();
        Open(xml, "legend");
        Value(xml, "legendPos", chart.Kind == ChartKind.Pie ? "r" : "b");
        Value(xml, "overlay", "0");
        TextSize(xml, 1000);
        xml.WriteEndElement();
        Value(xml, "plotVisOnly", "1");
        xml.WriteEndElement();
        Open(xml, "externalData");
        xml.WriteAttributeString("id", WordXml.Relations, workbook);
        Value(xml, "autoUpdate", "0");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Pie(XmlWriter xml, PrintedChart chart)
    {
        Open(xml, "pieChart");
        Value(xml, "varyColors", "1");
        Series(xml, chart, 0);
        Value(xml, "firstSliceAng", "0");
        xml.WriteEndElement();
    }

    private static void Columns(XmlWriter xml, PrintedChart chart)
    {
        Open(xml, "barChart");
        Value(xml, "barDir", "col");
        Value(xml, "grouping", "clustered");
        Value(xml, "varyColors", "0");
        for (var s = 0; s < chart.Series.Count; s++)
            Series(xml, chart, s);
        Value(xml, "gapWidth", "150");
        Value(xml, "axId", "111");
        Value(xml, "axId", "112");
        xml.WriteEndElement();
        Axis(xml, "catAx", "111", "112", "b");
        Axis(xml, "valAx", "112", "111", "l");
    }

    private static void Axis(XmlWriter xml, string kind, string id, string other, string side)
    {
        Open(xml, kind);
        Value(xml, "axId", id);
        Open(xml, "scaling");
        Value(xml, "orientation", "minMax");
        // An axis that does not begin at zero would show a small change as a large one.
        if (kind == "valAx")
            Value(xml, "min", "0");
        xml.WriteEndElement();
        Value(xml, "delete", "0");
        Value(xml, "axPos", side);
        if (kind == "valAx")
            Format(xml, "#,##0.00");
        Value(xml, "majorTickMark", "none");
        Value(xml, "minorTickMark", "none");
        Value(xml, "tickLblPos", "nextTo");
        TextSize(xml, 900);
        Value(xml, "crossAx", other);
        Value(xml, "crosses", "autoZero");
        xml.WriteEndElement();
    }

    private static void Series(XmlWriter xml, PrintedChart chart, int index)
    {
        var series = chart.Series[index];
        var column = ((char)('B' + index)).ToString();
        var last = (chart.Categories.Count + 1).ToString(CultureInfo.InvariantCulture);
        Open(xml, "ser");
        Value(xml, "idx", index.ToString(CultureInfo.InvariantCulture));
        Value(xml, "order", index.ToString(CultureInfo.InvariantCulture));
        Open(xml, "tx");
        Cached(xml, "strRef", $"{ChartWorkbook.Sheet}!${column}$1", "strCache", [series.Name]);
        xml.WriteEndElement();
        if (chart.Kind == ChartKind.Column)
        {
            Fill(xml, index);
            Value(xml, "invertIfNegative", "0");
        }
        else
        {
            // Without a theme a slice has a colour only where it is said.
            for (var p = 0; p < chart.Categories.Count; p++)
            {
                Open(xml, "dPt");
                Value(xml, "idx", p.ToString(CultureInfo.InvariantCulture));
                Value(xml, "bubble3D", "0");
                Fill(xml, p);
                xml.WriteEndElement();
            }
        }

        var isPie = chart.Kind == ChartKind.Pie;
        Open(xml, "dLbls");
        Format(xml, isPie ? "0.00%" : "#,##0.00");
        TextSize(xml, 900);
        Value(xml, "dLblPos", "outEnd");
        Value(xml, "showLegendKey", "0");
        Value(xml, "showVal", isPie ? "0" : "1");
        Value(xml, "showCatName", isPie ? "1" : "0");
        Value(xml, "showSerName", "0");
        Value(xml, "showPercent", isPie ? "1" : "0");
        Value(xml, "showBubbleSize", "0");
        xml.WriteEndElement();
        Open(xml, "cat");
        Cached(xml, "strRef", $"{ChartWorkbook.Sheet}!$A$2:$A${last}", "strCache", chart.Categories);
        xml.WriteEndElement();
        Open(xml, "val");
        Cached(xml, "numRef", $"{ChartWorkbook.Sheet}!${column}$2:${column}${last}", "numCache", [.. series.Values.Select(v => v.ToString(CultureInfo.InvariantCulture))]);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Cached(XmlWriter xml, string reference, string formula, string cache, IReadOnlyList<string> values)
    {
        Open(xml, reference);
        xml.WriteElementString("f", Chart, formula);
        Open(xml, cache);
        if (cache == "numCache")
            xml.WriteElementString("formatCode", Chart, "#,##0.00");
        Value(xml, "ptCount", values.Count.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < values.Count; i++)
        {
            Open(xml, "pt");
            xml.WriteAttributeString("idx", i.ToString(CultureInfo.InvariantCulture));
            xml.WriteElementString("v", Chart, WordXml.Clean(values[i]));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Fill(XmlWriter xml, int colour)
    {
        Open(xml, "spPr");
        xml.WriteStartElement("solidFill", Drawing);
        xml.WriteStartElement("srgbClr", Drawing);
        xml.WriteAttributeString("val", Colours[colour % Colours.Length]);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Title(XmlWriter xml, string text)
    {
        Open(xml, "title");
        Open(xml, "tx");
        Open(xml, "rich");
        xml.WriteStartElement("bodyPr", Drawing);
        xml.WriteEndElement();
        xml.WriteStartElement("p", Drawing);
        xml.WriteStartElement("r", Drawing);
        xml.WriteStartElement("rPr", Drawing);
        xml.WriteAttributeString("lang", "zh-CN");
        xml.WriteAttributeString("sz", "1200");
        xml.WriteAttributeString("b", "0");
        xml.WriteEndElement();
        xml.WriteElementString("t", Drawing, text);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        Value(xml, "overlay", "0");
        xml.WriteEndElement();
    }

    private static void TextSize(XmlWriter xml, int size)
    {
        Open(xml, "txPr");
        xml.WriteStartElement("bodyPr", Drawing);
        xml.WriteEndElement();
        xml.WriteStartElement("p", Drawing);
        xml.WriteStartElement("pPr", Drawing);
        xml.WriteStartElement("defRPr", Drawing);
        xml.WriteAttributeString("sz", size.ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("endParaRPr", Drawing);
        xml.WriteAttributeString("lang", "zh-CN");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Format(XmlWriter xml, string code)
    {
        Open(xml, "numFmt");
        xml.WriteAttributeString("formatCode", code);
        xml.WriteAttributeString("sourceLinked", "0");
        xml.WriteEndElement();
    }

    private static void Open(XmlWriter xml, string name) => xml.WriteStartElement("c", name, Chart);

    private static void Value(XmlWriter xml, string name, string value)
    {
        Open(xml, name);
        xml.WriteAttributeString("val", value);
        xml.WriteEndElement();
    }
}
