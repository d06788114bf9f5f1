using System.Globalization;
using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>增减额之和：各组成部分都写了与同一年相比的增减的，增减额之和等于总额的增减。</summary>
internal sealed class ChangeOfParts : IDisclosureRule
{
    // Wordings of data/narrative whose figures add up.
    private static readonly (string Whole, string[] Parts)[] Sums =
    [
        ("财政拨款总支出", ["一般公共预算支出", "政府性基金预算支出", "国有资本经营预算支出"]),
        ("“三公”经费", ["因公出国（境）费", "公务用车购置及运行费", "公务接待费"]),
        ("公务用车购置及运行费", ["公务用车购置费", "公务用车运行费"]),
    ];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0208", "各组成部分的增减额之和应等于总额的增减额");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var section in context.Narrative.Paragraphs.GroupBy(p => p.Source.Section))
        {
            var said = section.SelectMany(p => Said(context.Narrative, p)).ToList();
            foreach (var (whole, parts) in Sums)
            {
                // The sum stands before its parts.
                var at = said.FindIndex(s => s.Wording == whole);
                if (at < 0)
                    continue;
                var found = parts.Select(name => said.Skip(at + 1).FirstOrDefault(s => s.Wording == name && s.Year == said[at].Year)).OfType<SaidChange>().ToList();
                if (found.Count == parts.Length && Judge(said[at], found) is { } finding)
                    yield return finding;
            }
        }
    }

    private Finding? Judge(SaidChange total, List<SaidChange> parts)
    {
        var sum = parts.Sum(p => p.Delta.Value);
        var apart = Math.Abs(sum - total.Delta.Value);
        if (apart <= total.Delta.OwnSlack + parts.Sum(p => p.Delta.OwnSlack))
            return null;
        var word = sum < 0m ? "减少" : "增加";
        var expected = sum == 0m ? "持平" : $"{word} {SentenceFinding.WanYuan(Math.Abs(sum))} 万元";
        return this.At(
            total.Paragraph, total.Span, Severity.Error, FindingKind.Change,
            $"“{total.Wording}”与 {SentenceFinding.Text(total.Year)} 年相比{total.Words}，而各组成部分的增减合计为{expected}，相差 {SentenceFinding.WanYuan(apart)} 万元：其中有一处不对，请核对。",
            total.Words, expected, $"{string.Join(" ", parts.Select(Signed)).TrimStart('+', ' ')} = {SentenceFinding.WanYuan(sum)}", isSure: false) with
        { Row = total.Wording };
    }

    private static string Signed(SaidChange part) => (part.Delta.Value < 0m ? "- " : "+ ") + SentenceFinding.WanYuan(Math.Abs(part.Delta.Value));

    private static IEnumerable<SaidChange> Said(NarrativeFacts narrative, StatingParagraph paragraph)
    {
        foreach (var claim in paragraph.Parsed.Amounts.Where(a => !a.IsAside))
        {
            if (narrative.LinkOf(claim) is not { Wording: { Variable: WordingVariable.None } wording })
                continue;
            if (paragraph.Parsed.Changes.Find(c => ReferenceEquals(c.Now, claim) && c is { Delta: not null, BaseYear: not null, IsAside: false }) is { } change)
            {
                var step = NarrativeFacts.Printed(change.Delta!, paragraph);
                yield return new SaidChange(
                    wording.Name, change.BaseYear!.Value, step with { Value = (int)change.Direction * step.Value }, change.Word + paragraph.Words(change.Delta!), claim.Span.To(change.Span), paragraph);
            }
            else if (EqualTo(paragraph, claim) is { } year)
            {
                yield return new SaidChange(wording.Name, year, new Approximate(0m, 0m, 0m), "持平", claim.Span, paragraph);
            }
        }
    }

    // “0万元，与2025年预算持平”: said between this amount and the next; the year compared with.
    private static int? EqualTo(StatingParagraph paragraph, AmountClaim claim)
    {
        var next = paragraph.Parsed.Amounts.Where(a => a.Span.Start >= claim.Span.End).Select(a => a.Span.Start).DefaultIfEmpty(int.MaxValue).Min();
        foreach (var comparison in paragraph.Parsed.Comparisons.Where(c => c.Sign == 0 && c.Span.End > claim.Span.End && c.Span.End <= next))
        {
            if (ParagraphWords.Year().Match(comparison.Base) is { Success: true } year)
                return int.Parse(year.Value, CultureInfo.InvariantCulture);
        }

        return null;
    }

    // What the text says of the change of a figure, in 元.
    private sealed record SaidChange(string Wording, int Year, Approximate Delta, string Words, TextSpan Span, StatingParagraph Paragraph);
}
