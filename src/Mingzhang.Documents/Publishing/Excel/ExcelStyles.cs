using System.Globalization;
using System.Xml;

namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>Numbers the looks that cells of a workbook have and writes them (单元格样式).</summary>
internal sealed class ExcelStyles
{
    // 宋体 11, 黑体 11 for headers and totals, 小标宋 16 for titles, blue for links.
    private static readonly (string Font, int Size, bool Bold, string? Colour)[] Fonts =
        [("宋体", 11, false, null), ("宋体", 11, true, null), ("方正小标宋简体", 16, false, null), ("宋体", 11, false, "FF0563C1")];

    private const int FirstOwnFormat = 164;

    private readonly Dictionary<ExcelLook, int> _looks = new() { [new ExcelLook("", Border: false)] = 0 };
    private readonly List<string> _formats = [];

    /// <summary>Number of a look.</summary>
    public int Of(ExcelLook look)
    {
        if (_looks.TryGetValue(look, out var number))
            return number;
        if (look.Format.Length > 0 && !_formats.Contains(look.Format))
            _formats.Add(look.Format);
        return _looks[look] = _looks.Count;
    }

    /// <summary>Writes the part of styles.</summary>
    public void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", ExcelWorkbook.Main);
        if (_formats.Count > 0)
        {
            Open(xml, "numFmts", _formats.Count);
            for (var i = 0; i < _formats.Count; i++)
            {
                Open(xml, "numFmt");
                Attribute(xml, "numFmtId", FirstOwnFormat + i);
                xml.WriteAttributeString("formatCode", _formats[i]);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        WriteFonts(xml);
        Open(xml, "fills", 2);
        foreach (var pattern in (string[])["none", "gray125"])
        {
            Open(xml, "fill");
            Open(xml, "patternFill");
            xml.WriteAttributeString("patternType", pattern);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        Borders(xml);
        Open(xml, "cellStyleXfs", 1);
        Format(xml, new ExcelLook("", Border: false));
        xml.WriteEndElement();
        Open(xml, "cellXfs", _looks.Count);
        foreach (var look in _looks.OrderBy(l => l.Value))
            Format(xml, look.Key);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteFonts(XmlWriter xml)
    {
        Open(xml, "fonts", Fonts.Length);
        foreach (var (font, size, bold, colour) in Fonts)
        {
            Open(xml, "font");
            if (bold)
                xml.WriteElementString("b", ExcelWorkbook.Main, "");
            if (colour is not null)
                xml.WriteElementString("u", ExcelWorkbook.Main, "");
            Open(xml, "sz");
            Attribute(xml, "val", size);
            xml.WriteEndElement();
            if (colour is not null)
            {
                Open(xml, "color");
                xml.WriteAttributeString("rgb", colour);
                xml.WriteEndElement();
            }

            Open(xml, "name");
            xml.WriteAttributeString("val", font);
            xml.WriteEndElement();
            Open(xml, "charset");
            Attribute(xml, "val", 134);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Borders(XmlWriter xml)
    {
        Open(xml, "borders", 2);
        foreach (var line in (string?[])[null, "thin"])
        {
            Open(xml, "border");
            foreach (var side in (string[])["left", "right", "top", "bottom", "diagonal"])
            {
                Open(xml, side);
                if (line is not null && side != "diagonal")
                    xml.WriteAttributeString("style", line);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Format(XmlWriter xml, ExcelLook look)
    {
        Open(xml, "xf");
        Attribute(xml, "numFmtId", look.Format.Length == 0 ? 0 : FirstOwnFormat + _formats.IndexOf(look.Format));
        Attribute(xml, "fontId", (int)look.Kind);
        Attribute(xml, "fillId", 0);
        Attribute(xml, "borderId", look.Border ? 1 : 0);
        if (look.Format.Length > 0)
            Attribute(xml, "applyNumberFormat", 1);
        Attribute(xml, "applyFont", 1);
        Attribute(xml, "applyBorder", 1);
        if (look.Align.Length > 0)
        {
            Attribute(xml, "applyAlignment", 1);
            Open(xml, "alignment");
            xml.WriteAttributeString("horizontal", look.Align);
            xml.WriteAttributeString("vertical", "center");
            if (look.Format.Length == 0 && look.Kind != ExcelType.Title)
                Attribute(xml, "wrapText", 1);
            if (look.Indent > 0)
                Attribute(xml, "indent", look.Indent);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Open(XmlWriter xml, string name, int count)
    {
        Open(xml, name);
        Attribute(xml, "count", count);
    }

    private static void Open(XmlWriter xml, string name) => xml.WriteStartElement(name, ExcelWorkbook.Main);

    private static void Attribute(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));
}
