using System.Text;

namespace Mingzhang.Core.Editions;

/// <summary>Row labels and their ordinals (行名与序号).</summary>
public static class Labels
{
    private const string Digits = "零一二三四五六七八九";
    private const string OrdinalCharacters = "一二三四五六七八九十廿";

    /// <summary>A label without spaces and leading ordinals: “（二） 公共安全支出” gives “公共安全支出”.</summary>
    public static string Bare(string label)
    {
        var text = WithoutSpaces(label);
        while (true)
        {
            var cut = OrdinalLength(text);
            if (cut == 0 || cut == text.Length)
                return text;
            text = text[cut..];
        }
    }

    /// <summary>Drops every white space, including the full-width one.</summary>
    public static string WithoutSpaces(string text)
    {
        var first = 0;
        while (first < text.Length && !IsSpace(text[first]))
            first++;
        // Most labels have none.
        if (first == text.Length)
            return text;
        var builder = new StringBuilder(text, 0, first, text.Length);
        for (var i = first + 1; i < text.Length; i++)
        {
            if (!IsSpace(text[i]))
                builder.Append(text[i]);
        }

        return builder.ToString();
    }

    private static bool IsSpace(char c) => char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff';

    /// <summary>The ordinal in the style of an example for twenty-one: “廿一、” or “二十一、” or “（廿一）”.</summary>
    public static string Ordinal(int number, string style)
    {
        var twenty = style.Contains('廿') ? "廿" : "二十";
        var word = number switch
        {
            < 10 => Digits[number].ToString(),
            10 => "十",
            < 20 => "十" + Digits[number - 10],
            20 => "二十",
            < 30 => twenty + Digits[number - 20],
            _ => "三十" + (number > 30 ? Digits[number - 30].ToString() : ""),
        };
        if (style.StartsWith('（'))
            return $"（{word}）";
        return style.StartsWith('(') ? $"({word})" : word + style[^1];
    }

    // Length of one leading ordinal: “一、”, “（一）”, “1.”, “(1)”, “1、”; 0 when there is none.
    private static int OrdinalLength(string text)
    {
        var at = 0;
        var bracket = text.Length > 0 && text[0] is '（' or '(';
        if (bracket)
            at = 1;
        var start = at;
        while (at < text.Length && OrdinalCharacters.Contains(text[at]))
            at++;
        if (at == start)
        {
            while (at < text.Length && at - start < 2 && char.IsAsciiDigit(text[at]))
                at++;
        }

        if (at == start || at >= text.Length)
            return 0;
        if (bracket)
            return text[at] is '）' or ')' ? at + 1 : 0;
        if (text[at] is '、' or '．')
            return at + 1;
        // “1.5” is a number, “1.货物类” an ordinal.
        return text[at] == '.' && at + 1 < text.Length && !char.IsAsciiDigit(text[at + 1]) ? at + 1 : 0;
    }
}
