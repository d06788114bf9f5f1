using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Mingzhang.Cli;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Reviews;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>An office audits documents in the browser: from the upload to the judged finding, and the next version.</summary>
public class ReviewTests(OfficeFixture office, BrowserFixture browser)
{
    private const string Wrong = "9205.78";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_documents_are_uploaded_at_once_and_results_come_by_themselves()
    {
        var (department, _) = await office.DraftAsync(null);
        var page = await office.PageAsync(browser, "finance");
        await page.GotoAsync($"{office.Url}/office/{department}");
        await page.GetByRole(AriaRole.Link, new() { Name = "文件审核" }).ClickAsync();
        await page.GetByLabel("公开文件").SetInputFilesAsync(
        [
            File("预算.xlsx", ReviewedDocuments.Sample(office, "xlsx")),
            File("错的.html", ReviewedDocuments.Sample(office, "html", Wrong)),
            File("坏的.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\nthis is cut off")),
            File("空.txt", []),
            File("照片.jpg", [0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3, 0xfe, 0xff, 0, 0]),
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并审核" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("空.txt：文件是空的");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("照片.jpg：不认识的文件格式");
        var list = page.GetByRole(AriaRole.Group, new() { Name = "送审文件" });
        await Assertions.Expect(list.GetByRole(AriaRole.Row).Filter(new() { HasText = "预算.xlsx" })).ToContainTextAsync("2023 年预算", new() { Timeout = 60_000 });
        await Assertions.Expect(list.GetByRole(AriaRole.Row).Filter(new() { HasText = "错的.html" })).ToContainTextAsync("有错误", new() { Timeout = 60_000 });
        // A document that cannot be read is one line with what to do.
        await Assertions.Expect(list.GetByRole(AriaRole.Row).Filter(new() { HasText = "坏的.pdf" })).ToContainTextAsync("PDF 已损坏", new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("#list")).ToHaveAttributeAsync("data-waiting", "0", new() { Timeout = 60_000 });
        await Picture.TakeAsync(page, "reviews");
        // The same bytes once more are not stored again.
        await page.GetByLabel("公开文件").SetInputFilesAsync([File("又一次.xlsx", (await office.Desk.Reviews.ContentAsync((await office.Desk.Reviews.ListAsync(department, Cancellation))[^1].Id, Cancellation))!)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并审核" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("是同一个文件");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_finding_leads_to_its_cell_is_judged_with_a_reason_and_carried_to_the_next_version()
    {
        var (department, _) = await office.DraftAsync(null);
        var first = await ReviewedDocuments.UploadAsync(office, department, "初稿.html", ReviewedDocuments.Sample(office, "html", Wrong));
        Assert.True(first.Summary.Errors >= 1, $"{first.Summary}");
        var page = await office.PageAsync(browser, "reviewer");
        await page.GotoAsync($"{office.Url}/office/{department}/reviews/{first.Id}");
        await page.GetByLabel("程度").SelectOptionAsync("错误");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "发现列表" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.Locator("td.chosen.wrong")).ToContainTextAsync(Wrong);
        await Assertions.Expect(page.Locator(".source-lines .hit")).ToContainTextAsync(Wrong);
        await Picture.TakeAsync(page, "review-finding");
        await page.GetByRole(AriaRole.Button, new() { Name = "不采纳" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不采纳要写明理由");
        await page.GetByLabel("理由").FillAsync("批复如此");
        await page.GetByRole(AriaRole.Button, new() { Name = "不采纳" }).ClickAsync();
        await Assertions.Expect(page.Locator("#finding")).ToContainTextAsync("不采纳：批复如此（reviewer");
        // The next version has the same figure: what was said comes with it. A third prints another one: it asks again.
        var second = await ReviewedDocuments.UploadAsync(office, department, "二稿.xlsx", ReviewedDocuments.Sample(office, "xlsx", Wrong));
        await page.GotoAsync($"{office.Url}/office/{department}/reviews/{second.Id}?severity=error&state=dismissed");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "发现列表" })).ToContainTextAsync("不采纳（上一版带来）");
        var third = await ReviewedDocuments.UploadAsync(office, department, "三稿.xlsx", ReviewedDocuments.Sample(office, "xlsx", "8205.78"));
        await page.GotoAsync($"{office.Url}/office/{department}/reviews/{third.Id}?severity=error");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "发现列表" })).ToContainTextAsync("上一版处理过，内容已变");
        // The reports say what was said.
        using var client = await office.ClientAsync("viewer");
        Assert.Contains("不采纳：批复如此", await client.GetStringAsync($"/office/{department}/reviews/{second.Id}/files/report", Cancellation), StringComparison.Ordinal);
        Assert.Contains("批复如此", Unpacked(await client.GetByteArrayAsync($"/office/{department}/reviews/{second.Id}/files/list", Cancellation)), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_cell_is_corrected_by_hand_audited_again_and_taken_back()
    {
        var (department, _) = await office.DraftAsync(null);
        var review = await ReviewedDocuments.UploadAsync(office, department, "扫描.html", ReviewedDocuments.Sample(office, "html", Wrong));
        var page = await office.PageAsync(browser, "clerk");
        await page.GotoAsync($"{office.Url}/office/{department}/reviews/{review.Id}?severity=error");
        await page.GetByRole(AriaRole.Group, new() { Name = "发现列表" }).GetByRole(AriaRole.Link).First.ClickAsync();
        var right = await page.Locator("#finding dt", new() { HasText = "应为" }).Locator("xpath=../dd").TextContentAsync();
        await page.GetByLabel("应读为").FillAsync(right!);
        await page.GetByRole(AriaRole.Button, new() { Name = "更正", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("td.corrected.chosen")).ToContainTextAsync(right!);
        await Assertions.Expect(page.Locator("#cell del")).ToHaveTextAsync(Wrong);
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "人工更正" })).ToContainTextAsync("clerk");
        await Picture.TakeAsync(page, "review-corrected");
        Assert.Equal(0, (await office.Desk.Reviews.FindAsync(department, review.Id, Cancellation))!.Summary.Errors);
        using var client = await office.ClientAsync("viewer");
        var json = JsonDocument.Parse(await client.GetStringAsync($"/office/{department}/reviews/{review.Id}/files/json", Cancellation)).RootElement;
        var corrected = json.GetProperty("statements").EnumerateArray().SelectMany(s => s.GetProperty("rows").EnumerateArray()).SelectMany(r => r.GetProperty("cells").EnumerateArray()).Single(c => c.TryGetProperty("corrected", out _));
        Assert.Equal((right, Wrong, "clerk"), (corrected.GetProperty("text").GetString(), corrected.GetProperty("corrected").GetProperty("printed").GetString(), corrected.GetProperty("corrected").GetProperty("by").GetString()));
        Assert.Contains("人工更正", Unpacked(await client.GetByteArrayAsync($"/office/{department}/reviews/{review.Id}/files/workbook", Cancellation)), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销更正" }).ClickAsync();
        await Assertions.Expect(page.Locator("td.chosen.wrong")).ToContainTextAsync(Wrong);
        Assert.Equal(review.Summary.Errors, (await office.Desk.Reviews.FindAsync(department, review.Id, Cancellation))!.Summary.Errors);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_versions_are_compared_by_findings_and_cells()
    {
        var (department, _) = await office.DraftAsync(null);
        await ReviewedDocuments.UploadAsync(office, department, "初稿.docx", ReviewedDocuments.Sample(office, "docx", Wrong));
        var second = await ReviewedDocuments.UploadAsync(office, department, "二稿.xlsx", ReviewedDocuments.Sample(office, "xlsx"));
        var page = await office.PageAsync(browser, "viewer");
        await page.GotoAsync($"{office.Url}/office/{department}/reviews/{second.Id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "与另一版比较" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "不同的格" })).ToContainTextAsync(Wrong);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "消失的" })).Not.ToContainTextAsync(" 0 条");
        await Picture.TakeAsync(page, "review-compare");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_document_is_compared_with_other_uploads_and_publications_and_stays_so()
    {
        var (department, draft) = await office.DraftAsync("hanyang-2023");
        await ReviewedDocuments.PublishAsync(office, department, draft);
        var own = await ReviewedDocuments.UploadAsync(office, department, "本单位.html", ReviewedDocuments.Sample(office, "html"));
        var above = await ReviewedDocuments.UploadAsync(office, department, "上级.json", ReviewedDocuments.Level(office, "某某区卫生健康委员会", "1.00"));
        var foreign = await ReviewedDocuments.UploadAsync(office, office.Foreign, "别局.json", ReviewedDocuments.Level(office, "另一区卫生健康委员会", "1.00"));
        var page = await office.PageAsync(browser, "clerk", 1440);
        var root = $"{office.Url}/office/{department}/reviews/{own.Id}";
        await page.GotoAsync(root);
        await page.GetByText("对照文件：没有选").ClickAsync();
        var fits = page.GetByRole(AriaRole.Group, new() { Name = "可以对照的" });
        await Assertions.Expect(page.Locator("#against")).Not.ToContainTextAsync("别局.json");
        await fits.GetByLabel("上级.json").CheckAsync();
        await fits.GetByLabel("本部门公开的 2023 年预算（第 1 次公开）").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "对照并重新审核" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已与 2 份文件对照");
        var list = page.GetByRole(AriaRole.Group, new() { Name = "发现列表" });
        await Assertions.Expect(list).ToContainTextAsync("对照 上级.json");
        await Assertions.Expect(page.Locator("#against")).ToContainTextAsync("对照文件：2 份");
        await page.Locator("#against summary").ClickAsync();
        await Picture.TakeAsync(page, "review-against-1440");
        await page.SetViewportSizeAsync(390, 844);
        await Picture.TakeAsync(page, "review-against-390");
        // The same when the rules change and it is audited anew in the background.
        var found = (await office.Desk.Reviews.FindAsync(department, own.Id, Cancellation))!.Summary.Errors;
        Assert.True(found > own.Summary.Errors, $"{own.Summary} {found}");
        await office.Desk.Reviews.Queue.AgainAsync(department, Cancellation);
        Assert.Equal(found, (await ReviewedDocuments.AuditedAsync(office, department, own.Id)).Summary.Errors);
        await ReviewedDocuments.AuditedAsync(office, department, above.Id);
        await page.GotoAsync($"{root}?severity=error");
        await list.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.Locator("#finding")).ToContainTextAsync("2023年部门预算（某某区卫生健康委员会）");
        // Nobody brings in another department's document, and who only looks chooses nothing.
        using var clerk = await office.ClientAsync("clerk");
        var refused = await clerk.PostAsync($"{root}?handler=Against", await OfficeFixture.FormAsync(clerk, root, ("with", $"u{foreign.Id}")), Cancellation);
        Assert.Contains("本部门没有", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var viewer = await office.ClientAsync("viewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync($"{root}?handler=Against", await OfficeFixture.FormAsync(viewer, $"{root}/../rules", ("with", $"u{above.Id}")), Cancellation)).StatusCode);
        Assert.Equal(2, (await office.Desk.Reviews.Companions.OfAsync(department, own.Id, Cancellation)).Count);
        // A publication is compared with as it was published.
        var more = await ReviewedDocuments.UploadAsync(office, department, "更多.json", ReviewedDocuments.Level(office, "某某区医疗保障服务中心", "9999.00"));
        Assert.Null(await office.Desk.Reviews.Companions.ChooseAsync(await office.ActorAsync("clerk"), department, more.Id, [new Companion(null, draft, 1)], Cancellation));
        Assert.Contains("· 对照 本部门公开的 2023 年预算", WebUtility.HtmlDecode(await viewer.GetStringAsync($"/office/{department}/reviews/{more.Id}", Cancellation)), StringComparison.Ordinal);
        // Taken away, their findings go.
        await page.GotoAsync(root);
        await page.Locator("#against summary").ClickAsync();
        await fits.GetByLabel("上级.json").UncheckAsync();
        await fits.GetByLabel("本部门公开的 2023 年预算（第 1 次公开）").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "对照并重新审核" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("不再对照别的文件");
        Assert.Equal(own.Summary, (await office.Desk.Reviews.FindAsync(department, own.Id, Cancellation))!.Summary);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_rule_of_the_office_is_checked_by_line_tried_and_used_from_then_on()
    {
        var (department, _) = await office.DraftAsync(null);
        var review = await ReviewedDocuments.UploadAsync(office, department, "预算.xlsx", ReviewedDocuments.Sample(office, "xlsx"));
        var page = await office.PageAsync(browser, "clerk");
        await page.GotoAsync($"{office.Url}/office/{department}/reviews/rules");
        await page.GetByLabel("名字").FillAsync("本局规则");
        await page.Locator("textarea[name=content]").FillAsync("BQ-0001 表间 收支总表[收入/本年收入合计].预算数 = 不存在的表[合计].合计");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("第 1 行第 ");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有叫“不存在的表”的表");
        // Public money is not all there is: this rule of theirs does not hold.
        await page.Locator("textarea[name=content]").FillAsync("BQ-0001 表间 收支总表[收入/本年收入合计].预算数 = 支出总表[合计].项目支出\n  说明 本局只有项目支出");
        await page.GetByLabel("试用的文件").SelectOptionAsync("预算.xlsx");
        await page.GetByRole(AriaRole.Button, new() { Name = "在文件上试用" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "试用结果" })).ToContainTextAsync("有不符");
        await Picture.TakeAsync(page, "office-rules");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已保存“本局规则”");
        var again = await ReviewedDocuments.AuditedAsync(office, department, review.Id);
        Assert.True(again.Summary.Errors > review.Summary.Errors, $"{review.Summary} {again.Summary}");
        await page.GotoAsync($"{office.Url}/office/{department}/reviews/{review.Id}?rule=BQ-0001");
        await Assertions.Expect(page.GetByRole(AriaRole.Group, new() { Name = "发现列表" })).ToContainTextAsync("BQ-0001");
        // A file that fits the program no more is told as its own defect, by name, and not as the document's.
        await office.Desk.Reviews.Rules.SaveAsync(await office.ActorAsync("clerk"), department, new OfficeRule(0, "旧规则", "BQ-0002 表间 没有的表[合计].合计 = 支出总表[合计].合计", true, "", ""), Cancellation);
        await page.GotoAsync($"{office.Url}/office/{department}/reviews/{review.Id}");
        await page.GetByText("没有核对到的").ClickAsync();
        await Assertions.Expect(page.GetByText("规则 旧规则 没有运行成，不是文件的问题")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_of_a_real_document_stands_beside_its_table()
    {
        var seed = Path.Combine(Path.GetDirectoryName(Home.Find().TrimEnd('/'))!, "shared", "real", "putuo-guihua-2024-final.pdf");
        Assert.SkipUnless(System.IO.File.Exists(seed), "shared/real");
        var (department, _) = await office.DraftAsync(null);
        var review = await ReviewedDocuments.UploadAsync(office, department, "决算.pdf", await System.IO.File.ReadAllBytesAsync(seed, Cancellation));
        Assert.Equal((AuditState.Done, 2024), (review.State, review.Summary.Year));
        var page = await office.PageAsync(browser, "head", 1440);
        await page.GotoAsync($"{office.Url}/office/{department}/reviews/{review.Id}?t=3");
        await Assertions.Expect(page.Locator(".page-picture image")).ToBeVisibleAsync();
        await page.Locator(".read tbody td a").Filter(new() { HasTextRegex = new System.Text.RegularExpressions.Regex("\\d") }).Nth(2).ClickAsync();
        await Assertions.Expect(page.Locator(".page-picture rect.focus")).ToHaveCountAsync(1);
        await Picture.TakeAsync(page, "review-real-1440");
        await page.SetViewportSizeAsync(390, 844);
        await Picture.TakeAsync(page, "review-real-390");
        using var client = await office.ClientAsync("viewer");
        var picture = await client.GetAsync($"/office/{department}/reviews/{review.Id}/pages/3", Cancellation);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/office/{department}/reviews/{review.Id}/pages/9999", Cancellation)).StatusCode);
        var annotated = await client.GetByteArrayAsync($"/office/{department}/reviews/{review.Id}/files/annotated", Cancellation);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(annotated, 0, 8), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_may_only_look_changes_nothing_and_who_keeps_one_unit_sees_nothing()
    {
        var (department, _) = await office.DraftAsync(null);
        var review = await ReviewedDocuments.UploadAsync(office, department, "预算.html", ReviewedDocuments.Sample(office, "html", Wrong));
        var root = $"/office/{department}/reviews";
        using var viewer = await office.ClientAsync("viewer");
        Assert.DoesNotContain("上传并审核", await viewer.GetStringAsync(root, Cancellation), StringComparison.Ordinal);
        foreach (var (path, field) in new[] { ($"{root}?handler=Upload", "x"), ($"{root}/{review.Id}?handler=Remove", "x"), ($"{root}/{review.Id}?handler=Correct&c=0-0-0", "text"), ($"{root}/rules", "name") })
            Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync(path, await OfficeFixture.FormAsync(viewer, $"{root}/rules", (field, "1")), Cancellation)).StatusCode);
        using var stranger = await office.ClientAsync("stranger");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{root}/{review.Id}", Cancellation)).StatusCode);
        // The number of another department's document leads nowhere in one's own.
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/office/{office.Foreign}/reviews/{review.Id}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/office/{office.Foreign}/reviews/{review.Id}/files/original", Cancellation)).StatusCode);
        await office.AccountAsync($"unit{department}", new Core.Office.Assignment(Core.Office.Role.Clerk, department, "901001"));
        using var unit = await office.ClientAsync($"unit{department}");
        Assert.Equal(HttpStatusCode.NotFound, (await unit.GetAsync(root, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await unit.GetAsync($"{root}/{review.Id}/files/original", Cancellation)).StatusCode);
        Assert.NotNull(await office.Desk.Reviews.FindAsync(department, review.Id, Cancellation));
    }

    private static FilePayload File(string name, byte[] content) => new() { Name = name, MimeType = "application/octet-stream", Buffer = content };

    // All texts of an Office file.
    private static string Unpacked(byte[] content)
    {
        using var archive = new ZipArchive(new MemoryStream(content));
        return string.Concat(archive.Entries.Where(e => e.Name.EndsWith(".xml", StringComparison.Ordinal)).Select(e => new StreamReader(e.Open()).ReadToEnd()));
    }
}
