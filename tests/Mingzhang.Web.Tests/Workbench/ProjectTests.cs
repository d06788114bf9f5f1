using Microsoft.Playwright;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Projects: their whole form on a page, carried over with one click, indicators from the library.</summary>
public class ProjectTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_of_last_year_comes_with_one_click_and_shows_its_whole_form()
    {
        var (department, _) = await office.DraftAsync("jiangan-2024", 2024, "jiangan-2024-budget");
        var units = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>();
        var (draft, refusal) = await office.Desk.Drafts.BeginAsync(await office.ActorAsync("clerk"), department, 2025, "jiangan-2024-budget", units, Cancellation);
        Assert.Null(refusal);
        var page = await office.PageAsync(browser, "clerk");
        await page.GotoAsync($"{office.Url}/office/{department}/drafts/{draft}/projects");
        await page.GetByRole(AriaRole.Button, new() { Name = "带过来：医保资金监管经费" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已带过来");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("医保资金监管经费");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "绩效指标" })).ToContainTextAsync("政策宣传知晓率");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "绩效资金" })).ToContainTextAsync("2024");
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("与申报数相符");
        await Picture.TakeAsync(page, "guide-project");
        var records = await RecordsAsync(draft);
        Assert.Contains(records, r => r is { Sheet: "预算支出" } && r["金额(元)"] == "50000.00");
        Assert.DoesNotContain(records, r => r.Sheet == "绩效指标" && (r["上年"].Length > 0 || r["实际"].Length > 0));
        // Once here, it is not offered again; the way leads to its records.
        await page.GotoAsync($"{office.Url}/office/{department}/drafts/{draft}/projects");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "带过来：医保资金监管经费" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "医保资金监管经费" }).ClickAsync();
        await page.Locator("h2", new() { HasText = "绩效指标" }).GetByRole(AriaRole.Link).ClickAsync();
        await page.Locator("html[data-at]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        // From the library into the goals of the project.
        await page.GetByRole(AriaRole.Button, new() { Name = "显示全部" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "从指标库选" }).ClickAsync();
        await page.GetByLabel("给哪个项目").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("查找").Last.FillAsync("满意度");
        var before = records.Count(r => r.Sheet == "绩效指标");
        await page.Locator("#library-items input[type=checkbox]").First.CheckAsync();
        await Picture.TakeAsync(page, "guide-library");
        await page.GetByRole(AriaRole.Button, new() { Name = "加入选中的" }).ClickAsync();
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        var added = (await RecordsAsync(draft)).Where(r => r.Sheet == "绩效指标").ToList();
        Assert.Equal(before + 1, added.Count);
        Assert.Equal(("满意度指标", "年度", records.First(r => r.Sheet == "项目")["编码"]), (added[^1]["一级指标"], added[^1]["期限"], added[^1]["项目编码"]));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_keeps_one_unit_is_offered_no_project_of_another()
    {
        var (department, _) = await office.DraftAsync("jiangan-2024", 2024, "jiangan-2024-budget");
        var (draft, _) = await office.Desk.Drafts.BeginAsync(
            await office.ActorAsync("clerk"), department, 2025, "jiangan-2024-budget", new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(), Cancellation);
        await office.AccountAsync("half", new Assignment(Role.Clerk, department, "021002"));
        using var client = await office.ClientAsync("half");
        var path = $"/office/{department}/drafts/{draft}/projects";
        Assert.DoesNotContain("医保资金监管经费", await client.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        var answer = await client.PostAsync(path + "?handler=Carry", await OfficeFixture.FormAsync(client, "/office/password", ("code", "42010224021T000000103")), Cancellation);
        Assert.Contains("不能填", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Empty(await RecordsAsync(draft));
    }

    private async Task<IReadOnlyList<DraftRecord>> RecordsAsync(int draft) => (await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records;
}
