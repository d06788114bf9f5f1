using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Tracing;
using Mingzhang.Data.Ledgers;
using Mingzhang.Generation;

namespace Mingzhang.Laws.Tests;

/// <summary>Every figure of a compiled document leads back to records of its ledger, and what they add up to is what is printed.</summary>
public class TraceLawTests
{
    private const int Ledgers = 40;
    private const int Size = 30;

    public static TheoryData<string> Samples => [.. Directory.GetDirectories(Product.Samples).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Editions => [.. Product.Editions.Select(e => e.Id)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_figure_of_a_sample_is_the_sum_of_what_its_trace_names(string sample)
    {
        var ledger = LedgerLoader.Load(Path.Combine(Product.Samples, sample), Product.Data.Catalogue).Ledger!;
        Assert.Empty(Untraced(ledger, Product.Sample(sample)));
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_figure_of_a_generated_ledger_is_the_sum_of_what_its_trace_names(string edition)
    {
        var generator = new LedgerGenerator(Product.Data.Editions.Find(edition)!, Product.Data.Catalogue);
        for (var seed = 0UL; seed < Ledgers; seed++)
        {
            var ledger = generator.Small(new DeterministicRandom(seed), Size);
            Assert.Empty(Untraced(ledger, Product.Compile(ledger, Product.Data.Editions.Find(edition)!)).Select(w => $"seed {seed}: {w}"));
        }
    }

    private static IEnumerable<string> Untraced(Ledger ledger, Disclosure disclosure)
    {
        var tracer = new FigureTracer(ledger, disclosure.Facts.Kind!.Value, Product.Data.Catalogue);
        foreach (var bound in AuditedDocument.Prepare(disclosure, Product.Editions, []).Figures.Statements)
        {
            for (var r = 0; r < bound.Rows.Count; r++)
            {
                foreach (var cell in bound.Rows[r].Row.Cells.Where(c => c.Figure is not null))
                {
                    var trace = tracer.Trace(bound, r, cell.Column);
                    if (trace is null || trace.Printed != cell.Text)
                        yield return $"{bound.Statement.Title} [{bound.Rows[r].Row.Key}] {cell.Column}: {cell.Text}, traced {trace?.Printed}";
                    else if (cell.Figure!.Value.Value != 0 && trace.Lines.Count + trace.Budgets.Count + trace.Records.Count == 0)
                        yield return $"{bound.Statement.Title} [{bound.Rows[r].Row.Key}] {cell.Column}: nothing of the ledger is named";
                }
            }
        }
    }
}
