namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Words with slots (句式): what stands in braces is filled in.</summary>
public sealed class OutlineText
{
    private OutlineText(string text, IReadOnlyList<OutlineToken> tokens)
    {
        Text = text;
        Tokens = tokens;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Words and slots in order.</summary>
    public IReadOnlyList<OutlineToken> Tokens { get; }

    /// <summary>Reads a text; null, with the reason, when braces do not match.</summary>
    public static OutlineText? Parse(string text, out string? why)
    {
        why = null;
        var tokens = new List<OutlineToken>();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var close = text.IndexOf('}', at);
            if (open < 0 && close < 0)
            {
                tokens.Add(new OutlineToken(text[at..], false));
                break;
            }

            if (open < 0 || close < open + 2 || text.IndexOf('{', open + 1) is var next && next >= 0 && next < close)
            {
                why = "花括号不成对，或者里面没有写名称";
                return null;
            }

            if (open > at)
                tokens.Add(new OutlineToken(text[at..open], false));
            tokens.Add(new OutlineToken(text[(open + 1)..close].Trim(), true));
            at = close + 1;
        }

        return new OutlineText(text, tokens);
    }
}

/// <summary>A stretch of words, or the content of a slot.</summary>
/// <param name="Text">Words, or what stands in the braces.</param>
/// <param name="IsSlot">Whether it is a slot.</param>
public readonly record struct OutlineToken(string Text, bool IsSlot)
{
    /// <summary>The words of a slot: a name, or a verb and its names.</summary>
    public string[] Words => Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
