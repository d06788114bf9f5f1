using Mingzhang.Core.Compiling;
using Mingzhang.Core.Compiling.Narrative;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Laws.Tests;

/// <summary>What is compiled into sentences is what the grammar reads from them: the numbers filled in, each as what it is, and no others.</summary>
public class NarrativeLawTests
{
    private const int Ledgers = 60;

    public static TheoryData<string> Samples { get; } = [.. Directory.GetDirectories(Product.Samples).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Editions { get; } = [.. Product.Editions.Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_states_what_was_filled_in(string sample)
    {
        var (ledger, edition) = Product.SampleLedger(sample);
        var paragraphs = Compile(ledger, edition);

        Assert.NotEmpty(paragraphs);
        Assert.All(paragraphs, p => Assert.Null(Fault(p)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_whole(string sample) => Assert.Empty(Draft.Gaps(Product.Sample(sample)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_has_nothing_to_find(string sample)
    {
        // What the office's own goals and indicators deserve stays: known-findings.md of the sample lists it.
        var known = File.ReadAllLines(Path.Combine(Product.Samples, sample, "known-findings.md"));
        var found = Product.Audit(Product.Sample(sample)).Findings.Where(f =>
            (f.Severity == Core.Auditing.Severity.Error && !known.Any(k => k.StartsWith($"- {f.Rule} ", StringComparison.Ordinal) && k.Contains($"“{f.Row?.Split('/')[0]}”", StringComparison.Ordinal))) || (f.Severity == Core.Auditing.Severity.Warning && !f.Rule.StartsWith("PF-", StringComparison.Ordinal) && !known.Any(k => k.Contains($"（{f.Rule}）", StringComparison.Ordinal))));
        Assert.Empty(found.Select(f => $"{f.Rule} {f.Section} {f.Message}"));
    }

    // Every figure of a table that the text repeats is bound to that table: changed in the text, it is found.
    [Theory]
    [MemberData(nameof(Samples))]
    public void A_figure_changed_in_the_text_is_found(string sample)
    {
        const int every = 9;
        var (ledger, edition) = Product.SampleLedger(sample);
        var outline = Product.Data.Outlines.Of(edition)!;
        var compiled = Product.Sample(sample);
        var values = Compile(ledger, edition).SelectMany((p, at) => p.Values
            .Where(v => v.Kind == FilledKind.Amount && outline.Figures.ContainsKey(v.Name) && v.Value > 0m).Select(v => (At: at, v.Name, v.Value, v.Start))).ToList();
        foreach (var (at, name, value, start) in values.Where((_, i) => i % every == 0))
        {
            var narrative = compiled.Narrative.ToList();
            var digits = Core.Figures.FigureText.Format(value, 2);
            narrative[at] = narrative[at] with { Text = narrative[at].Text.Remove(start, digits.Length).Insert(start, Core.Figures.FigureText.Format(value + 1234.56m, 2)) };
            Assert.True(
                Product.Audit(compiled with { Narrative = narrative }).Findings.Any(f => f.Severity != Core.Auditing.Severity.Hint && f.Section == narrative[at].Section),
                $"{name}: {narrative[at].Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void A_generated_document_states_what_was_filled_in(string edition) =>
        GeneratedLedgers.KeepLedger(edition, (ledger, form) => Compile(ledger, form).Select(Fault).FirstOrDefault(f => f is not null), Ledgers);

    private static IReadOnlyList<CompiledParagraph> Compile(Ledger ledger, Edition edition) => NarrativeCompiler.Compile(
        ledger, edition, Compiler.Compile(ledger, edition, Product.Data.Catalogue), Product.Data.Catalogue, Product.Data.Outlines.Of(edition)!, Product.Data.Outlines.Terms);

    // The first difference; numbers within words that a person gave are his own.
    private static string? Fault(CompiledParagraph paragraph)
    {
        var stated = Stated(ParagraphParser.Parse(paragraph.Text)).Where(s => !paragraph.Words.Any(w => s.Start >= w.Start && s.Start < w.Start + w.Length)).OrderBy(s => s.Start);
        var filled = paragraph.Values.Select(v => (v.Start, v.Kind, v.Value));
        var difference = filled.Zip(stated).FirstOrDefault(p => p.First != p.Second);
        return filled.SequenceEqual(stated) ? null : $"{paragraph.Section}\n{paragraph.Text}\nfilled: {string.Join(' ', filled)}\nstated: {string.Join(' ', stated)}\nfirst: {difference}";
    }

    private static IEnumerable<(int Start, FilledKind Kind, decimal Value)> Stated(ParsedParagraph parsed)
    {
        foreach (var amount in parsed.Amounts)
            yield return (amount.Amount.Span.Start, FilledKind.Amount, amount.Amount.Value);
        foreach (var change in parsed.Changes)
        {
            if (change.Delta is { } delta)
                yield return (delta.Span.Start, FilledKind.Change, delta.Value);
            if (change.Rate is { } rate)
                yield return (rate.Span.Start, FilledKind.Rate, rate.Value);
        }

        foreach (var share in parsed.Shares)
            yield return (share.Rate.Span.Start, FilledKind.Share, share.Rate.Value);
        foreach (var completion in parsed.Completions)
            yield return (completion.Rate.Span.Start, FilledKind.Completion, completion.Rate.Value);
    }
}
