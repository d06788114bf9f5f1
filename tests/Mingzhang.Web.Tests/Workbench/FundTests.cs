using System.Net;
using System.Text;
using Microsoft.Playwright;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Fund;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Assistance;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>The assistance fund and subsidised enrolment, as the office works with them. Every person and amount is made up.</summary>
public class FundTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Money_is_booked_seen_by_month_and_a_wrong_entry_is_booked_back()
    {
        var (department, _) = await office.DraftAsync(null);
        await AddAsync(department, "2024-01-02", FundKind.Opening, 1_200_000_00);
        await AddAsync(department, "2024-02-06", FundKind.Received, 3_000_000_00, FundLevel.Central);
        await AddAsync(department, "2024-03-21", FundKind.Interest, 4_321_98);
        await AddAsync(department, "2024-03-29", FundKind.Paid, 900_000_00);
        var page = await office.PageAsync(browser, "clerk");
        await page.GotoAsync($"{office.Url}/office/{department}");
        await page.GetByRole(AriaRole.Link, new() { Name = "医疗救助基金账" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("2024 年");
        await page.GetByLabel("日期").FillAsync("2024-04-15");
        await page.GetByLabel("事项").SelectOptionAsync("拨入");
        await page.GetByLabel("级次").SelectOptionAsync("区");
        await page.GetByLabel("金额").FillAsync("500000");
        await page.GetByLabel("凭证号").FillAsync("收-9");
        await page.GetByLabel("经部门预算拨入").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记：拨入区 500,000.00 元");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "各月收支" })).ToContainTextAsync("380.43");
        await page.GetByLabel("冲回 收-9 的原因").FillAsync("金额登记错误");
        await page.GetByRole(AriaRole.Button, new() { Name = "冲回 收-9", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已冲回");
        await LookAsync(page, $"/office/{department}/fund/2024", "fund");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Transfers_of_the_execution_stand_beside_receipts_of_the_fund_and_a_difference_is_explained()
    {
        var (department, lines) = await office.BooksAsync("hanyang-2023", 2023, "wuhan-2023-budget");
        var line = lines.First(l => l.Key.FunctionCode.StartsWith("21013", StringComparison.Ordinal)).Key;
        var clerk = await office.ActorAsync("clerk");
        var entry = new Core.Execution.ExecutionEntry(Core.Execution.EntryKind.Payment, new DateOnly(2023, 5, 30), "拨-1", line, 100_000_00, "财政专户", null, "拨救助资金");
        Assert.Equal(1, (await office.Desk.Execution.Posting.PostAsync(clerk, department, 2023, "文件", [new(1, () => new Dictionary<string, string>(), entry, null)], keepsBad: false, null, null, Cancellation)).Posted);
        var page = await office.PageAsync(browser, "clerk");
        await page.GotoAsync($"{office.Url}/office/{department}/fund/2023/reconciliation?Month=5");
        await Assertions.Expect(page.Locator(".remark")).ToContainTextAsync("拨出未到账");
        await page.GetByLabel("原因").FillAsync("月末在途，六月到账");
        await page.GetByRole(AriaRole.Button, new() { Name = "记下" }).ClickAsync();
        await Assertions.Expect(page.Locator(".remark")).ToContainTextAsync("月末在途，六月到账");
        await LookAsync(page, $"/office/{department}/fund/2023/reconciliation?Month=5", "reconciliation");
        Assert.Null(await office.Desk.Fund.AddAsync(clerk, department, new FundEntry(new DateOnly(2023, 6, 2), FundKind.Received, FundLevel.District, true, 100_000_00, "收-1", ""), Cancellation));
        await page.GotoAsync($"{office.Url}/office/{department}/fund/2023/reconciliation?Month=6");
        await Assertions.Expect(page.Locator(".good-news")).ToContainTextAsync("没有差异");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_list_of_who_is_enrolled_shows_coverage_and_who_is_missing_masked()
    {
        var (department, _) = await office.DraftAsync(null);
        var clerk = await office.ActorAsync("clerk");
        ListedIdentity[] list = [Listed("R0001", "低保对象"), Listed("R0002", "低保对象"), Listed("R0003", "特困人员")];
        Assert.Null((await office.Desk.Assistance.Persons.StoreAsync(clerk, department, "名单", list, [new Particulars("R0002", "赵某某", "42019919900101123X", null, null)], new DateOnly(2024, 1, 1), isWhole: true, Cancellation)).Refusal);
        var page = await office.PageAsync(browser, "clerk");
        await page.GotoAsync($"{office.Url}/office/{department}/enrolment/2024");
        await Assertions.Expect(page.Locator(".empty")).ToContainTextAsync("还没有 2024 年的参保名单");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "参保.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("人员编号\nR0001\nR0003\nR7777\n") });
        await page.GetByRole(AriaRole.Button, new() { Name = "导入" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已导入 3 人");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "低保对象 未参保" })).ToContainTextAsync("赵*");
        Assert.DoesNotContain("1990", await page.ContentAsync(), StringComparison.Ordinal);
        await LookAsync(page, $"/office/{department}/enrolment/2024", "enrolment");
        await page.Context.CloseAsync();
        using var client = await office.ClientAsync("clerk");
        var sheet = await client.GetStringAsync($"/office/{department}/enrolment/2024?handler=Missing", Cancellation);
        Assert.Contains("低保对象,R0002,赵*,420***********123X", sheet, StringComparison.Ordinal);
        Assert.Contains("clerk 于", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_work_sees_the_fund_and_books_nothing_and_who_keeps_one_unit_does_not_see_it()
    {
        var (department, _) = await office.DraftAsync(null);
        using var reviewer = await office.ClientAsync("reviewer");
        Assert.DoesNotContain("登记一笔", WebUtility.HtmlDecode(await reviewer.GetStringAsync($"/office/{department}/fund", Cancellation)), StringComparison.Ordinal);
        var answer = await reviewer.PostAsync($"/office/{department}/fund/2024?handler=Add", await OfficeFixture.FormAsync(reviewer, "/office/password", ("kind", "利息")), Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var viewer = await office.ClientAsync("viewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync($"/office/{department}/fund", Cancellation)).StatusCode);
        await office.AccountAsync("fundhalf", new Assignment(Role.Clerk, department, "021002"));
        using var half = await office.ClientAsync("fundhalf");
        Assert.Equal(HttpStatusCode.Forbidden, (await half.GetAsync($"/office/{department}/enrolment", Cancellation)).StatusCode);
    }

    // At desk and telephone; accessible at both.
    private async Task LookAsync(IPage page, string path, string name)
    {
        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.GotoAsync(office.Url + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            await WorkbenchPageTests.AccessibleAsync(browser, page);
            await Picture.TakeAsync(page, $"{name}-{width}");
        }

        await page.SetViewportSizeAsync(1280, 900);
    }

    private async Task AddAsync(int department, string on, FundKind kind, long fen, FundLevel? level = null) =>
        Assert.Null(await office.Desk.Fund.AddAsync(await office.ActorAsync("clerk"), department, new FundEntry(DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), kind, level, false, fen, "行-" + on, ""), Cancellation));

    private static ListedIdentity Listed(string person, string subject) => new(person, new Identity(subject, new DateOnly(2024, 1, 1), null, new DateOnly(2024, 1, 1)));
}
