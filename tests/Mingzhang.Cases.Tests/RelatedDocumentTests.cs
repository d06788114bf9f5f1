using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Cases.Tests;

/// <summary>
/// Each formula between documents has a pair of documents in which it holds and one in which it breaks. The pairs are made from
/// compiled samples: the same ledger stands for last year, for the budget of the year and for the department above.
/// </summary>
public class RelatedDocumentTests
{
    private const decimal Change = 123456.78m;

    public static TheoryData<string> Ids => [.. Product.FormulasBetweenDocuments.Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_formula_between_documents_holds_in_one_pair_and_is_found_broken_in_another(string id)
    {
        var formula = Product.FormulasBetweenDocuments.Single(f => f.Id == id);
        foreach (var (own, other) in Pairs(formula.Against!.Value, formula.Source.Text.Contains("本单位", StringComparison.Ordinal)))
        {
            if (Relation(own, other, id) is not { } found || Mended(found, other) is not { } fitting)
                continue;
            Assert.DoesNotContain(Audit(own, fitting).Findings, f => f.Rule == id && f.Row == found.OwnName.Row);
            var broken = Audit(With(own, found.Own, found.OwnTerm.Coefficient > 0m ? Change : -Change), fitting).Findings.Where(f => f.Relations.Contains(id) && f.Row == found.OwnName.Row).ToList();
            Assert.Single(broken);
            Assert.True(broken[0].Severity == (formula.IsSoft ? Severity.Warning : Severity.Error) || broken[0].Relations.Count > 1);
            Assert.Contains(found.OwnName.Column.Text, broken[0].Column!.Text, StringComparison.Ordinal);
            return;
        }

        Assert.Fail($"没有一对文件用得上 {id}。");
    }

    [Fact]
    public void A_document_that_cannot_be_compared_is_said_to_be_so()
    {
        var (own, _) = Pairs(RelatedRole.LastBudget, false).First();
        var report = Audit(own, own);
        Assert.Contains(report.NotRead, n => n.Contains("没有可以对照的关系", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Findings, f => f.Rule.StartsWith("DZ-", StringComparison.Ordinal));
    }

    private static AuditReport Audit(Disclosure own, Disclosure other) =>
        Auditor.Audit(own, Product.Data.Editions.Editions.ToList(), Product.Data.Rules, Product.Data.Catalogue, Product.Data.Wordings, [other]);

    // Where the formula says the most of two documents.
    private static Found? Relation(Disclosure own, Disclosure other, string id)
    {
        var editions = Product.Data.Editions.Editions.ToList();
        var (left, right) = (AuditedDocument.Prepare(own, editions, []), AuditedDocument.Prepare(other, editions, []));
        var both = left.With(right, RelatedRoles.Of(own.Facts, other.Facts)!.Value, own.Facts, Product.Data.Rules);
        var count = left.Figures.Statements.Count;
        foreach (var r in Enumerable.Range(0, both.Sources.Count).Where(r => both.Sources[r].Id == id).OrderByDescending(r => Printed(both, r)).ThenByDescending(r => r))
        {
            var terms = both.System.Relations[r].Terms.ToArray();
            var (mine, theirs) = (terms.FirstOrDefault(t => both.Figures.Places[t.Figure].Statement < count), terms.FirstOrDefault(t => both.Figures.Places[t.Figure].Statement >= count));
            if (mine.Coefficient == 0m || theirs.Coefficient == 0m || both.Figures.CellOf(mine.Figure) is null || both.Figures.CellOf(theirs.Figure) is null)
                continue;
            var place = both.Figures.Places[theirs.Figure];
            return new Found(
                both.Figures.Places[mine.Figure], mine, both.NameOf(mine.Figure), place with { Statement = place.Statement - count }, theirs, both.System.Evaluate().Outcome(r), both.System.Relations[r].Comparison);
        }

        return null;
    }

    private static int Printed(AuditedDocument both, int relation) => both.System.Relations[relation].Terms.ToArray().Count(t => both.Figures.Nodes[t.Figure].Amount != 0m);

    // The other document with its figure set so that the relation holds exactly.
    private static Disclosure? Mended(Found found, Disclosure other) =>
        found.Comparison != Comparison.Equal && found.Outcome.Verdict == Verdict.Holds ? other : With(other, found.Other, -found.Outcome.Difference / found.OtherTerm.Coefficient);

    private static Disclosure With(Disclosure disclosure, FigurePlace place, decimal change) => disclosure with
    {
        Statements =
        [
            .. disclosure.Statements.Select((s, i) => i != place.Statement ? s : s with
            {
                Rows = [.. s.Rows.Select((r, j) => j != place.Row ? r : r with { Cells = [.. r.Cells.Select(c => c.Column.Equals(s.Columns[place.Column]) ? Changed(c, change) : c)] })],
            }),
        ],
    };

    private static Cell Changed(Cell cell, decimal change)
    {
        var value = Precision.Round(cell.Figure!.Value.Value + change, Math.Max(2, cell.Figure.Value.Decimals));
        return cell with { Figure = new Figure(value, Math.Max(2, cell.Figure.Value.Decimals)), Text = FigureText.Format(value, 2) };
    }

    private static IEnumerable<(Disclosure Own, Disclosure Other)> Pairs(RelatedRole role, bool ownRow)
    {
        foreach (var ledger in Product.Samples.Values)
        {
            foreach (var edition in Product.Data.Editions.Editions.Where(e => (role is RelatedRole.LastFinal or RelatedRole.SameBudget) == (e.Kind == DisclosureKind.Final) || role == RelatedRole.Department))
            {
                if (Product.Compile(ledger, edition) is not { Facts.Year: { } year } own)
                    continue;
                if (role == RelatedRole.SameBudget)
                {
                    foreach (var budget in Product.Data.Editions.Editions.Where(e => e.Kind == DisclosureKind.Budget))
                    {
                        if (Product.Compile(ledger, budget) is { } published)
                            yield return (own, published with { Facts = published.Facts with { Agency = own.Facts.Agency } });
                    }
                }
                else if (role == RelatedRole.Department)
                {
                    var unit = own.Statements.Where(s => s.Title.EndsWith("收入总表", StringComparison.Ordinal)).SelectMany(s => s.Rows).FirstOrDefault(r => r.Level == 2 || r.Level == 1)?.Name;
                    if (!ownRow || unit is not null)
                        yield return (own with { Facts = own.Facts with { Agency = ownRow ? unit : "云岭县水利服务站" } }, own with { Facts = own.Facts with { Agency = "云岭县水利局" } });
                }
                else
                {
                    yield return (own, own with { Facts = own.Facts with { Year = year - 1 } });
                }
            }
        }
    }

    private sealed record Found(FigurePlace Own, Term OwnTerm, FigureName OwnName, FigurePlace Other, Term OtherTerm, RelationOutcome Outcome, Comparison Comparison);
}
