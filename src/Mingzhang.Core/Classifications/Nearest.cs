namespace Mingzhang.Core.Classifications;

/// <summary>Finds what a mistyped code or name may have meant (相近项).</summary>
public static class Nearest
{
    /// <summary>The items of a classification whose code or name is close to the text, the closest first.</summary>
    /// <param name="classification">Where to look.</param>
    /// <param name="text">What was written.</param>
    /// <param name="suitable">Which items come into question; all when null.</param>
    /// <param name="most">How many to name at most.</param>
    public static IReadOnlyList<ClassificationItem> Items(
        Classification classification, string text, Func<ClassificationItem, bool>? suitable = null, int most = 3)
    {
        var isCode = text.Length > 0 && char.IsAsciiDigit(text[0]);
        return
        [
            .. classification.Items
                .Where(item => suitable is null || suitable(item))
                .Select(item => (item, distance: isCode ? CodeDistance(item.Code, text) : item.Aliases.Prepend(item.Name).Min(name => Distance(name, text))))
                .Where(pair => pair.distance <= Farthest(text, isCode))
                .OrderBy(pair => pair.distance)
                .ThenBy(pair => pair.item.Index)
                .Take(most)
                .Select(pair => pair.item),
        ];
    }

    /// <summary>The word closest to the text; null when none is close.</summary>
    public static string? Word(IEnumerable<string> words, string text)
    {
        var (word, distance) = words.Select(word => (word, Distance(word, text))).DefaultIfEmpty(("", int.MaxValue)).MinBy(pair => pair.Item2);
        return distance <= Farthest(text, isCode: false) ? word : null;
    }

    /// <summary>How many characters must be put in, left out or changed to make one text of the other (Levenshtein).</summary>
    public static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = left[i - 1] == right[j - 1] ? corner : 1 + Math.Min(corner, Math.Min(above, row[j - 1]));
                corner = above;
            }
        }

        return row[^1];
    }

    // Two slips at most in a code; in a name every second character may differ.
    private static int Farthest(string text, bool isCode) => isCode ? 20 : Math.Max(1, text.Length / 2);

    // A slip late in a code leaves its 类 and 款 right, so that such codes come first.
    private static int CodeDistance(string code, string text)
    {
        var distance = Distance(code, text);
        return distance > 2 ? int.MaxValue : (distance * 10) - code.AsSpan().CommonPrefixLength(text);
    }
}
