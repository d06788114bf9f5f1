using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mingzhang.Cli;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Workbooks;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>
/// What the workbench is for: a newcomer brings in a sample agency's 2024 budget from Excel sheets in the browser, corrects it, has it
/// reviewed, returned, corrected, signed, approved and published.
/// </summary>
public class WholeYearTests(OfficeFixture office, BrowserFixture browser)
{
    private const string First = "贯彻执行医疗保障的法律、法规和政策", Second = "贯彻执行医疗保障的法律、法规、规章和政策";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_budget_from_Excel_sheets_to_its_publication()
    {
        var (department, _) = await office.DraftAsync(null, 2022);
        var root = $"{office.Url}/office/{department}";
        var clerk = await NewcomerAsync(department);

        // The newcomer begins the year.
        await clerk.Locator(".cards a").First.ClickAsync();
        Assert.Equal(root, clerk.Url);
        await clerk.GetByLabel("年度").FillAsync("2024");
        await clerk.GetByLabel("报表格式").SelectOptionAsync("jiangan-2024-budget");
        await clerk.GetByLabel("空表开始").CheckAsync();
        await clerk.GetByRole(AriaRole.Button, new() { Name = "建立", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk).ToHaveURLAsync(new Regex("/drafts/"), new() { Timeout = 30_000 });
        var draft = clerk.Url;
        await Picture.TakeAsync(clerk, "guide-1-begin");

        // A first file has mistakes: each is told, nothing is stored.
        await ImportAsync(clerk, draft, "预算.xlsx", Workbook("jiangan-2024", sheet: "预算支出", column: "功能科目", to: "2101500"));
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("一条也没有存");
        await Assertions.Expect(clerk.Locator("table")).ToContainTextAsync("2101500");
        await Picture.TakeAsync(clerk, "guide-2-mistakes");
        await ImportAsync(clerk, draft, "预算.xlsx", Workbook("jiangan-2024", sheet: "预算支出", column: "金额(元)", to: "1.00"));
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已导入");

        // It is stored, and the sums do not agree: it cannot be sent.
        await clerk.GotoAsync(draft);
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("错误");
        await Picture.TakeAsync(clerk, "guide-3-overview");
        await clerk.GotoAsync(draft + "/process");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Button, new() { Name = "送审" })).ToBeDisabledAsync();

        // Corrected in the grid.
        await clerk.GotoAsync(draft + "/sheets/预算支出");
        Assert.SkipWhen(await clerk.Locator(".told.bad").CountAsync() > 0, "npm 没有取到 tabulator-tables");
        await clerk.Locator("html[data-audited]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await GridTests.TypeAsync(clerk, 0, "金额(元)", Right("jiangan-2024"));
        await Assertions.Expect(clerk.Locator(".live")).ToContainTextAsync("都对上了", new() { Timeout = 30_000 });
        await Picture.TakeAsync(clerk, "guide-4-grid");

        await StepAsync(clerk, draft, "送审");

        // The reviewer returns it with a remark at a cell, one at a sentence, and a reason.
        var reviewer = await office.PageAsync(browser, "reviewer", 1440);
        await reviewer.GotoAsync(draft + "/sheets/职责");
        await reviewer.Locator("html[data-audited]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await GridTests.CellAsync(reviewer, 0, "职责").ClickAsync();
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "对这一格批注" }).ClickAsync();
        await reviewer.Locator("#remark-text").FillAsync("按三定规定的原文写。");
        await reviewer.Locator("#remark").GetByRole(AriaRole.Button, new() { Name = "批注", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.Locator("#saved")).ToContainTextAsync("批注已记下");
        await reviewer.GotoAsync(draft + "/document");
        await Picture.TakeAsync(reviewer, "guide-document", isWhole: false);
        await reviewer.GetByText("对情况说明里的一句话批注").ClickAsync();
        await reviewer.GetByLabel("哪一句").SelectOptionAsync(new SelectOptionValue { Index = 5 });
        await reviewer.GetByLabel("意见").FillAsync("这一句请核对上年数。");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "批注" }).ClickAsync();
        await StepAsync(reviewer, draft, "审核退回", "职责要照三定写，上年数要再核对");

        // The clerk corrects the cell, answers, and sends again.
        await clerk.GotoAsync(draft + "/process");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("职责要照三定写");
        await clerk.GotoAsync(draft + "/sheets/职责");
        await clerk.Locator("html[data-audited]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(GridTests.CellAsync(clerk, 0, "职责")).ToHaveClassAsync(new Regex("remarked"));
        await GridTests.TypeAsync(clerk, 0, "职责", First);
        await Assertions.Expect(clerk.Locator("#saved")).ToContainTextAsync("已保存");
        await Assertions.Expect(clerk.Locator(".live")).ToContainTextAsync("刚才的改动使这些话变了", new() { Timeout = 30_000 });
        await clerk.GotoAsync(draft + "/process");
        await clerk.GetByLabel("答复").First.FillAsync("已照三定改写。");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "答复" }).First.ClickAsync();
        await Picture.TakeAsync(clerk, "guide-5-remarks");
        await StepAsync(clerk, draft, "送审");
        await StepAsync(reviewer, draft, "审核通过");
        var head = await office.PageAsync(browser, "head", 1440);
        await StepAsync(head, draft, "签发");

        // Control figures, the second round, the approval.
        var finance = await office.PageAsync(browser, "finance", 1440);
        await finance.GotoAsync(draft + "/process");
        var control = finance.Locator("form", new() { HasText = "下达控制数" });
        await control.GetByLabel("文号").FillAsync("某财预〔2023〕1号");
        await control.GetByLabel("支出控制数").FillAsync("999,999,999.00");
        await control.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(finance.GetByRole(AriaRole.Status)).ToContainTextAsync("已下达控制数");
        await StepAsync(clerk, draft, "送审");
        await StepAsync(reviewer, draft, "审核通过");
        await StepAsync(head, draft, "签发");
        await finance.GotoAsync(draft + "/process");
        var approval = finance.Locator("form", new() { HasText = "批复文号" });
        await approval.GetByLabel("批复文号").FillAsync("某财预〔2024〕2号");
        await approval.GetByLabel("批复日期").FillAsync("2024-02-01");
        await approval.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(finance.GetByRole(AriaRole.Status)).ToContainTextAsync("已批复");

        // Published: the public site shows it, the version stays.
        await PublishAsync(head, draft, "2024-02-10", null);
        await head.GotoAsync(draft + "/versions");
        await Assertions.Expect(head.Locator("main")).ToContainTextAsync("首次公开");
        await head.GetByRole(AriaRole.Link, new() { Name = "审签单" }).ClickAsync();
        await Assertions.Expect(head.Locator(".paper")).ToContainTextAsync("某财预〔2024〕2号");
        await Assertions.Expect(head.Locator(".paper")).ToContainTextAsync("首次公开");
        await Picture.TakeAsync(head, "guide-8-signoff");
        Assert.Equal("PK"u8.ToArray(), (await (await head.Context.APIRequest.GetAsync(head.Url + "?handler=Word")).BodyAsync())[..2]);

        // The public page, as anybody sees it: tables and the sentence that was corrected.
        var agency = (await office.Desk.Register.DepartmentAsync(department, Cancellation))!.Name;
        var address = $"{office.Url}/disclosures/{agency}/2024/budget";
        var anybody = await browser.PageAsync();
        await anybody.GotoAsync(office.Url + "/");
        await Assertions.Expect(anybody.Locator("main")).ToContainTextAsync(agency);
        await anybody.GotoAsync(address);
        await Assertions.Expect(anybody.Locator("h1")).ToContainTextAsync("2024 年部门预算");
        await Assertions.Expect(anybody.Locator(".document-body")).ToContainTextAsync(First);
        await Assertions.Expect(anybody.Locator(".document-body")).ToContainTextAsync("1,527.20");
        Assert.Equal(0, await anybody.GetByText("【待填").CountAsync());

        // A correction is a new version beside the old one, compared cell by cell.
        await StepAsync(clerk, draft, "开始更正", "第一条职责漏了几个字");
        await clerk.GotoAsync(draft + "/sheets/职责");
        await clerk.Locator("html[data-audited]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await GridTests.TypeAsync(clerk, 0, "职责", Second);
        await Assertions.Expect(clerk.Locator("#saved")).ToContainTextAsync("已保存");
        await StepAsync(clerk, draft, "送审");
        await StepAsync(reviewer, draft, "审核通过");
        await StepAsync(head, draft, "签发更正");
        await PublishAsync(head, draft, "2024-03-01", "更正第一条职责");
        await head.GotoAsync(draft + "/versions");
        await Assertions.Expect(head.Locator("main")).ToContainTextAsync("第 2 次");
        await head.GetByRole(AriaRole.Button, new() { Name = "比较" }).ClickAsync();
        await head.GetByLabel("从").SelectOptionAsync(new SelectOptionValue { Index = 4 });
        await head.GetByRole(AriaRole.Button, new() { Name = "比较" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Group, new() { Name = "版本差异" })).ToContainTextAsync(Second);
        await Picture.TakeAsync(head, "guide-7-versions");
        await anybody.GotoAsync(address);
        await Assertions.Expect(anybody.Locator(".document-body")).ToContainTextAsync(Second);
        await anybody.GetByRole(AriaRole.Link, new() { Name = "看历次公开的版本" }).ClickAsync();
        await Assertions.Expect(anybody.Locator("main")).ToContainTextAsync("更正第一条职责");
        await Picture.TakeAsync(anybody, "guide-9-public-versions");
        await anybody.GetByRole(AriaRole.Link, new() { Name = "首次公开" }).ClickAsync();
        await Assertions.Expect(anybody.Locator(".document-body")).ToContainTextAsync(First);
        await Assertions.Expect(anybody.Locator(".document-body")).Not.ToContainTextAsync(Second);

        // An adjustment in the year goes through the finance bureau again.
        await StepAsync(clerk, draft, "开始调整", "年中追加");
        await clerk.GotoAsync(draft);
        await Assertions.Expect(clerk.Locator(".state")).ToContainTextAsync("调整");
        await StepAsync(clerk, draft, "送审");
        await StepAsync(reviewer, draft, "审核通过");
        await StepAsync(head, draft, "签发");
        await finance.GotoAsync(draft + "/process");
        await Assertions.Expect(finance.GetByRole(AriaRole.Button, new() { Name = "批复" })).ToBeVisibleAsync();
        await StepAsync(finance, draft, "财政退回", "这次调整不办");

        var trail = await office.Desk.Trail.AllAsync(Cancellation);
        Assert.Null(TrailEntry.Fault(trail));
        Assert.Contains(trail, e => e is { Act: "公开", Account: "head" } && e.Department == department);
        foreach (var page in new[] { clerk, reviewer, head, finance, anybody })
            await page.Context.CloseAsync();
    }

    // An account that was made a minute ago: it signs in with the password for one use and gives itself another.
    private async Task<IPage> NewcomerAsync(int department)
    {
        var name = $"newcomer{department}";
        await using var scope = office.Services.CreateAsyncScope();
        var (id, once, _) = await scope.ServiceProvider.GetRequiredService<AccountService>().CreateAsync(await office.ActorAsync("boss"), name, "新来的", Cancellation);
        await office.Desk.Register.AssignAsync(await office.ActorAsync("boss"), id, new Assignment(Role.Clerk, department, null), Cancellation);
        var page = await browser.PageAsync(1440);
        await page.GotoAsync(office.Url + "/office");
        await page.GetByLabel("账号").FillAsync(name);
        await page.GetByLabel("密码").FillAsync(once!);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await page.GetByLabel("原密码").FillAsync(once!);
        await page.GetByLabel("新密码").FillAsync(OfficeFixture.Password);
        await page.GetByLabel("再输一遍").FillAsync(OfficeFixture.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "修改" }).ClickAsync();
        await page.WaitForURLAsync(office.Url + "/office");
        return page;
    }

    internal static async Task PublishAsync(IPage page, string draft, string day, string? reason)
    {
        await page.GotoAsync(draft + "/process");
        if (reason is null)
            await Picture.TakeAsync(page, "guide-6-publish");
        else
            await page.GetByLabel("更正或调整的原因").FillAsync(reason);
        await page.GetByLabel("公开日期").FillAsync(day);
        await page.GetByLabel("公开网址").FillAsync("https://www.example.gov.cn/2024");
        await page.GetByLabel("保密审查人").FillAsync("审查人");
        await page.GetByLabel("保密审查日期").FillAsync("2024-02-09");
        await page.GetByLabel("签发人").FillAsync("负责人");
        await page.GetByLabel("批复文号").FillAsync("某财预〔2024〕2号");
        await page.GetByRole(AriaRole.Button, new() { Name = "公开", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已公开");
    }

    internal static async Task StepAsync(IPage page, string draft, string step, string? reason = null)
    {
        await page.GotoAsync(draft + "/process");
        var form = page.Locator("form.card").Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = step, Exact = true }) });
        if (reason is not null)
            await form.GetByLabel("原因").FillAsync(reason);
        await form.GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"已{step}");
    }

    private static async Task ImportAsync(IPage page, string draft, string name, byte[] content)
    {
        await page.GotoAsync(draft + "/import");
        await page.GetByLabel("文件（可以选几个）").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = content });
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并导入" }).ClickAsync();
    }

    // The sample as the office's template filled in, with one cell of the first line changed.
    private byte[] Workbook(string sample, string sheet, string column, string to)
    {
        var records = Records(sample);
        var data = office.Services.GetRequiredService<DataFolder>();
        var sheets = data.Sheets.Where(s => records.Any(r => r.Sheet == s.Name)).Select(s => new TemplateSheet(
            s.Name,
            [.. s.Fields.Select(f => new TemplateColumn(f.Name, f.Kind == Data.Workbench.FieldKind.Amount, null, f.Help))],
            [.. records.Where(r => r.Sheet == s.Name).Select((r, i) => s.Fields.Select(f => i == 0 && s.Name == sheet && f.Name == column ? to : r.Cells.GetValueOrDefault(f.Name, "")).ToArray())]));
        return TemplateWorkbook.Write([.. sheets], new Dictionary<string, IReadOnlyList<string>>());
    }

    private string Right(string sample) => Records(sample).First(r => r.Sheet == "预算支出").Cells["金额(元)"];

    private List<SheetRecord> Records(string sample)
    {
        var data = office.Services.GetRequiredService<DataFolder>();
        return [.. LedgerSheets.Of(LedgerLoader.Load(Path.Combine(Home.Find(), "samples", sample), data.Catalogue).Ledger!)];
    }
}
