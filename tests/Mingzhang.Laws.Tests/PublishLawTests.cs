using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Publishing;
using Mingzhang.Documents.Reading;
using Mingzhang.Generation;

namespace Mingzhang.Laws.Tests;

/// <summary>First law: what is compiled, published in a format and read back is the same as contract JSON, but for file, pages and places.</summary>
public class PublishLawTests
{
    private const int Ledgers = 24;

    private static readonly string[] Formats = ["json", "html", "docx", "xlsx"];

    public static TheoryData<string, string> FormatsAndSamples { get; } = Pairs(
        [.. Directory.GetDirectories(Product.Samples).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)]);

    public static TheoryData<string, string> FormatsAndEditions { get; } = Pairs([.. Product.Editions.Select(e => e.Id)]);

    [Theory]
    [MemberData(nameof(FormatsAndSamples))]
    public void A_sample_is_read_back_as_it_was_published(string format, string sample)
    {
        var fault = Fault(Product.Sample(sample), format);
        Assert.True(fault is null, fault);
    }

    [Theory]
    [MemberData(nameof(FormatsAndEditions))]
    public void A_generated_document_is_read_back_as_it_was_published(string format, string edition)
    {
        GeneratedLedgers.Keep(edition, (disclosure, _) => Fault(disclosure, format), Ledgers);
    }

    [Theory]
    [MemberData(nameof(FormatsAndEditions))]
    public void Generated_performance_forms_are_read_back_as_they_were_published(string format, string edition)
    {
        var forms = 0;
        GeneratedLedgers.KeepLedger(edition, (ledger, form, random) =>
        {
            var compiled = Product.Compile(PerformanceMaker.Fill(ledger, form, random), form);
            Interlocked.Add(ref forms, compiled.Performance.Count);
            return Fault(compiled, format);
        }, Ledgers);
        Assert.True(Product.Data.Editions.Find(edition)!.Performance.Count == 0 || forms > 0, "no form was generated");
    }

    private static string? Fault(Disclosure compiled, string format)
    {
        if (format == "json")
            return Fault(compiled, Json(compiled));
        var published = Publishers.Find(format)!.Publish(compiled, new PublishContext(Product.Editions), TestContext.Current.CancellationToken);
        if (!published.IsRead)
            return published.Error;
        return Fault(compiled, DisclosureReader.Read("x." + format, published.Value[0].Content, Product.Editions, Product.Data.Catalogue));
    }

    private static ReadResult<Disclosure> Json(Disclosure compiled)
    {
        using var stream = new MemoryStream();
        DisclosureJson.Write(stream, compiled);
        return DisclosureJson.Read("x.json", stream.ToArray());
    }

    private static string? Fault(Disclosure compiled, ReadResult<Disclosure> read)
    {
        if (!read.IsRead)
            return read.Error;
        var (before, after) = (Lines(compiled), Lines(read.Value));
        var at = before.Zip(after).TakeWhile(p => p.First == p.Second).Count();
        return at == before.Length && at == after.Length ? null : $"{Around(before, at)}\n  was read as\n{Around(after, at)}";
    }

    // Contract JSON without file, pages and places, cut before each object so that a difference is seen in its place.
    private static string[] Lines(Disclosure disclosure)
    {
        using var stream = new MemoryStream();
        DisclosureJson.Write(stream, Placeless(disclosure));
        return Encoding.UTF8.GetString(stream.ToArray()).Replace("{", "\n{", StringComparison.Ordinal).Split('\n');
    }

    private static Disclosure Placeless(Disclosure disclosure) => disclosure with
    {
        Facts = disclosure.Facts with { File = null, Pages = null },
        Statements = [.. disclosure.Statements.Select(s => s with
        {
            At = Core.Figures.Place.Unknown,
            Rows = [.. s.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c with { At = Core.Figures.Place.Unknown })] })],
        })],
        Performance = [.. disclosure.Performance.Select(f => f with { Indicators = [.. f.Indicators.Select(i => i with { At = Core.Figures.Place.Unknown })] })],
        Narrative = [.. disclosure.Narrative.Select(p => p with { At = Core.Figures.Place.Unknown })],
    };

    private static string Around(string[] lines, int at) => string.Join('\n', lines[Math.Max(0, at - 4)..Math.Min(lines.Length, at + 4)]);

    private static TheoryData<string, string> Pairs(IReadOnlyList<string> others)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var format in Formats)
        {
            foreach (var other in others)
                pairs.Add(format, other);
        }

        return pairs;
    }
}
