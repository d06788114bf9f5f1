using System.Buffers;
using System.Text.RegularExpressions;

namespace Mingzhang.Core.Narrative;

/// <summary>Reads what a paragraph says without numbers: code paths, lists of names, comparisons, reasons, uses.</summary>
internal static partial class WordingParser
{
    private static readonly SearchValues<char> Stops = SearchValues.Create("，。；：");
    private static readonly SearchValues<string> PathWords = SearchValues.Create(["（类）"], StringComparison.Ordinal);

    // One of these stands in every comparison.
    private static readonly SearchValues<string> ComparisonWords = SearchValues.Create(
        ["小于", "低于", "少于", "大于", "高于", "多于", "超过", "等于", "持平", "一致", "相同", "相等", "无变化", "没有变化"], StringComparison.Ordinal);

    public static void Read(ParsedParagraph paragraph)
    {
        var text = paragraph.Text.Text;
        foreach (var match in InClauses(ParagraphWords.CodePath(), text, PathWords))
        {
            var name = Ordinal().Replace(match.Groups["class"].Value, "");
            var start = match.Groups["class"].Index + match.Groups["class"].Length - name.Length;
            paragraph.Codes.Add(new CodePathClaim(name, Value(match.Groups["group"]), Value(match.Groups["item"]), new TextSpan(start, match.Index + match.Length)));
        }

        foreach (var match in InClauses(ParagraphWords.Comparison(), text, ComparisonWords))
        {
            var sign = match.Groups["less"].Success ? -1 : match.Groups["more"].Success ? 1 : 0;
            var word = match.Groups["less"].Value + match.Groups["more"].Value + match.Groups["equal"].Value;
            paragraph.Comparisons.Add(new ComparisonClaim(
                SubjectText.Of(match.Groups["subject"].Value).Name, match.Groups["base"].Value, sign, word, SentenceAt(text, match.Index), new TextSpan(match.Index, match.Index + match.Length)));
        }

        foreach (Match match in ParagraphWords.NameList().Matches(text))
            ReadNames(paragraph, match);
        foreach (Match match in ReasonWords().Matches(text))
            paragraph.Reasons.Add(new TextSpan(match.Index, match.Index + match.Length));
        foreach (Match match in UseWords().Matches(text))
            paragraph.Uses.Add(new TextSpan(match.Index, match.Index + match.Length));
    }

    // Matches of a pattern that no stop interrupts: only clauses that hold one of its words are searched.
    private static IEnumerable<Match> InClauses(Regex pattern, string text, SearchValues<string> words)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny(Stops);
            var end = length < 0 ? text.Length : start + length;
            if (text.AsSpan(start, end - start).ContainsAny(words))
            {
                var match = pattern.Match(text, start, end - start);
                for (; match.Success; match = match.NextMatch())
                    yield return match;
            }

            start = end + 1;
        }
    }

    private static string? Value(Group group) => group.Success ? group.Value : null;

    private static int SentenceAt(string text, int at) => text.AsSpan(0, at).Count('。') + text.AsSpan(0, at).Count('！') + text.AsSpan(0, at).Count('？');

    private static void ReadNames(ParsedParagraph paragraph, Match match)
    {
        var list = match.Groups["list"];
        if (Digit().IsMatch(list.Value) && paragraph.Amounts.Exists(a => a.Span.Start >= list.Index && a.Span.End <= list.Index + list.Length + 3))
            return;
        var names = new List<(string, TextSpan)>();
        var start = list.Index;
        var depth = 0;
        for (var i = list.Index; i <= list.Index + list.Length; i++)
        {
            var end = i == list.Index + list.Length;
            var c = end ? '、' : paragraph.Text.Text[i];
            depth += c == '（' ? 1 : c == '）' ? -1 : 0;
            if (!end && (depth > 0 || c is not ('、' or '，')))
                continue;
            var span = new TextSpan(start, i);
            var name = Tail().Replace(paragraph.Text.Slice(span), "");
            if (name.Length > 0)
                names.Add((name, new TextSpan(start, start + name.Length)));
            start = i + 1;
        }

        if (names.Count < 2)
            return;
        var owner = paragraph.Amounts.LastOrDefault(a => !a.IsAside && a.Span.End <= match.Index);
        paragraph.NameLists.Add(new NameListClaim(owner?.Subject ?? "", owner, names, Tail().IsMatch(list.Value), new TextSpan(match.Index, match.Index + match.Length)));
    }

    [GeneratedRegex("^(?:、|[一二三四五六七八九十]+、)")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();

    [GeneratedRegex("等(?:各?项?(?:支出|费用|经费|方面|工作)?)?$")]
    private static partial Regex Tail();

    [GeneratedRegex("原因|主要是(?!用于)|由于|主要系|主要因|因为|系因|(?<=，)因(?!公出国)")]
    private static partial Regex ReasonWords();

    [GeneratedRegex("(?:主要)?(?:是)?用于|用途")]
    private static partial Regex UseWords();
}
