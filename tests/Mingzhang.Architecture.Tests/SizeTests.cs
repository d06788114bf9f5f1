namespace Mingzhang.Architecture.Tests;

/// <summary>A file holds one thought.</summary>
public class SizeTests
{
    private const int Longest = 400;

    [Fact]
    public void No_source_file_is_longer_than_one_thought() => Assert.Empty(TooLong(Checkout.Sources));

    [Fact]
    public void A_planted_long_file_is_found()
    {
        Assert.Single(TooLong([new SourceFile("long.cs", new string('\n', Longest + 1))]));
        Assert.Empty(TooLong([new SourceFile("short.cs", new string('\n', Longest))]));
    }

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        files.Select(f => (f.Path, Lines: f.Text.AsSpan().Count('\n'))).Where(f => f.Lines > Longest).Select(f => $"{f.Path}: {f.Lines} lines");
}
