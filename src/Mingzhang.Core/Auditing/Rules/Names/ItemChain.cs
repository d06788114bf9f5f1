using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>An item written out as 类, 款 and 项 (类款项的写法): “…（类）…（款）…（项）”.</summary>
/// <param name="Section">Section it stands in.</param>
/// <param name="Class">类.</param>
/// <param name="Group">款.</param>
/// <param name="Item">项.</param>
/// <param name="Text">As printed.</param>
/// <param name="After">The words behind it in its paragraph.</param>
/// <param name="At">Where it stands.</param>
internal sealed partial record ItemChain(string Section, string Class, string Group, string Item, string Text, string After, Place At)
{
    /// <summary>Whether it is in the list of explained terms.</summary>
    public bool InGlossary => Section.Contains("名词解释", StringComparison.Ordinal) || Section.Contains("支出功能分类科目", StringComparison.Ordinal);

    // So far behind a chain its amounts may stand.
    private const int Reach = 300;

    /// <summary>All chains of a document, in order.</summary>
    public static IEnumerable<ItemChain> All(Disclosure disclosure)
    {
        // A chain is so long that it is broken anywhere, even into a heading and the text below it: the paragraphs are joined again.
        var run = new StringBuilder();
        var starts = new List<(int From, string Section, Place At)>();
        var section = "";
        foreach (var paragraph in disclosure.Narrative)
        {
            starts.Add((run.Length, paragraph.Section, paragraph.At));
            if (paragraph.Section != section)
                run.Append(PrintedWords.PlainBrackets(PrintedWords.LastHeading(section = paragraph.Section)));
            run.Append(PrintedWords.PlainBrackets(Labels.WithoutSpaces(paragraph.Text)));
        }

        var text = run.ToString();
        var matches = Chain().Matches(text);
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            var start = starts.FindLast(s => s.From <= match.Index);
            var end = match.Index + match.Length;
            var next = i + 1 < matches.Count ? matches[i + 1].Index : text.Length;
            yield return new ItemChain(
                start.Section,
                match.Groups["class"].Value,
                match.Groups["group"].Value,
                match.Groups["item"].Value,
                match.Value,
                text[end..Math.Min(next, end + Reach)],
                PrintedWords.PlaceOf(disclosure, match.Groups["item"].Value, start.At));
        }
    }

    [GeneratedRegex("(?<class>[\\u4e00-\\u9fff]{2,20})\\(类\\)(?<group>[\\u4e00-\\u9fff、]{2,30}(\\((?![类款项]\\))[\\u4e00-\\u9fff]{1,12}\\)[\\u4e00-\\u9fff、]{0,20})?)\\(款\\)(?<item>[\\u4e00-\\u9fff、“”]{2,40}(\\((?![类款项]\\))[\\u4e00-\\u9fff]{1,12}\\))?[\\u4e00-\\u9fff]{0,12})\\(项\\)")]
    private static partial Regex Chain();
}
