using Microsoft.Playwright;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>The grid in a real browser: keyboard, paste, undo, autosave, two people at once.</summary>
public class GridTests(OfficeFixture office, BrowserFixture browser)
{
    private const string Lines = "预算支出", Amount = "金额(元)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_typed_is_saved_by_itself_and_the_audit_follows()
    {
        var (department, draft) = await office.DraftAsync("hanyang-2023");
        var page = await OpenAsync("clerk", department, draft);
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("都对上了");
        await TypeAsync(page, 0, Amount, "500000");
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        // Spending has grown and income has not: the relation breaks, and sentences change.
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("审核发现", new() { Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("刚才的改动使这些话变了");
        await Picture.TakeAsync(page, "grid-live");
        Assert.Equal("500000.00", (await RecordsAsync(draft))[0][Amount]);
        await TypeAsync(page, 0, "功能科目", "2101500");
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("本表填报错误");
        await Assertions.Expect(page.Locator("#grid .wrong").First).ToBeVisibleAsync();
        await page.Locator("#undo").ClickAsync();
        await page.Locator("#undo").ClickAsync();
        await Assertions.Expect(page.Locator(".live")).ToContainTextAsync("都对上了", new() { Timeout = 20_000 });
        Assert.Equal("400000.00", (await RecordsAsync(draft))[0][Amount]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_block_from_a_spreadsheet_is_pasted_and_taken_back_in_one_step()
    {
        var (department, draft) = await office.DraftAsync("hanyang-2023");
        var page = await OpenAsync("clerk", department, draft);
        var before = await RecordsAsync(draft);
        await CellAsync(page, before.Count - 1, "经济科目").ClickAsync();
        await page.EvaluateAsync("""
            () => {
              const data = new DataTransfer();
              data.setData('text/plain', '30201\t一般公共预算\t本年\t1,234.5\r\n30202\t一般公共预算\t本年\t2000\r\n30299\t一般公共预算\t本年\t3000\r\n');
              document.querySelector('#grid .tabulator-tableholder').dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        var after = await RecordsAsync(draft);
        Assert.Equal(before.Count + 2, after.Count);
        Assert.Equal(("30201", "1234.50"), (after[before.Count - 1]["经济科目"], after[before.Count - 1][Amount]));
        Assert.Equal(("30299", "3000.00"), (after[^1]["经济科目"], after[^1][Amount]));
        await page.Locator("#undo").ClickAsync();
        await page.WaitForTimeoutAsync(600);
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        Assert.Equal(before.Select(r => r.Cells), (await RecordsAsync(draft)).Select(r => r.Cells));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_row_is_added_by_keyboard_and_removed()
    {
        var (department, draft) = await office.DraftAsync("hanyang-2023");
        var page = await OpenAsync("clerk", department, draft, "职责");
        await page.Locator("#add-row").ClickAsync();
        await page.Keyboard.TypeAsync("负责新的事项");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        Assert.Equal("负责新的事项", (await RecordsAsync(draft, "职责"))[^1]["职责"]);
        await CellAsync(page, 0, "职责").ClickAsync();
        await page.Locator("#remove-rows").ClickAsync();
        await page.WaitForTimeoutAsync(600);
        await Assertions.Expect(page.Locator("#saved")).ToContainTextAsync("已保存");
        Assert.Equal(7, (await RecordsAsync(draft, "职责")).Count);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_people_at_one_cell_lose_nothing()
    {
        var (department, draft) = await office.DraftAsync("hanyang-2023");
        var one = await OpenAsync("clerk", department, draft);
        var two = await OpenAsync("clerk2", department, draft);
        await TypeAsync(one, 0, Amount, "410000");
        await Assertions.Expect(one.Locator("#saved")).ToContainTextAsync("已保存");
        // The second has not seen it, changes the same cell and another one.
        await TypeAsync(two, 1, Amount, "390000");
        await Assertions.Expect(two.Locator("#saved")).ToContainTextAsync("已保存");
        await two.EvaluateAsync("() => 0");
        var stale = await OpenAsync("clerk2", department, draft);
        await TypeAsync(one, 2, Amount, "77777");
        await Assertions.Expect(one.Locator("#saved")).ToContainTextAsync("已保存");
        await TypeAsync(stale, 2, Amount, "88888");
        await Assertions.Expect(stale.Locator("#merge")).ToBeVisibleAsync();
        await Assertions.Expect(stale.Locator("#merge")).ToContainTextAsync("clerk");
        await Assertions.Expect(stale.Locator("#merge")).ToContainTextAsync("77777.00");
        await Assertions.Expect(stale.Locator("#merge")).ToContainTextAsync("88888.00");
        await Picture.TakeAsync(stale, "grid-merge");
        Assert.Equal("77777.00", (await RecordsAsync(draft))[2][Amount]);
        await stale.GetByLabel("您填的").CheckAsync();
        await stale.Locator("#merge-done").ClickAsync();
        await stale.WaitForTimeoutAsync(800);
        await Assertions.Expect(stale.Locator("#saved")).ToContainTextAsync("已保存");
        var records = await RecordsAsync(draft);
        Assert.Equal(["410000.00", "390000.00", "88888.00"], records.Take(3).Select(r => r[Amount]));
        await one.Context.CloseAsync();
        await two.Context.CloseAsync();
        await stale.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_only_reads_gets_no_way_to_write()
    {
        var (department, draft) = await office.DraftAsync("hanyang-2023");
        var page = await OpenAsync("viewer", department, draft);
        await CellAsync(page, 0, Amount).ClickAsync();
        await page.Keyboard.TypeAsync("1");
        Assert.Equal(0, await page.Locator("#grid input").CountAsync());
        await Assertions.Expect(page.Locator("#add-row")).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    internal static ILocator CellAsync(IPage page, int row, string column) => page.Locator($"#grid .tabulator-row >> nth={row}").Locator($"[tabulator-field=\"{column}\"]");

    internal static async Task TypeAsync(IPage page, int row, string column, string text)
    {
        await CellAsync(page, row, column).ClickAsync();
        await IntoAsync(page, text);
    }

    // Chinese comes from an input method, whose keys a test has not: the cell is opened first.
    internal static async Task IntoAsync(IPage page, string text)
    {
        if (!text.All(char.IsAscii))
        {
            await page.Keyboard.PressAsync("F2");
            await page.Keyboard.PressAsync("Control+A");
        }

        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    private async Task<IPage> OpenAsync(string who, int department, int draft, string sheet = Lines)
    {
        var page = await office.PageAsync(browser, who, 1440);
        await page.GotoAsync($"{office.Url}/office/{department}/drafts/{draft}/sheets/{sheet}");
        Assert.SkipWhen(await page.Locator(".told.bad").CountAsync() > 0, "npm 没有取到 tabulator-tables");
        await page.Locator("html[data-audited]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    private async Task<IReadOnlyList<DraftRecord>> RecordsAsync(int draft, string sheet = Lines) =>
        [.. (await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records.Where(r => r.Sheet == sheet)];
}
