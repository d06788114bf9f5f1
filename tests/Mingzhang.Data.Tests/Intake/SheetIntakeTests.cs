using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Data.Tests.Intake;

/// <summary>What an office brings in: exports of the integrated budget system, and sheets of its own.</summary>
public class SheetIntakeTests
{
    private const string Personnel = "42010124202R000000101", Special = "42010124202T000000101";

    private static readonly DataFolder Data = new(Path.Combine(Checkout.Root, "data"));

    private static readonly string[] Header = ["单位编码", "项目编码", "项目名称", "支出功能分类科目编码", "部门支出经济分类科目编码", "资金性质", "预算金额"];

    [Fact]
    public void An_export_becomes_lines_projects_and_income()
    {
        var result = Take(Sheet("导出", Header, ["202001-某局本级", Personnel, "人员经费", "2101501-行政运行", "30101-基本工资", "111-一般公共预算资金", "1000.5"], ["202001", Special, "救助", "[2101502]一般行政管理事务", "30227", "一般公共预算资金", "300"]));
        Assert.Empty(result.Mistakes);
        Assert.Equal(
            ["202001", Personnel, "人员类", "2101501", "30101", "一般公共预算", "本年", "1000.5"],
            new[] { "单位代码", "项目编码", "支出类别", "功能科目", "经济科目", "资金来源", "资金年度", "金额(元)" }.Select(c => result.Sheets["预算支出"][0][c]));
        Assert.Equal("特定目标类", result.Sheets["预算支出"][1]["支出类别"]);
        Assert.Equal(["人员经费", "救助"], result.Sheets["项目"].Select(p => p["名称"]));
        Assert.Equal(["1000.50", "300.00"], result.Sheets["预算收入"].Select(i => i["金额(元)"]));
        Assert.Equal("单位代码", result.Learned["单位编码"]);
    }

    [Fact]
    public void Titles_above_totals_below_ten_thousands_and_equal_lines_are_understood()
    {
        var sheet = new RawSheet("a.xlsx", "表", [
            new(1, ["2024年项目支出明细表"]), new(2, ["", "", "", "", "", "", "单位：万元"]), new(3, Header),
            new(4, ["", Special, "救助", "2101502", "30227", "一般公共预算资金", "1.5"]), new(6, ["", Special, "救助", "2101502", "30227", "一般公共预算资金", "0.25"]),
            new(7, ["", "", "合计", "", "", "", "1.75"]),
        ]);
        var result = Take(sheet);
        Assert.Empty(result.Mistakes);
        Assert.Equal("17500.00", Assert.Single(result.Sheets["预算支出"])["金额(元)"]);
    }

    [Fact]
    public void Every_mistake_is_told_where_it_stands_and_nothing_is_taken()
    {
        var result = Take(Sheet("导出", Header, ["202001", "4201", "人员经费", "2101501", "30101", "一般公共预算资金", "x"], ["202009", Special, "救助", "9999999", "30227", "没有的钱", "3"]));
        Assert.Empty(result.Sheets);
        var told = string.Join("\n", result.Mistakes.Select(m => $"{m.Row} {m.Column} {m.Value}"));
        Assert.Contains("2 预算金额 x", told, StringComparison.Ordinal);
        Assert.All(result.Mistakes, m => Assert.NotNull(m.Row));
        Assert.Contains(result.Mistakes, m => m is { Row: 2, Column: "项目编码", Value: "4201" });
        Assert.Contains(result.Mistakes, m => m is { Row: 3, Column: "单位编码", Value: "202009" });
        Assert.Contains(result.Mistakes, m => m is { Row: 3, Column: "支出功能分类科目编码", Value: "9999999" });
        Assert.Contains(result.Mistakes, m => m is { Row: 3, Column: "资金性质" });
    }

    [Fact]
    public void A_column_nobody_knows_is_asked_for_and_then_remembered()
    {
        string[] header = ["单位编码", "项目编码", "项目名称", "支出功能分类科目编码", "部门支出经济分类科目编码", "资金性质", "拟安排数"];
        var sheet = Sheet("导出", header, ["202001", Special, "救助", "2101502", "30227", "一般公共预算资金", "3"]);
        Assert.Equal(["金额(元)"], Take(sheet).Open!.Missing);
        var result = Take(sheet, new Dictionary<string, string> { ["拟安排数"] = "金额(元)" });
        Assert.Null(result.Open);
        Assert.Equal("3", result.Sheets["预算支出"][0]["金额(元)"]);
    }

    [Fact]
    public void Income_that_was_entered_is_left_alone()
    {
        SheetRecord income = new("预算收入", new Dictionary<string, string> { ["单位代码"] = "202001", ["资金来源"] = "一般公共预算", ["资金年度"] = "本年", ["金额(元)"] = "1" });
        var result = Take(Sheet("导出", Header, ["202001", Special, "救助", "2101502", "30227", "一般公共预算资金", "3"]), null, income);
        Assert.DoesNotContain("预算收入", result.Sheets.Keys);
    }

    [Fact]
    public void Our_own_sheets_are_known_by_name_or_header_and_labels_are_dropped()
    {
        var result = Take(
            Sheet("项目", ["编码 *", "名称 *", "单位代码"], [Special, "救助", "202001 某局本级"]),
            Sheet("随便", ["单位代码", "项目编码", "支出类别", "功能科目", "经济科目", "资金来源", "资金年度", "金额（元）"], ["202001", Special, "特定目标类", "2101502 一般行政管理事务", "30227 委托业务费", "一般公共预算", "本年", "300"]));
        Assert.Empty(result.Mistakes);
        Assert.Equal("2101502", result.Sheets["预算支出"][0]["功能科目"]);
        Assert.Equal("202001", result.Sheets["项目"][0]["单位代码"]);
    }

    [Fact]
    public void A_sheet_nobody_knows_is_told() =>
        Assert.Contains("不认识这张表", Assert.Single(Take(Sheet("通讯录", ["姓名", "电话"], ["某人", "1"])).Mistakes).Message, StringComparison.Ordinal);

    [Fact]
    public void A_ledger_as_sheets_is_read_back_equal()
    {
        var ledger = LedgerLoader.Load(Path.Combine(Checkout.Root, "samples", "caidian-2025"), Data.Catalogue).Ledger!;
        var load = LedgerSheets.Load(ledger.Settings, [.. LedgerSheets.Of(ledger)], Data.Catalogue);
        Assert.Empty(load.Mistakes);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(ledger), System.Text.Json.JsonSerializer.Serialize(load.Ledger));
    }

    [Fact]
    public void Every_list_that_a_column_names_exists() =>
        Assert.All(Data.Sheets.SelectMany(s => s.Fields).Select(f => f.List).OfType<string>(), l => Assert.True(Workbench.SheetLists.Has(l), l));

    private static RawSheet Sheet(string name, params string[][] rows) => new("a.xlsx", name, [.. rows.Select((r, i) => new RawRow(i + 1, r))]);

    private static IntakeResult Take(RawSheet sheet, IReadOnlyDictionary<string, string>? remembered = null, params SheetRecord[] present) => Take([sheet], remembered, present);

    private static IntakeResult Take(params RawSheet[] sheets) => Take(sheets, null, []);

    private static IntakeResult Take(RawSheet[] sheets, IReadOnlyDictionary<string, string>? remembered, SheetRecord[] present)
    {
        SheetRecord[] units =
        [
            new("单位", new Dictionary<string, string> { ["代码"] = "202", ["名称"] = "某局" }),
            new("单位", new Dictionary<string, string> { ["代码"] = "202001", ["名称"] = "某局本级", ["上级代码"] = "202", ["性质"] = "行政" }),
        ];
        return SheetIntake.Take(sheets, new IntakeContext(
            new LedgerSettings("某局", "某局", 2024, "national-budget", null, true), [.. units, .. present], Data.Sheets, Data.Exports, remembered ?? new Dictionary<string, string>(), Data.Catalogue));
    }
}
