using System.Globalization;
using System.Text;
using System.Xml;
using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>The words of a page.</summary>
internal sealed record PdfPageWords(double Width, double Height, IReadOnlyList<PlacedText> Words);

/// <summary>Reads the output of <c>pdftotext -bbox-layout</c>.</summary>
internal static class PdfWords
{
    /// <summary>The pages; null when the output is broken.</summary>
    public static List<PdfPageWords>? Parse(byte[] output)
    {
        var pages = new List<PdfPageWords>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false };
        using var xml = XmlReader.Create(new StringReader(Printable(Encoding.UTF8.GetString(output))), settings);
        List<PlacedText>? words = null;
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.Name == "page")
                {
                    words = [];
                    pages.Add(new PdfPageWords(Number(xml, "width"), Number(xml, "height"), words));
                }
                else if (xml.Name == "word" && words is not null)
                {
                    var (left, top, right, bottom) = (Number(xml, "xMin"), Number(xml, "yMin"), Number(xml, "xMax"), Number(xml, "yMax"));
                    var text = xml.IsEmptyElement ? "" : xml.ReadElementContentAsString().Trim();
                    if (text.Length > 0)
                        words.Add(new PlacedText(text, Math.Min(left, right), Math.Min(top, bottom), Math.Max(left, right), Math.Max(top, bottom)));
                }
            }
        }
        catch (XmlException)
        {
            return null;
        }

        return pages;
    }

    private static double Number(XmlReader xml, string name) =>
        double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;

    // Broken fonts yield control characters and halves of surrogate pairs, which XML cannot hold.
    private static string Printable(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF) || rune.Value is '\n' or '\t')
                builder.Append(rune);
        }

        return builder.ToString();
    }
}
