namespace Mingzhang.Storage.Privacy;

/// <summary>What of a person's particulars every page may show (脱敏): enough to tell two apart, too little to use.</summary>
public static class Masks
{
    /// <summary>证件号码: the first three and the last four characters, e.g. <c>420***********1234</c>.</summary>
    public static string IdNumber(string text) => Middle(text, 3, 4);

    /// <summary>手机号码: e.g. <c>138****1234</c>.</summary>
    public static string Telephone(string text) => Middle(text, 3, 4);

    /// <summary>银行账号: the last four digits, however many went before, e.g. <c>****1234</c>.</summary>
    public static string Account(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? "" : "****" + (text.Length > 8 ? text[^4..] : "");
    }

    /// <summary>姓名: the first character, whatever the length, e.g. 张*.</summary>
    public static string Name(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == 0 ? "" : (char.IsHighSurrogate(text[0]) && text.Length > 1 ? text[..2] : text[..1]) + "*";
    }

    // Of what is too short to keep both ends apart nothing is shown.
    private static string Middle(string text, int first, int last)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length < first + last + 3 ? new string('*', text.Length) : text[..first] + new string('*', text.Length - first - last) + text[^last..];
    }
}
