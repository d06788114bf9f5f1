using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Data.Tests.Intake;

/// <summary>A budget is compiled and published; from what was published the ledger is drafted again.</summary>
public class PublishedDraftingTests
{
    private static readonly DataFolder Folder = new(Path.Combine(Checkout.Root, "data"));

    [Theory]
    [InlineData("hanyang-2023", "wuhan-2023-budget")]
    [InlineData("jiangan-2024", "jiangan-2024-budget")]
    [InlineData("qingshan-2022", "wuhan-2022-budget")]
    public void What_a_document_determines_is_what_the_ledger_says(string sample, string edition)
    {
        var (ledger, intake) = Drafted(sample, edition);
        // Printed in hundredths of 万元, each line is off by at most half a hundred 元.
        var off = ledger.Lines.Where(l => l is { Stage: Stage.Budget, Flow: Flow.Expenditure }).Sum(l => l.Fen) - Sum(intake, "预算支出");
        Assert.True(Math.Abs(off) <= intake.Sheets["预算支出"].Count * 5000, $"{off}\n{string.Join('\n', intake.Sheets["预算支出"].Select(r => string.Join(' ', r.Values)))}\n{string.Join('\n', intake.Problems)}");
        Assert.Empty(intake.Problems);
        // Of basic expenditure every code is found again, that of projects has no economic code in print.
        var basic = Lines(ledger, l => l.Category is "人员类" or "公用经费").GroupBy(l => (l.FunctionCode, l.EconomicCode)).Select(g => (g.Key.FunctionCode, g.Key.EconomicCode, Fen: g.Sum(l => l.Fen))).Where(l => l.Fen != 0).Order().ToList();
        var drafted = intake.Sheets["预算支出"].Where(r => r.GetValueOrDefault("支出类别") is "人员类" or "公用经费")
            .Select(r => (r.GetValueOrDefault("功能科目"), r.GetValueOrDefault("经济科目"), Fen(r))).Order().ToList();
        Assert.Equal(basic.Select(b => (b.FunctionCode, b.EconomicCode)), drafted.Select(d => (d.Item1, d.Item2)));
        Assert.All(basic.Zip(drafted), p => Assert.InRange(p.Second.Item3 - p.First.Fen, -20000, 20000));
        Assert.Contains(intake.Open, o => o is { Sheet: "预算支出", Column: "经济科目" });
        Assert.InRange(ledger.Lines.Where(l => l is { Stage: Stage.Budget, Flow: Flow.Income or Flow.Opening }).Sum(l => l.Fen) - Sum(intake, "预算收入") - Sum(intake, "结转结余"), -100_000, 100_000);
    }

    [Fact]
    public void The_figures_that_next_year_compares_with_are_those_of_the_tables()
    {
        var (ledger, intake) = Drafted("jiangan-2024", "jiangan-2024-budget");
        var all = ledger.Lines.Where(l => l is { Stage: Stage.Budget, Flow: Flow.Expenditure }).ToList();
        Assert.Equal(all.Sum(l => l.Fen), intake.Comparatives["收支总预算"]);
        Assert.Equal(all.Where(l => l.Category is "特定目标类" or "其他运转类").Sum(l => l.Fen), intake.Comparatives["一般公共预算项目支出"]);
        Assert.Equal(ledger.Procurements.Sum(p => p.Fen), intake.Comparatives["政府采购"]);
        Assert.Equal(0, intake.Comparatives["因公出国（境）费"]);
        Assert.False(intake.Comparatives.ContainsKey("机关运行经费"));
    }

    [Fact]
    public void A_project_without_a_printed_code_goes_by_its_name_unless_the_draft_knows_it()
    {
        var (_, intake) = Drafted("jiangan-2024", "jiangan-2024-budget", new SheetRecord("项目", new Dictionary<string, string> { ["编码"] = "42010224021T000000109", ["名称"] = "医疗救助经费" }));
        var codes = intake.Sheets["项目"].ToDictionary(p => p["名称"], p => p["编码"]);
        Assert.Equal(("42010224021T000000109", "后勤服务支出"), (codes["医疗救助经费"], codes["后勤服务支出"]));
        Assert.Contains(intake.Sheets["预算支出"], r => r.GetValueOrDefault("项目编码") == "42010224021T000000109" && Fen(r) == 1_361_000_000);
        Assert.Contains(intake.Open, o => o is { Sheet: "项目", Column: "编码" });
    }

    [Theory]
    [InlineData("jiangan-2024", "jiangan-2024-budget")]
    [InlineData("caidian-2025", "wuhan-2025-budget")]
    [InlineData("qingshan-2022", "wuhan-2022-budget")]
    public void The_goals_and_indicators_of_the_forms_are_a_first_draft(string sample, string edition)
    {
        var (ledger, intake) = Drafted(sample, edition);
        var names = intake.Sheets["项目"].GroupBy(p => p["编码"]).ToDictionary(g => g.Key, g => g.First()["名称"]);
        string NameOf(string? code) => code is null or "" ? "" : ledger.Projects.FirstOrDefault(p => p.Code == code)?.Name ?? names.GetValueOrDefault(code, code);
        var expected = ledger.Performance.Indicators.Select(i => (NameOf(i.ProjectCode), i.Level3 ?? "", i.Target.Printed)).Order().ToList();
        var drafted = intake.Sheets["绩效指标"].Select(r => (NameOf(r.GetValueOrDefault("项目编码")), r.GetValueOrDefault("三级指标", ""), Printed(r))).Order().ToList();
        Assert.True(expected.SequenceEqual(drafted), string.Join('\n', expected.Except(drafted).Take(8)) + "\n有\n" + string.Join('\n', drafted.Except(expected).Take(8)));
        Assert.Equal(ledger.Performance.Goals.Count, intake.Sheets["绩效目标"].Count);
        Assert.Equal(
            ledger.Performance.Indicators.Count(i => i.Target.Number is not null), intake.Sheets["绩效指标"].Count(r => r.ContainsKey("数值")));

        static string Printed(IReadOnlyDictionary<string, string> r) => r.TryGetValue("定性", out var words) ? words
            : new IndicatorTarget(r.GetValueOrDefault("比较"), decimal.Parse(r["数值"], System.Globalization.CultureInfo.InvariantCulture), r.GetValueOrDefault("单位"), null).Printed;
    }

    [Fact]
    public void Final_accounts_are_refused_with_a_reason()
    {
        var (intake, refusal) = PublishedDrafting.Take(new Disclosure(new DocumentFacts("a", DisclosureKind.Final, "某局", 2024, null, null), [], [], []), Folder, []);
        Assert.Null(intake);
        Assert.Contains("部门决算", refusal, StringComparison.Ordinal);
    }

    private static (Ledger Ledger, PublishedIntake Intake) Drafted(string sample, string edition, params SheetRecord[] present)
    {
        var ledger = LedgerLoader.Load(Path.Combine(Checkout.Root, "samples", sample), Folder.Catalogue).Ledger!;
        var document = Compiler.Compile(ledger, Folder.Editions.Find(edition)!, Folder.Catalogue, Folder.Outlines);
        var units = ledger.Units.Select(u => new SheetRecord("单位", new[] { ("代码", u.Code), ("名称", u.Name), ("上级代码", u.ParentCode ?? "") }.Where(c => c.Item2.Length > 0).ToDictionary(c => c.Item1, c => c.Item2)));
        var (intake, refusal) = PublishedDrafting.Take(document, Folder, [.. units, .. present]);
        Assert.Null(refusal);
        return (ledger, intake!);
    }

    private static IEnumerable<LedgerLine> Lines(Ledger ledger, Func<LedgerLine, bool> which) => ledger.Lines.Where(l => l is { Stage: Stage.Budget, Flow: Flow.Expenditure } && which(l));

    private static long Sum(PublishedIntake intake, string sheet) => intake.Sheets.GetValueOrDefault(sheet)?.Sum(Fen) ?? 0;

    private static long Fen(IReadOnlyDictionary<string, string> record) => FenText.TryParse(record["金额(元)"], out var fen, out _) ? fen : 0;
}
