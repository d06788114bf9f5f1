using System.Text;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Cases.Tests;

/// <summary>docs/how-to-add-a-form.md, followed step by step.</summary>
public class HowToTests
{
    private const string Id = "wuhan-2026-budget";

    private static readonly Page HowTo = new("how-to-add-a-form.md");

    [Fact]
    public void The_file_of_the_page_loads_beside_the_products_editions()
    {
        var (library, mistakes) = EditionSources.With(Id, HowTo.Example($"data/editions/{Id}.yaml"));
        Assert.Empty(mistakes);
        Assert.NotNull(library.Find(Id));
    }

    [Fact]
    public void A_ledger_compiles_by_it_with_every_change_and_without_findings()
    {
        var edition = EditionSources.With(Id, HowTo.Example($"data/editions/{Id}.yaml")).Library.Find(Id)!;
        foreach (var ledger in Product.Samples.Values.Where(s => s.Settings.BudgetEdition is not null))
        {
            var disclosure = Compiler.Compile(ledger, edition, Product.Data.Catalogue);
            var columns = disclosure.Statements.Single(s => s.Title == "一般公共预算支出表").Columns.Select(c => c.Text).ToList();
            Assert.Contains("基本支出/公用支出", columns);
            Assert.DoesNotContain("基本支出/公用经费", columns);
            Assert.Equal("其中：特定目标类", columns[^1]);
            Assert.DoesNotContain(disclosure.Statements, s => s.Title == "国有资本经营预算支出表");
            Assert.Equal("表9", disclosure.Statements.Single(s => s.Title == "项目支出表").Number);
        }
    }

    [Fact]
    public void What_it_compiles_has_no_error_of_sums()
    {
        var edition = EditionSources.With(Id, HowTo.Example($"data/editions/{Id}.yaml")).Library.Find(Id)!;
        foreach (var ledger in Product.Samples.Values.Where(s => s.Settings.BudgetEdition == "wuhan-2025-budget"))
        {
            var document = AuditedDocument.Prepare(Compiler.Compile(ledger, edition, Product.Data.Catalogue), [edition], Product.Data.Rules);
            Assert.Empty(document.System.Evaluate().Broken.Select(r => document.Sources[r].Source.Text));
            Assert.Contains(document.Sources, s => s.Id == "BG-0521");
        }
    }

    [Fact]
    public void The_document_of_the_page_is_read_and_audited_by_it()
    {
        var editions = EditionSources.With(Id, HowTo.Example($"data/editions/{Id}.yaml")).Library.Editions.ToList();
        var read = DisclosureReader.Read("2026年部门预算.txt", Encoding.UTF8.GetBytes(HowTo.Example("2026年部门预算.txt")), editions, Product.Data.Catalogue);
        Assert.True(read.IsRead);
        Assert.Equal((Id, DisclosureKind.Budget, 2026), (read.Value.Facts.Edition, read.Value.Facts.Kind, read.Value.Facts.Year));
        var row = Assert.Single(read.Value.Statements).Rows.Single(r => r.Key == "2101506");
        Assert.Equal(
            [("合计", 120m), ("基本支出/小计", 100m), ("基本支出/人员经费", 80m), ("基本支出/公用支出", 20m), ("项目支出", 20m), ("其中：特定目标类", 20m)],
            row.Cells.Where(c => c.Figure is not null).Select(c => (c.Column.Text, c.Figure!.Value.Value)));

        var finding = Auditor.Audit(read.Value, editions, Product.Data.Rules, Product.Data.Catalogue).Findings.Single(f => f.Relations.Contains("BG-0521"));
        Assert.Equal(("2101502", "其中：特定目标类", "40.00", "30.00"), (finding.Row, finding.Column?.Text, finding.Printed, finding.Expected));
        Assert.Contains("BG-0503", finding.Relations);
    }
}
