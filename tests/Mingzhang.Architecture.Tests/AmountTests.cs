namespace Mingzhang.Architecture.Tests;

/// <summary>Amounts are decimal or whole 分; binary fractions are for geometry on a page only.</summary>
public class AmountTests
{
    private static readonly Rule NoBinaryFractions = new(
        @"\b(float|double|System\.(Single|Double|Half))\b|(?<![\w.])\d[\d_]*(\.\d[\d_]*([eE][+-]?\d+)?|[eE][+-]?\d+)(?![\dmM_])|(?<![\w.])\d[\d_.]*[dDfF]\b");

    [Fact]
    public void No_binary_fraction_stands_outside_the_geometry_of_pages() =>
        NoBinaryFractions.HoldsIn(Checkout.Sources.Where(f => !IsGeometry(f.Path)));

    [Theory]
    [InlineData("double x;")]
    [InlineData("List<float> x;")]
    [InlineData("var half = 0.5;")]
    [InlineData("var x = 1e3;")]
    [InlineData("var x = 5d;")]
    public void A_planted_binary_fraction_is_found(string planted) => Assert.True(NoBinaryFractions.Finds(planted));

    [Theory]
    [InlineData("var x = 0.5m; // not a double")]
    [InlineData("var x = \"1.5\"; var y = 1_000m; int z = 0xFd;")]
    [InlineData("list[1..5].Skip(2); r = 0..10; Doubled(x);")]
    public void Decimals_ranges_and_words_are_no_binary_fractions(string planted) => Assert.False(NoBinaryFractions.Finds(planted));

    // Boxes and distances of a page are measured, not counted.
    private static bool IsGeometry(string path) =>
        path is "src/Mingzhang.Core/Figures/Place.cs" or "src/Mingzhang.Documents/Reporting/PageImages.cs" or "src/Mingzhang.Documents/Reporting/PdfAnnotator.cs" or "src/Mingzhang.Documents/Json/PlaceJson.cs"
        || path.Contains("/Layout/", StringComparison.Ordinal)
        || path.Contains("/Reading/Pdf/", StringComparison.Ordinal)
        || path.Contains("/Reading/Ofd/", StringComparison.Ordinal)
        || path.Contains("/Reading/Scans/", StringComparison.Ordinal);
}
