using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Registers;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Final accounts of what the office recorded in the year: procurement, assets, reasons that its threshold demands.</summary>
public class FinalRecordsTests(OfficeFixture office)
{
    private const string Deviation = MonitoringThresholds.Deviation, Budgets = "年初预算";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Procurement_and_assets_come_from_records()
    {
        var (department, lines) = await YearOfExecution.BeginAsync(office, 6);
        var clerk = await office.ActorAsync("clerk");
        var line = lines.First(l => l.Key.Flow == Flow.Expenditure && l.Key.Category == "公用经费" && l.WholeFen > 10_000_00).Key;
        await PayAsync(clerk, department, line, (EntryKind.Payment, 3_000_00, "小微企业"), (EntryKind.Payment, 2_000_00, "中小企业"), (EntryKind.Payment, 1_000_00, "企业"), (EntryKind.Refund, 500_00, "小微企业"));
        await RegisterAssetsAsync(clerk, department);
        var (_, sheets) = await SheetsAsync(department);
        var bought = Assert.Single(sheets["政府采购"]);
        Assert.Equal(("[A05040101]复印纸", "5500.00", "4500.00", "2500.00"), (bought["采购品目"], bought["金额(元)"], bought["面向中小企业(元)"], bought["面向小微企业(元)"]));
        Assert.Equal([("决算", "执法执勤用车", "1", "1")], sheets["车辆"].Select(v => (v["阶段"], v["用途"], v["数量"], v["本年购置"])));
        Assert.Equal([("单价100万元以上的设备", "2")], sheets["国有资产"].Select(a => (a["类别"], a["数量"])));
    }

    [Fact]
    public async Task Only_deviations_beyond_the_offices_threshold_ask_for_a_reason()
    {
        var (department, _) = await YearOfExecution.BeginAsync(office, 12);
        var (clerk, head) = (await office.ActorAsync("clerk"), await office.ActorAsync("head"));
        await office.Desk.Execution.Monitoring.SetAsync(head, department, new Dictionary<string, string> { [Deviation] = "20" }, Cancellation);
        var (made, sheets) = await SheetsAsync(department);
        var (id, refusal) = await office.Desk.Drafts.BeginAsync(clerk, department, YearOfExecution.Year, "national-final", sheets, Cancellation, Stage.Final, 20m);
        Assert.Null(refusal);
        var beyond = made.Deviations.Count(d => d.BudgetFen == 0 || Math.Abs(d.FinalFen - d.BudgetFen) * 5 > d.BudgetFen);
        Assert.InRange(beyond, 1, made.Deviations.Count - 1);
        Assert.Equal(beyond, (await GapsAsync(department, id)).Count);

        // The office thinks again: a smaller threshold asks for more, at once.
        await office.Desk.Execution.Monitoring.SetAsync(head, department, new Dictionary<string, string> { [Deviation] = "0" }, Cancellation);
        var all = await GapsAsync(department, id);
        Assert.True(all.Count > beyond, $"{all.Count} > {beyond}");

        // The gap leads to its cell, and what is written there is what is published.
        var jump = (await WorkAsync(department, id)).Jumps.Of(all[0])!;
        Assert.Equal((Budgets, "差异原因"), (jump.Sheet, jump.Column));
        await office.Desk.Drafts.EditAsync(clerk, department, id, new SheetEdit(Budgets, [new CellEdit(jump.Records[0], "差异原因", "", "项目合同推迟到下年签订")], [], []), Cancellation);
        Assert.Equal(all.Count - 1, (await GapsAsync(department, id)).Count);
        Assert.Contains((await WorkAsync(department, id)).Publication!.Disclosure.Narrative, p => p.Text.Contains("主要原因是项目合同推迟到下年签订", StringComparison.Ordinal));
    }

    private async Task<DraftWork> WorkAsync(int department, int draft)
    {
        var work = (await office.Services.GetRequiredService<DraftWorks>().GetAsync(department, draft, Cancellation))!;
        Assert.Empty(work.Mistakes);
        return work;
    }

    private async Task<List<Mingzhang.Core.Disclosures.DraftGap>> GapsAsync(int department, int draft) =>
        [.. (await WorkAsync(department, draft)).Gaps.Where(g => g.What.Contains("决算数与预算数差异", StringComparison.Ordinal) && !g.What.Contains('费', StringComparison.Ordinal))];

    private async Task<(Mingzhang.Core.Execution.Closing.FinalAccountsOutcome Made, Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Sheets)> SheetsAsync(int department)
    {
        var drafts = office.Services.GetRequiredService<FinalDraft>();
        var of = (await office.Desk.Register.DepartmentAsync(department, Cancellation))!;
        var books = (await office.Desk.Execution.FindAsync(department, YearOfExecution.Year, Cancellation))!;
        var made = await drafts.MakeAsync(of, books, Cancellation);
        return (made, await drafts.SheetsAsync(of, books, made, await drafts.RecordsAsync(of, books, Cancellation), Cancellation));
    }

    private async Task PayAsync(Actor clerk, int department, LineKey line, params (EntryKind Kind, long Fen, string Payee)[] payments)
    {
        var rows = payments.Select((p, i) => new ExecutionEntry(p.Kind, new DateOnly(YearOfExecution.Year, 6, 20), $"采-{i}", line, p.Fen, p.Payee, null, "复印纸") { Procured = "[A05040101]复印纸" })
            .Select((e, i) => new IncomingRow(i + 1, () => EntryCells.Of(e), e, null)).ToList();
        Assert.Equal(rows.Count, (await office.Desk.Execution.Posting.PostAsync(clerk, department, YearOfExecution.Year, "采购.csv", rows, false, null, null, Cancellation)).Posted);
    }

    // Two vehicles, one sold in the year; equipment, some of it small, some bought later.
    private async Task RegisterAssetsAsync(Actor clerk, int department)
    {
        var ready = office.Services.GetRequiredService<DataFolder>().Registers.Single(r => r.Name == FinalSources.AssetRegister);
        var (id, problems) = await office.Desk.Registers.DefineAsync(clerk, department, 0, ready, 0, [], Cancellation);
        Assert.Empty(problems);
        var register = (await office.Desk.Registers.FindAsync(department, id, Cancellation))!;
        (string Number, string Kind, string Use, string Count, string Price, string Since, string Until)[] assets =
        [
            ("车1", "车辆", "执法执勤用车", "1", "180000", "2023-03-01", ""), ("车2", "车辆", "其他用车", "1", "150000", "2012-03-01", "2023-11-30"),
            ("设1", "设备", "", "2", "1000000", "2020-01-01", ""), ("设2", "设备", "", "9", "8000", "2020-01-01", ""), ("设3", "设备", "", "1", "2000000", "2024-01-01", ""),
        ];
        var mistakes = new List<RegisterMistake>();
        var entries = assets.Select((a, i) => RegisterEntry.Read(register.Definition, i + 2, name => name switch
        {
            "资产编号" => a.Number,
            "资产名称" => "某资产",
            "类别" => a.Kind,
            "用途" => a.Use,
            "数量" => a.Count,
            "单价" => a.Price,
            "取得日期" => a.Since,
            "处置日期" => a.Until,
            _ => "",
        }, mistakes)).ToList();
        Assert.Empty(mistakes);
        Assert.Equal(assets.Length, (await office.Desk.Registers.ImportAsync(clerk, register, "资产.xlsx", entries, false, Cancellation)).Added);
    }
}
