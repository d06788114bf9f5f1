namespace Mingzhang.Documents.Publishing.Word;

/// <summary>Page and type of GB/T 9704—2012 (版心与行字), in twentieths of a point.</summary>
internal static class WordPage
{
    /// <summary>Short side of A4.</summary>
    public const int Short = 11906;

    /// <summary>Long side of A4.</summary>
    public const int Long = 16838;

    /// <summary>天头 37 mm.</summary>
    public const int Top = 2098;

    /// <summary>订口 28 mm.</summary>
    public const int Left = 1587;

    /// <summary>切口 26 mm.</summary>
    public const int Right = 1474;

    /// <summary>下边距 35 mm.</summary>
    public const int Bottom = 1984;

    /// <summary>22 lines on 225 mm.</summary>
    public const int Line = 579;

    /// <summary>Lines on a portrait page.</summary>
    public const int Lines = 22;

    /// <summary>Characters on a line.</summary>
    public const int Characters = 28;

    /// <summary>What brings 三号 to 28 characters on 156 mm. A grid of characters would do too, but not every program lays it out alike.</summary>
    public const int CharacterSpace = -5;

    private const int WideMargin = 1418;
    private const int FootDistance = 1588;

    /// <summary>Width of the text area.</summary>
    public static int Width(bool landscape) => landscape ? Long - (2 * WideMargin) : Short - Left - Right;

    /// <summary>Height of the text area.</summary>
    public static int Height(bool landscape) => landscape ? Short - (2 * WideMargin) : Long - Top - Bottom;

    /// <summary>Writes the properties of a section.</summary>
    /// <param name="xml">Where to.</param>
    /// <param name="landscape">横排.</param>
    /// <param name="references">Kind, place (default, even) and relation of its headers and footers.</param>
    /// <param name="isFront">Whether it is cover and contents, without page numbers.</param>
    /// <param name="startsNumbers">Whether page numbers begin with it.</param>
    public static void Section(WordXml xml, bool landscape, IEnumerable<(string Element, string Type, string Relation)> references, bool isFront, bool startsNumbers)
    {
        xml.Open("sectPr");
        foreach (var (element, type, relation) in isFront ? [] : references)
        {
            xml.Open(element);
            xml.Attribute("type", type);
            xml.Writer.WriteAttributeString("id", WordXml.Relations, relation);
            xml.Close();
        }

        xml.Value("type", "nextPage");
        xml.Open("pgSz");
        xml.Attribute("w", landscape ? Long : Short);
        xml.Attribute("h", landscape ? Short : Long);
        if (landscape)
            xml.Attribute("orient", "landscape");
        xml.Close();
        xml.Open("pgMar");
        xml.Attribute("top", landscape ? WideMargin : Top);
        xml.Attribute("right", landscape ? WideMargin : Right);
        xml.Attribute("bottom", landscape ? WideMargin : Bottom);
        xml.Attribute("left", landscape ? WideMargin : Left);
        xml.Attribute("header", landscape ? WideMargin / 2 : 1134);
        xml.Attribute("footer", landscape ? WideMargin / 2 : FootDistance);
        xml.Attribute("gutter", 0);
        xml.Close();
        if (startsNumbers)
        {
            xml.Open("pgNumType");
            xml.Attribute("start", 1);
            xml.Close();
        }

        xml.Open("docGrid");
        xml.Attribute("type", "lines");
        xml.Attribute("linePitch", Line);
        xml.Close();
        xml.Close();
    }
}
