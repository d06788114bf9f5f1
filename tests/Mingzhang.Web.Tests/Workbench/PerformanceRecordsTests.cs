using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Mingzhang.Core.Execution;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Values of goals computed from the office's own records: what is written stays, what differs later is told.</summary>
public partial class PerformanceRecordsTests(OfficeFixture office, BrowserFixture browser)
{
    private const string Indicator = "支付笔数";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_value_is_taken_from_payments_kept_with_its_day_and_its_difference_told_later()
    {
        var (department, draft, line) = await YearAsync();
        var root = $"{office.Url}/office/{department}/drafts/{draft}/performance";
        var clerk = await office.PageAsync(browser, "clerk");
        await clerk.GotoAsync($"{root}/project/{line.Key.ProjectCode}");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "取数和记录" }).First.ClickAsync();
        await clerk.GetByLabel("取数", new() { Exact = true }).Last.FillAsync("计数 支付明细 其中 项目编码=本项目 且 金额>0");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "试算" }).ClickAsync();
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync("期间 2023-01-01 至 2023-12-31");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Heading, new() { Name = "记录 9 条" })).ToContainTextAsync("9 条");
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "performance-records");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "写入完成值" }).ClickAsync();
        var card = clerk.GetByRole(AriaRole.Region, new() { Name = Indicator });
        await Assertions.Expect(card).ToContainTextAsync("9笔");
        await Assertions.Expect(card).ToContainTextAsync("由记录取数 · ");
        await Assertions.Expect(card).ToContainTextAsync("· 9 条");

        // A payment more: what was written stays, until it is taken again before one's eyes.
        var entry = new ExecutionEntry(EntryKind.Payment, new DateOnly(2023, 10, 11), "支-补-1", line.Key, 1_00, "企业", null, "补付");
        var outcome = await office.Desk.Execution.Posting.PostAsync(
            await office.ActorAsync("clerk"), department, YearOfExecution.Year, "登记", [new IncomingRow(1, () => new Dictionary<string, string>(), entry, null)], false, null, null, Cancellation);
        Assert.Equal(1, outcome.Posted);
        await clerk.ReloadAsync();
        await Assertions.Expect(card).ToContainTextAsync("9笔");
        await card.GetByRole(AriaRole.Link, new() { Name = "取数和记录" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Note)).ToContainTextAsync("现在填的是 9笔");
        await Assertions.Expect(clerk.GetByRole(AriaRole.Note)).ToContainTextAsync("这次取数是 10笔，相差 +1笔；记录数 9 → 10");
        await clerk.SetViewportSizeAsync(390, 844);
        await WorkbenchPageTests.AccessibleAsync(browser, clerk);
        await Picture.TakeAsync(clerk, "performance-records-390");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "用这次的结果替换" }).ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("10笔");
        await clerk.Context.CloseAsync();
    }

    [Fact]
    public async Task From_an_indicator_every_business_leads_down_to_its_records_and_a_typed_value_says_so()
    {
        var department = await office.DemonstrationAsync();
        var clerk = await office.ActorAsync("clerk");
        var year = TimeProvider.System.GetUtcNow().Year - 1;
        const string Edition = "wuhan-2025-budget";
        var sheets = office.SheetsOf(YearOfExecution.Sample);
        var project = sheets["项目"].First(p => p["编码"].Length > 0)["编码"];
        sheets["绩效指标"] =
        [
            .. new[] { "检查定点机构", "宣传场次" }.Select(name => new Dictionary<string, string>
            {
                ["项目编码"] = project, ["期限"] = "年度", ["一级指标"] = "产出指标", ["二级指标"] = "数量指标", ["三级指标"] = name, ["比较"] = "≥", ["数值"] = "2", ["单位"] = "次", ["分值"] = "25",
            }),
        ];
        var (draft, refusal) = await office.Desk.Drafts.BeginAsync(clerk, department, year, Edition, sheets, Cancellation);
        Assert.Null(refusal);
        var root = $"/office/{department}/drafts/{draft}/performance";
        using var client = await office.ClientAsync("clerk");
        var unseen = new List<string>();
        foreach (var source in (await office.Desk.Sources.OfAsync(department, Cancellation)).Where(s => s.Name != "支付明细"))
        {
            var page = WebUtility.HtmlDecode(await client.GetStringAsync($"{root}/records?project={project}&indicator=检查定点机构&level2=数量指标&query={Uri.EscapeDataString("计数 " + source.Name)}", Cancellation));
            // The first record of the list, one click from the indicator.
            if (RecordLink().Match(page) is not { Success: true } link)
            {
                unseen.Add(source.Name);
                continue;
            }

            using var answer = await client.GetAsync(link.Groups["to"].Value, Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{source.Name} → {link.Groups["to"].Value}：{answer.StatusCode}");
        }

        // Businesses of which so small a district has nothing in that year.
        Assert.Empty(unseen.Except(["举报奖励", "监管案件", "协议变动", "定点机构", "资助参保名单", "医后申请"]));
        var browserPage = await office.PageAsync(browser, "clerk");
        await browserPage.GotoAsync($"{office.Url}{root}/project/{project}");
        var typed = browserPage.GetByRole(AriaRole.Region, new() { Name = "宣传场次" });
        await typed.GetByText("得分说明").ClickAsync();
        await typed.GetByLabel("完成值").FillAsync("5次");
        await typed.GetByRole(AriaRole.Button, new() { Name = "保存完成值" }).ClickAsync();
        await Assertions.Expect(typed).ToContainTextAsync("手工填写");
        var counted = browserPage.GetByRole(AriaRole.Region, new() { Name = "检查定点机构" });
        await counted.GetByRole(AriaRole.Link, new() { Name = "取数和记录" }).ClickAsync();
        await browserPage.GotoAsync($"{office.Url}{root}/records?project={project}&indicator=检查定点机构&level2=数量指标&query={Uri.EscapeDataString("计数 监管检查 其中 类别=定点医疗机构")}");
        await browserPage.GetByRole(AriaRole.Button, new() { Name = "写入完成值" }).ClickAsync();
        await Assertions.Expect(counted).ToContainTextAsync("由记录取数 · ");
        // From the score to the inspection itself.
        await counted.GetByRole(AriaRole.Link, new() { Name = "取数和记录" }).ClickAsync();
        await browserPage.Locator("td a[href*='/supervision/inspections/']").First.ClickAsync();
        await Assertions.Expect(browserPage.Locator(".facts").First).ToContainTextAsync("已检查");
        await browserPage.Context.CloseAsync();
    }

    [GeneratedRegex("<td[^>]*>\\s*<a href=\"(?<to>/office/\\d+/[^\"]+)\">")]
    private static partial Regex RecordLink();

    [Fact]
    public async Task Who_may_not_see_the_offices_businesses_finds_no_such_source_and_nobody_else_finds_anything()
    {
        var (department, draft, line) = await YearAsync();
        var page = $"/office/{department}/drafts/{draft}/performance/records?project={line.Key.ProjectCode}&indicator={Indicator}&query={Uri.EscapeDataString("计数 支付明细")}";
        var finance = await (await office.ClientAsync("finance")).GetStringAsync(page, Cancellation);
        Assert.Contains("取数没有", WebUtility.HtmlDecode(finance), StringComparison.Ordinal);
        Assert.DoesNotContain("写入完成值", WebUtility.HtmlDecode(finance), StringComparison.Ordinal);
        var reviewer = WebUtility.HtmlDecode(await (await office.ClientAsync("reviewer")).GetStringAsync(page, Cancellation));
        Assert.Contains("计数", reviewer, StringComparison.Ordinal);
        Assert.DoesNotContain("写入完成值", reviewer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.ClientAsync("stranger")).GetAsync(page, Cancellation)).StatusCode);
    }

    private async Task<(int Department, int Draft, LineBalance Line)> YearAsync()
    {
        var (department, lines) = await YearOfExecution.BeginAsync(office);
        var draft = Assert.Single(await office.Desk.Drafts.ListAsync(department, Cancellation)).Id;
        // A line of its own project, paid evenly.
        var line = lines.First(l => l.Key.Category == "特定目标类" && lines.Count(o => o.Key.ProjectCode == l.Key.ProjectCode) == 1 && l.Key.ProjectCode != lines.First(f => f.Key.Category == "特定目标类").Key.ProjectCode
            && l.Key.ProjectCode != lines.Where(f => f.Key.Category == "特定目标类").Select(f => f.Key.ProjectCode).Distinct().ElementAt(1));
        var sheets = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
        {
            ["绩效指标"] =
            [
                new Dictionary<string, string> { ["项目编码"] = line.Key.ProjectCode, ["期限"] = "年度", ["一级指标"] = "产出指标", ["二级指标"] = "数量指标", ["三级指标"] = Indicator, ["比较"] = "≥", ["数值"] = "12", ["单位"] = "笔", ["分值"] = "50" },
            ],
        };
        Assert.Null(await office.Desk.Drafts.ReplaceAsync(await office.ActorAsync("clerk"), draft, sheets, "测试", Cancellation));
        return (department, draft, line);
    }
}
