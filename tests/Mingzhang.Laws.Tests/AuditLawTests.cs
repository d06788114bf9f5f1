using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Laws.Tests;

/// <summary>Second law: what is compiled from a consistent ledger has no finding but hints, and what its own facts deserve.</summary>
public class AuditLawTests
{
    // Findings of substance: generated offices book project money under 行政运行 now and then, and buy one item under two
    // economic codes, as real ones do; and book wages and contributions under whatever item they draw. Nobody has explained
    // the items they draw in the glossary.
    private static readonly string[] OfSubstance = ["FM-0525", "FM-0532", "FM-0534", "FM-0542"];

    public static TheoryData<string> Editions { get; } = [.. Product.Editions.Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Editions))]
    public void A_compiled_document_has_nothing_to_find(string edition) =>
        GeneratedLedgers.Keep(edition, (disclosure, _) => Fault(disclosure));

    [Fact]
    public void A_planted_error_breaks_the_law()
    {
        var edition = Product.Editions[0];
        Assert.NotNull(GeneratedLedgers.Broken(edition, (disclosure, _) => Fault(Spoil(disclosure))));
    }

    private static string? Fault(Disclosure disclosure)
    {
        var report = Product.Audit(disclosure);
        var found = report.Findings.Where(f => f.Severity != Severity.Hint && !OfSubstance.Contains(f.Rule)).Select(f => $"{f.Severity} {string.Join(',', f.Relations)} {f.Message} {f.Arithmetic}").ToList();
        found.AddRange(report.FailedRules.Select(f => $"{f.Rule} {f.Why}"));
        return found.Count == 0 ? null : string.Join('\n', found);
    }

    // The first figure of the first table grows by a thousand.
    private static Disclosure Spoil(Disclosure disclosure)
    {
        var statements = disclosure.Statements.ToList();
        var rows = statements[0].Rows.ToList();
        var at = rows.FindIndex(r => r.Cells.Any(c => c.Figure is not null));
        if (at < 0)
            return disclosure;
        rows[at] = rows[at] with { Cells = [.. rows[at].Cells.Select(c => c.Figure is { } figure ? c with { Figure = figure with { Value = figure.Value + 1000m } } : c)] };
        statements[0] = statements[0] with { Rows = rows };
        return disclosure with { Statements = statements };
    }
}
