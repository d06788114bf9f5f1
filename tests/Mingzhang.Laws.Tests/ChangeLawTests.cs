using System.Globalization;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Laws.Tests;

/// <summary>
/// Third law: a change of any one figure that leaves the feasible interval of some relation is reported at that figure, alone or
/// among alternatives. What no relation touches and what rounding hides is counted, not denied.
/// </summary>
public class ChangeLawTests
{
    public static TheoryData<string> Editions { get; } = [.. Product.Editions.Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Editions))]
    public void A_changed_figure_is_reported_where_it_stands(string edition)
    {
        var counts = new int[4];
        GeneratedLedgers.Keep(edition, (disclosure, seed) => Fault(disclosure, seed, Product.Audit, counts));
        var whole = Math.Max(1, counts.Sum());
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{edition}: {whole} changes; reported {100m * counts[(int)Fate.Reported] / whole:F1} %, no relation touches {100m * counts[(int)Fate.Unguarded] / whole:F1} %, rounding hides {100m * counts[(int)Fate.Hidden] / whole:F1} %"));
        Assert.True(counts[(int)Fate.Reported] > whole / 2, "Most changes should be noticed.");
    }

    [Fact]
    public void A_silent_auditor_breaks_the_law() =>
        Assert.NotNull(GeneratedLedgers.Broken(Product.Editions[0], (disclosure, seed) =>
            Fault(disclosure, seed, d => Product.Audit(d) with { Findings = [] }, new int[4])));

    private enum Fate
    {
        Reported,
        Unguarded,
        Hidden,
        Missed,
    }

    private static string? Fault(Disclosure disclosure, ulong seed, Func<Disclosure, AuditReport> audit, int[] counts)
    {
        var random = new DeterministicRandom(seed + 1);
        var document = Product.Prepare(disclosure);
        var printed = Enumerable.Range(0, document.Figures.Nodes.Count).Where(f => document.Figures.Nodes[f].State == FigureState.Printed).ToList();
        if (printed.Count == 0)
            return null;
        var figure = printed[random.Next(printed.Count)];
        var value = document.Figures.Nodes[figure].Value + Difference(document.Figures.Nodes[figure], random);
        var (fate, fault) = Judge(document, disclosure, figure, value, audit);
        Interlocked.Increment(ref counts[(int)fate]);
        return fault;
    }

    private static (Fate Fate, string? Fault) Judge(AuditedDocument document, Disclosure disclosure, int figure, decimal value, Func<Disclosure, AuditReport> audit)
    {
        if (!document.System.IsGuarded(figure))
            return (Fate.Unguarded, null);
        FigureNode[] nodes = [.. document.System.Figures];
        nodes[figure] = nodes[figure] with { Value = value };
        var broken = document.System.WithFigures(nodes).Evaluate().Broken;
        if (!broken.Any(r => document.System.RelationsOf(figure).Contains(r)))
            return (Fate.Hidden, null);
        var name = document.NameOf(figure);
        var findings = audit(Changed(disclosure, document.Figures.Places[figure], value)).Findings.Where(f => f.Severity != Severity.Hint).ToList();
        if (findings.Exists(f => IsNamed(f, name)))
            return (Fate.Reported, null);
        var told = findings.Select(f => $"  {f.Rule} {f.Message}");
        return (Fate.Missed, $"{name.Statement} {name.Row} {name.Column}: {document.Figures.Nodes[figure].Value} → {value}; breaks {string.Join(',', broken.Select(r => document.Sources[r].Id))}; reported:\n{string.Join('\n', told)}");
    }

    // From one unit in the last place to many times the figure, up or down.
    private static decimal Difference(in FigureNode node, DeterministicRandom random)
    {
        var steps = 1m;
        for (var digits = random.Next(9); digits > 0; digits--)
            steps = (steps * 10m) + random.Next(10);
        return (random.Next(2) == 0 ? steps : -steps) * Precision.Step(node.PrintedDecimals);
    }

    private static bool IsNamed(Finding finding, FigureName name) =>
        (finding.Statement == name.Statement && finding.Row == name.Row && Equals(finding.Column, name.Column))
        || finding.Alternatives.Any(a => a.Statement == name.Statement && a.Row == name.Row && a.Column.Equals(name.Column));

    private static Disclosure Changed(Disclosure disclosure, FigurePlace place, decimal value)
    {
        var statements = disclosure.Statements.ToList();
        var statement = statements[place.Statement];
        var rows = statement.Rows.ToList();
        var column = statement.Columns[place.Column];
        rows[place.Row] = rows[place.Row] with
        {
            Cells = [.. rows[place.Row].Cells.Select(c => c.Column.Equals(column) && c.Figure is { } figure
                ? c with { Text = FigureText.Format(value, figure.Decimals), Figure = figure with { Value = value } }
                : c)],
        };
        statements[place.Statement] = statement with { Rows = rows };
        return disclosure with { Statements = statements };
    }
}
