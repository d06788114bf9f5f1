using System.Globalization;
using System.Xml;

namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>Numbers the looks that cells of a workbook have and writes them (单元格样式).</summary>
internal sealed class ExcelStyles
{
    private const int TitleSize = 32;

    private const int FirstOwnFormat = 164;

    private readonly Dictionary<ExcelLook, int> _looks = new() { [new ExcelLook("", Border: false)] = 0 };
    private readonly List<string> _formats = [];
    private readonly List<(ExcelType Type, int HalfPoints)> _fonts = [(ExcelType.Plain, ExcelLook.Standard)];

    /// <summary>Number of a look.</summary>
    public int Of(ExcelLook look)
    {
        if (_looks.TryGetValue(look, out var number))
            return number;
        if (look.Format.Length > 0 && !_formats.Contains(look.Format))
            _formats.Add(look.Format);
        if (!_fonts.Contains(Font(look)))
            _fonts.Add(Font(look));
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

    private static (ExcelType Type, int HalfPoints) Font(ExcelLook look) => (look.Kind, look.Kind == ExcelType.Title ? TitleSize : look.HalfPoints);

    // 小标宋 for titles, bold for headers and totals, blue for links.
    private void WriteFonts(XmlWriter xml)
    {
        Open(xml, "fonts", _fonts.Count);
        foreach (var (type, size) in _fonts)
        {
            Open(xml, "font");
            if (type == ExcelType.Strong)
                xml.WriteElementString("b", ExcelWorkbook.Main, "");
            if (type == ExcelType.Link)
                xml.WriteElementString("u", ExcelWorkbook.Main, "");
            Open(xml, "sz");
            xml.WriteAttributeString("val", (size / 2m).ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
            if (type == ExcelType.Link)
            {
                Open(xml, "color");
                xml.WriteAttributeString("rgb", "FF0563C1");
                xml.WriteEndElement();
            }

            Open(xml, "name");
            xml.WriteAttributeString("val", type == ExcelType.Title ? "方正小标宋简体" : "宋体");
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
        Attribute(xml, "fontId", _fonts.IndexOf(Font(look)));
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
