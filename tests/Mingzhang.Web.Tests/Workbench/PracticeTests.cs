using Microsoft.Playwright;
using Mingzhang.Core.Office;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>The guided first budget: a newcomer without any role practises from the mistake to the publication, and nothing becomes public.</summary>
public class PracticeTests(OfficeFixture office, BrowserFixture browser)
{
    [Fact]
    public async Task A_newcomer_goes_through_all_steps_of_the_practice()
    {
        await office.AccountAsync("learner");
        var page = await office.PageAsync(browser, "learner", 1440);
        await page.GetByRole(AriaRole.Link, new() { Name = "新手练习" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始练习" }).ClickAsync();
        await DoneAsync(page, 0);
        await page.GetByRole(AriaRole.Link, new() { Name = "改正填错的功能科目" }).ClickAsync();
        Assert.SkipWhen(await page.Locator(".told.bad").CountAsync() > 0, "npm 没有取到 tabulator-tables");
        await page.Locator("html[data-audited]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await GridTests.TypeAsync(page, 0, "功能科目", "2101501");
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("审核发现", new() { Timeout = 30_000 });
        await DoneAsync(page, 2);
        await Picture.TakeAsync(page, "guide-practice");
        await page.GetByRole(AriaRole.Link, new() { Name = "把不平的数改平" }).ClickAsync();
        await page.Locator("html[data-audited]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await GridTests.TypeAsync(page, 1, "金额(元)", "258700");
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        // The gap leads to the cell where the reason belongs.
        var link = page.Locator(".live section").Filter(new() { HasText = "公开前还缺" }).Locator(".to-cell").First;
        await link.ClickAsync(new() { Timeout = 30_000 });
        await page.Locator("html[data-at$=增减原因]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await GridTests.IntoAsync(page, "减少项目支出");
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("都对上了", new() { Timeout = 30_000 });
        await DoneAsync(page, 4);
        var root = (await page.GetByRole(AriaRole.Link, new() { Name = "看编制稿" }).GetAttributeAsync("href"))![..^"/document".Length];
        var draft = office.Url + root;
        foreach (var (step, reason) in new (string, string?)[] { ("送审", null), ("审核退回", "再看一遍"), ("送审", null), ("审核通过", null), ("签发", null) })
            await WholeYearTests.StepAsync(page, draft, step, reason);
        await FillAsync(page, draft, "下达控制数", ("文号", "某财预〔2023〕1号"), ("支出控制数", "20000000"));
        foreach (var step in new[] { "送审", "审核通过", "签发" })
            await WholeYearTests.StepAsync(page, draft, step);
        await FillAsync(page, draft, "批复", ("批复文号", "某财预〔2024〕2号"), ("批复日期", "2024-02-01"));
        await WholeYearTests.PublishAsync(page, draft, "2024-02-10", null);
        await DoneAsync(page, 12);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("都做完了");
        await Picture.TakeAsync(page, "practice-done");

        // Nobody else sees any of it.
        using var anybody = await office.ClientAsync(null);
        Assert.DoesNotContain("练习", await anybody.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anybody.GetAsync($"/disclosures/{Uri.EscapeDataString(Practice.NameFor("learner"))}/2024/budget", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anybody.GetAsync($"/disclosures/{Uri.EscapeDataString(Practice.NameFor("learner"))}/2024/budget/versions", TestContext.Current.CancellationToken)).StatusCode);
        using var other = await office.ClientAsync("clerk");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await other.GetAsync(root, TestContext.Current.CancellationToken)).StatusCode);
        await page.Context.CloseAsync();
    }

    private async Task DoneAsync(IPage page, int steps)
    {
        await page.GotoAsync(office.Url + "/office/practice");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"已做 {steps} 步，共 12 步");
    }

    private static async Task FillAsync(IPage page, string draft, string step, params (string Label, string Text)[] fields)
    {
        await page.GotoAsync(draft + "/process");
        var form = page.Locator("form.card").Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = step, Exact = true }) });
        foreach (var (label, text) in fields)
            await form.GetByLabel(label).FillAsync(text);
        await form.GetByRole(AriaRole.Button, new() { Name = step, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync($"已{step}");
    }
}
