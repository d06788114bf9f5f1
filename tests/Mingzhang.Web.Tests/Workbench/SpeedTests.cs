using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>How long saving and looking take with 5,000 lines. It measures and asserts nothing but that all is answered: run it alone, with MINGZHANG_MEASURE set.</summary>
public class SpeedTests(OfficeFixture office)
{
    private const int Lines = 5000, Rounds = 40;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Saving_a_cell_of_five_thousand_lines()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("MINGZHANG_MEASURE") is null, "MINGZHANG_MEASURE");
        var (department, draft) = await office.DraftAsync("hanyang-2023");
        using var client = await office.ClientAsync("clerk");
        client.DefaultRequestHeaders.Add("X-CSRF", await OfficeFixture.TokenAsync(client, "/office/password"));
        var path = $"/office/{department}/api/drafts/{draft}/sheets/预算支出";
        var first = JsonDocument.Parse(await client.GetStringAsync(path, Cancellation)).RootElement.GetProperty("records")[0];
        var cells = first.GetProperty("cells").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetString()!);
        var block = Enumerable.Range(0, Lines).Select(i => new { key = $"k{i}", cells = new Dictionary<string, string>(cells) { ["经济科目"] = "30299", ["金额(元)"] = $"{i}.00" } });
        Say("paste 5000", [await TimeAsync(async () => (await client.PostAsJsonAsync(path, new { added = block }, Cancellation)).EnsureSuccessStatusCode())]);
        var id = first.GetProperty("id").GetInt32();
        var old = cells["金额(元)"];
        var saves = new List<long>();
        for (var i = 0; i < Rounds; i++)
        {
            var now = $"{i + 1}.00";
            var edit = new { cells = new[] { new { record = id, column = "金额(元)", old, @new = now } } };
            saves.Add(await TimeAsync(async () => (await client.PostAsJsonAsync(path, edit, Cancellation)).EnsureSuccessStatusCode()));
            old = now;
        }

        Say("save one cell", saves);
        foreach (var page in new[] { path, $"/office/{department}/drafts/{draft}/sheets/预算支出", $"/office/{department}/api/drafts/{draft}/state", $"/office/{department}/drafts/{draft}/process", $"/office/{department}" })
        {
            var times = new List<long>();
            for (var i = 0; i < Rounds / 2; i++)
                times.Add(await TimeAsync(async () => (await client.GetAsync(page, Cancellation)).EnsureSuccessStatusCode()));
            Say(page, times);
        }
    }

    private static async Task<long> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.ElapsedMilliseconds;
    }

    private static void Say(string what, List<long> milliseconds)
    {
        milliseconds.Sort();
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: median {milliseconds[milliseconds.Count / 2]} ms, p95 {milliseconds[milliseconds.Count * 95 / 100]} ms, n {milliseconds.Count}"));
    }
}
