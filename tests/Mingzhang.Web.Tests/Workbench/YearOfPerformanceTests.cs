using Microsoft.Playwright;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>
/// Performance from goal to consequence in the browser: values are filled in, every score says its steps, causes are demanded, and what
/// follows stands in next year's draft.
/// </summary>
public class YearOfPerformanceTests(OfficeFixture office, BrowserFixture browser)
{
    private const string Sample = "jiangan-2024", Edition = "jiangan-2024-budget";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Goals_are_measured_scored_explained_and_lead_to_next_years_budget()
    {
        var (department, draft, code, name) = await YearAsync();
        var root = $"{office.Url}/office/{department}/drafts/{draft}";
        var clerk = await office.PageAsync(browser, "clerk", 1280);

        // Nothing is measured yet: there is no total, and it is said what is missing.
        await clerk.GotoAsync(root);
        await clerk.GetByRole(AriaRole.Link, new() { Name = "绩效", Exact = true }).ClickAsync();
        var row = clerk.Locator("tr").Filter(new() { HasText = name }).First;
        await Assertions.Expect(row).ToContainTextAsync("3 项");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(clerk.Locator(".told.doubt")).ToContainTextAsync("“救助人次”缺实际完成值");

        // Mid-year: the goal is in doubt, with the cause.
        await clerk.GotoAsync($"{root}/performance/monitoring/{code}");
        await clerk.GetByLabel("救助人次 1至6月完成").FillAsync("90人次");
        await clerk.GetByLabel("救助人次 全年预计").FillAsync("200人次");
        await clerk.GetByLabel("救助人次 完成可能性").SelectOptionAsync("有可能");
        await clerk.GetByLabel("救助人次 偏差原因").FillAsync("上半年申请少");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "保存年中监控" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("年中监控已保存");
        await Picture.TakeAsync(clerk, "performance-2-monitoring");
        await clerk.GotoAsync($"{root}/performance/monitoring");
        await Assertions.Expect(clerk.Locator("tr").Filter(new() { HasText = name })).ToContainTextAsync("1 项有可能");

        // Values at the year's end: one typed, one graded, one computed from records.
        await clerk.GotoAsync($"{root}/performance/project/{code}");
        await MeasureAsync(clerk, "救助人次", ("完成值", "200人次"), ("材料", "救助台账.xlsx"));
        var aid = clerk.GetByRole(AriaRole.Region, new() { Name = "救助人次" });
        await Assertions.Expect(aid).ToContainTextAsync("25 / 50");
        await Assertions.Expect(aid).ToContainTextAsync("手工填写");
        await aid.GetByText("得分说明").ClickAsync();
        await Assertions.Expect(aid).ToContainTextAsync("得分 = 分值 × 实际值 ÷ 目标值 = 50 × 200 ÷ 400 = 25 分");
        await MeasureAsync(clerk, "看病负担", ("完成值", "有所减轻"), ("得分", "40"));
        await Assertions.Expect(clerk.GetByRole(AriaRole.Alert)).ToContainTextAsync("得分高于分值30");
        await MeasureAsync(clerk, "看病负担", ("完成值", "有所减轻"), ("等次", "部分达成"), ("得分", "20"));
        await MeasureAsync(clerk, "支付率", ("或由记录取数", "占比 预算执行.执行数/预算数 其中 项目编码=本项目"));
        var paid = clerk.GetByRole(AriaRole.Region, new() { Name = "支付率" });
        await Assertions.Expect(paid).ToContainTextAsync("40%");
        await Assertions.Expect(paid).ToContainTextAsync("由记录取数");

        // What deviates must be explained.
        await Assertions.Expect(clerk.GetByText("要说明原因")).ToHaveCountAsync(4);
        await Picture.TakeAsync(clerk, "performance-3-project");
        while (await clerk.GetByText("要说明原因").CountAsync() is > 0 and var open)
        {
            var form = clerk.Locator("form.card").Filter(new() { HasText = "要说明原因" }).First;
            await form.GetByLabel("原因", new() { Exact = true }).FillAsync("申请人少于预计");
            await form.GetByRole(AriaRole.Button, new() { Name = "保存原因" }).ClickAsync();
            await Assertions.Expect(clerk.GetByText("要说明原因")).ToHaveCountAsync(open - 1);
        }

        // 10 × 40% + 25 + 20 + 10 × 40 ÷ 90.
        await clerk.GotoAsync($"{root}/performance");
        await Assertions.Expect(clerk.Locator("tr").Filter(new() { HasText = name }).First).ToContainTextAsync("53.44");
        await Picture.TakeAsync(clerk, "performance-1-overview");
        foreach (var format in new[] { "docx", "xlsx", "html" })
        {
            foreach (var which in new[] { "evaluation", "monitoring" })
                Assert.Equal(200, (await clerk.Context.APIRequest.GetAsync($"{root}/performance/forms/{which}/{format}")).Status);
        }

        // Next year the cut is proposed, taken up with its reason, and stands in the document.
        await clerk.GotoAsync($"{office.Url}/office/{department}");
        await clerk.GetByLabel("年度").FillAsync("2025");
        await clerk.GetByLabel("报表格式").SelectOptionAsync(Edition);
        await clerk.GetByLabel("沿用上年").CheckAsync();
        await clerk.GetByRole(AriaRole.Button, new() { Name = "建立", Exact = true }).ClickAsync();
        await clerk.WaitForURLAsync("**/drafts/*");
        var next = clerk.Url;
        await clerk.GotoAsync(next + "/performance");
        var proposal = clerk.Locator("form.card").Filter(new() { HasText = name });
        await Assertions.Expect(proposal).ToContainTextAsync("2024 年总分 53.44，低于 80 分，建议核减");
        await proposal.GetByLabel("核减（元）").FillAsync("30000");
        await proposal.GetByLabel("理由").FillAsync("上年预算执行率低");
        await proposal.GetByRole(AriaRole.Button, new() { Name = "采纳" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Status)).ToContainTextAsync("已写进 2025 年预算");
        await Picture.TakeAsync(clerk, "performance-4-consequence");
        await clerk.GotoAsync(next + "/document");
        await Assertions.Expect(clerk.Locator("main")).ToContainTextAsync($"按照绩效评价结果安排2025年预算：{name}（2024年绩效评价得53.44分）核减3.00万元，主要原因是上年预算执行率低。");
        await clerk.Context.CloseAsync();
    }

    [Fact]
    public async Task Values_are_filled_in_after_the_budget_was_published_and_by_nobody_who_may_not()
    {
        var (department, draft, code, _) = await YearAsync();
        var root = $"{office.Url}/office/{department}/drafts/{draft}";
        var viewer = await office.PageAsync(browser, "viewer");
        await viewer.GotoAsync($"{root}/performance/project/{code}");
        await Assertions.Expect(viewer.GetByRole(AriaRole.Button, new() { Name = "保存完成值" })).ToHaveCountAsync(0);
        await viewer.Context.CloseAsync();

        Assert.True(DraftProcess.MayChange(DraftState.Published, "绩效监测"));
        Assert.False(DraftProcess.MayChange(DraftState.InReview, "绩效监测"));
        Assert.False(DraftProcess.MayChange(DraftState.Published, "绩效指标"));
        var client = await office.ClientAsync("stranger");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await client.GetAsync($"/office/{department}/drafts/{draft}/performance/forms/monitoring/html", Cancellation)).StatusCode);
    }

    private static async Task MeasureAsync(IPage page, string indicator, params (string Label, string Text)[] fields)
    {
        var region = page.GetByRole(AriaRole.Region, new() { Name = indicator });
        if (!await region.GetByRole(AriaRole.Button, new() { Name = "保存完成值" }).IsVisibleAsync())
            await region.GetByText("得分说明").ClickAsync();
        foreach (var (label, text) in fields)
        {
            if (label == "等次")
                await region.GetByLabel(label).SelectOptionAsync(text);
            else
                await region.GetByLabel(label).FillAsync(text);
        }

        await region.GetByRole(AriaRole.Button, new() { Name = "保存完成值" }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    // A sample's budget with the goals of one project that make the points easy to follow.
    private async Task<(int Department, int Draft, string Code, string Name)> YearAsync()
    {
        var (department, draft) = await office.DraftAsync(Sample, 2024, Edition);
        var records = (await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records;
        // The office keeps the sample's units, so that next year begins with them.
        var units = records.Where(r => r.Sheet == "单位").Select(r => new BudgetUnit(r["代码"], r["名称"], r["上级代码"].Length > 0 ? r["上级代码"] : null, r["性质"].Length > 0 ? r["性质"] : null)).ToList();
        await office.Desk.Register.SaveUnitsAsync(await office.ActorAsync("boss"), department, units, Cancellation);
        var project = records.First(r => r.Sheet == "绩效指标" && r["项目编码"].Length > 0)["项目编码"];
        var name = records.Single(r => r.Sheet == "项目" && r["编码"] == project)["名称"];
        IReadOnlyDictionary<string, string> Goal(string level1, string level2, string level3, string weight, string? number, string? unit, string? words) => new Dictionary<string, string>
        {
            ["项目编码"] = project,
            ["期限"] = "年度",
            ["一级指标"] = level1,
            ["二级指标"] = level2,
            ["三级指标"] = level3,
            ["比较"] = number is null ? "" : "≥",
            ["数值"] = number ?? "",
            ["单位"] = unit ?? "",
            ["定性"] = words ?? "",
            ["分值"] = weight,
        };
        var sheets = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
        {
            ["绩效指标"] = [Goal("产出指标", "数量指标", "救助人次", "50", "400", "人次", null), Goal("效益指标", "社会效益指标", "看病负担", "30", null, null, "有效减轻"), Goal("满意度指标", "服务对象满意度指标", "支付率", "10", "90", "%", null)],
            ["绩效资金"] = [new Dictionary<string, string> { ["项目编码"] = project, ["年度"] = "2024", ["预算数(元)"] = "1000000.00", ["执行数(元)"] = "400000.00" }],
        };
        Assert.Null(await office.Desk.Drafts.ReplaceAsync(await office.ActorAsync("clerk"), draft, sheets, "测试", Cancellation));
        return (department, draft, project, name);
    }
}
