using System.Text;

namespace Mingzhang.Core.Editions.Matching;

/// <summary>How alike two printed names are, whatever their brackets, quotes and spaces (名称相似).</summary>
public static class NameText
{
    private const int MostKnown = 20_000;

    // The same few hundred names are compared with each other tens of thousands of times while a document is read.
    [ThreadStatic]
    private static Dictionary<string, string>? _known;

    /// <summary>A name reduced to what tells it apart: no spaces, plain brackets, no quotes.</summary>
    public static string Normal(string text)
    {
        var known = _known ??= new Dictionary<string, string>(StringComparer.Ordinal);
        if (known.TryGetValue(text, out var normal))
            return normal;
        if (known.Count >= MostKnown)
            known.Clear();
        return known[text] = Reduce(text);
    }

    private static string Reduce(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '“' or '”' or '"' or '‘' or '’' or '\'' or '*' or '\u200b' or '\ufeff' or '《' or '》')
                continue;
            builder.Append(c switch
            {
                '(' => '（',
                ')' => '）',
                ':' => '：',
                >= '０' and <= '９' => (char)(c - '０' + '0'),
                _ => c,
            });
        }

        return builder.ToString();
    }

    /// <summary>Likeness of two normal names from 0 to 1000: shared pairs of neighbouring characters (Dice).</summary>
    public static int Likeness(string left, string right)
    {
        if (left == right)
            return 1000;
        if (left.Length < 2 || right.Length < 2)
            return 0;
        var shared = 0;
        Span<bool> used = right.Length <= 256 ? stackalloc bool[right.Length] : new bool[right.Length];
        for (var i = 0; i + 1 < left.Length; i++)
        {
            for (var j = 0; j + 1 < right.Length; j++)
            {
                if (used[j] || left[i] != right[j] || left[i + 1] != right[j + 1])
                    continue;
                used[j] = true;
                shared++;
                break;
            }
        }

        return 2000 * shared / (left.Length + right.Length - 2);
    }
}
