using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>括号、引号、书名号成对。</summary>
public sealed class OpenBrackets : IDisclosureRule
{
    private const string Openers = "(“《〔【[";
    private const string Closers = ")”》〕】]";

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0301", "括号、引号、书名号成对");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        // Paragraphs are cut at colons too, so that a bracket may close in the next: the section is the unit.
        foreach (var section in context.Disclosure.Narrative.GroupBy(p => p.Section))
        {
            var open = new Stack<(char Mark, string Text, int At, Place Place)>();
            foreach (var (text, place) in section.Select(p => (PrintedWords.PlainBrackets(Labels.WithoutSpaces(p.Text)), p.At)).Prepend((PrintedWords.PlainBrackets(PrintedWords.LastHeading(section.Key)), Place.Unknown)))
            {
                for (var i = 0; i < text.Length; i++)
                {
                    if (Openers.Contains(text[i], StringComparison.Ordinal))
                    {
                        open.Push((text[i], text, i, place));
                        continue;
                    }

                    var closing = Closers.IndexOf(text[i], StringComparison.Ordinal);
                    if (closing < 0)
                        continue;
                    // An inner mark that never closed is passed over; 1) and a) close nothing.
                    if (open.Any(o => o.Mark == Openers[closing]))
                    {
                        while (open.Peek().Mark != Openers[closing])
                        {
                            var inner = open.Pop();
                            yield return Unclosed(context, section.Key, inner);
                        }

                        open.Pop();
                    }
                    else if (!IsOrdinal(text, i))
                    {
                        yield return this.Warning(FindingKind.Other, $"“{text[i]}”前面没有与它成对的符号。") with
                        {
                            Section = section.Key,
                            Quote = PrintedWords.Around(text, i, 1, 16),
                            Printed = text[i].ToString(),
                            At = place,
                        };
                    }
                }
            }

            while (open.Count > 0)
                yield return Unclosed(context, section.Key, open.Pop());
        }
    }

    private static bool IsOrdinal(string text, int closing) => closing <= 3 || (closing > 0 && char.IsAsciiLetterOrDigit(text[closing - 1]));

    private Finding Unclosed(RuleContext context, string section, (char Mark, string Text, int At, Place Place) open) =>
        this.Warning(FindingKind.Other, $"“{open.Mark}”没有与它成对的“{Closers[Openers.IndexOf(open.Mark, StringComparison.Ordinal)]}”。") with
        {
            Section = section,
            Quote = PrintedWords.Around(open.Text, open.At, 1, 18),
            Printed = open.Mark.ToString(),
            At = PrintedWords.PlaceOf(context.Disclosure, open.Text[open.At..], open.Place),
        };
}
