using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>The styles of a published document (样式): all formatting stands here, none on single paragraphs.</summary>
internal static class WordStyles
{
    /// <summary>小标宋, for titles.</summary>
    private const string TitleFont = "方正小标宋简体";
    private const string BodyFont = "仿宋_GB2312";
    private const string HeadingFont = "黑体";
    private const string SecondFont = "楷体_GB2312";
    private const string TableFont = "宋体";
    private const int LabelLevels = 5;

    /// <summary>For digits and Latin letters: as wide as those of the Chinese fonts, and at hand or replaced alike on every system.</summary>
    private const string LatinFont = "Times New Roman";

    /// <summary>Style of tables.</summary>
    public const string Table = "LedgerTable";

    /// <summary>待填, a gap of a draft.</summary>
    public const string Gap = "Gap";

    /// <summary>Style of the words of a total.</summary>
    public const string Total = "Total";

    public const string Cover = "Title";
    public const string Contents = "ContentsTitle";
    public const string Body = "BodyText";
    public const string TableTitle = "TableTitle";
    public const string TableTitleHere = "TableTitleHere";
    public const string TableNumber = "TableNumber";
    public const string TableUnit = "TableUnit";
    public const string TableUnitWide = "TableUnitWide";
    public const string Note = "TableNote";
    public const string SectionEnd = "SectionEnd";
    public const string PageHeader = "Header";
    public const string FooterOdd = "Footer";
    public const string FooterEven = "FooterEven";
    public const string Picture = "Picture";

    /// <summary>主送机关.</summary>
    public const string Addressee = "Addressee";

    /// <summary>署名, 成文日期.</summary>
    public const string Signature = "LetterSignature";

    // Four characters of 三号 (GB/T 9704).
    private const int SignatureRight = 1280;

    /// <summary>Height of a line above and below a table, in twentieths of a point: its number, its unit, its notes.</summary>
    public const int LineAround = 290;

    /// <summary>Type size of the heading of a part, in half points: 二号.</summary>
    public const int PartSize = 44;

    /// <summary>Height of a line of such a heading, in twentieths of a point.</summary>
    public const int PartLine = 640;

    /// <summary>Space above and below such a heading together.</summary>
    public const int PartAround = 360;

    /// <summary>Type size of the title of a table, in half points: 小二.</summary>
    public const int TableTitleSize = 36;

    /// <summary>Height of a line of such a title.</summary>
    public const int TableTitleLine = 560;

    /// <summary>Style of a heading of a level from 1.</summary>
    public static string Heading(int level) => $"Heading{Math.Clamp(level, 1, 3)}";

    /// <summary>Style of an entry of the contents.</summary>
    public static string Entry(int level) => $"TOC{Math.Clamp(level, 1, 2)}";

    public static string Header(int size) => $"CellHeader{size}";

    public static string Figure(int size) => $"CellFigure{size}";

    public static string Text(int size) => $"CellText{size}";

    public static string Middle(int size) => $"CellMiddle{size}";

    public static string Code(int size) => $"CellCode{size}";

    public static string Label(int size, int level) => $"CellLabel{size}Level{Math.Clamp(level, 0, LabelLevels - 1)}";

    /// <summary>Writes the part of styles.</summary>
    public static void Write(StyleDefinitionsPart part)
    {
        using var xml = new WordXml(part, "styles");
        Defaults(xml);
        Paragraph(xml, "Normal", "正文", null, new Look(BodyFont, 32), isDefault: true);
        Paragraph(xml, Cover, "标题", "Normal", new Look(TitleFont, 52, Align: "center", Before: 4200, Line: 900, OffGrid: true));
        Paragraph(xml, Heading(1), "heading 1", "Normal", new Look(TitleFont, PartSize, Align: "center", Before: PartAround / 3, After: PartAround * 2 / 3, Line: PartLine, Outline: 0, KeepNext: true, NewPage: true, OffGrid: true), Body);
        Paragraph(xml, Heading(2), "heading 2", "Normal", new Look(HeadingFont, 32, Line: WordPage.Line, Indent: 200, Outline: 1, KeepNext: true, Tight: true), Body);
        Paragraph(xml, Heading(3), "heading 3", "Normal", new Look(SecondFont, 32, Line: WordPage.Line, Indent: 200, Outline: 2, KeepNext: true, Tight: true), Body);
        Paragraph(xml, Body, "Body Text", "Normal", new Look(BodyFont, 32, Align: "both", Line: WordPage.Line, Indent: 200, Tight: true));
        Paragraph(xml, Contents, "目录标题", "Normal", new Look(TitleFont, 44, Align: "center", After: 240, Line: 640, NewPage: true, OffGrid: true));
        Paragraph(xml, Entry(1), "toc 1", "Normal", new Look(HeadingFont, 28, Line: 480, RightTab: WordPage.Width(false), Dots: true, OffGrid: true));
        Paragraph(xml, Entry(2), "toc 2", "Normal", new Look(BodyFont, 28, Line: 440, RightTab: WordPage.Width(false), Dots: true, Left: 280, OffGrid: true));
        Paragraph(xml, TableTitle, "表题", "Normal", new Look(TitleFont, TableTitleSize, Align: "center", After: 60, Line: TableTitleLine, Outline: 1, KeepNext: true, NewPage: true, OffGrid: true));
        Paragraph(xml, TableTitleHere, "表题（不换页）", TableTitle, new Look(TitleFont, TableTitleSize, Align: "center", After: 60, Line: TableTitleLine, Outline: 1, KeepNext: true, SamePage: true, OffGrid: true));
        Paragraph(xml, TableNumber, "表号", "Normal", new Look(TableFont, 21, Align: "right", Line: LineAround, KeepNext: true, OffGrid: true));
        Paragraph(xml, TableUnit, "单位行", "Normal", new Look(TableFont, 21, RightTab: WordPage.Width(false), Line: LineAround, KeepNext: true, OffGrid: true));
        Paragraph(xml, TableUnitWide, "单位行（横排）", "Normal", new Look(TableFont, 21, RightTab: WordPage.Width(true), Line: LineAround, KeepNext: true, OffGrid: true));
        Paragraph(xml, Note, "表注", "Normal", new Look(TableFont, 21, Before: 60, Line: LineAround, OffGrid: true));
        Paragraph(xml, Picture, "图", "Normal", new Look(BodyFont, 32, Align: "center", OffGrid: true));
        Paragraph(xml, Addressee, "主送", "Normal", new Look(BodyFont, 32, Align: "both", Line: WordPage.Line, Tight: true), Body);
        Paragraph(xml, Signature, "署名", "Normal", new Look(BodyFont, 32, Align: "right", Line: WordPage.Line, Right: SignatureRight));
        Paragraph(xml, SectionEnd, "节尾", "Normal", new Look(TableFont, 2, Line: 20, OffGrid: true));
        Paragraph(xml, PageHeader, "header", "Normal", new Look(TableFont, 18, Align: "center", OffGrid: true));
        Paragraph(xml, FooterOdd, "footer", "Normal", new Look(TableFont, 28, Align: "right", OffGrid: true));
        Paragraph(xml, FooterEven, "页脚（双页）", "Normal", new Look(TableFont, 28, Align: "left", OffGrid: true));
        foreach (var size in ColumnFit.Sizes)
            Cells(xml, size);
        Run(xml);
        GapStyle(xml);
        TableStyle(xml);
    }

    private static void Cells(WordXml xml, int size)
    {
        var points = (size / 2m).ToString(CultureInfo.InvariantCulture);
        Paragraph(xml, Header(size), $"表头 {points}", "Normal", new Look(HeadingFont, size, Align: "center", Line: TableFit.LineOf(size), OffGrid: true));
        Paragraph(xml, Figure(size), $"表中数字 {points}", "Normal", new Look(TableFont, size, Align: "right", Line: TableFit.LineOf(size), OffGrid: true));
        Paragraph(xml, Text(size), $"表中文字 {points}", "Normal", new Look(TableFont, size, Line: TableFit.LineOf(size), OffGrid: true));
        Paragraph(xml, Middle(size), $"表中居中 {points}", "Normal", new Look(TableFont, size, Align: "center", Line: TableFit.LineOf(size), OffGrid: true));
        Paragraph(xml, Code(size), $"表中编码 {points}", "Normal", new Look(TableFont, size, Line: TableFit.LineOf(size), OffGrid: true));
        for (var level = 0; level < LabelLevels; level++)
            Paragraph(xml, Label(size, level), $"表中项目 {points} {level}级", "Normal", new Look(TableFont, size, Left: Math.Max(0, level - 1) * size * 10, Line: TableFit.LineOf(size), OffGrid: true));
    }

    private static void Defaults(WordXml xml)
    {
        xml.Open("docDefaults");
        xml.Open("rPrDefault");
        xml.Open("rPr");
        Fonts(xml, BodyFont);
        xml.Value("sz", 32);
        xml.Value("szCs", 32);
        xml.Open("lang");
        // Latin text is not Chinese: with zh-CN here numbers would be broken at the end of a line.
        xml.Attribute("val", "en-US");
        xml.Attribute("eastAsia", "zh-CN");
        xml.Attribute("bidi", "ar-SA");
        xml.Close();
        xml.Close();
        xml.Close();
        xml.Flag("pPrDefault");
        xml.Close();
    }

    private static void Paragraph(WordXml xml, string id, string name, string? basedOn, Look look, string? next = null, bool isDefault = false)
    {
        xml.Open("style");
        xml.Attribute("type", "paragraph");
        if (isDefault)
            xml.Attribute("default", "1");
        xml.Attribute("styleId", id);
        xml.Value("name", id == "Normal" ? "Normal" : id == Cover ? "Title" : name);
        if (basedOn is not null)
            xml.Value("basedOn", basedOn);
        if (next is not null)
            xml.Value("next", next);
        xml.Flag("qFormat");
        look.Paragraph(xml);
        xml.Open("rPr");
        Fonts(xml, look.Font);
        if (look.Tight)
            xml.Value("spacing", WordPage.CharacterSpace.ToString(CultureInfo.InvariantCulture));
        xml.Value("sz", look.HalfPoints);
        xml.Value("szCs", look.HalfPoints);
        xml.Close();
        xml.Close();
    }

    private static void Run(WordXml xml)
    {
        xml.Open("style");
        xml.Attribute("type", "character");
        xml.Attribute("styleId", Total);
        xml.Value("name", "合计");
        xml.Flag("qFormat");
        xml.Open("rPr");
        xml.Flag("b");
        xml.Flag("bCs");
        xml.Close();
        xml.Close();
    }

    // What is still to be supplied in a draft.
    private static void GapStyle(WordXml xml)
    {
        xml.Open("style");
        xml.Attribute("type", "character");
        xml.Attribute("styleId", Gap);
        xml.Value("name", "待填");
        xml.Flag("qFormat");
        xml.Open("rPr");
        xml.Value("color", "9B1C1C");
        xml.Open("shd");
        xml.Attribute("val", "clear");
        xml.Attribute("color", "auto");
        xml.Attribute("fill", "FFF2A8");
        xml.Close();
        xml.Close();
        xml.Close();
    }

    private static void TableStyle(WordXml xml)
    {
        xml.Open("style");
        xml.Attribute("type", "table");
        xml.Attribute("styleId", Table);
        xml.Value("name", "公开表");
        xml.Flag("qFormat");
        xml.Open("tblPr");
        xml.Open("tblBorders");
        foreach (var edge in (string[])["top", "left", "bottom", "right", "insideH", "insideV"])
        {
            xml.Open(edge);
            xml.Attribute("val", "single");
            xml.Attribute("sz", edge.StartsWith("inside", StringComparison.Ordinal) ? 4 : 8);
            xml.Attribute("space", 0);
            xml.Attribute("color", "000000");
            xml.Close();
        }

        xml.Close();
        xml.Open("tblCellMar");
        foreach (var edge in (string[])["left", "right"])
        {
            xml.Open(edge);
            xml.Attribute("w", 57);
            xml.Attribute("type", "dxa");
            xml.Close();
        }

        xml.Close();
        xml.Close();
        xml.Open("tcPr");
        xml.Value("vAlign", "center");
        xml.Close();
        xml.Close();
    }

    private static void Fonts(WordXml xml, string font)
    {
        xml.Open("rFonts");
        foreach (var script in (string[])["ascii", "hAnsi", "cs"])
            xml.Attribute(script, LatinFont);
        xml.Attribute("eastAsia", font);
        xml.Close();
    }

    /// <summary>What a paragraph style looks like; widths in twentieths of a point, <c>Indent</c> in hundredths of a character.</summary>
    private sealed record Look(
        string Font, int HalfPoints, string? Align = null, int Before = 0, int After = 0, int Line = 0, int Indent = 0, int Left = 0, int? Outline = null,
        bool KeepNext = false, bool NewPage = false, bool SamePage = false, bool OffGrid = false, bool Tight = false, int RightTab = 0, bool Dots = false, int Right = 0)
    {
        // The order of these elements is fixed by the format.
        public void Paragraph(WordXml xml)
        {
            xml.Open("pPr");
            if (KeepNext)
                xml.Flag("keepNext");
            if (NewPage)
                xml.Flag("pageBreakBefore");
            if (SamePage)
                xml.Value("pageBreakBefore", "0");
            if (RightTab > 0)
            {
                xml.Open("tabs");
                xml.Open("tab");
                xml.Attribute("val", "right");
                if (Dots)
                    xml.Attribute("leader", "middleDot");
                xml.Attribute("pos", RightTab);
                xml.Close();
                xml.Close();
            }

            if (OffGrid)
                xml.Value("snapToGrid", "0");
            if (Before + After + Line > 0)
            {
                xml.Open("spacing");
                xml.Attribute("before", Before);
                xml.Attribute("after", After);
                if (Line > 0)
                {
                    xml.Attribute("line", Line);
                    xml.Attribute("lineRule", "exact");
                }

                xml.Close();
            }

            if (Indent + Left + Right > 0)
            {
                xml.Open("ind");
                if (Left > 0)
                    xml.Attribute("left", Left);
                if (Right > 0)
                    xml.Attribute("right", Right);
                if (Indent > 0)
                {
                    xml.Attribute("firstLineChars", Indent);
                    xml.Attribute("firstLine", Indent * HalfPoints / 10);
                }

                xml.Close();
            }

            if (Align is not null)
                xml.Value("jc", Align);
            if (Outline is { } level)
                xml.Value("outlineLvl", level);
            xml.Close();
        }
    }
}
