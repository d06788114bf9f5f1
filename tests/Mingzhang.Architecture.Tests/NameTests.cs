namespace Mingzhang.Architecture.Tests;

/// <summary>What belongs to one place or one machine stays out of the code.</summary>
public class NameTests
{
    private static readonly Rule NoSampleAgency = new(
        "江岸|汉阳|青山|蔡甸|东西湖|普陀|(?i:jiang'?an|hanyang|qingshan|caidian|dongxihu|putuo)", InCodeOnly: false);

    // The hosts are put together here, so that this file does not hold what it forbids.
    private static readonly Rule NoMachine = new(
        string.Join('|', [
            @"(?<![\w.])/(work|home|root|Users|mnt)/\w", @"[A-Za-z]:\\Users\\", @"/tmp/\w",
            .. new[] { "nuget", "npmjs", "npmmirror", "pypi", "pythonhosted", "crates" }.Select(host => host + @"\.(org|com|io)\b"),
            @"(deb|security)\.debian\." + "org", @"archive\.ubuntu\." + "com", @"packages\.microsoft\." + "com",
            @"(?i:artifactory|nexus)[\w.-]*\.(com|net|org|cn|local)"]),
        InCodeOnly: false);

    [Fact]
    public void No_source_names_an_agency_of_the_samples() =>
        NoSampleAgency.HoldsIn(Checkout.Files.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal)));

    [Fact]
    public void No_file_names_a_path_of_a_machine_or_a_package_host() =>
        NoMachine.HoldsIn(Checkout.Files.Where(f => f.Path != "tests/Mingzhang.Architecture.Tests/NameTests.cs"));

    [Theory]
    [InlineData("// 武汉市青山区")]
    [InlineData("var edition = \"Qingshan-2022\";")]
    public void A_planted_agency_is_found(string planted) => Assert.True(NoSampleAgency.Finds(planted));

    [Theory]
    [InlineData("see /home/someone/x")]
    [InlineData("/work/main")]
    [InlineData(@"C:\Users\someone")]
    [InlineData("https://registry.npmjs.org/x")]
    [InlineData("https://api.nuget.org/v3/index.json")]
    public void A_planted_machine_path_or_host_is_found(string planted) => Assert.True(NoMachine.Finds(planted));

    [Theory]
    [InlineData("src/work/x and https://example.org/home/x")]
    [InlineData("./mz compile samples/x")]
    public void A_relative_path_is_no_machine_path(string planted) => Assert.False(NoMachine.Finds(planted));
}
