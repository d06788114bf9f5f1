using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Ofd;

/// <summary>
/// A text object (GB/T 33190, 11): codes placed one by one. Signs that follow each other become words; how wide a sign is
/// follows from the distance to the next, since fonts are not looked at.
/// </summary>
internal static class OfdText
{
    private const double Ascent = 0.86;
    private const double Descent = 0.14;

    /// <summary>A distance up to this share of the size is the sign's own width, for Chinese and for Latin signs; more is a gap.</summary>
    private const double WidestHan = 1.3, WidestLatin = 0.8;

    /// <summary>Width of a sign where no distance tells it.</summary>
    private const double UsualLatin = 0.5;

    /// <summary>The words of an object; none when it stands aslant, as watermarks do.</summary>
    /// <param name="item">The element.</param>
    /// <param name="matrix">From the space of the object to points from the top left of the page.</param>
    public static IEnumerable<PlacedText> Words(XElement item, PageMatrix matrix)
    {
        if (IsAslant(matrix) || OfdNumbers.Number((string?)item.Attribute("Size")) is not { } size || size <= 0)
            yield break;
        var stretch = OfdNumbers.Number((string?)item.Attribute("HScale")) is { } s && s > 0 ? s : 1;
        var boundary = OfdNumbers.Box((string?)item.Attribute("Boundary"));
        var (x, y) = (0.0, 0.0);
        foreach (var code in item.Elements().Where(e => e.Name.LocalName == "TextCode"))
        {
            x = OfdNumbers.Number((string?)code.Attribute("X")) ?? x;
            y = OfdNumbers.Number((string?)code.Attribute("Y")) ?? y;
            var signs = Signs(code.Value, x, y, size * stretch, code, boundary?.Width);
            foreach (var word in Cut(signs, size))
            {
                if (Place(word, size, matrix) is { } placed)
                    yield return placed;
            }
        }
    }

    /// <summary>Whether a matrix turns by less than a quarter.</summary>
    public static bool IsAslant(PageMatrix m)
    {
        var along = Math.Max(Math.Abs(m.A), Math.Abs(m.D));
        var across = Math.Max(Math.Abs(m.B), Math.Abs(m.C));
        return Math.Min(along, across) > 0.1 * Math.Max(along, across);
    }

    private static List<Sign> Signs(string text, double x, double y, double em, XElement code, double? room)
    {
        var right = OfdNumbers.Distances((string?)code.Attribute("DeltaX"));
        var down = OfdNumbers.Distances((string?)code.Attribute("DeltaY"));
        // Line breaks between elements are the file's, not the text's.
        var runes = text.EnumerateRunes().Where(r => r.Value is not ('\n' or '\r')).ToList();
        var signs = new List<Sign>(runes.Count);
        for (var i = 0; i < runes.Count; i++)
        {
            var isHan = runes[i].Value >= 0x2E80;
            var usual = isHan ? em : UsualLatin * em;
            // A list shorter than the text goes on with its last distance; no list at all leaves the fonts to decide.
            double? step = right.Count == 0 ? null : right[Math.Min(i, right.Count - 1)];
            var width = step is { } own && own > 0.05 * em && own <= (isHan ? WidestHan : WidestLatin) * em ? own : usual;
            if (runes.Count == 1 && room is { } whole && whole > 0.2 * em && whole <= WidestHan * em)
                width = whole;
            signs.Add(new Sign(runes[i], x, y, width));
            x += step ?? (down.Count > 0 ? 0 : usual);
            y += down.Count == 0 ? 0 : down[Math.Min(i, down.Count - 1)];
        }

        return signs;
    }

    private static IEnumerable<List<Sign>> Cut(List<Sign> signs, double size)
    {
        var word = new List<Sign>();
        foreach (var sign in signs)
        {
            var isSpace = Rune.IsWhiteSpace(sign.Rune) || Rune.GetUnicodeCategory(sign.Rune) == UnicodeCategory.Control;
            var isApart = word.Count > 0 && (Math.Abs(sign.X - word[^1].Right) > 0.3 * size || Math.Abs(sign.Y - word[^1].Y) > 0.3 * size);
            if (word.Count > 0 && (isSpace || isApart))
            {
                yield return word;
                word = [];
            }

            if (!isSpace)
                word.Add(sign);
        }

        if (word.Count > 0)
            yield return word;
    }

    private static PlacedText? Place(List<Sign> word, double size, PageMatrix matrix)
    {
        var (x1, y1) = matrix.Map(word[0].X, word[0].Y - (Ascent * size));
        var (x2, y2) = matrix.Map(word[^1].Right, word[^1].Y + (Descent * size));
        if (!(Math.Abs(x1) < 1e5 && Math.Abs(x2) < 1e5 && Math.Abs(y1) < 1e5 && Math.Abs(y2) < 1e5))
            return null;
        return new PlacedText(string.Concat(word.Select(s => s.Rune)), Math.Min(x1, x2), Math.Min(y1, y2), Math.Max(x1, x2), Math.Max(y1, y2));
    }

    private readonly record struct Sign(Rune Rune, double X, double Y, double Width)
    {
        public double Right => X + Width;
    }
}
