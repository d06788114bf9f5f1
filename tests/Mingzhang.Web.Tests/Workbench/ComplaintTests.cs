using System.Net;
using Microsoft.Playwright;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>A report in the browser, from its receipt to the reward, by the people whose step it is.</summary>
public class ComplaintTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_is_received_handled_reviewed_answered_and_rewarded()
    {
        var (department, _) = await office.DraftAsync(null);
        var root = $"{office.Url}/office/{department}/complaints";
        var clerk = await office.PageAsync(browser, "clerk");
        await clerk.GotoAsync($"{office.Url}/office/{department}");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "投诉举报" }).ClickAsync();
        await clerk.GetByLabel("渠道").SelectOptionAsync("举报");
        await clerk.GetByLabel("类别").SelectOptionAsync("药店违规");
        await clerk.GetByLabel("被反映对象").FillAsync("某某大药房");
        await clerk.GetByLabel("举报人姓名").FillAsync("司马某某");
        await clerk.GetByLabel("联系电话").FillAsync("13900005678");
        await clerk.GetByLabel("反映内容").FillAsync("司马某某看到药店串换药品");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("反映内容里有举报人的姓名");
        await clerk.GetByLabel("反映内容").FillAsync("药店串换药品，刷卡买保健品");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记");
        var here = clerk.Url;
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("司* 139****5678");
        await Assertions.Expect(clerk.Locator("main")).Not.ToContainTextAsync("司马");
        await clerk.GetByLabel("查看来件人的原因").FillAsync("核实线索");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("举报人 司马某某");

        await clerk.GotoAsync(here);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "受理", Exact = true }).ClickAsync();
        await clerk.GetByLabel("结果").SelectOptionAsync("查实");
        await clerk.GetByLabel("查实金额").FillAsync("60000");
        await clerk.GetByLabel("办理情况和拟答复").FillAsync("现场检查属实，已追回");
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "complaint-handling");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "送审" }).ClickAsync();
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("经办人不能审核自己的件");

        var head = await office.PageAsync(browser, "head");
        await head.GotoAsync(here);
        await Assertions.Expect(head.GetByLabel("查看来件人的原因")).ToHaveCountAsync(0);
        await head.GetByRole(AriaRole.Button, new() { Name = "同意" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已审核");

        await clerk.ReloadAsync();
        await clerk.GetByRole(AriaRole.Button, new() { Name = "记答复" }).ClickAsync();
        await clerk.GetByLabel("满意度").SelectOptionAsync("满意");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "记回访" }).ClickAsync();
        await clerk.GetByLabel("奖励等级").SelectOptionAsync("二级");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "申请奖励" }).ClickAsync();
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("案值 60000.00 元 × 2%（二级）= 1200.00 元，奖励 1200.00 元");
        await head.ReloadAsync();
        await head.GetByRole(AriaRole.Button, new() { Name = "批准" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已批准奖励");
        await clerk.ReloadAsync();
        await clerk.GetByLabel("凭证号", new() { Exact = true }).FillAsync("支-12-0031");
        await clerk.GetByLabel("从哪条指标支付").SelectOptionAsync("0");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "支付", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("账上还没有这张凭证");
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "complaint-done");
        await clerk.SetViewportSizeAsync(390, 844);
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "complaint-done-390");

        // The list counts it.
        await clerk.SetViewportSizeAsync(1280, 900);
        await clerk.GotoAsync(root, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("100%");
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "complaints");
        await clerk.SetViewportSizeAsync(390, 844);
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "complaints-390");

        // And so does the bulletin of the quarter.
        var today = Mingzhang.Web.Workbench.Clock.Today(TimeProvider.System);
        await clerk.GotoAsync($"{office.Url}/office/{department}/bulletin?year={today.Year}&quarter={((today.Month - 1) / 3) + 1}");
        await Assertions.Expect(clerk.Locator("article")).ToContainTextAsync("本季度收到信访、热线、举报和投诉1件，上年同期0件；答复1件，其中按期1件");
        await Assertions.Expect(clerk.Locator("article")).ToContainTextAsync("批准举报奖励1件、1200.00元，已支付1件");
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "bulletin-390");
        var word = await clerk.Context.APIRequest.GetAsync(clerk.Url + "&handler=Word");
        Assert.Equal(200, word.Status);
        if (Environment.GetEnvironmentVariable("MINGZHANG_PICTURES") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, "bulletin.docx"), await word.BodyAsync(), Cancellation);
        await clerk.Context.CloseAsync();
        await head.Context.CloseAsync();
    }

    [Fact]
    public async Task A_report_leads_to_an_inspection_changes_hands_and_its_reward_is_booked()
    {
        var (department, _) = await YearOfExecution.BeginAsync(office);
        var (clerk, head) = (await office.ActorAsync("clerk"), await office.ActorAsync("head"));
        var data = (Mingzhang.Data.DataFolder)office.Services.GetService(typeof(Mingzhang.Data.DataFolder))!;
        var start = new DateOnly(2023, 3, 6);
        await office.Desk.Supervision.Institutions.TakeAsync(clerk, department, [new("P1", "示例大药房", Core.Supervision.Institutions.InstitutionKind.Pharmacy, "", "示例路1号", "协1", start, null)], null, "名单", Cancellation);
        var (id, problem) = await office.Desk.Complaints.ReceiveAsync(clerk, department, new Core.Complaints.Complaint("", "举报", start, "药店违规", "示例大药房", "串换药品"), "司马某某", null, data.Complaints, data.Calendar, Cancellation);
        Assert.Null(problem);
        Assert.Null(await office.Desk.Complaints.AcceptAsync(clerk, department, id, 1, true, start, null, data.Complaints, data.Calendar, Cancellation));
        var here = $"{office.Url}/office/{department}/complaints/{id}";
        var page = await office.PageAsync(browser, "clerk");
        await page.GotoAsync(here);
        await page.GetByText("关联检查，或由这一件发起检查").ClickAsync();
        // The institution that is named is filled in.
        await Assertions.Expect(page.GetByLabel("机构编码")).ToHaveValueAsync("P1 示例大药房");
        await page.GetByLabel("检查人员").FillAsync("甲、乙");
        await page.GetByRole(AriaRole.Button, new() { Name = "发起检查" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "示例大药房 专项检查" }).ClickAsync();
        await Assertions.Expect(page.Locator(".facts")).ToContainTextAsync("TS2023-00001 举报");
        await page.GetByRole(AriaRole.Link, new() { Name = "TS2023-00001" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(here);
        Assert.Null(await office.Desk.Complaints.SubmitAsync(clerk, department, id, 3, start, "查实", "属实", 60_000_00, data.Complaints, Cancellation));
        Assert.Null(await office.Desk.Complaints.ReviewAsync(head, department, id, 4, start, true, null, Cancellation));
        Assert.Null(await office.Desk.Complaints.Rewards.ProposeAsync(clerk, department, id, "二级", data.Complaints.Reward, Cancellation));
        var reward = Assert.Single((await office.Desk.Complaints.FindAsync(department, id, Cancellation))!.Rewards).Id;
        Assert.Null(await office.Desk.Complaints.Rewards.DecideAsync(head, department, reward, true, start, null, Cancellation));
        await page.GotoAsync(here);
        await page.GetByLabel("支付日期").FillAsync("2023-04-03");
        await page.GetByLabel("凭证号", new() { Exact = true }).FillAsync("支-举报-1");
        await page.GetByLabel("从哪条指标支付").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await WorkbenchPageTests.AccessibleAsync(browser, page);
        await Picture.TakeAsync(page, "complaint-pay");
        await page.GetByRole(AriaRole.Button, new() { Name = "支付", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已入账");
        await page.GetByRole(AriaRole.Link, new() { Name = "看账" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("举报奖励 TS2023-00001");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Steps_are_for_those_whose_they_are_and_others_find_nothing()
    {
        var (department, _) = await office.DraftAsync(null);
        var data = (Mingzhang.Data.DataFolder)office.Services.GetService(typeof(Mingzhang.Data.DataFolder))!;
        var (id, problem) = await office.Desk.Complaints.ReceiveAsync(
            await office.ActorAsync("clerk"), department, new Core.Complaints.Complaint("", "信访", new DateOnly(2024, 3, 4), "待遇报销", "", "报销慢"), null, null, data.Complaints, data.Calendar, Cancellation);
        Assert.Null(problem);
        var here = $"/office/{department}/complaints/{id}";
        var head = await office.ClientAsync("head");
        var form = await OfficeFixture.FormAsync(head, $"/office/{department}/complaints?year=2024", ("seen", "1"), ("on", "2024-03-05"));
        Assert.Equal(HttpStatusCode.Forbidden, (await head.PostAsync(here + "?handler=Accept", form, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.ClientAsync("viewer")).GetAsync(here, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.ClientAsync("stranger")).GetAsync(here, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.ClientAsync("clerk")).GetAsync($"/office/{office.Own}/complaints/{id}", Cancellation)).StatusCode);
    }
}
