using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Office;
using Mingzhang.Demonstration;
using Mingzhang.Storage;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;

namespace Mingzhang.Bench;

/// <summary>The settlements of a large district through SQLite: stored, then computed with their year-to-date and their decisions stored.</summary>
internal static class SettlementStoreCase
{
    private const int Usual = 1_000_000, Part = 50_000;

    private const string Variable = "MINGZHANG_BENCH_SETTLEMENTS";

    /// <summary>Runs it; fewer settlements where the environment says so.</summary>
    public static void Run(PolicyBook policies, JsonObject details)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : Usual;
        var folder = Directory.CreateTempSubdirectory("mz-bench-").FullName;
        try
        {
            RunAsync(policies, StoreAddress.Parse(Path.Combine(folder, "office.db")), count, details).GetAwaiter().GetResult();
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task RunAsync(PolicyBook policies, StoreAddress address, int count, JsonObject details)
    {
        var desk = new OfficeDesk((await Store.OpenAsync(address, CancellationToken.None)).Store!, TimeProvider.System);
        var clerk = new Actor(0, "bench", "", false, "", [new(Role.Administrator, null, null)]);
        var (department, _) = await desk.Register.SaveAsync(clerk, new Department(0, "某局", "某局", true, "", ""), CancellationToken.None);
        var policy = policies.Versions[^1];
        var watch = Stopwatch.StartNew();
        var (cpu, stored) = (Processor(), 0);
        using var storing = new TopMemory();
        // Made and stored part by part, so that what is measured afterwards is the memory of the run alone.
        foreach (var persons in new AssistanceDistrict(policy, policy.From.Year).Make(count, 9).Chunk(Part / 8))
        {
            await desk.Assistance.Persons.StoreAsync(clerk, department, "名单", [.. persons.SelectMany(p => p.Identities.Select(i => new ListedIdentity(p.Code, i)))], [], policy.From, isWhole: false, CancellationToken.None);
            stored += (await desk.Assistance.Settlements.StoreAsync(
                clerk, department, "结算", [.. persons.SelectMany(p => p.Settlements.Select(s => new IncomingSettlement(0, p.Code, s)))], CancellationToken.None)).Added;
        }

        details["sqliteSettlements"] = stored;
        details["sqliteStoreSeconds"] = Math.Round(watch.Elapsed.TotalSeconds, 1);
        details["sqliteStoreProcessorSeconds"] = Math.Round(Processor() - cpu, 1);
        details["sqliteStoreTopMiB"] = storing.Stop();
        GC.Collect();
        using var running = new TopMemory();
        cpu = Processor();
        watch.Restart();
        var outcome = await desk.Assistance.Decisions.RunAsync(clerk, department, policies, CancellationToken.None);
        details["sqliteRunSeconds"] = Math.Round(watch.Elapsed.TotalSeconds, 1);
        details["sqliteRunProcessorSeconds"] = Math.Round(Processor() - cpu, 1);
        details["sqliteDecisions"] = outcome.Decisions;
        details["sqliteRunTopMiB"] = running.Stop();
    }

    // Other work on the machine adds to the clock, not to this.
    private static double Processor() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    // The largest managed memory while something runs, what is not collected yet included: it must not depend on how much there is to do.
    private sealed class TopMemory : IDisposable
    {
        private readonly Timer _timer;
        private long _top;

        public TopMemory() => _timer = new Timer(_ => _top = Math.Max(_top, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 50);

        public long Stop()
        {
            _timer.Dispose();
            return _top / (1024 * 1024);
        }

        public void Dispose() => _timer.Dispose();
    }
}
