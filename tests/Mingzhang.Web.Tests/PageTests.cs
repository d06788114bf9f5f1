using System.Text.Json;
using Microsoft.Playwright;

namespace Mingzhang.Web.Tests;

/// <summary>Every page in a real browser.</summary>
public class PageTests(SiteFixture site, BrowserFixture browser)
{
    public static TheoryData<string> Pages => [.. SiteFixture.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_shows_without_a_word_in_the_console_and_fits_desk_and_telephone(string path)
    {
        foreach (var width in new[] { 1280, 390 })
        {
            var page = await browser.PageAsync(width, 844);
            var said = new List<string>();
            page.Console += (_, m) => said.Add(m.Text);
            page.PageError += (_, e) => said.Add(e);
            page.RequestFailed += (_, r) => said.Add($"failed: {r.Url}");
            await page.GotoAsync(site.Url + path, new() { WaitUntil = WaitUntilState.NetworkIdle });

            // Chromium itself notes the status of a page that is not there.
            Assert.DoesNotContain(said, s => !(path == "/nothing-here" && s.Contains("404", StringComparison.Ordinal)));
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.EndsWith("明账", await page.TitleAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
            await page.Context.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_accessible(string path)
    {
        var page = await browser.PageAsync();
        Assert.SkipWhen(browser.Axe is null, "npm 没有取到 axe-core");
        await page.GotoAsync(site.Url + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await page.EvaluateAsync(browser.Axe);
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })");
        var faults = found.GetProperty("violations").EnumerateArray()
            .Select(v => $"{v.GetProperty("id").GetString()}: {v.GetProperty("nodes")[0].GetProperty("html").GetString()} ({v.GetProperty("nodes")[0].GetProperty("failureSummary").GetString()})");
        Assert.Empty(faults);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task From_the_list_to_a_figure_and_along_its_relations()
    {
        var page = await browser.PageAsync();
        await page.GotoAsync(site.Url);
        await page.GetByRole(AriaRole.Row, new() { Name = SiteFixture.Budget.Agency }).GetByRole(AriaRole.Link, new() { Name = "2022 年部门预算" }).ClickAsync();
        var cell = page.GetByRole(AriaRole.Row, new() { Name = "城乡医疗救助" }).GetByRole(AriaRole.Link).First;
        var printed = await cell.TextContentAsync();
        await cell.ClickAsync();
        Assert.Equal(printed, await page.Locator("h1 .big").TextContentAsync());
        await page.Locator(".relations a").Nth(1).ClickAsync();
        Assert.Matches("trace", page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_leads_to_the_text_and_across_wide_tables()
    {
        var page = await browser.PageAsync();
        await page.GotoAsync(site.Url + SiteFixture.Budget.Path);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("跳到正文", await page.EvaluateAsync<string>("document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("content", await page.EvaluateAsync<string>("document.activeElement.id"));
        var wide = page.Locator(".scroll:has(table.most)").First;
        await wide.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("document.activeElement.scrollLeft > 0");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_a_comparison_has_its_tables_and_a_filter_works()
    {
        var page = await browser.PageAsync(script: false);
        await page.GotoAsync($"{site.Url}/compare?doc={SiteFixture.Budget.Word}&doc={SiteFixture.Final.Word}");
        Assert.True(await page.Locator(".compared table tbody tr").CountAsync() > 5);
        Assert.Equal(0, await page.Locator(".plot:visible").CountAsync());
        await page.GotoAsync(site.Url);
        await page.GetByLabel("年度").SelectOptionAsync("2025");
        await page.GetByRole(AriaRole.Button, new() { Name = "筛选" }).ClickAsync();
        Assert.Equal(1, await page.Locator(".list tbody tr").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_comparison_is_plotted_from_its_tables()
    {
        Assert.SkipUnless(typeof(WebProgram).Assembly.GetManifestResourceNames().Contains("assets/echarts.js"), "npm 没有取到 ECharts");
        var page = await browser.PageAsync();
        await page.GotoAsync($"{site.Url}/compare?doc={SiteFixture.Budget.Word}&doc={SiteFixture.Final.Word}", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(await page.Locator(".compared").CountAsync(), await page.Locator(".plot canvas").CountAsync());
        await page.Context.CloseAsync();
    }
}
