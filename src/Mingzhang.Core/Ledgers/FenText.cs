using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Ledgers;

/// <summary>Reads and writes amounts of a ledger: written in 元 with at most two decimals, kept as a whole number of 分.</summary>
public static class FenText
{
    /// <summary>The largest amount a ledger may hold, in 分: ten trillion 元, beyond any public budget.</summary>
    public const long Largest = 1_000_000_000_000_000;

    /// <summary>Reads an amount in 元; otherwise says in Chinese what is wrong with it.</summary>
    public static bool TryParse(string text, out long fen, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        if (TryParsePlain(text, out fen))
            return true;
        if (FigureText.Parse(text) is not { } figure)
            reason = "不是数字：只填阿拉伯数字，单位为元，例如 1234.50。";
        else if (figure.Decimals > 2)
            reason = "小数超过两位：金额以元为单位，最多精确到分。";
        else if (Math.Abs(figure.Value) > Largest / 100m)
            reason = "金额过大：单位是元，请检查是否多写了位数。";
        else
            fen = (long)(figure.Value * 100m);
        return reason is null;
    }

    /// <summary>Writes an amount in 元 with two decimals, e.g. <c>1234.50</c>.</summary>
    public static string Format(long fen) => (fen / 100m).ToString("F2", CultureInfo.InvariantCulture);

    // Nearly every amount is plain digits; a ledger may hold hundreds of thousands of them.
    private static bool TryParsePlain(string text, out long fen)
    {
        fen = 0;
        var negative = text.StartsWith('-');
        var digits = text.AsSpan(negative ? 1 : 0);
        var point = digits.IndexOf('.');
        var decimals = point < 0 ? 0 : digits.Length - point - 1;
        if (digits.IsEmpty || digits.Length > 13 || point == 0 || decimals > 2 || (point > 0 && decimals == 0))
            return false;
        var value = 0L;
        for (var i = 0; i < digits.Length; i++)
        {
            if (i == point)
                continue;
            if (!char.IsAsciiDigit(digits[i]))
                return false;
            value = (value * 10) + (digits[i] - '0');
        }

        for (; decimals < 2; decimals++)
            value *= 10;
        fen = negative ? -value : value;
        return true;
    }
}
