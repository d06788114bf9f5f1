using System.Net;
using System.Text;
using Microsoft.Playwright;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Medical assistance in the browser, from the list to the bank, each step by the person whose it is. Everybody is made up.</summary>
public class AssistanceTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_list_to_the_bank()
    {
        var (department, _) = await office.DraftAsync(null);
        var root = $"{office.Url}/office/{department}/assistance";
        var clerk = await office.PageAsync(browser, "clerk", 1280);
        await clerk.GotoAsync($"{office.Url}/office/{department}");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "医疗救助", Exact = true }).ClickAsync();
        await clerk.GetByRole(AriaRole.Link, new() { Name = "去设置" }).ClickAsync();
        await clerk.GetByLabel("按哪个地区的政策").SelectOptionAsync("示例区");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "存", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已存");

        // The list names its persons by a header nobody knows: it is asked for once. What it changes is shown before it is stored.
        await clerk.GotoAsync(root + "/persons");
        await UploadAsync(clerk, "名单.csv", "档案号,对象类别,生效日期,姓名,身份证号,银行卡号,开户行\nP1,低保,2024-01-01,张某某,999001199001011234,9999000000001234,示范银行\nP2,特困,不是日期,李某某,,,\n", "看差异");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("认不出来");
        await clerk.Locator("select[name=header]").SelectOptionAsync("人员编号=档案号");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "记住" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已记住");
        await UploadAsync(clerk, "名单.csv", "档案号,对象类别,生效日期,姓名,身份证号,银行卡号,开户行\nP1,低保,2024-01-01,张某某,999001199001011234,9999000000001234,示范银行\nP2,特困,不是日期,李某某,,,\n", "看差异");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("新增 1　退出 0");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("不是日期");
        await Picture.TakeAsync(clerk, "assistance-1-list");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "确认，存名单" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("名单已存：新增 1");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("999***********1234");
        await Assertions.Expect(clerk.Locator("main")).Not.ToContainTextAsync("张某某");

        // One bill is right, one has no amount.
        await clerk.GotoAsync(root + "/settlements");
        const string Head = "psn_no,setl_id,med_type,fixmedins_code,begndate,enddate,setl_time,medfee_sumamt,inscp_scp_amt,hifp_pay,hifmi_pay\n";
        await UploadAsync(clerk, "结算.csv", Head + "P1,S1,普通住院,H1,2024-03-01,2024-03-09,2024-03-09,10000.00,9000.00,5000.00,0\nP1,S2,普通住院,H1,2024-04-01,2024-04-09,2024-04-09,十元,9000.00,5000.00,0\n", "检查并登记");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("新登记 1 笔；1 处有错的行退回");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("十元");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "核定" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("给付 1 笔，合计 3,200.00 元");
        await clerk.GotoAsync(root + "/review");
        Assert.Equal(0, await clerk.GetByRole(AriaRole.Button, new() { Name = "没有疑点的全部通过" }).CountAsync());

        var reviewer = await office.PageAsync(browser, "reviewer", 1280);
        await reviewer.GotoAsync(root + "/review");
        await Picture.TakeAsync(reviewer, "assistance-2-review");
        await reviewer.GetByLabel("选 S1").CheckAsync();
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "选中的通过" }).ClickAsync();
        await Assertions.Expect(reviewer.GetByRole(AriaRole.Status)).ToContainTextAsync("复核通过 1 笔");

        await clerk.GotoAsync(root + "/payments");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "编付款批次" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已编批次");
        var batch = clerk.Url;
        Assert.Equal(0, await clerk.GetByRole(AriaRole.Button, new() { Name = "导出银行文件" }).CountAsync());
        var head = await office.PageAsync(browser, "head", 1280);
        await head.GotoAsync(batch);
        await head.GetByRole(AriaRole.Button, new() { Name = "批准付款" }).ClickAsync();
        await Assertions.Expect(head.GetByRole(AriaRole.Status)).ToContainTextAsync("已批准");
        await clerk.GotoAsync(batch);
        var download = await clerk.RunAndWaitForDownloadAsync(() => clerk.GetByRole(AriaRole.Button, new() { Name = "导出银行文件" }).ClickAsync());
        Assert.Contains("张某某,\t9999000000001234,示范银行,3200.00", await File.ReadAllTextAsync(await download.PathAsync(), Cancellation), StringComparison.Ordinal);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "登记已付" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记付款");
        await clerk.GetByLabel("S1 退票原因").FillAsync("户名不符");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "退票" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记退票");
        await Picture.TakeAsync(clerk, "assistance-3-payment");

        // The person's year, and their particulars for once.
        await clerk.GotoAsync(root + "/persons/P1");
        await clerk.Locator("summary").First.ClickAsync();
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("4,000.00 × 80%");
        await clerk.GetByLabel("为什么要看").FillAsync("退票核对户名");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "查看一次" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("张某某");
        Assert.Single(await office.Desk.Privacy.ViewsAsync(department, 5, Cancellation));
        await clerk.ReloadAsync();
        foreach (var page in new[] { clerk, reviewer, head })
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_application_is_refused_where_its_bill_is_wrong_and_goes_its_way_where_it_is_right()
    {
        var (department, _, _) = await YearOfAssistance.BeginAsync(office);
        var root = $"{office.Url}/office/{department}/assistance";
        var clerk = await office.PageAsync(browser, "clerk", 1280);
        await clerk.GotoAsync(root + "/applications");
        foreach (var (label, value) in new[] { ("人员编号", "P1"), ("票据号", "Y2"), ("机构代码", "H1"), ("开始日期", "2024-08-01"), ("结束日期", "2024-08-05"), ("医疗总费用(元)", "100"), ("政策范围内费用(元)", "200") })
            await clerk.GetByLabel(label).FillAsync(value);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "受理" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("政策范围内费用 200.00 元大于总费用 100.00 元");
        await clerk.GetByLabel("医疗总费用(元)").FillAsync("200");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "受理" }).ClickAsync();
        // Documents are missing; one of them is no document.
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("缺材料：申请书、身份证明、收费票据、费用结算单、出院记录、费用清单");
        await FileAsync(clerk, "申请书", "MZ\u0090\u0000"u8.ToArray());
        await clerk.GetByLabel("容缺原因").FillAsync("出院后三日内补交");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "受理" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("不是可以收的文件");
        await FileAsync(clerk, "申请书", "%PDF-1.4 申请书"u8.ToArray());
        await clerk.GetByRole(AriaRole.Button, new() { Name = "受理" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已受理");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("还缺：身份证明、收费票据");
        // What comes later is one of them; a letter asks for what the record does not know, and bears the full name.
        await clerk.Locator("input[name=files]").SetInputFilesAsync(new FilePayload { Name = "票据.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4 票据"u8.ToArray() });
        await clerk.Locator("select[name=remark]").SelectOptionAsync("收费票据");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "加附件" }).ClickAsync();
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("还缺：身份证明、费用结算单");
        await clerk.GetByLabel("文号").FillAsync("示医救受〔2024〕1号");
        await clerk.GetByLabel("成文日期").FillAsync("2024-08-06");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "出 Word" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("还缺：联系电话");
        await clerk.GetByLabel("联系电话").FillAsync("000-00000000");
        foreach (var (button, kind) in new[] { ("出 Word", ".docx"), ("出 PDF", ".pdf") })
        {
            var download = await clerk.RunAndWaitForDownloadAsync(() => clerk.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync());
            Assert.EndsWith(kind, download.SuggestedFilename, StringComparison.Ordinal);
            await Picture.KeepAsync(download);
        }

        Assert.Contains(await office.Desk.Privacy.ViewsAsync(department, 5, Cancellation), v => v.Changes.Contains("出文书：医疗救助受理通知书", StringComparison.Ordinal));
        var application = clerk.Url;
        // Nothing is told of a decision before it was made.
        Assert.Equal(["医疗救助受理通知书"], await clerk.Locator("#letters option").AllInnerTextsAsync());
        Assert.StartsWith($"{root}/applications/", application, StringComparison.Ordinal);
        var reviewer = await office.PageAsync(browser, "reviewer", 1280);
        await reviewer.GotoAsync(root + "/applications");
        await reviewer.Locator(".remark", new() { HasText = "Y2" }).GetByRole(AriaRole.Button, new() { Name = "复核通过" }).ClickAsync();
        await Assertions.Expect(reviewer.GetByRole(AriaRole.Status)).ToContainTextAsync("复核通过");
        await clerk.GotoAsync(root + "/applications");
        await clerk.Locator(".remark", new() { HasText = "Y2" }).GetByRole(AriaRole.Button, new() { Name = "开始公示" }).ClickAsync();
        await clerk.GetByRole(AriaRole.Link, new() { Name = "公示名单" }).ClickAsync();
        await Assertions.Expect(clerk.Locator("article")).ToContainTextAsync("张*");
        await Assertions.Expect(clerk.Locator("article")).Not.ToContainTextAsync("P1");
        foreach (var page in new[] { clerk, reviewer })
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_return_of_the_bank_names_its_wrong_rows_and_what_came_back_waits_for_a_right_account()
    {
        var (department, _, payment) = await YearOfAssistance.BeginAsync(office);
        var root = $"{office.Url}/office/{department}/assistance";
        var lines = await office.Desk.Assistance.Payments.PayablesAsync(department, payment, 10, Cancellation);
        var clerk = await office.PageAsync(browser, "clerk", 1280);
        await clerk.GotoAsync($"{root}/payments/{payment}");
        var file = $"序号,收款人,金额(元),状态,失败原因\n{lines[0].Id},张某,{lines[0].Fen / 100m:0.00},处理失败,账号不存在\n{lines[1].Id},张某,0.01,处理成功,\n合计,2 笔,,,\n";
        for (var i = 0; i < 2; i++)
        {
            await UploadAsync(clerk, "回盘.csv", file, "导入回盘");
            await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync(i == 0 ? "退票 1 笔" : "以前登记过的退票 1 笔");
            await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("回盘金额 0.01 元，批次里是");
        }

        await clerk.GotoAsync(root + "/payments");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("退票：账号不存在");
        await Picture.TakeAsync(clerk, "assistance-5-returned");
        await clerk.Locator(".remark").GetByRole(AriaRole.Link, new() { Name = "登记正确的账号" }).ClickAsync();
        await clerk.GetByLabel("银行账号").FillAsync("9999000099990001");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await clerk.GotoAsync(root + "/payments");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "编付款批次" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已编批次");
        // The office's first page tells what is due, and by whom.
        await clerk.GotoAsync($"{office.Url}/office/{department}");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Group, new() { Name = "到期的事" })).ToContainTextAsync("逾期");
        await Picture.TakeAsync(clerk, "assistance-6-due");
        await clerk.Context.CloseAsync();
    }

    [Theory]
    [InlineData("viewer", HttpStatusCode.Forbidden)]
    [InlineData("finance", HttpStatusCode.Forbidden)]
    [InlineData("stranger", HttpStatusCode.NotFound)]
    public async Task Who_has_no_part_in_it_sees_none_of_its_pages(string who, HttpStatusCode answer)
    {
        var (department, decision, payment) = await YearOfAssistance.BeginAsync(office);
        using var client = await office.ClientAsync(who);
        foreach (var page in (string[])["", "/persons", "/persons/P1", "/settlements", "/review", "/differences", "/applications", "/publicity", "/payments", $"/payments/{payment}", $"/statements/{decision}", "/settings"])
            Assert.Equal((page, answer), (page, (await client.GetAsync($"/office/{department}/assistance{page}", Cancellation)).StatusCode));
        // Records of another department are not there under one's own.
        using var own = await office.ClientAsync("clerk");
        foreach (var page in (string[])["/persons/P1", $"/payments/{payment}", $"/statements/{decision}"])
            Assert.Equal(HttpStatusCode.NotFound, (await own.GetAsync($"/office/{office.Own}/assistance{page}", Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("reviewer", "settlements?handler=Run")]
    [InlineData("reviewer", "payments?handler=Make")]
    [InlineData("clerk", "review?handler=Review&all=true&passes=true")]
    [InlineData("head", "persons/P1?handler=Reveal&reason=x")]
    [InlineData("clerk", "payments/{payment}?handler=Approve")]
    public async Task A_step_that_is_not_ones_own_is_refused_whatever_the_page_shows(string who, string address)
    {
        var (department, _, payment) = await YearOfAssistance.BeginAsync(office);
        var root = $"/office/{department}/assistance/";
        using var client = await office.ClientAsync(who);
        var token = await OfficeFixture.FormAsync(client, "/office/password");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync(root + address.Replace("{payment}", $"{payment}", StringComparison.Ordinal), token, Cancellation)).StatusCode);
    }

    private static Task FileAsync(IPage page, string paper, byte[] content) =>
        page.GetByLabel(paper).First.SetInputFilesAsync(new FilePayload { Name = paper + ".pdf", MimeType = "application/pdf", Buffer = content });

    private static async Task UploadAsync(IPage page, string name, string text, string button)
    {
        await page.GetByLabel("文件").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
    }
}
