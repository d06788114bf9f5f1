using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>A word or number of a line.</summary>
/// <param name="Text">As printed, without spaces.</param>
/// <param name="Figure">Its number; null for words.</param>
/// <param name="At">Place of its line.</param>
/// <param name="Line">Index of its line.</param>
internal sealed record LooseToken(string Text, Figure? Figure, Place At, int Line)
{
    /// <summary>Order of all tokens of the table.</summary>
    public int Order { get; init; }

    /// <summary>Column of its first character on the printed line; -1 where the text keeps no columns.</summary>
    public int Left { get; init; } = -1;

    /// <summary>Column behind its last character; -1 where the text keeps no columns.</summary>
    public int Right { get; init; } = -1;

    /// <summary>A dash or stroke printed where there is no amount.</summary>
    public bool IsDash => Text is "-" or "—" or "——" or "－" or "/" or "–" or "--";

    /// <summary>Whether it takes the place of an amount.</summary>
    public bool IsValue => Figure is not null || IsDash;

    /// <summary>An integer of ASCII digits, as codes and column numbers are.</summary>
    public bool IsDigits => Figure is not null && Text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
}

/// <summary>A line cut into words and numbers (分词).</summary>
/// <param name="Text">The line with its numbers mended.</param>
/// <param name="Tokens">Words and numbers in order.</param>
/// <param name="At">Its place.</param>
internal sealed partial record LooseLine(string Text, IReadOnlyList<LooseToken> Tokens, Place At)
{
    private string? _words;
    private bool? _hasFigure;

    /// <summary>Cuts a printed line: mends numbers with blanks inside, parts numbers from labels grown together with them.</summary>
    public static LooseLine Cut(TextLine line, int index)
    {
        var text = Mend(line.Text);
        var tokens = new List<LooseToken>();
        foreach (var chunk in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Cut(chunk, line.At, index, tokens);
        return new LooseLine(text, Placed(tokens, line, index), line.At) { BeginsPage = line.BeginsPage, IsMeasured = line.Places?.IsMeasured ?? false };
    }

    /// <summary>Whether a new page begins with it.</summary>
    public bool BeginsPage { get; init; }

    /// <summary>Whether its places were measured on a page.</summary>
    public bool IsMeasured { get; init; }

    // Mending takes away and adds spaces only: the other characters keep their order, and so their places.
    private static LooseToken[] Placed(List<LooseToken> tokens, TextLine line, int index)
    {
        var placed = new LooseToken[tokens.Count];
        for (int i = 0, taken = 0; i < placed.Length; i++)
        {
            var token = tokens[i] with { Order = (index * 1000) + i };
            var last = taken + token.Text.Length - 1;
            placed[i] = line.Places is { } at && last < at.Left.Count ? token with { Left = at.Left[taken], Right = at.Right[last] } : token;
            taken = last + 1;
        }

        return placed;
    }

    /// <summary>The words of the line joined, reduced to what tells names apart.</summary>
    public string Words => _words ??= NameText.Normal(string.Concat(Tokens.Where(t => !t.IsValue).Select(t => t.Text)));

    /// <summary>Whether any number is printed on it.</summary>
    public bool HasFigure => _hasFigure ??= Tokens.Any(t => t.Figure is not null);

    private static string Mend(string printed)
    {
        var builder = new StringBuilder(printed.Length);
        foreach (var c in printed)
        {
            builder.Append(c switch
            {
                >= '０' and <= '９' => (char)(c - '０' + '0'),
                '．' => '.',
                '\u200b' or '\ufeff' => ' ',
                _ => char.IsWhiteSpace(c) ? ' ' : c,
            });
        }

        var text = InnerPoint().Replace(InnerComma().Replace(builder.ToString(), ","), ".");
        text = YearGap().Replace(text, "$1年");
        return SpacedLetters().Replace(text, m => m.Value.Replace(" ", "", StringComparison.Ordinal));
    }

    private static void Cut(string chunk, Place at, int index, List<LooseToken> tokens)
    {
        if (ColumnFormula().IsMatch(chunk))
        {
            tokens.Add(new LooseToken(chunk, null, at, index));
            return;
        }

        // A project code is one word, whatever is grown to its end.
        if (LongCode().Match(chunk) is { Success: true } code)
        {
            tokens.Add(new LooseToken(code.Value, null, at, index));
            chunk = chunk[code.Length..];
        }

        var from = 0;
        foreach (Match match in Number().Matches(chunk))
        {
            if (!IsAmount(chunk, match) || FigureText.Parse(match.Value) is not { } figure)
                continue;
            Word(chunk[from..match.Index], at, index, tokens);
            tokens.Add(new LooseToken(match.Value, figure, at, index));
            from = match.Index + match.Length;
        }

        Word(chunk[from..], at, index, tokens);
    }

    private static void Word(string text, Place at, int index, List<LooseToken> tokens)
    {
        if (text.Length > 0)
            tokens.Add(new LooseToken(text, null, at, index));
    }

    // Ordinals, years, dates and percentages are words; so is a small whole number inside a name.
    private static bool IsAmount(string chunk, Match match)
    {
        var before = match.Index > 0 ? chunk[match.Index - 1] : ' ';
        var end = match.Index + match.Length;
        var after = end < chunk.Length ? chunk[end] : ' ';
        if (char.IsAsciiLetter(before) || char.IsAsciiLetter(after) || before is '第' or '表' or '[' or '【' or '≥' or '≤' or '>' or '<')
            return false;
        if (after is ']' or '】' or '月' or '日' or '号' or '条' or '、' or '%' or '％' or '期' || (before is '(' or '（' && after is ')' or '）'))
            return false;
        var whole = match.Value.AsSpan().IndexOfAny('.', ',') < 0;
        if (!whole)
            return true;
        if (after == '.' || (after == '年' && match.Length == 4))
            return false;
        return match.Index == 0 || end == chunk.Length && (match.Value == "0" || match.Length >= 3);
    }

    [GeneratedRegex(@"(?<=\d)\s*[,，]\s*(?=\d{3}(?!\d))")]
    private static partial Regex InnerComma();

    [GeneratedRegex(@"(?<=\d)\s*\.\s*(?=\d)")]
    private static partial Regex InnerPoint();

    [GeneratedRegex(@"((?:19|20)\d\d)\s+年")]
    private static partial Regex YearGap();

    [GeneratedRegex(@"(?<!\S)\p{Lo}(?: +\p{Lo})+(?!\S)")]
    private static partial Regex SpacedLetters();

    [GeneratedRegex(@"^[\d+=＝*×-]*\d[+=＝][\d+=＝*×-]*$")]
    private static partial Regex ColumnFormula();

    [GeneratedRegex(@"^\d{6,}[A-Z]\d{6,}")]
    private static partial Regex LongCode();

    [GeneratedRegex(@"(?:(?<=^)[-－−])?\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Number();
}
