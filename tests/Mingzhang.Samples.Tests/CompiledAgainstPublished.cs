using Mingzhang.Core.Comparing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Samples.Tests;

/// <summary>What a sample ledger compiles to stands cell by cell beside what the office published.</summary>
public sealed class CompiledAgainstPublished
{
    [Theory]
    [InlineData("qingshan-2022", "seeds/qingshan-2022-budget.txt", 560)]
    [InlineData("dongxihu-2024", "seeds/dongxihu-2024-final.txt", 255)]
    [InlineData("caidian-2025", "seeds/caidian-2025-budget.txt", 270)]
    public void Every_published_figure_is_compiled_but_for_the_known_differences(string sample, string document, int atLeast)
    {
        var published = World.Published(document);
        var comparison = DisclosureComparer.Compare(World.Compiled(sample), published, World.Editions);
        var known = KnownDifference.Read(World.Sample(sample, "known-differences.md"));

        var figures = comparison.Differences.Where(d => !d.IsWholeTable && (FigureText.Parse(d.First) ?? FigureText.Parse(d.Second)) is not null).ToList();
        var unknown = figures.Where(d => !known.Any(k => k.Is(Table(published, d), d.Row, d.Name, d.Column))).ToList();
        var gone = known.Where(k => !figures.Exists(d => k.Is(Table(published, d), d.Row, d.Name, d.Column))).ToList();

        Assert.True(unknown.Count == 0, "not listed:\n" + string.Join('\n', unknown));
        Assert.True(gone.Count == 0, "listed but equal:\n" + string.Join('\n', gone));
        Assert.InRange(comparison.Same, atLeast, int.MaxValue);
    }

    [Theory]
    [InlineData("qingshan-2022")]
    [InlineData("dongxihu-2024")]
    [InlineData("caidian-2025")]
    [InlineData("jiangan-2024")]
    [InlineData("hanyang-2023")]
    public void A_compiled_sample_has_no_numeric_finding(string sample)
    {
        var report = World.Audit(World.Compiled(sample));

        Assert.Empty(report.FailedRules);
        Assert.Empty(report.NotReadable);
        // A calculation that does not give the amount asked for is the office's own fact: known-findings.md lists it.
        var known = File.ReadAllLines(World.Sample(sample, "known-findings.md"));
        Assert.Empty(report.Findings.Where(f => f.Severity == Core.Auditing.Severity.Error && !known.Any(k => k.StartsWith($"- {f.Rule} ", StringComparison.Ordinal) && k.Contains($"“{f.Row?.Split('/')[0]}”", StringComparison.Ordinal)))
            .Select(f => $"{f.Rule} {f.Row} {f.Message}"));
    }

    private static Statement Table(Disclosure published, CellDifference difference) =>
        published.Statements.FirstOrDefault(s => s.Title == difference.Statement)
        ?? new Statement(difference.Statement, null, null, [], [], null, Place.Unknown);
}
