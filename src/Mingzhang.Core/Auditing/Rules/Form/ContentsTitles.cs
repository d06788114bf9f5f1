using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>目录的标题与正文逐字相同：多数标题相同时，少数多字、漏字的是笔误。</summary>
public sealed partial class ContentsTitles : IDisclosureRule
{
    // Titles that share fewer of their pairs of characters are different titles.
    private const int Alike = 700;

    // Where more titles differ than this part of them, the office shortens its contents on purpose.
    private const int Few = 4;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0106", "目录中的标题与正文标题逐字相同（机构、年度、编号除外）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var contents = ContentsList.Read(context.Disclosure);
        var lines = PrintedWords.Headings(context.Disclosure).Where(h => h.Index >= contents.BodyFrom).ToList();
        // A long title goes on in the next line.
        var broken = lines.Zip(lines.Skip(1)).Where(p => p.Second.Index == p.First.Index + 1).Select(p => (Text: p.First.Text + p.Second.Text, p.First.At));
        var body = lines.Select(h => (h.Text, h.At)).Concat(broken).Select(h => (h.Text, Core: Core(h.Text), h.At)).Where(h => h.Core.Length >= 4).ToList();
        // A table whose title is missing is reported as such, and its likeness is another table.
        var listed = contents.Parts.SelectMany(p => p.Chapters.Append(p.Label + p.Title)).Select(c => (Text: c, Core: Core(c))).Where(c => c.Core.Length >= 5).ToList();
        var others = listed.Where(l => !body.Exists(b => IsTitle(b.Core, l.Core))).ToList();
        if (others.Count == 0 || others.Count * Few > listed.Count)
            yield break;
        foreach (var (text, core) in others)
        {
            // A year with three digits is a finding of its own.
            if (BrokenYear().IsMatch(text))
                continue;
            var found = body.Where(b => !listed.Exists(l => l.Core == b.Core)).Select(b => (b.Text, b.Core, b.At, Score: NameText.Likeness(b.Core, core))).OrderByDescending(b => b.Score).FirstOrDefault();
            if (found.Score < Alike || Labels.Bare(found.Text).Length > core.Length + 30 || text.EndsWith('表') != found.Text.EndsWith('表'))
                continue;
            yield return this.Warning(FindingKind.Name, $"目录的标题是“{text}”，正文的标题是“{found.Text}”，请统一。") with
            {
                Section = "目录",
                Row = text,
                Quote = found.Text,
                Printed = found.Text,
                Expected = text,
                At = found.At,
            };
        }
    }

    // Agency and year stand before a title in the body, and often not in the contents.
    private static bool IsTitle(string body, string listed) => body == listed || (body.EndsWith(listed, StringComparison.Ordinal) && !body.EndsWith("部门" + listed, StringComparison.Ordinal)) || body.EndsWith("年" + listed, StringComparison.Ordinal)
        || body.StartsWith(listed + "（", StringComparison.Ordinal) || listed.EndsWith(body, StringComparison.Ordinal) && body.Length >= 8 && listed.Length > body.Length + 4;

    private static string Core(string text) => NameText.Normal(Prefix().Replace(PrintedWords.Bare(text), ""));

    [GeneratedRegex("(?<![0-9])20[0-9]年")]
    private static partial Regex BrokenYear();

    [GeneratedRegex("^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[(][一二三四五六七八九十]+[)]|(?:公开)?表?[0-9]{1,2}(?:表|[.、．])?|表[一二三四五六七八九十]+[、.]?)+")]
    private static partial Regex Prefix();
}
