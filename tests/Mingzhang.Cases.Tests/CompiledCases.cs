using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Cases.Tests;

/// <summary>
/// Cases taken from the compiled samples: a sample's tables are the case in which a formula holds; with one figure
/// changed they are the case in which it breaks.
/// </summary>
internal static class CompiledCases
{
    // No sample is out by as much, so that the change breaks whatever the figure takes part in.
    private const decimal Change = 123456.78m;

    private static readonly Lazy<IReadOnlyDictionary<string, List<CompiledRelation>>> Known = new(Build);

    /// <summary>Where a formula says something in the samples: at most one relation for each edition and sample; none when it is never met.</summary>
    public static IReadOnlyList<CompiledRelation> Of(string rule) => Known.Value.TryGetValue(rule, out var found) ? found : [];

    private static Dictionary<string, List<CompiledRelation>> Build()
    {
        var found = new Dictionary<string, List<CompiledRelation>>(StringComparer.Ordinal);
        foreach (var edition in Product.Data.Editions.Editions)
        {
            // Its own samples first: another office's ledger may lack what this form asks for.
            foreach (var (sample, ledger) in Product.Samples.OrderBy(s => s.Value.Settings.BudgetEdition == edition.Id || s.Value.Settings.FinalEdition == edition.Id ? 0 : 1))
            {
                if (Product.Compile(ledger, edition) is not { } disclosure)
                    continue;
                var document = AuditedDocument.Prepare(disclosure, [edition], Product.Data.Rules);
                var evaluation = document.System.Evaluate();
                foreach (var group in Enumerable.Range(0, document.Sources.Count).GroupBy(r => document.Sources[r].Id))
                {
                    // The one with the most printed figures shows most of what the formula says.
                    var relation = group.OrderBy(r => evaluation[r] == Verdict.Holds ? 0 : 1).ThenByDescending(r => Amounts(document, r)).First();
                    if (!found.TryGetValue(group.Key, out var list))
                        found[group.Key] = list = [];
                    list.Add(new CompiledRelation(sample, edition, disclosure, document, relation, evaluation[relation]));
                }
            }
        }

        return found;
    }

    private static int Amounts(AuditedDocument document, int relation)
    {
        var count = 0;
        foreach (var term in document.System.Relations[relation].Terms)
            count += document.Figures.Nodes[term.Figure].Amount != 0m ? 1 : 0;
        return count;
    }

    /// <summary>The document with one printed figure of the relation changed so much that the relation must break.</summary>
    public static Disclosure Broken(CompiledRelation known)
    {
        var system = known.Document.System;
        var target = -1;
        var coefficient = 0m;
        foreach (var term in system.Relations[known.Relation].Terms)
        {
            if (known.Document.Figures.CellOf(term.Figure) is not null && target < 0)
                (target, coefficient) = (term.Figure, term.Coefficient);
        }

        Assert.True(target >= 0);
        // An inequality breaks on one side only.
        var up = system.Relations[known.Relation].Comparison != Comparison.AtLeast;
        var change = (up ? Change : -Change) * Math.Sign(coefficient) / Math.Min(1m, Math.Abs(coefficient));
        var place = known.Document.Figures.Places[target];
        return known.Disclosure with
        {
            Statements = [.. known.Disclosure.Statements.Select((s, i) => i == place.Statement ? With(s, place.Row, s.Columns[place.Column], change) : s)],
        };
    }

    private static Statement With(Statement statement, int row, ColumnPath column, decimal change) => statement with
    {
        Rows =
        [
            .. statement.Rows.Select((r, i) => i != row ? r : r with { Cells = [.. r.Cells.Select(c => c.Column.Equals(column) ? Changed(c, change) : c)] }),
        ],
    };

    private static Cell Changed(Cell cell, decimal change)
    {
        var value = Precision.Round(cell.Figure!.Value.Value + change, cell.Figure.Value.Decimals);
        return cell with { Figure = new Figure(value, cell.Figure.Value.Decimals), Text = FigureText.Format(value, cell.Figure.Value.Decimals) };
    }
}

/// <summary>A relation that a formula gives in a compiled sample.</summary>
/// <param name="Sample">Folder of the sample.</param>
/// <param name="Edition">The edition it was compiled by.</param>
/// <param name="Disclosure">The compiled document.</param>
/// <param name="Document">The same, ready for its audit.</param>
/// <param name="Relation">Index of the relation.</param>
/// <param name="Verdict">What became of it.</param>
internal sealed record CompiledRelation(string Sample, Edition Edition, Disclosure Disclosure, AuditedDocument Document, int Relation, Verdict Verdict);
