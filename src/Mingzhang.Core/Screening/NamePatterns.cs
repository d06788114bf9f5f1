namespace Mingzhang.Core.Screening;

/// <summary>Names or codes as a rule writes them (名称或编码的写法): whole ones, or with <c>*</c> for anything.</summary>
/// <param name="Patterns">The patterns; one that fits is enough.</param>
public sealed record NamePatterns(IReadOnlyList<string> Patterns)
{
    private readonly string[][] _pieces = [.. Patterns.Select(p => p.Split('*'))];

    /// <summary>Whether the text is meant.</summary>
    /// <param name="text">A name or a code; an empty one is never meant.</param>
    public bool Fits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
            return false;
        foreach (var pieces in _pieces)
        {
            if (Fits(pieces, text))
                return true;
        }

        return false;
    }

    /// <summary>Whether the item is meant, by its name or by its code.</summary>
    /// <param name="item">收费项目.</param>
    public bool Fits(ClaimItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Fits(item.Name) || Fits(item.Code);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('、', Patterns);

    // The pieces between the stars follow each other in the text; the first and the last stand at its ends.
    private static bool Fits(string[] pieces, string text)
    {
        if (pieces.Length == 1)
            return text == pieces[0];
        if (!text.StartsWith(pieces[0], StringComparison.Ordinal))
            return false;
        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length - 1; i++)
        {
            var found = text.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + pieces[i].Length;
        }

        return text.Length - at >= pieces[^1].Length && text.EndsWith(pieces[^1], StringComparison.Ordinal);
    }
}
