using System.Globalization;
using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Ofd;

/// <summary>Lists of numbers in attributes (GB/T 33190, 7.3): boxes, matrices, distances.</summary>
internal static class OfdNumbers
{
    /// <summary>Most numbers that a list may stand for; a repetition can name any count.</summary>
    private const int Most = 100_000;

    /// <summary>The numbers of a list; null when one is none.</summary>
    public static List<double>? Parse(string? text)
    {
        if (text is null)
            return null;
        var numbers = new List<double>();
        foreach (var range in text.AsSpan().SplitAny(' ', '\t', '\n', '\r', ','))
        {
            var part = text.AsSpan()[range];
            if (part.IsEmpty)
                continue;
            if (Number(part) is not { } number || numbers.Count >= Most)
                return null;
            numbers.Add(number);
        }

        return numbers;
    }

    /// <summary>Distances from sign to sign; “g 3 5.5” stands for three times 5.5. What is broken ends the list.</summary>
    public static List<double> Distances(string? text)
    {
        var distances = new List<double>();
        var parts = (text ?? "").Split((char[])[' ', '\t', '\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length && distances.Count < Most; i++)
        {
            if (parts[i] is "g" or "G")
            {
                if (i + 2 >= parts.Length || !int.TryParse(parts[i + 1], CultureInfo.InvariantCulture, out var count) || Number(parts[i + 2]) is not { } each)
                    break;
                distances.AddRange(Enumerable.Repeat(each, Math.Clamp(count, 0, Most - distances.Count)));
                i += 2;
            }
            else if (Number(parts[i]) is { } distance)
            {
                distances.Add(distance);
            }
            else
            {
                break;
            }
        }

        return distances;
    }

    /// <summary>A number; null when it is none or beyond all measure.</summary>
    public static double? Number(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) < 1e9 ? value : null;

    /// <summary>A box as left, top, width, height; null when it is none.</summary>
    public static (double Left, double Top, double Width, double Height)? Box(string? text) =>
        Parse(text) is { Count: 4 } n ? (n[0], n[1], n[2], n[3]) : null;

    /// <summary>A transformation; that which changes nothing where there is none.</summary>
    public static PageMatrix Matrix(string? text) => Parse(text) is { Count: 6 } n ? new PageMatrix(n[0], n[1], n[2], n[3], n[4], n[5]) : PageMatrix.Identity;
}
