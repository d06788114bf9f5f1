using System.Xml.Linq;
using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Ofd;

/// <summary>Gathers the words and ruled lines of one page from its layers, templates and composite objects.</summary>
internal sealed class OfdPage(Func<string, XElement?> composite)
{
    /// <summary>Points in a millimetre, the unit of OFD.</summary>
    public const double Millimetre = 72 / 25.4;
    private const int DeepestObject = 16;
    private const int MostObjects = 200_000;

    private const int MostWords = 100_000;

    // Doubled text this close, drawn right after, is printed bold, not twice. In points.
    private const double Doubled = 1.5;
    private const int Recent = 8;
    private readonly RuleSheet _rules = new();
    private readonly Dictionary<string, List<PlacedText>> _byText = new(StringComparer.Ordinal);
    private int _objects;

    /// <summary>Its words in the order they are drawn.</summary>
    public List<PlacedText> Words { get; } = [];

    /// <summary>Its ruled lines.</summary>
    public IReadOnlyList<Rule> Rules => _rules.Rules;

    /// <summary>Whether it shows a picture.</summary>
    public bool HasImage { get; private set; }

    /// <summary>Whether some text stands aslant and is left out.</summary>
    public bool HasAslantText { get; private set; }

    /// <summary>Whether it has more objects than any page; the rest is left out.</summary>
    public bool IsCutShort => _objects > MostObjects || Words.Count >= MostWords;

    /// <summary>Draws the layers of a page or template.</summary>
    public void Draw(XElement page)
    {
        var content = page.Elements().FirstOrDefault(e => e.Name.LocalName == "Content");
        if (content is not null)
            Draw(content, new PageMatrix(Millimetre, 0, 0, Millimetre, 0, 0), 0);
    }

    private void Draw(XElement block, PageMatrix matrix, int depth)
    {
        foreach (var item in block.Elements())
        {
            if (++_objects > MostObjects)
                return;
            if ((string?)item.Attribute("Visible") is "false" or "0")
                continue;
            switch (item.Name.LocalName)
            {
                case "Layer" or "PageBlock" when depth < DeepestObject:
                    Draw(item, matrix, depth + 1);
                    break;
                case "TextObject":
                    Text(item, Own(item, matrix));
                    break;
                case "PathObject" when !_rules.IsFull:
                    OfdPath.Draw(item, Own(item, matrix), _rules);
                    break;
                case "ImageObject":
                    HasImage = true;
                    break;
                case "CompositeObject" when depth < DeepestObject:
                    if ((string?)item.Attribute("ResourceID") is { } id && composite(id) is { } unit)
                        Draw(unit, Own(item, matrix), depth + 1);
                    break;
            }
        }
    }

    private void Text(XElement item, PageMatrix matrix)
    {
        if (OfdText.IsAslant(matrix))
            HasAslantText = true;
        foreach (var word in OfdText.Words(item, matrix))
        {
            if (!_byText.TryGetValue(word.Text, out var same))
                _byText[word.Text] = same = [];
            if (same.FindIndex(Math.Max(0, same.Count - Recent), w => Math.Abs(w.Left - word.Left) < Doubled && Math.Abs(w.Top - word.Top) < Doubled) >= 0)
                continue;
            if (Words.Count >= MostWords)
                return;
            same.Add(word);
            Words.Add(word);
        }
    }

    // First the object's own transformation, then where its boundary stands.
    private static PageMatrix Own(XElement item, PageMatrix matrix)
    {
        var own = OfdNumbers.Matrix((string?)item.Attribute("CTM"));
        return OfdNumbers.Box((string?)item.Attribute("Boundary")) is { } box ? own.Then(new PageMatrix(1, 0, 0, 1, box.Left, box.Top)).Then(matrix) : own.Then(matrix);
    }
}
