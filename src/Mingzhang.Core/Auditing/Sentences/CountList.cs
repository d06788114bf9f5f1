using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Sentences;

/// <summary>A count and the counts of its kinds (数量列举).</summary>
/// <param name="Subject">What is counted.</param>
/// <param name="Total">The count.</param>
/// <param name="Unit">Its measure word.</param>
/// <param name="TotalSpan">Where the count stands.</param>
/// <param name="Span">The whole list.</param>
/// <param name="Parts">The kinds, in order.</param>
internal sealed partial record CountList(string Subject, decimal Total, string Unit, TextSpan TotalSpan, TextSpan Span, IReadOnlyList<CountPart> Parts)
{
    /// <summary>Whether it names every kind: 其他 takes up what the others leave.</summary>
    public bool IsComplete => Parts.Any(p => p.Name.StartsWith("其他", StringComparison.Ordinal) || p.Name.StartsWith("其它", StringComparison.Ordinal));

    /// <summary>The lists of counts in a text, each with its total.</summary>
    public static IEnumerable<CountList> In(CompactText text)
    {
        foreach (Match match in Counted().Matches(text.Text))
        {
            var parts = match.Groups["part"].Captures.Zip(match.Groups["count"].Captures, (name, count) => new CountPart(name.Value, Number(count.Value), At(count))).ToList();
            yield return new CountList(match.Groups["subject"].Value, Number(match.Groups["total"].Value), match.Groups["unit"].Value, At(match.Groups["total"]), At(match), parts);
        }
    }

    private static decimal Number(string digits) => decimal.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static TextSpan At(Capture capture) => new(capture.Index, capture.Index + capture.Length);

    // Parts of one unit, one behind the other; what has another unit ends them.
    [GeneratedRegex("(?<subject>[\\u4e00-\\u9fff（）“”]{2,20}?)(?:共计|合计|共|为)?(?<total>[0-9]{1,7})(?<unit>辆|台（套）|台|套|人|个|家|户|处|件|项)[，,（]其中[：:，]?(?:(?<part>[^，。；：、0-9]{2,24}?)(?<count>[0-9]{1,7})\\k<unit>[，、；]?)+")]
    private static partial Regex Counted();
}

/// <summary>A kind of what is counted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its count.</param>
/// <param name="Span">Where the count stands.</param>
internal sealed record CountPart(string Name, decimal Number, TextSpan Span);
