using System.Globalization;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>Recognises by which slip of the hand a figure could have become what is printed.</summary>
internal static class Slips
{
    private const decimal TenThousand = 10_000m;
    private static readonly string[] Formats = [.. Enumerable.Range(0, Precision.Finest + 1).Select(d => "F" + d.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The slip that turns the expected value into the printed figure; <see cref="SlipKind.None"/> when no single one does.</summary>
    internal static SlipKind Between(decimal expected, in FigureNode printed)
    {
        var value = printed.Amount;
        if (expected == value)
            return SlipKind.None;
        if (value == 0m || expected == 0m)
        {
            var digits = printed.State == FigureState.Printed ? BetweenTexts(Math.Abs(expected), Math.Abs(value), printed) : SlipKind.None;
            return digits != SlipKind.None ? digits : value == 0m ? SlipKind.Missing : SlipKind.Surplus;
        }

        if (expected == -value)
            return SlipKind.Sign;
        if (expected * TenThousand == value || expected == value * TenThousand)
            return SlipKind.Unit;
        for (var power = 10m; power <= 1000m; power *= 10m)
        {
            if (expected * power == value || expected == value * power)
                return SlipKind.Point;
        }

        if (Math.Sign(expected) != Math.Sign(value))
            return SlipKind.None;
        if (printed.IsCoarse && Math.Abs(expected - value) <= FigureNode.HalfStep(printed.PrintedDecimals))
            return SlipKind.Coarse;
        return BetweenTexts(Math.Abs(expected), Math.Abs(value), printed);
    }

    /// <summary>Whether the slip is so particular that having that shape speaks for a value.</summary>
    internal static bool IsShape(SlipKind slip) =>
        slip is not (SlipKind.None or SlipKind.Missing or SlipKind.Surplus or SlipKind.Coarse);

    // Offices drop trailing zeros, so either text may stand with or without them.
    private static SlipKind BetweenTexts(decimal expected, decimal value, in FigureNode printed)
    {
        Span<char> full = stackalloc char[48];
        Span<char> asPrinted = stackalloc char[48];
        Span<char> filled = stackalloc char[48];
        var e = Write(expected, printed.Decimals, full);
        var p = Write(value, printed.PrintedDecimals, asPrinted);
        var slip = Compare(e, p);
        if (slip == SlipKind.None && printed.PrintedDecimals < printed.Decimals)
            slip = Compare(e, Write(value, printed.Decimals, filled));
        var trimmed = Trim(e);
        return slip == SlipKind.None && trimmed.Length < e.Length ? Compare(trimmed, p) : slip;
    }

    private static SlipKind Compare(ReadOnlySpan<char> expected, ReadOnlySpan<char> printed)
    {
        var same = expected.CommonPrefixLength(printed);
        if (expected.Length == printed.Length)
        {
            if (same == expected.Length || expected[same] == '.' || printed[same] == '.')
                return SlipKind.None;
            if (expected[(same + 1)..].SequenceEqual(printed[(same + 1)..]))
                return SlipKind.Digit;
            var next = same + 1;
            if (next < expected.Length && expected[next] == '.')
                next++;
            return next < expected.Length && expected[same] == printed[next] && expected[next] == printed[same]
                && expected[(next + 1)..].SequenceEqual(printed[(next + 1)..])
                    ? SlipKind.Transposed
                    : SlipKind.None;
        }

        if (expected.Length > printed.Length)
            return IsOneLonger(expected, printed, same) ? SlipKind.Dropped : SlipKind.None;
        return IsOneLonger(printed, expected, same) && same > 0 && printed[same] == printed[same - 1] ? SlipKind.Doubled : SlipKind.None;
    }

    // One digit too many at the first difference; a point that falls away with the last decimal goes with it.
    private static bool IsOneLonger(ReadOnlySpan<char> longer, ReadOnlySpan<char> shorter, int same)
    {
        if (longer.Length == shorter.Length + 2 && same == shorter.Length && longer[same] == '.')
            return true;
        return longer.Length == shorter.Length + 1 && longer[same] != '.' && longer[(same + 1)..].SequenceEqual(shorter[same..]);
    }

    private static ReadOnlySpan<char> Write(decimal value, int decimals, Span<char> buffer) =>
        value.TryFormat(buffer, out var written, Formats[Math.Clamp(decimals, 0, Precision.Finest)], CultureInfo.InvariantCulture) ? buffer[..written] : [];

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
}
