using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Mingzhang.Bench;

/// <summary>What a benchmark measured, as the contract's JSON has it.</summary>
/// <param name="Name">Name of the benchmark.</param>
/// <param name="Items">How many things one run dealt with.</param>
/// <param name="Seconds">The fastest of several warm runs.</param>
/// <param name="Details">Whatever else was measured.</param>
internal sealed record Measured(string Name, long Items, double Seconds, JsonObject Details)
{
    public JsonObject ToJson() => new()
    {
        ["name"] = Name,
        ["items"] = Items,
        ["seconds"] = Math.Round(Seconds, 6),
        ["perSecond"] = Math.Round(Items / Seconds, 1),
        ["peakMiB"] = Process.GetCurrentProcess().PeakWorkingSet64 / (1024 * 1024),
        ["details"] = Details,
    };
}

/// <summary>Times work by the clock. Other work on the machine only ever adds time, so the fastest run says most.</summary>
internal static class Measure
{
    /// <summary>Seconds of the fastest run, after one that warms up.</summary>
    public static double Fastest(int runs, Action work)
    {
        work();
        var best = double.MaxValue;
        for (var i = 0; i < runs; i++)
        {
            // What an earlier run left behind is not this one's to clear away.
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return best;
    }

    /// <summary>The same in milliseconds, rounded for reading.</summary>
    public static double FastestMilliseconds(int runs, Action work) => Math.Round(Fastest(runs, work) * 1000, 3);
}
