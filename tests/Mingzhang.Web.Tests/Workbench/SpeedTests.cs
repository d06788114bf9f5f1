using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;

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

    [Fact]
    public async Task Fifty_people_at_work()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("MINGZHANG_MEASURE") is null, "MINGZHANG_MEASURE");
        const int Offices = 10, People = 50, Turns = 8;
        var offices = new List<(int Department, int Draft)>();
        for (var i = 0; i < Offices; i++)
            offices.Add(await office.DraftAsync("jiangan-2024", 2024, "jiangan-2024-budget"));
        var times = new System.Collections.Concurrent.ConcurrentBag<(string What, long Milliseconds)>();
        var clients = new List<HttpClient>();
        for (var i = 0; i < People; i++)
        {
            clients.Add(await office.ClientAsync("clerk"));
            clients[i].DefaultRequestHeaders.Add("X-CSRF", await OfficeFixture.TokenAsync(clients[i], "/office/password"));
        }

        await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            var (department, draft) = offices[person % Offices];
            var (root, api) = ($"/office/{department}/drafts/{draft}", $"/office/{department}/api/drafts/{draft}");
            var pause = new Random(person);
            await Task.Delay(pause.Next(3000), Cancellation);
            for (var turn = 0; turn < Turns; turn++)
            {
                foreach (var (what, path) in new[] { ("部门首页", $"/office/{department}"), ("总览", root), ("录入页", root + "/sheets/预算支出"), ("录入表数据", api + "/sheets/预算支出"), ("项目", root + "/projects"), ("流程", root + "/process") })
                {
                    times.Add((what, await TimeAsync(async () => (await clients[person].GetAsync(path, Cancellation)).EnsureSuccessStatusCode())));
                    await Task.Delay(200 + pause.Next(1600), Cancellation);
                }

                var edit = new { added = new[] { new { key = "k", cells = new Dictionary<string, string> { ["职责"] = $"职责 {person} {turn}" } } } };
                times.Add(("保存", await TimeAsync(async () => (await clients[person].PostAsJsonAsync(api + "/sheets/职责", edit, Cancellation)).EnsureSuccessStatusCode())));
                times.Add(("即时审核", await TimeAsync(async () => (await clients[person].GetAsync(api + "/state", Cancellation)).EnsureSuccessStatusCode())));
            }
        }));
        foreach (var group in times.GroupBy(t => t.What))
            Say(group.Key, [.. group.Select(t => t.Milliseconds)]);
        clients.ForEach(c => c.Dispose());
    }

    /// <summary>The page reads balances, so how many payments made them does not matter; `./mz bench payments` has the million.</summary>
    [Fact]
    public async Task Monitoring_of_two_hundred_projects()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("MINGZHANG_MEASURE") is null, "MINGZHANG_MEASURE");
        const int Projects = 200, LinesOfProject = 10;
        var (department, _) = await office.DraftAsync(null, 2024);
        var clerk = await office.ActorAsync("clerk");
        var unit = (await office.Desk.Register.UnitsAsync(department, Cancellation))[1].Code;
        var lines = Enumerable.Range(0, Projects * LinesOfProject).Select(i => new LedgerLine(
            Stage.Budget, Flow.Expenditure, unit, $"42010124202T{i / LinesOfProject:D9}", "特定目标类", "2101501", $"302{i % LinesOfProject:D2}", "一般公共预算", MoneyYear.Current, 1_000_000_00)).ToList();
        Assert.Null(await office.Desk.Execution.OpenAsync(clerk, department, 2024, lines, Cancellation));
        var rows = lines.Select((l, i) => new ExecutionEntry(EntryKind.Payment, new DateOnly(2024, (i % 12) + 1, 5), $"支-{i}", LineKey.Of(l), 400_000_00, null, null, ""))
            .Select((e, i) => new IncomingRow(i + 1, () => EntryCells.Of(e), e, null)).ToList();
        Assert.Equal(lines.Count, (await office.Desk.Execution.Posting.PostAsync(clerk, department, 2024, "测速", rows, false, null, null, Cancellation)).Posted);
        using var client = await office.ClientAsync("clerk");
        var times = new List<long>();
        for (var i = 0; i < Rounds / 2; i++)
            times.Add(await TimeAsync(async () => (await client.GetAsync($"/office/{department}/execution/2024/monitoring", Cancellation)).EnsureSuccessStatusCode()));
        Say("monitoring", times);
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
