using System.Text.RegularExpressions;
using Mingzhang.Core.Classifications;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>The name of an agency, taken apart (机构名称): 武汉市 + 某某区 + 医疗保障局.</summary>
/// <param name="Full">The full name.</param>
/// <param name="Above">Province and city in front; "" when none is printed.</param>
/// <param name="Seat">The last place in front, e.g. 某某区; "" when none is printed.</param>
/// <param name="Body">What remains.</param>
internal sealed partial record AgencyName(string Full, string Above, string Seat, string Body)
{
    // Characters in which the names of different agencies regularly differ: 第一中学, 东区分局, 副中心.
    internal const string Telling = "一二三四五六七八九十东南西北中上下前后大小新老总分副县区市省0123456789";

    // In a short name one other character makes another agency: 教育局, 体育局.
    private const int ShortestForChange = 6;

    /// <summary>Takes a name apart; null when it is too short to tell a slip from another name.</summary>
    public static AgencyName? Read(string? full)
    {
        if (full is null || Parts().Match(full) is not { Success: true } match)
            return null;
        var (above, seat, body) = (match.Groups["above"].Value, match.Groups["seat"].Value, match.Groups["body"].Value);
        if (seat.Length == 0)
            (above, seat) = ("", above);
        return body.Length >= 4 ? new AgencyName(full, above, seat, body) : null;
    }

    /// <summary>Whether a text is the body of this name with one character put in, left out or changed.</summary>
    public bool IsSlip(string text)
    {
        if (text.Length == 0 || text[^1] != Body[^1] || Math.Abs(text.Length - Body.Length) > 1 || text.Any(c => c is < '\u4e00' or > '\u9fff') || Nearest.Distance(text, Body) != 1)
            return false;
        var at = text.AsSpan().CommonPrefixLength(Body);
        return (text.Length - Body.Length) switch
        {
            0 => Body.Length >= ShortestForChange && !(Telling.Contains(text[at], StringComparison.Ordinal) && Telling.Contains(Body[at], StringComparison.Ordinal)),
            1 => !Telling.Contains(text[at], StringComparison.Ordinal),
            _ => !Telling.Contains(Body[at], StringComparison.Ordinal),
        };
    }

    /// <summary>The slip of this name that stands at a place of a text; null when the name is right or another one stands there.</summary>
    public string? SlipAt(string text, int at)
    {
        if (string.CompareOrdinal(text, at, Body, 0, Body.Length) == 0)
            return null;
        for (var length = Body.Length + 1; length >= Body.Length - 1; length--)
        {
            if (at + length <= text.Length && IsSlip(text.Substring(at, length)))
                return text.Substring(at, length);
        }

        return null;
    }

    [GeneratedRegex("^(?<above>([\\u4e00-\\u9fff]{2,8}?(省|自治区))?([\\u4e00-\\u9fff]{2,7}?(市|自治州|盟|地区))?)(?<seat>([\\u4e00-\\u9fff]{1,2}山区|[\\u4e00-\\u9fff]{1,7}?((?<![社小园校景库山])区|县|市|旗))?)(?<body>[\\u4e00-\\u9fff]+)$")]
    private static partial Regex Parts();
}
