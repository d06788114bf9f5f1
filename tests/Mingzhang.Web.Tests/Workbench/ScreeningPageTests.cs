using System.Net;
using Microsoft.Playwright;
using Mingzhang.Cli;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Details are screened on a page and a second person reviews the hits. Every line is made up.</summary>
public class ScreeningPageTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Example => Path.Combine(Home.Find(), "docs", "examples", "智能审核", "费用明细.csv");

    [Fact]
    public async Task Hits_wait_for_review_and_whoever_brought_them_in_does_not_decide()
    {
        var (department, _) = await office.DraftAsync(null);
        var path = $"{office.Url}/office/{department}/screening";
        var clerk = await office.PageAsync(browser, "clerk");
        await clerk.GotoAsync($"{office.Url}/office/{department}");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "智能审核" }).ClickAsync();
        await UploadAsync(clerk);
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("8 行明细，新命中 8 处");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Button, new() { Name = "列为疑点" })).ToHaveCountAsync(0);
        await UploadAsync(clerk);
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("新命中 0 处，以前已命中 8 处");
        // No page shows the person.
        Assert.DoesNotContain("P0002", await clerk.ContentAsync(), StringComparison.Ordinal);
        await clerk.Context.CloseAsync();

        var page = await office.PageAsync(browser, "reviewer");
        await page.GotoAsync(path);
        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 844);
            await WorkbenchPageTests.AccessibleAsync(browser, page);
            await Picture.TakeAsync(page, $"screening-{width}");
        }

        await page.SetViewportSizeAsync(1280, 900);
        var sex = page.Locator(".remark", new() { HasText = "SC-0301" });
        await sex.GetByRole(AriaRole.Button, new() { Name = "排除" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("排除要写明理由");
        await sex.GetByLabel("理由").FillAsync("登记性别有误，已核对病历");
        await sex.GetByRole(AriaRole.Button, new() { Name = "排除" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已排除");
        await page.Locator(".remark", new() { HasText = "SC-0201" }).GetByRole(AriaRole.Button, new() { Name = "列为疑点" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已列为疑点");
        await page.GotoAsync(path + "?State=%E5%B7%B2%E6%8E%92%E9%99%A4");
        await Assertions.Expect(page.Locator(".remark")).ToContainTextAsync("登记性别有误，已核对病历");
        await page.Context.CloseAsync();

        // What was accepted becomes an inspection by one click, and leads back.
        clerk = await office.PageAsync(browser, "clerk");
        await clerk.GotoAsync(path + "?State=%E5%88%97%E4%B8%BA%E7%96%91%E7%82%B9");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("定点机构名录里没有这个编码");
        await office.Desk.Supervision.Institutions.TakeAsync(
            await office.ActorAsync("clerk"), department, [new("H4202", "示例第一医院", Core.Supervision.Institutions.InstitutionKind.Hospital, "三级", "示例路1号", "协1", new DateOnly(2024, 1, 1), null)], null, "名单", Cancellation);
        await clerk.ReloadAsync();
        foreach (var width in new[] { 1280, 390 })
        {
            await clerk.SetViewportSizeAsync(width, 844);
            await WorkbenchPageTests.AccessibleAsync(browser, clerk);
            await Picture.TakeAsync(clerk, $"screening-accepted-{width}");
        }

        await clerk.GetByRole(AriaRole.Button, new() { Name = "转为检查" }).ClickAsync();
        await Assertions.Expect(clerk.Locator(".facts").First).ToContainTextAsync("已检查");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("智能审核 SC-0201");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("未认定");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "智能审核的疑点" }).ClickAsync();
        await Assertions.Expect(clerk.Locator(".remark")).ToContainTextAsync("已转为检查");
        await clerk.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_may_not_work_brings_nothing_in_and_who_may_not_review_decides_nothing()
    {
        var (department, _) = await office.DraftAsync(null);
        using var reviewer = await office.ClientAsync("reviewer");
        Assert.DoesNotContain("导入明细</h2>\n<form", WebUtility.HtmlDecode(await reviewer.GetStringAsync($"/office/{department}/screening", Cancellation)), StringComparison.Ordinal);
        using var clerk = await office.ClientAsync("clerk");
        var answer = await clerk.PostAsync($"/office/{department}/screening?handler=Decide", await OfficeFixture.FormAsync(clerk, "/office/password", ("hit", "1"), ("verdict", "accept")), Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using var viewer = await office.ClientAsync("viewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync($"/office/{department}/screening", Cancellation)).StatusCode);
    }

    private static async Task UploadAsync(IPage page)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(Example);
        await page.GetByRole(AriaRole.Button, new() { Name = "审核", Exact = true }).ClickAsync();
    }
}
