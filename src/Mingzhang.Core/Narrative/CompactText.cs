namespace Mingzhang.Core.Narrative;

/// <summary>A stretch of a <see cref="CompactText"/>: from <paramref name="Start"/> up to but without <paramref name="End"/>.</summary>
public sealed record TextSpan(int Start, int End)
{
    /// <summary>Number of characters.</summary>
    public int Length => End - Start;
}

/// <summary>
/// A paragraph as the grammar reads it (紧缩文本): no spaces, plain digits and Chinese punctuation, one character for one,
/// so that a number broken by spaces is whole and every place leads back to the words as printed.
/// </summary>
public sealed class CompactText
{
    private readonly int[] _at;

    private CompactText(string original, string text, int[] at)
    {
        Original = original;
        Text = text;
        _at = at;
    }

    /// <summary>The words as printed.</summary>
    public string Original { get; }

    /// <summary>The words as read.</summary>
    public string Text { get; }

    /// <summary>Reads a printed paragraph.</summary>
    public static CompactText Of(string original)
    {
        var text = new char[original.Length];
        var at = new int[original.Length];
        var length = 0;
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '*')
                continue;
            text[length] = Plain(c);
            at[length++] = i;
        }

        for (var i = 0; i < length; i++)
            text[i] = InContext(text, i, length);
        return new CompactText(original, new string(text, 0, length), at);
    }

    /// <summary>The printed words of a stretch, with their spaces.</summary>
    public string Quote(TextSpan span) =>
        span.Length <= 0 ? "" : Original[_at[span.Start]..(_at[span.End - 1] + 1)];

    /// <summary>Where the printed words of a stretch end among the words as printed; the stretch is not empty.</summary>
    public int EndOf(TextSpan span) => _at[span.End - 1] + 1;

    /// <summary>The words of a stretch as read.</summary>
    public string Slice(TextSpan span) => Text[span.Start..span.End];

    private static char Plain(char c) => c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '％' or '﹪' => '%',
        '(' => '（',
        ')' => '）',
        ';' => '；',
        ':' => '：',
        '－' or '−' or '﹣' => '-',
        _ => c,
    };

    // Points and commas are part of a number only between digits.
    private static char InContext(char[] text, int i, int length)
    {
        var inNumber = i > 0 && i + 1 < length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
        return text[i] switch
        {
            '．' when inNumber => '.',
            ',' or '，' => inNumber && IsThousands(text, i, length) ? ',' : '，',
            var c => c,
        };
    }

    // Exactly three digits behind, one to three before: “1,077.43”, not “43，80”.
    private static bool IsThousands(char[] text, int i, int length)
    {
        var behind = 0;
        while (i + 1 + behind < length && char.IsAsciiDigit(text[i + 1 + behind]))
            behind++;
        var before = 0;
        while (i - 1 - before >= 0 && char.IsAsciiDigit(text[i - 1 - before]))
            before++;
        return behind == 3 && before is >= 1 and <= 3;
    }
}
