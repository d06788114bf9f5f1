using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>同一数量前后一致：人数、人次、户数、家数等在文中几处相同，“较某年底增加”推算的同一基数相同。</summary>
internal sealed partial class CountsSaidTwice : IDisclosureRule
{
    // A subject of fewer characters stands before many different counts.
    private const int Shortest = 5;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0106", "同一数量（人数、人次、户数、家数等）在文中几处应当一致，按增减额推算的同一基数应当一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var paragraphs = context.Disclosure.Narrative.Where(p => !p.Section.Contains("名词解释", StringComparison.Ordinal))
            .Select(p => (Paragraph: p, Text: Labels.WithoutSpaces(p.Text))).ToList();
        // Money of a row is compared with its table; two rows may bear one name.
        var rows = context.Disclosure.Statements.SelectMany(s => s.Rows).Select(r => Labels.WithoutSpaces(r.Name)).ToHashSet(StringComparer.Ordinal);
        return Bases(paragraphs).Concat(Counts(paragraphs, rows));
    }

    // 57.75万人，较2023年底增加1.7万人: what it was then is one number wherever it is said.
    private IEnumerable<Finding> Bases(List<(Paragraph Paragraph, string Text)> paragraphs)
    {
        var known = new Dictionary<(string Subject, string Time, string Unit), (decimal Value, decimal Slack, string Words, Paragraph Where)>();
        foreach (var (paragraph, text) in paragraphs)
        {
            foreach (Match match in Change().Matches(text))
            {
                var (now, step) = (Number(match.Groups["now"].Value), Number(match.Groups["by"].Value));
                var up = match.Groups["way"].Value[0] is '增' or '新' or '上' or '多';
                var value = up ? now - step : now + step;
                var slack = Half(match.Groups["now"].Value) + Half(match.Groups["by"].Value);
                var key = (Subject(match.Groups["subject"].Value), match.Groups["time"].Value.Replace("末", "底", StringComparison.Ordinal), match.Groups["unit"].Value);
                if (key.Item1.Length < 2)
                    continue;
                if (known.TryGetValue(key, out var before) && Math.Abs(before.Value - value) > before.Slack + slack && !ReferenceEquals(before.Where, paragraph))
                {
                    yield return At(paragraph, match.Value, $"“{key.Item1}”{key.Item2}的数按此处推算是 {Text(value)}{key.Item3}（{match.Groups["now"].Value} {(up ? '-' : '+')} {match.Groups["by"].Value}），“{PrintedWords.LastHeading(before.Where.Section)}”中“{before.Words}”推算是 {Text(before.Value)}{key.Item3}，必有一处有误。", match.Groups["by"].Value, null);
                    break;
                }

                known.TryAdd(key, (value, slack, match.Value, paragraph));
            }
        }
    }

    // The same words before a number, in two paragraphs that name no different time.
    private IEnumerable<Finding> Counts(List<(Paragraph Paragraph, string Text)> paragraphs, HashSet<string> rows)
    {
        var known = new Dictionary<(string Subject, string Unit), (Match Match, string Time, Paragraph Where)>();
        foreach (var (paragraph, text) in paragraphs)
        {
            foreach (Match match in Count().Matches(text))
            {
                var subject = Subject(match.Groups["subject"].Value);
                var before = text[..match.Index];
                var sentence = before[(before.LastIndexOfAny(['。', '；']) + 1)..];
                if (match.Groups["unit"].Value[^1] == '元' && (rows.Contains(subject) || (subject.StartsWith("项目", StringComparison.Ordinal) && rows.Contains(subject[2..]))))
                    continue;
                if (subject.Length < Shortest || Money().IsMatch(subject) || Plan().IsMatch(sentence + match.Groups["subject"].Value))
                    continue;
                var time = string.Join(' ', Times().Matches(sentence + subject).Select(t => t.Value));
                var key = (subject, match.Groups["unit"].Value);
                if (!known.TryGetValue(key, out var earlier))
                {
                    known[key] = (match, time, paragraph);
                    continue;
                }

                // Two items of one list may bear one name, each with its own money.
                var isList = match.Groups["unit"].Value[^1] == '元' && earlier.Where.Section == paragraph.Section;
                if (isList || ReferenceEquals(earlier.Where, paragraph) || (earlier.Time != time && earlier.Time.Length > 0 && time.Length > 0) || Agree(earlier.Match, match))
                    continue;
                yield return At(
                    paragraph, match.Value, $"“{subject}”此处是 {Words(match)}，“{PrintedWords.LastHeading(earlier.Where.Section)}”写 {Words(earlier.Match)}，口径、时点不同的应写明，否则有一处有误。", Words(match), Words(earlier.Match));
            }
        }
    }

    private static bool Agree(Match first, Match second)
    {
        var (a, b) = (Number(first.Groups["now"].Value), Number(second.Groups["now"].Value));
        if (a == b)
            return true;
        // 700余 is at least 700 and less than 800.
        return (IsAbout(first) && IsWithin(a, b)) || (IsAbout(second) && IsWithin(b, a));
    }

    private static bool IsAbout(Match match) => match.Groups["about"].Value.Length > 0;

    private static bool IsWithin(decimal round, decimal other)
    {
        var step = 1m;
        while (round % (step * 10m) == 0m && step < round)
            step *= 10m;
        return other >= round && other < round + step;
    }

    private static string Words(Match match) => match.Groups["now"].Value + match.Groups["about"].Value + match.Groups["unit"].Value;

    // What a count is of: without the words that only lead to the number.
    private static string Subject(string words) => Leading().Replace(Trailing().Replace(words, ""), "");

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static decimal Half(string text) => Precision.HalfStep(text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0);

    private static string Text(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private Finding At(Paragraph paragraph, string quote, string message, string printed, string? expected) => this.Warning(FindingKind.TextVsTable, message) with
    {
        Section = paragraph.Section,
        Quote = quote,
        Printed = printed,
        Expected = expected,
        At = paragraph.At,
    };

    [GeneratedRegex("(?<subject>[\\u4e00-\\u9fff]{2,16}?)(?:为|达到?|共|约)?(?<now>[0-9]+(?:\\.[0-9]+)?)(?<unit>万?(?:人次|人|户|家|件|个))[，,]?[较比](?<time>20[0-9]{2}年[底末]?(?:[0-9]{1,2}月[底末]?)?|上年[底末同期]*)(?<way>增加|新增|增长|减少|下降|多|少|上升)了?(?<by>[0-9]+(?:\\.[0-9]+)?)\\k<unit>")]
    private static partial Regex Change();

    [GeneratedRegex("(?<subject>[\\u4e00-\\u9fff]{4,18})(?<now>[0-9]+(?:\\.[0-9]+)?)(?<about>[余多]?)(?<unit>(?:万|亿)?(?:元|人次|人|户|家|件|批次|起|例)(?![0-9]))")]
    private static partial Regex Count();

    [GeneratedRegex("^(?:其中|截至|全年|累计|共计|今年以来|共|已|并|也|及|和|与|等|的|了)+")]
    private static partial Regex Leading();

    [GeneratedRegex("(?:累计|共计|共|为|达到|达|约|近|超过|超|是|了)+$")]
    private static partial Regex Trailing();

    // Amounts of the tables are compared with them.
    [GeneratedRegex("预算|决算|支出|收入|经费|拨款|合计|总计|增加|减少|增长|下降|上升|费$|资金|其中|每人|标准")]
    private static partial Regex Money();

    [GeneratedRegex("计划|拟|力争|目标|预计|预期|将|确保")]
    private static partial Regex Plan();

    [GeneratedRegex("20[0-9]{2}年(?:[0-9]{1,2}月)?|[0-9]{1,2}月|上半年|下半年|季度")]
    private static partial Regex Times();
}
