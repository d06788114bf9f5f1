using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;

namespace Mingzhang.Laws.Tests;

/// <summary>First law: what is compiled, written as contract JSON and read back is the same, but for the file it came from.</summary>
public class JsonLawTests
{
    public static TheoryData<string> Editions { get; } = [.. Product.Editions.Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Editions))]
    public void A_compiled_document_is_read_back_as_it_was_written(string edition) =>
        GeneratedLedgers.Keep(edition, (disclosure, _) => Fault(disclosure, Write(disclosure)));

    [Fact]
    public void A_planted_loss_breaks_the_law() =>
        Assert.NotNull(GeneratedLedgers.Broken(Product.Editions[0], (disclosure, _) =>
            Fault(disclosure, Write(disclosure with { Statements = [.. disclosure.Statements.SkipLast(1)] }))));

    private static string? Fault(Disclosure compiled, byte[] written)
    {
        var read = DisclosureJson.Read("generated.json", written);
        if (read.Value is not { } disclosure)
            return read.Error;
        var (before, after) = (Write(compiled), Write(disclosure with { Facts = disclosure.Facts with { File = compiled.Facts.File } }));
        if (before.AsSpan().SequenceEqual(after))
            return null;
        var at = before.AsSpan().CommonPrefixLength(after);
        return $"{Around(before, at)}\n  was read as\n{Around(after, at)}";
    }

    private static byte[] Write(Disclosure disclosure)
    {
        using var stream = new MemoryStream();
        DisclosureJson.Write(stream, disclosure);
        return stream.ToArray();
    }

    private static string Around(byte[] text, int at) => Encoding.UTF8.GetString(text.AsSpan(Math.Max(0, at - 100)..Math.Min(text.Length, at + 100)));
}
