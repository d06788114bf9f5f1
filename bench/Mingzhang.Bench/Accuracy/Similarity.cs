namespace Mingzhang.Bench.Accuracy;

/// <summary>How alike two texts are, by their matching blocks (Ratcliff and Obershelp, as Python's difflib has it).</summary>
internal static class Similarity
{
    /// <summary>Twice the matching signs by the signs of both, from 0 to 1.</summary>
    public static double Ratio(string a, string b) => a.Length + b.Length == 0 ? 1 : 2.0 * Matching(a, b) / (a.Length + b.Length);

    /// <summary>Length of the longest common block.</summary>
    public static int Longest(string a, string b) => Find(a, b).Length;

    private static int Matching(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var (i, j, length) = Find(a, b);
        return length == 0 ? 0 : length + Matching(a[..i], b[..j]) + Matching(a[(i + length)..], b[(j + length)..]);
    }

    // The longest block; of several the earliest in the first text, then in the second.
    private static (int I, int J, int Length) Find(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var best = (I: 0, J: 0, Length: 0);
        var above = new int[b.Length + 1];
        var own = new int[b.Length + 1];
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                own[j + 1] = a[i] == b[j] ? above[j] + 1 : 0;
                if (own[j + 1] > best.Length)
                    best = (i + 1 - own[j + 1], j + 1 - own[j + 1], own[j + 1]);
            }

            (above, own) = (own, above);
        }

        return best;
    }
}
