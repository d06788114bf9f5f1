using System.Globalization;
using Mingzhang.Core.Auditing.Mutation;

namespace Mingzhang.Laws.Tests;

/// <summary>What the rules notice of slips in the compiled samples (变异检验).</summary>
public class MutationTests
{
    private const int Count = 500;

    public static TheoryData<string, ulong> Runs { get; } = new(
        from sample in (string[])["qingshan-2022", "dongxihu-2024"]
        from seed in (ulong[])[1, 2, 3, 4, 5]
        select (sample, seed));

    [Theory]
    [MemberData(nameof(Runs))]
    public void Every_detectable_slip_is_caught_and_nearly_every_identifiable_one_set_right(string sample, ulong seed)
    {
        var document = Product.Prepare(Product.Sample(sample));
        var report = MutationRun.Run(document.System, Count, new DeterministicRandom(seed));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sample} {seed}: {report.Mutations} mutations, guarded {report.Guarded}, detectable {report.Detectable}, caught {report.Caught}, localised {report.Localised}, identifiable {report.Identifiable}, corrected {report.Corrected}"));
        Assert.Equal(Count, report.Mutations);
        Assert.True(report.Detectable > Count / 2);
        Assert.Equal(report.Detectable, report.Caught);
        Assert.True(report.Corrected * 100 >= report.Identifiable * 95, $"{report.Corrected} of {report.Identifiable}");
    }

    [Fact]
    public void Without_relations_no_slip_is_caught()
    {
        var document = Product.Prepare(Product.Sample("qingshan-2022"));
        var report = MutationRun.Run(new(document.System.Figures, []), Count, new DeterministicRandom(1));
        Assert.Equal(0, report.Guarded);
        Assert.Equal(Count, report.Missed.Count);
    }
}
