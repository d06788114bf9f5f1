using System.Net;
using Microsoft.Playwright;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>A credit evaluation in the browser, from the first score to the correction.</summary>
public class CreditTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_institution_is_evaluated_explained_published_objected_and_corrected()
    {
        var (department, _) = await office.DraftAsync(null);
        var root = $"{office.Url}/office/{department}/credit?year=2024";
        var actor = await office.ActorAsync("clerk");
        var day = new DateOnly(2024, 3, 5);
        await office.Desk.Supervision.Institutions.TakeAsync(
            actor, department, [new("H420001", "某某医院", Core.Supervision.Institutions.InstitutionKind.Hospital, "三级", "示例路1号", "协1", day, null)], null, "名单", Cancellation);
        var institution = Assert.Single(await office.Desk.Supervision.Institutions.AllAsync(department, Cancellation)).Id;
        await office.Desk.Supervision.Inspections.AddAsync(
            actor, department,
            [new(institution, Core.Supervision.Inspections.InspectionKind.Routine, "甲、乙", null, day, "", [new("重复收费", false, "收两次", 1_000_00, 800_00), new("重复收费", false, "收三次", 500_00, 500_00), new("串换", false, "待认定", 900_00, null)])], Cancellation);
        var clerk = await office.PageAsync(browser, "clerk");
        await clerk.GotoAsync(root);
        await clerk.GetByLabel("按记录填哪一家").FillAsync("H420001");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "按检查和投诉填次数" }).ClickAsync();
        await Assertions.Expect(clerk.GetByLabel("机构名称")).ToHaveValueAsync("某某医院");
        // What was not confirmed takes no points.
        await Assertions.Expect(clerk.GetByLabel("重复收费 次数")).ToHaveValueAsync("2");
        await Assertions.Expect(clerk.GetByLabel("重复收费 依据")).ToHaveValueAsync("检查 2024-03-05");
        await Assertions.Expect(clerk.GetByLabel("串换项目 次数")).ToHaveValueAsync("0");
        await clerk.GetByLabel("重复收费 依据").FillAsync("");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "评价" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("“重复收费”要写明依据");
        await clerk.GetByLabel("重复收费 依据").FillAsync("检查 2024-7");
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "评价" }).ClickAsync();
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("合计 90 分，等级 A级");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("自己评的不能自己审核");
        var here = clerk.Url;
        var head = await office.PageAsync(browser, "head");
        await head.GotoAsync(here);
        await head.GetByRole(AriaRole.Button, new() { Name = "审核同意" }).ClickAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "公布" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已公布");
        await clerk.ReloadAsync();
        await clerk.GetByLabel("机构的异议").FillAsync("有一次已更正");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "记异议" }).ClickAsync();
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "credit-one");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "更正这个评价" }).ClickAsync();
        await clerk.GetByLabel("重复收费 次数").FillAsync("1");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "拟定更正" }).ClickAsync();
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("合计 95 分");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("更正以前的评价：90 分");
        await clerk.GotoAsync(root);
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "credit");
        await clerk.SetViewportSizeAsync(390, 844);
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "credit-390");
        await clerk.Context.CloseAsync();
        await head.Context.CloseAsync();
        var id = here.Split('/')[^1];
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.ClientAsync("stranger")).GetAsync($"/office/{department}/credit/{id}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.ClientAsync("viewer")).GetAsync($"/office/{department}/credit/{id}", Cancellation)).StatusCode);
    }
}
