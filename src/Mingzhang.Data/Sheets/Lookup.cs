namespace Mingzhang.Data.Sheets;

/// <summary>What a text in a cell means. Each text is looked up once, however many rows hold it.</summary>
/// <param name="find">Meaning of a text; neither value nor fault when it cannot be judged (another mistake is the cause).</param>
internal sealed class Lookup<T>(Func<string, Answer<T>> find)
{
    private readonly Dictionary<string, Answer<T>> known = [];

    public Answer<T> Find(string text)
    {
        if (!known.TryGetValue(text, out var answer))
            known[text] = answer = find(text);
        return answer;
    }
}

/// <summary>The meaning of a text: a value, or a fault in Chinese, or neither.</summary>
internal readonly record struct Answer<T>(bool IsKnown, T Value, string? Fault)
{
    public static Answer<T> Of(T value) => new(IsKnown: true, value, Fault: null);

    public static Answer<T> Wrong(string fault) => new(IsKnown: false, default!, fault);

    public static Answer<T> Unjudged => default;
}
