using Microsoft.Playwright;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>What the grid does beside plain typing: rows put between others, calculations reckoned, the way from a finding to its cell, reasons that no longer fit.</summary>
public class LiveTests(OfficeFixture office, BrowserFixture browser)
{
    private const string Lines = "预算支出", Amount = "金额(元)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_is_put_between_others_and_stays_there()
    {
        var (page, draft) = await OpenAsync("职责", "hanyang-2023", "wuhan-2023-budget", 2023);
        var before = (await RecordsAsync(draft, "职责")).Select(r => r["职责"]).ToList();
        await GridTests.CellAsync(page, 2, "职责").ClickAsync();
        await page.Locator("#insert-row").ClickAsync();
        await page.Locator("#grid input").WaitForAsync();
        await page.Keyboard.TypeAsync("夹在中间的职责");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        Assert.Equal([.. before.Take(2), "夹在中间的职责", .. before.Skip(2)], (await RecordsAsync(draft, "职责")).Select(r => r["职责"]));
        // What is removed comes back to its place.
        await GridTests.CellAsync(page, 1, "职责").ClickAsync();
        await page.Locator("#remove-rows").ClickAsync();
        await WaitAsync(async () => (await RecordsAsync(draft, "职责")).Count == before.Count);
        await page.Locator("#undo").ClickAsync();
        await WaitAsync(async () => (await RecordsAsync(draft, "职责")).Count == before.Count + 1);
        Assert.Equal(before[1], (await RecordsAsync(draft, "职责"))[1]["职责"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_calculation_is_reckoned_while_it_is_typed_and_compared_with_the_request()
    {
        var (page, draft) = await OpenAsync("项目测算", "jiangan-2024", "jiangan-2024-budget", 2024);
        await GridTests.CellAsync(page, 0, "测算依据").ClickAsync();
        await page.Keyboard.TypeAsync("3300 元/月 × 12 月");
        await Assertions.Expect(page.Locator("#reckoned")).ToContainTextAsync("39,600 元");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        await Assertions.Expect(GridTests.CellAsync(page, 0, "_算得(元)")).ToHaveTextAsync("39,600.00");
        await GridTests.CellAsync(page, 0, "测算依据").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "把 39,600.00 填入金额(元)" }).ClickAsync();
        await WaitAsync(async () => (await RecordsAsync(draft, "项目测算"))[0][Amount] == "39600.00");
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("测算合计 39,600.00 元，申报 13,610,000.00 元，相差 -13,570,400.00 元");
        await Picture.TakeAsync(page, "guide-calculation");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task From_a_finding_the_way_leads_to_its_cells()
    {
        var (page, draft) = await OpenAsync(Lines, "hanyang-2023", "wuhan-2023-budget", 2023);
        await GridTests.TypeAsync(page, 0, "功能科目", "2101500");
        var link = page.Locator(".live section").Filter(new() { HasText = "本表填报错误" }).Locator(".to-cell").First;
        await link.WaitForAsync();
        await GridTests.CellAsync(page, 3, Amount).ClickAsync();
        await link.ClickAsync();
        var first = (await RecordsAsync(draft, Lines))[0].Id;
        await page.Locator($"html[data-at=\"{first}/功能科目\"]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("#undo").ClickAsync();
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("都对上了", new() { Timeout = 20_000 });
        // A relation that breaks leads to the lines that its figure adds up, from the overview as well.
        await GridTests.TypeAsync(page, 0, Amount, "500000");
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("审核发现", new() { Timeout = 20_000 });
        await page.GotoAsync(page.Url[..page.Url.IndexOf("/sheets", StringComparison.Ordinal)]);
        await page.Locator(".finding a").First.ClickAsync();
        await page.Locator("html[data-at]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Assertions.Expect(page.Locator("#only")).ToContainTextAsync("只显示有关的");
        await Picture.TakeAsync(page, "guide-jump");
        await page.GetByRole(AriaRole.Button, new() { Name = "显示全部" }).ClickAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reason_that_no_longer_fits_is_kept_and_marked()
    {
        var (page, draft) = await OpenAsync("上年数", "jiangan-2024", "jiangan-2024-budget", 2024);
        var records = await RecordsAsync(draft, "上年数");
        var at = records.ToList().FindIndex(r => r["事项"] == "项目支出");
        var reason = records[at]["增减原因"];
        Assert.DoesNotContain("原因与数对不上", await page.Locator(".live").InnerTextAsync(), StringComparison.Ordinal);
        // Last year's figure falls below this year's: what was a reason of decline no longer fits.
        await GridTests.TypeAsync(page, at, "上年数(元)", "1000000");
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("原因与数对不上", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("“项目支出”现在比上年增加");
        await Assertions.Expect(GridTests.CellAsync(page, at, "增减原因")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("stale"));
        Assert.Equal(reason, (await RecordsAsync(draft, "上年数"))[at]["增减原因"]);
        await Picture.TakeAsync(page, "guide-kept");
        await page.GotoAsync(page.Url[..page.Url.IndexOf("/sheets", StringComparison.Ordinal)]);
        await page.GetByRole(AriaRole.Link, new() { Name = "“项目支出”现在比上年增加" }).ClickAsync();
        await page.Locator($"html[data-at=\"{records[at].Id}/增减原因\"]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Context.CloseAsync();
    }

    private async Task<(IPage Page, int Draft)> OpenAsync(string sheet, string sample, string edition, int year)
    {
        var (department, draft) = await office.DraftAsync(sample, year, edition);
        var page = await office.PageAsync(browser, "clerk", 1440);
        // What goes wrong in the script is told with the test.
        page.PageError += (_, e) => TestContext.Current.TestOutputHelper?.WriteLine(e);
        await page.GotoAsync($"{office.Url}/office/{department}/drafts/{draft}/sheets/{sheet}");
        Assert.SkipWhen(await page.Locator(".told.bad").CountAsync() > 0, "npm 没有取到 tabulator-tables");
        await page.Locator("html[data-audited]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return (page, draft);
    }

    private static async Task WaitAsync(Func<Task<bool>> test)
    {
        for (var i = 0; !await test(); i++)
        {
            Assert.True(i < 100, "It did not come about.");
            await Task.Delay(100, Cancellation);
        }
    }

    private async Task<IReadOnlyList<DraftRecord>> RecordsAsync(int draft, string sheet) =>
        [.. (await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records.Where(r => r.Sheet == sheet)];
}
