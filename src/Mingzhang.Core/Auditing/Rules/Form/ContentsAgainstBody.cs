using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>目录与正文一致：目录列出的各章、各表正文都有，编号相同。</summary>
public sealed class ContentsAgainstBody : IDisclosureRule
{
    // Titles that share fewer than half of their pairs of characters are different titles.
    private const int Alike = 500;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0102", "目录列出的各章、各表正文都有，编号与正文相同", "《地方预决算公开操作规程》财预〔2016〕143号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var contents = ContentsList.Read(context.Disclosure);
        var body = PrintedWords.Headings(context.Disclosure).Where(h => h.Index >= contents.BodyFrom).ToList();
        foreach (var part in contents.Parts)
        {
            var renumbered = new List<(string Listed, string Found)>();
            foreach (var chapter in part.Chapters)
            {
                var title = NameText.Normal(Labels.Bare(chapter));
                var best = body.Select(h => new { h.Text, Score = Score(NameText.Normal(Labels.Bare(h.Text)), title) }).OrderByDescending(h => h.Score).ThenByDescending(h => Ordinal(h.Text) == Ordinal(chapter)).FirstOrDefault();
                if ((best?.Score ?? 0) < Alike)
                {
                    // A heading may go on in brackets, over several lines.
                    var words = Labels.WithoutSpaces(chapter);
                    if (context.Disclosure.Texts.Skip(contents.BodyFrom).Any(t => !t.InCell && Labels.WithoutSpaces(t.Text) is var line && line.StartsWith(words, StringComparison.Ordinal) && line.AsSpan(words.Length).IndexOfAny('（', '(') == 0))
                        continue;
                    yield return this.Warning(FindingKind.Missing, $"目录“{part.Label}”列有“{chapter}”，正文没有这一标题。") with
                    {
                        Section = "目录",
                        Row = part.Label,
                        Quote = chapter,
                        Printed = chapter,
                        At = PrintedWords.PlaceOf(context.Disclosure, chapter),
                    };
                }
                else if (best is { Score: >= 900 } && Ordinal(best.Text) is { } there && Ordinal(chapter) is { } here && there != here)
                {
                    renumbered.Add((chapter, best.Text));
                }
            }

            if (renumbered.Count > 0)
            {
                yield return this.Warning(FindingKind.Other, $"目录与正文的编号或次序不同：{string.Join("；", renumbered.Take(3).Select(r => $"目录“{r.Listed}”，正文“{r.Found}”"))}{(renumbered.Count > 3 ? $"等{renumbered.Count}处" : "")}。") with
                {
                    Section = "目录",
                    Row = part.Label,
                    Quote = renumbered[0].Listed,
                    Printed = renumbered[0].Listed,
                    Expected = renumbered[0].Found,
                    At = PrintedWords.PlaceOf(context.Disclosure, renumbered[0].Listed),
                };
            }
        }
    }

    // A table's title in the body carries agency and year before it.
    private static int Score(string heading, string title)
    {
        if (heading.Length == 0 || title.Length == 0)
            return 0;
        if (heading.EndsWith(title, StringComparison.Ordinal) || (heading.Length >= 4 && title.EndsWith(heading, StringComparison.Ordinal)))
            return 1000;
        return Math.Max(NameText.Likeness(heading, title), title.EndsWith('表') ? NameText.Likeness(TitleMatcher.Core(heading), TitleMatcher.Core(title)) : 0);
    }

    private static string? Ordinal(string text)
    {
        var match = ContentsList.Chapter().Match(text);
        return match.Success ? match.Value : null;
    }
}
