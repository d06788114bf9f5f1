using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mingzhang.Cli;
using Mingzhang.Core.Compiling;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Publishing;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Last year's published budget is read: everything is shown, what is chosen is stored, what it leaves open is listed.</summary>
public class PublishedTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_budget_becomes_comparatives_and_a_first_draft()
    {
        var (department, draft) = await office.DraftAsync(null, 2024, "wuhan-2023-budget");
        var page = await office.PageAsync(browser, "clerk");
        await page.GotoAsync($"{office.Url}/office/{department}/drafts/{draft}/import");
        await page.GetByRole(AriaRole.Link, new() { Name = "读入上年公开的预算" }).ClickAsync();
        await UploadAsync(page, "说明.txt", Encoding.UTF8.GetBytes("这不是预算。\n"));
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有认出预算公开的表");
        await UploadAsync(page, "2023年部门预算.xlsx", Document("hanyang-2023", "wuhan-2023-budget"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("待补");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "上年数" })).ToContainTextAsync("10,774,300.00");
        // Nothing is stored yet.
        Assert.DoesNotContain((await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records, r => r.Sheet is "预算支出" or "上年数");
        await Picture.TakeAsync(page, "published");
        await page.GetByRole(AriaRole.Button, new() { Name = "把选定的存入本年编报" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已存入");
        var records = (await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records;
        Assert.Contains(records, r => r is { Sheet: "上年数" } && r["事项"] == "收支总预算" && r["上年数(元)"] == "10774300.00");
        Assert.Contains(records, r => r is { Sheet: "预算支出" } && r["功能科目"] == "2080505" && r["经济科目"] == "30108" && r["金额(元)"] == "117200.00");
        // What the document leaves open is among the mistakes of the draft.
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "填报错误" })).ToContainTextAsync("经济科目");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_real_text_of_a_published_budget_is_read()
    {
        var seed = Path.Combine(Path.GetDirectoryName(Home.Find().TrimEnd('/'))!, "shared", "seeds", "jiangan-2024-budget.txt");
        Assert.SkipUnless(File.Exists(seed), "shared/seeds");
        var (department, draft) = await office.DraftAsync(null, 2025, "jiangan-2024-budget");
        var page = await office.PageAsync(browser, "clerk");
        await page.GotoAsync($"{office.Url}/office/{department}/drafts/{draft}/published");
        await UploadAsync(page, "2024.txt", await File.ReadAllBytesAsync(seed, Cancellation));
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "上年数" })).ToContainTextAsync("15,272,000.00");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "预算支出", Exact = true })).ToContainTextAsync("290600.00");
        await Picture.TakeAsync(page, "published-real");
        await page.Context.CloseAsync();
    }

    // The sample as an office published it: one Excel file.
    private byte[] Document(string sample, string edition)
    {
        var data = office.Services.GetRequiredService<DataFolder>();
        var ledger = LedgerLoader.Load(Path.Combine(Home.Find(), "samples", sample), data.Catalogue).Ledger!;
        var document = Compiler.Compile(ledger, data.Editions.Find(edition)!, data.Catalogue, data.Outlines);
        return Publishers.Find("xlsx")!.Publish(document, new PublishContext([.. data.Editions.Editions]), Cancellation).Value!.Single().Content.ToArray();
    }

    private static async Task UploadAsync(IPage page, string name, byte[] content)
    {
        await page.GetByLabel("上年公开的部门预算").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await page.GetByRole(AriaRole.Button, new() { Name = "读一遍，先不存" }).ClickAsync();
    }
}
