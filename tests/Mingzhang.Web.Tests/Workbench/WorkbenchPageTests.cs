using System.Text.Json;
using Microsoft.Playwright;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Every page of the workbench in a real browser: quiet console, fits desk and telephone, accessible.</summary>
public class WorkbenchPageTests(OfficeFixture office, BrowserFixture browser)
{
    public static TheoryData<string?, string> Pages => new()
    {
        { null, "/office/login" },
        { "boss", "/office" },
        { "boss", "/office/password" },
        { "boss", "/office/departments" },
        { "boss", "/office/accounts" },
        { "boss", "/office/{own}/settings" },
        { "clerk", "/office" },
        { "clerk", "/office/{own}" },
        { "clerk", "{draft}" },
        { "clerk", "{draft}/import" },
        { "clerk", "{draft}/published" },
        { "clerk", "{draft}/projects" },
        { "clerk", "{draft}/subsidies?Formula=0&v=316530&v=0" },
        { "viewer", "/office/practice" },
        { "clerk", "{draft}/sheets/预算支出" },
        { "viewer", "{draft}/sheets/绩效指标" },
        { "viewer", "{draft}/document" },
        { "clerk", "{draft}/performance" },
        { "viewer", "{draft}/performance" },
        { "clerk", "{draft}/performance/project/whole" },
        { "clerk", "{draft}/performance/monitoring" },
        { "clerk", "{draft}/process" },
        { "clerk", "{draft}/versions" },
        { "viewer", "/office/accounts" },
        { "clerk", "{books}" },
        { "clerk", "{books}/lines" },
        { "clerk", "{books}/import" },
        { "clerk", "{books}/pending" },
        { "head", "{books}/monitoring" },
        { "clerk", "{books}/report" },
        { "head", "{books}/final" },
        { "clerk", "{assistance}" },
        { "clerk", "{assistance}/persons" },
        { "clerk", "{assistance}/persons/P1" },
        { "clerk", "{assistance}/settlements" },
        { "reviewer", "{assistance}/review" },
        { "clerk", "{assistance}/differences" },
        { "clerk", "{assistance}/applications" },
        { "clerk", "{assistance}/applications/{application}" },
        { "clerk", "{assistance}/publicity" },
        { "clerk", "{assistance}/payments" },
        { "clerk", "{assistance}/payments/{payment}" },
        { "reviewer", "{assistance}/statements/{decision}" },
        { "clerk", "{assistance}/settings" },
        { "clerk", "{supervision}" },
        { "clerk", "{supervision}/institutions" },
        { "clerk", "{supervision}/institutions/{institution}" },
        { "clerk", "{supervision}/import" },
        { "clerk", "{supervision}/plan" },
        { "reviewer", "{supervision}/draws/{draw}" },
        { "clerk", "{supervision}/inspections" },
        { "clerk", "{supervision}/inspections/{inspection}" },
        { "clerk", "{supervision}/cases" },
        { "head", "{supervision}/cases/{case}" },
        { "clerk", "{demo}/supervision" },
        { "head", "{demo}/screening" },
        { "clerk", "{demo}/screening?State=列为疑点" },
        { "clerk", "{demo}/complaints" },
        { "clerk", "{demo}/complaints/{complaint}" },
        { "clerk", "{demo}/credit" },
        { "head", "{demo}/credit/{credit}" },
        { "clerk", "{demo}/registers" },
        { "clerk", "{demo}/registers/{register}" },
        { "clerk", "{demo}/registers/{register}/records/{record}" },
        { "clerk", "{demo}/registers/{register}/import" },
        { "clerk", "{demo}/registers/{register}/definition" },
        { "clerk", "{demo}/bulletin" },
        { "clerk", "{demo}/fund" },
        { "clerk", "{demo}/fund/{year}/reconciliation" },
        { "clerk", "{demo}/enrolment" },
        { "clerk", "/office/{own}/reviews" },
        { "clerk", "{review}" },
        { "viewer", "{review}?severity=error" },
        { "clerk", "{review}/compare" },
        { "clerk", "/office/{own}/reviews/rules" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_quiet_fits_and_is_accessible(string? who, string address)
    {
        var path = address.Replace("{own}", $"{office.Own}", StringComparison.Ordinal);
        if (path.StartsWith("{demo}", StringComparison.Ordinal))
        {
            var department = await office.DemonstrationAsync();
            var register = (await office.Desk.Registers.ListAsync(department, TestContext.Current.CancellationToken))[0];
            var numbers = new Dictionary<string, int>
            {
                ["{year}"] = TimeProvider.System.GetUtcNow().Year - 1,
                ["{complaint}"] = (await office.Desk.Complaints.ListAsync(department, DateOnly.MinValue, DateOnly.MaxValue, TestContext.Current.CancellationToken))[0].Id,
                ["{credit}"] = (await office.Desk.Credit.ListAsync(department, null, TestContext.Current.CancellationToken))[0].Id,
                ["{register}"] = register.Id,
                ["{record}"] = (await office.Desk.Registers.RecordsAsync(register.Id, TestContext.Current.CancellationToken))[0].Id,
            };
            path = numbers.Aggregate(path.Replace("{demo}", $"/office/{department}", StringComparison.Ordinal), (text, n) => text.Replace(n.Key, $"{n.Value}", StringComparison.Ordinal));
        }

        if (path.StartsWith("{draft}", StringComparison.Ordinal))
        {
            var (department, draft) = await office.DraftAsync("hanyang-2023");
            path = path.Replace("{draft}", $"/office/{department}/drafts/{draft}", StringComparison.Ordinal);
        }

        if (path.StartsWith("{books}", StringComparison.Ordinal))
        {
            var (department, _) = await YearOfExecution.BeginAsync(office);
            path = path.Replace("{books}", $"/office/{department}/execution/2023", StringComparison.Ordinal);
        }

        if (path.StartsWith("{assistance}", StringComparison.Ordinal))
        {
            var (department, decision, payment) = await YearOfAssistance.BeginAsync(office);
            if (path.Contains("{application}", StringComparison.Ordinal))
                path = path.Replace("{application}", $"{await YearOfAssistance.ApplicationAsync(office, department)}", StringComparison.Ordinal);
            path = path.Replace("{assistance}", $"/office/{department}/assistance", StringComparison.Ordinal).Replace("{decision}", $"{decision}", StringComparison.Ordinal).Replace("{payment}", $"{payment}", StringComparison.Ordinal);
        }

        if (path.StartsWith("{supervision}", StringComparison.Ordinal))
        {
            var district = await SupervisedDistrict.BeginAsync(office);
            foreach (var (name, id) in new[] { ("{institution}", district.Institution), ("{draw}", district.Draw), ("{inspection}", district.Inspection), ("{case}", district.Case) })
                path = path.Replace(name, $"{id}", StringComparison.Ordinal);
            path = path.Replace("{supervision}", district.Root, StringComparison.Ordinal);
        }

        if (path.StartsWith("{review}", StringComparison.Ordinal))
        {
            var (department, _) = await office.DraftAsync(null);
            await ReviewedDocuments.UploadAsync(office, department, "初稿.html", ReviewedDocuments.Sample(office, "html"));
            var review = await ReviewedDocuments.UploadAsync(office, department, "二稿.html", ReviewedDocuments.Sample(office, "html", "9205.78"));
            path = path.Replace("{review}", $"/office/{department}/reviews/{review.Id}", StringComparison.Ordinal);
        }

        var page = await office.PageAsync(browser, who);
        var said = new List<string>();
        page.Console += (_, m) => said.Add(m.Text);
        page.PageError += (_, e) => said.Add(e);
        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 844);
            await page.GotoAsync(office.Url + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.DoesNotContain(said, s => !s.Contains("403", StringComparison.Ordinal));
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
            await Picture.TakeAsync(page, $"{who ?? "nobody"}{address}-{width}");
        }

        Assert.SkipWhen(browser.Axe is null, "npm 没有取到 axe-core");
        await page.SetViewportSizeAsync(1280, 900);
        await AccessibleAsync(browser, page);
        await page.Context.CloseAsync();
    }

    /// <summary>What stands there now can be used by everybody, and does not run over at the width of a telephone.</summary>
    internal static async Task AccessibleAsync(BrowserFixture browser, IPage page)
    {
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        if (browser.Axe is null)
            return;
        await page.EvaluateAsync(browser.Axe);
        var found = await page.EvaluateAsync<JsonElement>("axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] })");
        var faults = found.GetProperty("violations").EnumerateArray()
            .Select(v => $"{v.GetProperty("id").GetString()}: {v.GetProperty("nodes")[0].GetProperty("html").GetString()} ({v.GetProperty("nodes")[0].GetProperty("failureSummary").GetString()})");
        Assert.Equal("", string.Join("\n", faults));
    }
}

/// <summary>Pictures of what the tests see, where a folder for them is named (MINGZHANG_PICTURES).</summary>
internal static class Picture
{
    public static async Task TakeAsync(IPage page, string name, bool isWhole = true)
    {
        if (Environment.GetEnvironmentVariable("MINGZHANG_PICTURES") is not { Length: > 0 } folder)
            return;
        Directory.CreateDirectory(folder);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name.Replace('/', '_') + ".png"), FullPage = isWhole });
    }

    /// <summary>Keeps a file that was made.</summary>
    public static async Task KeepAsync(IDownload download)
    {
        if (Environment.GetEnvironmentVariable("MINGZHANG_PICTURES") is { Length: > 0 } folder)
            await download.SaveAsAsync(Path.Combine(folder, download.SuggestedFilename));
    }
}
