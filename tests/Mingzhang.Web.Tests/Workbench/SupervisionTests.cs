using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.Playwright;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Cases;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Supervision of the fund as the office does it: from the list of institutions to a closed case.</summary>
public class SupervisionTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_list_by_a_draw_to_a_closed_case_that_its_handler_could_not_approve()
    {
        var (department, _) = await office.DraftAsync(null);
        var root = $"{office.Url}/office/{department}/supervision";
        var page = await office.PageAsync(browser, "clerk");

        // The list: mistakes first, then differences, then the register.
        await page.GotoAsync($"{root}/import");
        await Upload(page, "机构编码,机构名称,类别,级别,签约日期\nH1,示例医院,医院,三甲,2024-01-01\nP1,示例药房,杂货店,,昨天\n");
        await Assertions.Expect(page.GetByText("名单里有 2 处错误")).ToBeVisibleAsync();
        await Upload(page, "机构编码,机构名称,类别,级别,签约日期\nH1,示例医院,医院,三甲,2024-01-01\nP1,示例药房,药店,,2024-01-01\n");
        await Assertions.Expect(page.GetByText("和名录的差异")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "存入名录" }).ClickAsync();
        await Assertions.Expect(page.GetByText("新增 2 家")).ToBeVisibleAsync();

        // The draw.
        await page.GotoAsync($"{root}/plan");
        await page.GetByText("新的抽取").ClickAsync();
        await page.GetByLabel("名称").FillAsync("医院抽查");
        await page.GetByLabel("种子", new() { Exact = false }).First.FillAsync("2024年第1号公告");
        await page.GetByLabel("种子的来源").FillAsync("局网站");
        await page.GetByLabel("检查人员（一行一名）").FillAsync("甲\n乙\n丙");
        await page.GetByLabel("回避").FillAsync("甲 H1 亲属任职");
        await page.GetByRole(AriaRole.Button, new() { Name = "抽取" }).ClickAsync();
        await Assertions.Expect(page.GetByText("核对一致")).ToBeVisibleAsync();
        Assert.DoesNotContain("甲", await page.Locator("table.list").First.InnerTextAsync(), StringComparison.Ordinal);

        // The inspection with a finding and its evidence.
        await page.GetByRole(AriaRole.Link, new() { Name = "待检查" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("检查完成已登记")).ToBeVisibleAsync();
        await page.GetByLabel("发现金额（元）").FillAsync("12,000.50");
        await page.GetByLabel("情况", new() { Exact = true }).FillAsync("同一项目收费两次");
        await page.Locator("select[name=violation]").SelectOptionAsync("重复收费");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("问题已登记")).ToBeVisibleAsync();
        await page.GetByLabel("认定金额（元）").FillAsync("12000.51");
        await page.GetByRole(AriaRole.Button, new() { Name = "认定" }).ClickAsync();
        await Assertions.Expect(page.GetByText("大于发现金额")).ToBeVisibleAsync();
        await page.GetByLabel("认定金额（元）").FillAsync("10000");
        await page.GetByRole(AriaRole.Button, new() { Name = "认定" }).ClickAsync();
        await page.GetByText("证据（0）").ClickAsync();
        await page.Locator("section.card input[type=file]").SetInputFilesAsync(new FilePayload { Name = "笔录.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("现场笔录") });
        await page.Locator("section.card").GetByRole(AriaRole.Button, new() { Name = "加附件" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已加 1 个附件")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("证据（1）")).ToBeVisibleAsync();

        // The case: the handler goes as far as telling the institution.
        await page.GetByRole(AriaRole.Button, new() { Name = "立案" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已立案，您是经办人")).ToBeVisibleAsync();
        var address = page.Url;
        await Step(page, "调查终结");
        await Step(page, "已告知");
        await Assertions.Expect(page.GetByText("您是经办人，这一步由别人办")).ToBeVisibleAsync();

        // A letter says what it lacks instead of printing blanks.
        await page.Locator("#letters select").SelectOptionAsync("行政处罚事先告知书");
        await page.GetByRole(AriaRole.Button, new() { Name = "出 Word" }).ClickAsync();
        await Assertions.Expect(page.GetByText("还缺：文号、拟处理内容、陈述申辩期限、成文日期")).ToBeVisibleAsync();
        await page.GetByLabel("文号").FillAsync("医保罚告〔2024〕1号");
        await page.GetByLabel("成文日期").FillAsync("2024-06-01");
        await page.GetByLabel("拟处理内容").FillAsync("责令退回、罚款");
        await page.GetByLabel("陈述申辩期限").FillAsync("2024年6月6日");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "出 Word" }).ClickAsync());
        await using (var word = await download.CreateReadStreamAsync())
        {
            using var memory = new MemoryStream();
            await word.CopyToAsync(memory, Cancellation);
            using var zip = new ZipArchive(memory);
            using var text = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
            var content = await text.ReadToEndAsync(Cancellation);
            Assert.Contains("医保罚告〔2024〕1号", content, StringComparison.Ordinal);
            Assert.Contains("10,000.00 × 2 = 20,000.00 元", content, StringComparison.Ordinal);
            Assert.DoesNotContain("{", content, StringComparison.Ordinal);
        }

        // Others review and decide, within the bounds.
        var head = await office.PageAsync(browser, "head");
        await head.GotoAsync(address);
        await Step(head, "审核通过");
        await head.Locator("input[value=责令退回]").CheckAsync();
        await head.Locator("input[value=罚款]").CheckAsync();
        await head.GetByLabel("罚款（元）").FillAsync("20000.01");
        await Step(head, "作出决定");
        await Assertions.Expect(head.GetByText("超过上限")).ToBeVisibleAsync();
        await Assertions.Expect(head.Locator("input[value=责令退回]")).ToBeCheckedAsync();
        await head.GetByLabel("罚款（元）").FillAsync("10000");
        await Step(head, "作出决定");
        await Assertions.Expect(head.Locator(".rail [aria-current=step]")).ToHaveTextAsync("决定");

        // The money, and the end.
        await page.GotoAsync(address);
        foreach (var (kind, voucher) in new[] { ("退回基金", "收-101"), ("罚款", "收-102") })
        {
            await page.Locator("select[name=kind]").SelectOptionAsync(kind);
            await page.GetByLabel("金额（元）", new() { Exact = true }).FillAsync("10000");
            await page.GetByLabel("凭证号").FillAsync(voucher);
            await page.GetByRole(AriaRole.Button, new() { Name = "登记到账" }).ClickAsync();
            await Assertions.Expect(page.GetByText("到账已登记")).ToBeVisibleAsync();
        }

        await Step(page, "执行完毕");
        await head.GotoAsync(address);
        await Step(head, "结案");
        var closed = Assert.Single(await office.Desk.Supervision.Cases.AllAsync(department, Cancellation));
        Assert.Equal((CaseStep.Closed, 10_000_00L, 10_000_00L), (closed.Step, closed.RecoveredFen, closed.FinePaidFen));
        Assert.Null((await office.Desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task Roles_without_the_right_see_nothing_and_reviewers_change_nothing()
    {
        var district = await SupervisedDistrict.BeginAsync(office);
        string[] addresses = [district.Root, $"{district.Root}/institutions", $"{district.Root}/plan", $"{district.Root}/draws/{district.Draw}", $"{district.Root}/inspections/{district.Inspection}", $"{district.Root}/cases/{district.Case}", $"/office/{district.Department}/attachments/{Uri.EscapeDataString("案件")}/{district.Case}"];
        using var viewer = await office.ClientAsync("viewer");
        using var stranger = await office.ClientAsync("stranger");
        using var reviewer = await office.ClientAsync("reviewer");
        foreach (var address in addresses)
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync(address, Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address, Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await reviewer.GetAsync(address, Cancellation)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GetAsync($"{district.Root}/import", Cancellation)).StatusCode);
        var inspection = $"{district.Root}/inspections/{district.Inspection}";
        foreach (var handler in new[] { "Done", "Find", "Confirm", "Receive", "Open", "Cancel" })
            Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.PostAsync($"{inspection}?handler={handler}", await OfficeFixture.FormAsync(reviewer, $"/office/{district.Department}"), Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.PostAsync($"/office/{district.Department}/attachments/{Uri.EscapeDataString("案件")}/{district.Case}?handler=Upload", await OfficeFixture.FormAsync(reviewer, $"/office/{district.Department}"), Cancellation)).StatusCode);
        // The case waits for the head's decision: neither its handler nor the reviewer takes it.
        foreach (var name in new[] { "clerk", "reviewer" })
        {
            using var client = await office.ClientAsync(name);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync($"{district.Root}/cases/{district.Case}?handler=Move", await OfficeFixture.FormAsync(client, $"/office/{district.Department}", ("to", "决定"), ("on", "2024-01-01"), ("fine", "1")), Cancellation)).StatusCode);
        }
    }

    [Fact]
    public async Task A_file_is_saved_by_the_browser_and_runs_nothing()
    {
        var district = await SupervisedDistrict.BeginAsync(office);
        var owner = new Storage.Attachments.AttachmentOwner(district.Department, "案件", district.Case);
        Assert.Null(await office.Desk.Attachments.AddAsync(await office.ActorAsync("clerk"), owner, "笔录.html", null, "<script>alert(1)</script>"u8.ToArray(), Cancellation));
        var id = (await office.Desk.Attachments.OfAsync(owner, Cancellation))[0].Id;
        using var client = await office.ClientAsync("reviewer");
        var path = $"/office/{district.Department}/attachments/{Uri.EscapeDataString("案件")}/{district.Case}?handler=File&file=";
        var answer = await client.GetAsync(path + id, Cancellation);
        Assert.Equal(("attachment", "text/plain"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("笔录.html.txt", answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path + (id + 1), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_case_is_handed_over_by_its_handler_or_the_head_and_the_page_says_who_may_not_approve()
    {
        var district = await SupervisedDistrict.BeginAsync(office);
        var here = $"{district.Root}/cases/{district.Case}";
        (string, string)[] fields = [("to", "clerk2"), ("on", $"{Mingzhang.Web.Workbench.Clock.Today(TimeProvider.System):yyyy-MM-dd}"), ("reason", "轮岗")];
        using var reviewer = await office.ClientAsync("reviewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.PostAsync(here + "?handler=HandOver", await OfficeFixture.FormAsync(reviewer, "/office/password", fields), Cancellation)).StatusCode);
        using var clerk = await office.ClientAsync("clerk");
        Assert.Equal(HttpStatusCode.Redirect, (await clerk.PostAsync(here + "?handler=HandOver", await OfficeFixture.FormAsync(clerk, here, fields), Cancellation)).StatusCode);
        var page = WebUtility.HtmlDecode(await clerk.GetStringAsync(here, Cancellation));
        Assert.Contains("clerk 移交 clerk2：轮岗", page, StringComparison.Ordinal);
        Assert.Contains("您经办过这个案件", page, StringComparison.Ordinal);
        // It is no longer the first handler's to hand over.
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.PostAsync(here + "?handler=HandOver", await OfficeFixture.FormAsync(clerk, "/office/password", fields), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Who_has_one_unit_only_sees_nothing_of_supervision()
    {
        var district = await SupervisedDistrict.BeginAsync(office);
        await office.AccountAsync("supervision-unit", new Assignment(Role.Clerk, district.Department, "202001"));
        using var client = await office.ClientAsync("supervision-unit");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(district.Root, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{district.Root}/cases/{district.Case}", Cancellation)).StatusCode);
    }

    private static async Task Upload(IPage page, string csv)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "名单.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(csv) });
        await page.GetByRole(AriaRole.Button, new() { Name = "看差异" }).ClickAsync();
    }

    // Fills in the note of a step and takes it.
    private static async Task Step(IPage page, string label)
    {
        var form = page.Locator("form.card").Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = label, Exact = true }) });
        await form.GetByLabel("意见").FillAsync("同意");
        await form.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }
}
