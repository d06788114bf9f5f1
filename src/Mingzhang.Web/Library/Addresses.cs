using System.Buffers;
using System.Globalization;
using System.Text;

namespace Mingzhang.Web.Library;

/// <summary>Writes addresses (网址) that a person can read: Chinese stays Chinese, which browsers send in its coded form.</summary>
internal static class Addresses
{
    private static readonly SearchValues<char> Reserved = SearchValues.Create("%&#+?/\\ \"<>`{}|^;=");

    /// <summary>A text as a part of an address.</summary>
    public static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny(Reserved) < 0)
            return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var c in text)
        {
            if (Reserved.Contains(c) || char.IsControl(c))
                escaped.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
            else
                escaped.Append(c);
        }

        return escaped.ToString();
    }
}
