using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Sentences;

/// <summary>A number of the text that nothing is compared with (文字中无从核对的数).</summary>
/// <param name="Section">Heading path.</param>
/// <param name="Quote">The number with the words before it.</param>
/// <param name="Why">Why it stands alone, in Chinese.</param>
/// <param name="At">Where its paragraph begins.</param>
public sealed record UnguardedNumber(string Section, string Quote, string Why, Place At);

/// <summary>Which numbers of the text are compared with tables or with each other (文字的核对范围).</summary>
/// <param name="Numbers">How many numbers the text states; years, ordinals and dates do not count.</param>
/// <param name="Guarded">How many of them are compared.</param>
/// <param name="Unguarded">The others.</param>
public sealed record TextCoverage(int Numbers, int Guarded, IReadOnlyList<UnguardedNumber> Unguarded)
{
    // So much of the words before a number shows what it is.
    private const int Context = 16;

    /// <summary>The coverage of a document's text.</summary>
    public static TextCoverage Of(NarrativeFacts narrative)
    {
        ArgumentNullException.ThrowIfNull(narrative);
        var twice = narrative.Paragraphs.SelectMany(p => p.Parsed.Amounts).Select(a => narrative.LinkOf(a)).Where(l => l is { Cells.Count: 0 }).CountBy(l => l!.Wording.Name)
            .Where(c => c.Value > 1).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        var unguarded = new List<UnguardedNumber>();
        var numbers = 0;
        foreach (var paragraph in narrative.Paragraphs)
        {
            var guarded = Compared(narrative, paragraph, twice).Select(q => q.Number.Start).ToHashSet();
            guarded.UnionWith(CountList.In(paragraph.Parsed.Text).SelectMany(l => l.Parts.Select(p => p.Span.Start).Prepend(l.TotalSpan.Start)));
            foreach (var number in QuantityScanner.Scan(paragraph.Parsed.Text.Text))
            {
                numbers++;
                if (guarded.Contains(number.Number.Start))
                    continue;
                var from = Math.Max(0, number.Span.Start - Context);
                unguarded.Add(new UnguardedNumber(paragraph.Source.Section, paragraph.Parsed.Text.Slice(new TextSpan(from, number.Span.End)), Why(narrative, paragraph, number), paragraph.Source.At));
            }
        }

        return new TextCoverage(numbers, numbers - unguarded.Count, unguarded);
    }

    // The numbers that some rule recomputes or compares.
    private static IEnumerable<Quantity> Compared(NarrativeFacts narrative, StatingParagraph paragraph, HashSet<string> twice)
    {
        foreach (var amount in paragraph.Parsed.Amounts.Where(a => !a.IsAside))
        {
            if (amount.Parent is not null || amount.Parts.Count > 0 || amount.MoreParts.Count > 0 || (narrative.LinkOf(amount) is { } link && (link.Cells.Count > 0 || twice.Contains(link.Wording.Name))))
                yield return amount.Amount;
        }

        foreach (var change in paragraph.Parsed.Changes.Where(c => c is { IsAside: false, Now: null, Subject.Length: > 0, Delta: not null, Rate: not null } && narrative.LinkOf(c.Subject, paragraph, budget: false) is { Cells.Count: > 0 }))
        {
            yield return change.Delta!;
            yield return change.Rate!;
        }

        foreach (var change in paragraph.Parsed.Changes.Where(c => !c.IsAside && c.Now is not null && c.Delta is not null))
        {
            var before = paragraph.Parsed.Amounts.Exists(a => !ReferenceEquals(a, change.Now) && a.Subject == change.Now!.Subject);
            if (change.Rate is null && !before)
                continue;
            yield return change.Now!.Amount;
            yield return change.Delta!;
            if (change.Rate is { } rate)
                yield return rate;
        }

        foreach (var share in paragraph.Parsed.Shares.Where(s => s.Part is { IsAside: false } && (s.Whole.Length > 0 || s.Part.Parent is not null)))
        {
            yield return share.Part!.Amount;
            yield return share.Rate;
        }

        foreach (var completion in paragraph.Parsed.Completions.Where(c => c.Outturn is not null && (c.Budget is not null || narrative.Kind == DisclosureKind.Final)))
        {
            yield return completion.Outturn!.Amount;
            yield return completion.Rate;
            if (completion.Budget is { } budget)
                yield return budget.Amount;
        }
    }

    private static string Why(NarrativeFacts narrative, StatingParagraph paragraph, Quantity number)
    {
        var claim = paragraph.Parsed.Amounts.Find(a => a.Amount.Number == number.Number);
        if (claim is { IsAside: true } || paragraph.Parsed.Reasons.Concat(paragraph.Parsed.Uses).Any(s => s.Start <= number.Span.Start && number.Span.End <= s.End))
            return "写在原因或用途里，只作说明";
        if (number.Unit == QuantityUnit.Count)
            return "人数、次数一类的数，表中没有，文中也没有可比的数";
        if (number.Unit is QuantityUnit.Percent or QuantityUnit.PercentPoint)
            return "没有找到它所比的两个数";
        if (claim?.Year is { } year && narrative.Year is { } own && year != own)
            return $"是{year}年的数，给出那一年的文件（--against）才能核对";
        return claim is not null && narrative.LinkOf(claim) is { Cells.Count: 0 }
            ? "表中没有这个数，文中也只写了一次"
            : "没有认出是表中的哪一个数，文中也没有可比的数";
    }
}
