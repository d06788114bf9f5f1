using System.Net;
using System.Text;
using Microsoft.Playwright;
using Mingzhang.Documents.Workbooks;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Registers in the browser: taken, changed, filled by hand and by sheet, counted, and asked by goals.</summary>
public class RegisterTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_office_takes_a_register_changes_it_fills_it_and_counts_it()
    {
        var (department, _) = await office.DraftAsync(null);
        var root = $"{office.Url}/office/{department}/registers";
        var clerk = await office.PageAsync(browser, "clerk");
        await clerk.GotoAsync($"{office.Url}/office/{department}");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "台账" }).ClickAsync();
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await clerk.GetByLabel("业务培训").CheckAsync();
        await clerk.GetByRole(AriaRole.Button, new() { Name = "取用" }).ClickAsync();
        await clerk.GetByRole(AriaRole.Link, new() { Name = "业务培训" }).ClickAsync();

        // A field of its own.
        await clerk.GetByRole(AriaRole.Link, new() { Name = "栏目和规则" }).ClickAsync();
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "registers-definition");
        await clerk.GetByLabel("第 9 行 栏名").FillAsync("讲师来源");
        await clerk.GetByLabel("第 9 行 种类").SelectOptionAsync("选项");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "保存栏目" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("栏“讲师来源”：选项至少写两个");
        await clerk.GetByLabel("讲师来源 选项").FillAsync("本局、外请");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "保存栏目" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("栏目已保存");
        var here = clerk.Url;

        // By hand, with a mistake first.
        await clerk.GetByRole(AriaRole.Link, new() { Name = "登记" }).ClickAsync();
        await clerk.GetByLabel("日期").FillAsync("2024/3/5");
        await clerk.GetByLabel("题目").FillAsync("门诊政策");
        await clerk.GetByLabel("对象").SelectOptionAsync("定点医疗机构");
        await clerk.GetByLabel("参训人数").FillAsync("八十");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("参训人数：“八十”不是数");
        await clerk.GetByLabel("参训人数").FillAsync("80");
        await clerk.GetByLabel("讲师来源").SelectOptionAsync("外请");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记");
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "registers-record");

        // By sheet: mistakes first, then twice the same.
        await ImportAsync(clerk, here, "日期,题目,对象,参训人数\n2024-04-02,经办业务,本单位人员,x\n4月,,本单位人员,12\n");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("有 3 处错误，一条也没有存");
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "registers-import");
        const string Good = "日期,题目,对象,参训人数\n2024-04-02,经办业务,本单位人员,35\n2024-05-09,=cmd|'/c calc'!A1,定点零售药店,60\n";
        await ImportAsync(clerk, here, Good);
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("新增 2 条");
        await ImportAsync(clerk, here, Good);
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("新增 0 条，更新 0 条，已有的 2 条没有重复登记");

        // Counted by month, plotted from the table.
        await clerk.GotoAsync(here, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(clerk.Locator("#months tr").Filter(new() { HasText = "4 月" })).ToContainTextAsync("35");
        await Assertions.Expect(clerk.Locator(".plot canvas")).ToHaveCountAsync(1);
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "registers-one");
        await clerk.SetViewportSizeAsync(390, 844);
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "registers-one-390");

        // What goes out is text, never a formula, and comes in again as nothing new.
        var book = await (await office.ClientAsync("clerk")).GetByteArrayAsync($"{new Uri(here).AbsolutePath}?handler=Export&year=2024", Cancellation);
        var sheet = WorkbookSheets.Read("台账.xlsx", book).Value!.Single(s => s.Name == "业务培训");
        Assert.Contains(sheet.Rows, r => r[1] == "=cmd|'/c calc'!A1");
        using (var package = new System.IO.Compression.ZipArchive(new MemoryStream(book)))
            Assert.DoesNotContain("<x:f>", await new StreamReader(package.Entries.First(e => e.FullName.Contains("worksheets/sheet", StringComparison.Ordinal)).Open()).ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        await clerk.GotoAsync(here + "/import");
        await clerk.GetByLabel("文件").SetInputFilesAsync(new FilePayload { Name = "导出.xlsx", MimeType = "application/octet-stream", Buffer = book });
        await clerk.GetByRole(AriaRole.Button, new() { Name = "检查并导入" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("新增 0 条，更新 0 条，已有的 3 条");
        await clerk.Context.CloseAsync();
        Assert.StartsWith(root, here, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_see_records_may_not_change_them_and_others_find_none()
    {
        var (department, _) = await office.DraftAsync(null);
        var clerk = await office.ActorAsync("clerk");
        var data = office.Services.GetService(typeof(Mingzhang.Data.DataFolder)) as Mingzhang.Data.DataFolder;
        var (id, _) = await office.Desk.Registers.DefineAsync(clerk, department, 0, data!.Registers[0], 0, [], Cancellation);
        var here = $"/office/{department}/registers/{id}";
        var head = await office.ClientAsync("head");
        Assert.DoesNotContain("登记</a>", await head.GetStringAsync(here, Cancellation), StringComparison.Ordinal);
        var form = await OfficeFixture.FormAsync(head, here + "/records/0", ("seen", "0"));
        Assert.Equal(HttpStatusCode.Forbidden, (await head.PostAsync(here + "/records/0", form, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync(here + "/definition", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync(here + "/import", Cancellation)).StatusCode);
        foreach (var name in new[] { "viewer", "finance" })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await office.ClientAsync(name)).GetAsync(here, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.ClientAsync("stranger")).GetAsync(here, Cancellation)).StatusCode);
        // Nor by the number of another department's register.
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.ClientAsync("clerk")).GetAsync($"/office/{office.Own}/registers/{id}", Cancellation)).StatusCode);
    }

    private static async Task ImportAsync(IPage page, string here, string text)
    {
        await page.GotoAsync(here + "/import");
        await page.GetByLabel("文件").SetInputFilesAsync(new FilePayload { Name = "台账.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });
        await page.GetByRole(AriaRole.Button, new() { Name = "检查并导入" }).ClickAsync();
    }
}
