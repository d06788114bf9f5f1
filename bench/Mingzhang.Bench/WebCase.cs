using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mingzhang.Storage.Tests;

namespace Mingzhang.Bench;

/// <summary>Load of the site: the page of a document as often as it goes, by wrk over the loopback, on both engines.</summary>
internal static partial class WebCase
{
    private const string Page = "/disclosures/武汉市青山区医疗保障局/2022/budget";
    private const string WarmUp = "-t1 -c16 -d3s";
    private const string Load = "-t1 -c16 -d10s --latency";

    public static Measured Run(World world)
    {
        var details = new JsonObject();
        var folder = Directory.CreateTempSubdirectory("mz-bench-").FullName;
        try
        {
            var sqlite = Serve(world, Path.Combine(folder, "demo.db"));
            details["sqlite"] = sqlite.Figures;
            using var server = new PostgresServer();
            if (server.Missing is null)
                details["postgresql"] = Serve(world, server.NewDatabase()).Figures;
            return new Measured("web", sqlite.Requests, sqlite.Seconds, details);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (long Requests, double Seconds, JsonObject Figures) Serve(World world, string database)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = Stopwatch.GetTimestamp();
        using var site = Start(Path.Combine(world.Home, "mz"), ["serve", "--db", database, "--urls", url]);
        if (site.StandardOutput.ReadLine() is null)
            throw new InvalidOperationException("The site did not start.");
        var ready = Stopwatch.GetElapsedTime(start).TotalSeconds;
        try
        {
            var address = new Uri(url + Page).AbsoluteUri;
            Wrk(WarmUp, address);
            var said = Wrk(Load, address);
            var requests = long.Parse(Requests().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
            var seconds = double.Parse(Requests().Match(said).Groups[2].Value, CultureInfo.InvariantCulture);
            return (requests, seconds, new JsonObject
            {
                ["readySeconds"] = Math.Round(ready, 2),
                ["requestsPerSecond"] = Math.Round(requests / seconds, 1),
                ["p99"] = P99().Match(said).Groups[1].Value,
                ["failed"] = said.Contains("Non-2xx", StringComparison.Ordinal),
            });
        }
        finally
        {
            using var stop = Process.Start("kill", ["-TERM", site.Id.ToString(CultureInfo.InvariantCulture)]);
            site.WaitForExit();
        }
    }

    private static string Wrk(string options, string address)
    {
        using var wrk = Start("wrk", [.. options.Split(' '), address]);
        var said = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        return said;
    }

    private static Process Start(string program, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("([0-9]+) requests in ([0-9.]+)s")]
    private static partial Regex Requests();

    [GeneratedRegex("99% +([0-9.]+[a-z]+)")]
    private static partial Regex P99();
}
