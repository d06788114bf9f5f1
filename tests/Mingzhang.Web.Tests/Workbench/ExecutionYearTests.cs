using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mingzhang.Cli;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>
/// A year from the approved budget to the final accounts, in the browser: payments brought in, an overdraft refused and decided, a warning
/// answered, a report, the year closed, and final accounts whose tables are those of the sample.
/// </summary>
public class ExecutionYearTests(OfficeFixture office, BrowserFixture browser)
{
    private const string Sample = "dongxihu-2024", Amount = "金额(元)", Spending = "预算支出";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_year_from_its_payments_to_its_final_accounts()
    {
        var sample = LedgerLoader.Load(Path.Combine(Home.Find(), "samples", Sample), office.Services.GetRequiredService<DataFolder>().Catalogue).Ledger!;
        var (department, _) = await ApprovedBudgetAsync(sample);
        var root = $"{office.Url}/office/{department}/execution/2024";
        var clerk = await office.PageAsync(browser, "clerk", 1440);
        await clerk.GotoAsync($"{office.Url}/office/{department}");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "开 2024 年执行账" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("执行账已开");

        // The export has a row to an unknown line and one over the balance: each is told, nothing is stored.
        await clerk.GotoAsync(root + "/import");
        await clerk.GetByLabel("文件").SetInputFilesAsync(new FilePayload { Name = "全年明细.csv", MimeType = "text/csv", Buffer = Export(sample) });
        await clerk.GetByRole(AriaRole.Button, new() { Name = "检查并导入" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("4 行有错，一条也没有存", new() { Timeout = 30_000 });
        await Assertions.Expect(clerk.Locator("table")).ToContainTextAsync("超出 1000.00 元");
        await Assertions.Expect(clerk.Locator("table")).ToContainTextAsync("只发生过 0.00 元");
        await Assertions.Expect(clerk.Locator("table")).ToContainTextAsync("不在 2024 年");
        await Picture.TakeAsync(clerk, "year-1-mistakes");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "把对的记账，错的留待更正" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("4 行留在“待更正”", new() { Timeout = 30_000 });

        // The same file again books nothing twice.
        await clerk.GotoAsync(root + "/lines");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("可用余额");
        await clerk.GotoAsync(root + "/pending");
        foreach (var wrong in new[] { "没有这个项目", "错-2", "错-3" })
        {
            await clerk.Locator(".remark", new() { HasText = wrong }).GetByRole(AriaRole.Button, new() { Name = "删去" }).ClickAsync();
            await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已删去");
        }

        Assert.Equal(0, await clerk.GetByRole(AriaRole.Button, new() { Name = "同意超支，记账" }).CountAsync());

        // The head cannot close while a row waits; decides the overdraft.
        var head = await office.PageAsync(browser, "head", 1440);
        await head.GotoAsync(root + "/final");
        await head.GetByRole(AriaRole.Button, new() { Name = "关账" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Alert)).ToContainTextAsync("还有 1 行待更正");
        await head.GotoAsync(root + "/pending");
        await Picture.TakeAsync(head, "year-2-overdraft");
        await head.GetByLabel("同意超支的原因和依据").FillAsync("局长办公会纪要〔2024〕9号");
        await head.GetByRole(AriaRole.Button, new() { Name = "同意超支，记账" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已按决定记账");
        await head.GotoAsync(root + "?voucher=超-1");
        await Assertions.Expect(head.Locator("table")).ToContainTextAsync("局长办公会纪要〔2024〕9号");

        // A warning in September is answered, and stands in the report.
        await clerk.GotoAsync(root + "/monitoring?month=9");
        var warning = clerk.Locator(".remark").First;
        await warning.GetByLabel("责任人").FillAsync("科长甲");
        await warning.GetByLabel("原因和措施").FillAsync("合同十月签订，签订后支付");
        await warning.GetByRole(AriaRole.Button, new() { Name = "答复" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已答复");
        await Picture.TakeAsync(clerk, "year-3-monitoring");
        await clerk.GotoAsync(root + "/report?quarter=3");
        await Assertions.Expect(clerk.Locator("article")).ToContainTextAsync("科长甲");
        foreach (var (format, ending) in new[] { ("Word", ".docx"), ("Excel", ".xlsx") })
        {
            var download = await clerk.RunAndWaitForDownloadAsync(() => clerk.GetByRole(AriaRole.Link, new() { Name = format, Exact = true }).ClickAsync());
            Assert.Equal("2024年第三季度预算执行监控报告" + ending, download.SuggestedFilename);
            Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation))[..2]);
            if (Environment.GetEnvironmentVariable("MINGZHANG_PICTURES") is { Length: > 0 } folder)
                await download.SaveAsAsync(Path.Combine(folder, download.SuggestedFilename));
        }

        // The year is closed; nothing more is booked.
        await head.GotoAsync(root + "/final");
        await head.GetByRole(AriaRole.Button, new() { Name = "关账" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已关账");
        await clerk.GotoAsync(root + "/import");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("已经关账");

        // Final accounts are made, and their tables are the sample's.
        await clerk.GotoAsync(root + "/final");
        await Picture.TakeAsync(clerk, "year-4-final");
        await clerk.GetByLabel("报表格式").SelectOptionAsync("wuhan-2024-final");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "由执行账编制决算" }).ClickAsync();
        await Assertions.Expect(clerk.Locator("h1")).ToContainTextAsync("2024 年决算");
        await Picture.TakeAsync(clerk, "year-5-draft");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "录入", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.Locator(".sheets")).ToContainTextAsync("决算支出");
        await AssertTablesAsync(department, sample);
        foreach (var page in new[] { clerk, head })
            await page.Context.CloseAsync();
    }

    private async Task AssertTablesAsync(int department, Ledger sample)
    {
        var data = office.Services.GetRequiredService<DataFolder>();
        var draft = (await office.Desk.Drafts.ListAsync(department, Cancellation)).Single(d => d.Stage == Stage.Final);
        var work = (await office.Services.GetRequiredService<DraftWorks>().GetAsync(department, draft.Id, Cancellation))!;
        Assert.Empty(work.Mistakes);
        var expected = Compiler.Compile(sample, data.Editions.Find("wuhan-2024-final")!, data.Catalogue);
        var made = work.Publication!.Disclosure.Statements;
        Assert.Equal(9, expected.Statements.Count);
        foreach (var (table, i) in expected.Statements.Select((t, i) => (t, i)))
            Assert.Equal(Text(table), Text(made[i]));
    }

    private static string Text(Statement table) => string.Join('\n', table.Rows.Select(r => $"{r.Name}|{string.Join('|', r.Cells.Select(c => c.Text))}"));

    // The sample's actual figures as its budget, but less for one line than was spent on it, and the whole year's budget for receptions.
    private async Task<(int Department, int Draft)> ApprovedBudgetAsync(Ledger sample)
    {
        var (department, draft) = await office.DraftAsync(Sample, 2024, "national-budget");
        var clerk = await office.ActorAsync("clerk");
        var over = Over(sample);
        Dictionary<string, string> Cells(SheetRecord r) => new(r.Cells, StringComparer.Ordinal);
        var records = LedgerSheets.Of(sample).ToList();
        var sheets = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
        {
            ["单位"] = [.. records.Where(r => r.Sheet == "单位").Select(Cells)],
            ["预算收入"] = [.. records.Where(r => r.Sheet == "决算收入").Select(Cells)],
            [Spending] = [.. sample.Lines.Where(l => l.Flow == Flow.Expenditure).Zip(records.Where(r => r.Sheet == "决算支出").Select(Cells), (line, cells) =>
            {
                var fen = line == over ? line.Fen - 1000_00 : line.EconomicCode == "30217" ? 8000_00 : line.Fen;
                cells[Amount] = FenText.Format(fen);
                return cells;
            })],
            ["结转结余"] = [.. records.Where(r => r.Sheet == "结转结余" && r.Cells["事项"] == Flow.Opening.ChineseName()).Select(r => { var c = Cells(r); c["阶段"] = "预算"; return c; })],
        };
        Assert.Null(await office.Desk.Drafts.ReplaceAsync(clerk, draft, sheets, "测试", Cancellation));
        foreach (var (who, step) in new[] { ("clerk", "送审"), ("reviewer", "审核通过"), ("head", "签发"), ("finance", "下达控制数"), ("clerk", "送审"), ("reviewer", "审核通过"), ("head", "签发"), ("finance", "批复") })
        {
            var now = (await office.Desk.Drafts.FindAsync(department, draft, Cancellation))!;
            Assert.Null(await office.Desk.Drafts.Versions.StepAsync(await office.ActorAsync(who), department, draft, now.Revision, step, new StepDetails("文号", new DateOnly(2024, 2, 1), 1), Cancellation));
        }

        return (department, draft);
    }

    private static LedgerLine Over(Ledger sample) => sample.Lines.First(l => l.Flow == Flow.Expenditure && l.Category == "特定目标类" && l.Fen > 10_000_00);

    // One payment for each line, a receipt for each line of income, a payment to a project that nobody knows.
    private static byte[] Export(Ledger sample)
    {
        var over = Over(sample);
        var text = new StringBuilder("支付日期,凭证号,预算单位编码,项目编码,功能分类科目,部门经济分类,资金性质,支付金额,用途\n");
        foreach (var (line, i) in sample.Lines.Where(l => l.Flow is Flow.Expenditure or Flow.Income).Select((l, i) => (l, i)))
        {
            var number = line == over ? "超-1" : $"记-{i}";
            var month = line.Flow == Flow.Income ? 1 : line.ProjectCode![11] == 'T' ? 10 : (i % 8) + 1;
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"2024-{month:D2}-05,{number},{line.UnitCode},{line.ProjectCode},{line.FunctionCode},{line.EconomicCode},{line.Fund},{FenText.Format(line.Fen)},支出"));
        }

        // Taken back before anything was paid; paid in another year.
        text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"2024-01-02,错-2,{over.UnitCode},{over.ProjectCode},{over.FunctionCode},{over.EconomicCode},{over.Fund},-10.00,红字"));
        text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"2023-12-30,错-3,{over.UnitCode},{over.ProjectCode},{over.FunctionCode},{over.EconomicCode},{over.Fund},10.00,上年"));
        text.AppendLine("2024-06-05,错-1,065001,42011224065T999999999,2101501,30201,一般公共预算,100.00,没有的项目");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
