using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>编号有序：同级标题的编号连续、不重号；不为只有一项的内容编号。</summary>
public sealed partial class Enumerations : IDisclosureRule
{
    private const string Digits = "一二三四五六七八九";

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0107", "同级标题的编号连续、不重复，只有一项的不编号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var lines = context.Disclosure.Texts.Where(t => !t.InCell).Select(t => (Text: PrintedWords.PlainBrackets(PrintedWords.Bare(t.Text)), t.At)).ToList();
        if (lines.Count == 0)
            yield break;
        var sections = context.Disclosure.Narrative.Select(p => p.Section).Distinct(StringComparer.Ordinal).ToList();
        // A heading stands in the path of every section below it.
        var headings = sections.SelectMany(Paths).Distinct(StringComparer.Ordinal).Select(p => (Path: p, Parent: p.Contains('/') ? p[..p.LastIndexOf('/')] : "", Mark: Mark(PrintedWords.LastHeading(p)))).ToList();
        foreach (var siblings in headings.Where(h => h.Mark is not null && h.Parent.Length > 0).GroupBy(h => (h.Parent, h.Mark!.Value.Style)))
        {
            var marks = siblings.Select(s => (s.Path, s.Mark!.Value.Number)).ToList();
            if (marks.GroupBy(m => m.Number).FirstOrDefault(g => g.Count() > 1) is { } twice)
            {
                var (first, second) = (PrintedWords.LastHeading(twice.First().Path), PrintedWords.LastHeading(twice.ElementAt(1).Path));
                yield return About(context, twice.ElementAt(1).Path, this.Warning(FindingKind.Other, $"编号重复：“{first}”与“{second}”同级而编号相同。"), second);
            }
            else if (marks is [(var only, 1)] && !HasSecond(lines, only, siblings.Key.Style))
            {
                var heading = PrintedWords.LastHeading(only);
                yield return About(context, only, this.Warning(FindingKind.Other, $"只有“{heading}”一项，没有同级的下一项：漏写了以后各项，或不应编号。"), heading);
            }
        }

        foreach (var paragraph in context.Disclosure.Narrative)
        {
            var text = PrintedWords.PlainBrackets(Labels(paragraph.Text));
            if (AmongFirst().Match(text) is not { Success: true } match || text.Contains("(2)", StringComparison.Ordinal) || text.Contains("2.", StringComparison.Ordinal)
                || context.Disclosure.Narrative.Any(p => p.Section == paragraph.Section && PrintedWords.PlainBrackets(Labels(p.Text)) is var other && (other.Contains("(2)", StringComparison.Ordinal) || other.Contains("(二)", StringComparison.Ordinal))))
            {
                continue;
            }

            yield return this.Warning(FindingKind.Other, "“其中”只列了第(1)项，没有第(2)项：漏写了以后各项，或不应编号。") with
            {
                Section = paragraph.Section,
                Quote = PrintedWords.Around(text, match.Index, match.Length, 24),
                Printed = match.Value,
                At = paragraph.At,
            };
        }
    }

    private static string Labels(string text) => Editions.Labels.WithoutSpaces(text);

    private static IEnumerable<string> Paths(string section)
    {
        for (var at = section.IndexOf('/', StringComparison.Ordinal); at > 0; at = section.IndexOf('/', at + 1))
            yield return section[..at];
        yield return section;
    }

    // Whether a line bears the next ordinal before the next part begins.
    private static bool HasSecond(List<(string Text, Figures.Place At)> lines, string path, int style)
    {
        var heading = PrintedWords.PlainBrackets(Labels(PrintedWords.LastHeading(path)));
        var start = lines.FindLastIndex(l => l.Text.StartsWith(heading[..Math.Min(8, heading.Length)], StringComparison.Ordinal));
        if (start < 0)
            return true;
        for (var i = start + 1; i < lines.Count && !ContentsList.PartLabel().IsMatch(lines[i].Text); i++)
        {
            if (Mark(lines[i].Text) is { Number: 2 } next && next.Style == style)
                return true;
            // The chapter above goes on: what follows is no longer its part.
            if (style > 0 && Mark(lines[i].Text) is { Style: 0 })
                return false;
        }

        return false;
    }

    // 一、 is 0, （一） 1, 1. 2, (1) 3.
    private static (int Style, int Number)? Mark(string heading)
    {
        var match = Ordinal().Match(PrintedWords.PlainBrackets(heading));
        if (!match.Success)
            return null;
        var (chapter, section, item, inner) = (match.Groups["a"].Value, match.Groups["b"].Value, match.Groups["c"].Value, match.Groups["d"].Value);
        return chapter.Length > 0 ? Chinese(0, chapter) : section.Length > 0 ? Chinese(1, section) : item.Length > 0 ? (2, Number(item)) : (3, Number(inner));
    }

    private static (int, int)? Chinese(int style, string number)
    {
        var ten = number.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0)
            return (style, Digits.IndexOf(number, StringComparison.Ordinal) + 1);
        return (style, (ten == 0 ? 10 : (Digits.IndexOf(number[0], StringComparison.Ordinal) + 1) * 10) + (ten + 1 < number.Length ? Digits.IndexOf(number[ten + 1], StringComparison.Ordinal) + 1 : 0));
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static Finding About(RuleContext context, string section, Finding finding, string heading) => finding with
    {
        Section = section,
        Quote = heading,
        Printed = heading,
        At = PrintedWords.PlaceOf(context.Disclosure, heading),
    };

    [GeneratedRegex("^(?:(?<a>[一二三四五六七八九十]{1,3})、|[(](?<b>[一二三四五六七八九十]{1,3})[)]|(?<c>[0-9]{1,2})[.．、](?![0-9])|[(](?<d>[0-9]{1,2})[)])")]
    private static partial Regex Ordinal();

    [GeneratedRegex("其中[：:]?[(]1[)]")]
    private static partial Regex AmongFirst();
}
