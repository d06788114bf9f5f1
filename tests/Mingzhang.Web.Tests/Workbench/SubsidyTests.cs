using System.Net;
using Microsoft.Playwright;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Fiscal subsidies are reckoned on a page and become calculations of a project.</summary>
public class SubsidyTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subsidy_is_reckoned_step_by_step_written_into_the_draft_and_replaced_when_reckoned_anew()
    {
        var (department, draft) = await office.DraftAsync("jiangan-2024", 2024, "jiangan-2024-budget");
        var page = await office.PageAsync(browser, "clerk");
        await page.GotoAsync($"{office.Url}/office/{department}/drafts/{draft}/projects");
        await page.GetByRole(AriaRole.Link, new() { Name = "财政补助计算" }).ClickAsync();
        await ReckonAsync(page, "316530", "1000000");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "计算步骤" })).ToContainTextAsync("316530 人 × 670 元/人 × 10%");
        await Assertions.Expect(page.Locator("tfoot")).ToContainTextAsync("20,207,510.00");
        await Picture.TakeAsync(page, "subsidy-steps");
        await page.SetViewportSizeAsync(390, 844);
        await WorkbenchPageTests.AccessibleAsync(browser, page);
        await Picture.TakeAsync(page, "subsidy-steps-390");
        await page.SetViewportSizeAsync(1280, 900);
        await page.GetByLabel("写进项目").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "写入项目测算" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已写入项目测算 2 行，合计 20,207,510.00 元");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "项目测算" })).ToContainTextAsync("316530 人 × 670 元/人 × 10%");
        Assert.Equal(["21207510.00", "-1000000.00"], (await LinesAsync(draft)).Select(l => l["金额(元)"]));

        await page.GotoAsync($"{office.Url}/office/{department}/drafts/{draft}/subsidies");
        await ReckonAsync(page, "320000", "0");
        await page.GetByLabel("写进项目").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByRole(AriaRole.Button, new() { Name = "写入项目测算" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("原来的 2 行已替换");
        Assert.Equal("21440000.00", Assert.Single(await LinesAsync(draft))["金额(元)"]);
        Assert.Contains(await office.Desk.Trail.HeadsAsync(department, draft, 5, Cancellation), t => t.Act == "修改" && t.Subject == "项目测算");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_figure_that_is_no_number_is_named_at_its_field_and_nothing_is_reckoned()
    {
        var (department, draft) = await office.DraftAsync(null, 2024, "jiangan-2024-budget");
        using var client = await office.ClientAsync("clerk");
        var text = WebUtility.HtmlDecode(await client.GetStringAsync($"/office/{department}/drafts/{draft}/subsidies?Formula=0&v=%E4%B8%89%E5%8D%81%E4%B8%87&v=0", Cancellation));
        Assert.Contains("“三十万”不是数字", text, StringComparison.Ordinal);
        Assert.DoesNotContain("计算步骤", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_edit_reckons_but_writes_nothing()
    {
        var (department, draft) = await office.DraftAsync("jiangan-2024", 2024, "jiangan-2024-budget");
        using var client = await office.ClientAsync("viewer");
        var path = $"/office/{department}/drafts/{draft}/subsidies?Formula=0&v=10&v=0";
        Assert.DoesNotContain("写入项目测算", WebUtility.HtmlDecode(await client.GetStringAsync(path, Cancellation)), StringComparison.Ordinal);
        var answer = await client.PostAsync(path, await OfficeFixture.FormAsync(client, "/office/password", ("project", "x")), Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static async Task ReckonAsync(IPage page, string persons, string advanced)
    {
        await page.GetByLabel("参保人数").FillAsync(persons);
        await page.GetByLabel("已预拨资金").FillAsync(advanced);
        await page.GetByRole(AriaRole.Button, new() { Name = "计算" }).First.ClickAsync();
    }

    private async Task<IReadOnlyList<DraftRecord>> LinesAsync(int draft) =>
        [.. (await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records.Where(r => r.Sheet == "项目测算" && r["项目活动"].StartsWith("城乡居民基本医疗保险区级财政补助", StringComparison.Ordinal))];
}
