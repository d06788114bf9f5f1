using System.Globalization;
using System.Text;

namespace Mingzhang.Core.Figures;

/// <summary>Reads and writes figures as offices print them: thousands separators, inner spaces, full-width digits and signs.</summary>
public static class FigureText
{
    /// <summary>Prints with the given decimals and thousands separators or without.</summary>
    public static string Format(decimal value, int decimals, bool thousands = false) =>
        Precision.Round(value, decimals).ToString((thousands ? "N" : "F") + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Reads one printed figure; null when the text is anything but one number (a trailing % is not part of it).</summary>
    public static Figure? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        var compact = Compact(text);
        var body = compact.AsSpan();
        var negative = false;
        if (body.Length > 2 && body[0] == '(' && body[^1] == ')')
        {
            // 会计 prints negative amounts in brackets.
            negative = true;
            body = body[1..^1];
        }
        else if (body.Length > 1 && body[0] is '-' or '+')
        {
            negative = body[0] == '-';
            body = body[1..];
        }

        if (!IsNumber(body))
            return null;
        var plain = body.ToString().Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return null;
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        return new Figure(negative ? -value : value, point < 0 ? 0 : plain.Length - point - 1);
    }

    /// <summary>Drops spaces and turns full-width digits, points, commas and signs into their plain forms.</summary>
    public static string Compact(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                continue;
            builder.Append(c switch
            {
                >= '０' and <= '９' => (char)(c - '０' + '0'),
                '．' => '.',
                '，' => ',',
                '－' or '−' or '—' or '–' or '﹣' => '-',
                '＋' => '+',
                '（' => '(',
                '）' => ')',
                _ => c,
            });
        }

        return builder.ToString();
    }

    // Digits with at most one point; commas only between groups of three before the point.
    private static bool IsNumber(ReadOnlySpan<char> body)
    {
        var point = body.IndexOf('.');
        var whole = point < 0 ? body : body[..point];
        if (whole.IsEmpty)
            return false;
        if (point >= 0 && (point == body.Length - 1 || body[(point + 1)..].ContainsAnyExceptInRange('0', '9')))
            return false;
        if (whole.IndexOf(',') < 0)
            return !whole.ContainsAnyExceptInRange('0', '9');
        var first = true;
        foreach (var range in whole.Split(','))
        {
            var group = whole[range];
            if (group.IsEmpty || group.ContainsAnyExceptInRange('0', '9') || (first ? group.Length > 3 : group.Length != 3))
                return false;
            first = false;
        }

        return true;
    }
}
