using System.Text.Json.Nodes;
using Mingzhang.Documents.Json;

namespace Mingzhang.Bench;

/// <summary>The benchmarks by name. A new one is a method and a line here.</summary>
internal static class Cases
{
    private const int SmallRuns = 50;
    private const int LargeRuns = 5;

    public static IReadOnlyDictionary<string, Func<World, Measured>> All { get; } = new Dictionary<string, Func<World, Measured>>(StringComparer.Ordinal)
    {
        ["compile"] = Compile,
        ["reading"] = Reading,
        ["audit"] = Audit,
        ["publish"] = PublishCase.Run,
        ["settlement"] = SettlementCase.Run,
        ["screening"] = ScreeningCase.Run,
        ["web"] = WebCase.Run,
        ["payments"] = PaymentsCase.Run,
    };

    private static Measured Compile(World world)
    {
        var details = new JsonObject();
        foreach (var name in World.Samples)
        {
            var ledger = world.Sample(name);
            details[name + "Milliseconds"] = Measure.FastestMilliseconds(SmallRuns, () => world.Compile(ledger));
        }

        var large = world.Large;
        details["units"] = large.Units.Count;
        details["projects"] = large.Projects.Count;
        return new Measured("compile", large.Lines.Count, Measure.Fastest(LargeRuns, () => world.Compile(large)), details);
    }

    private static Measured Reading(World world)
    {
        var details = new JsonObject();
        foreach (var path in world.Seeds)
        {
            var text = File.ReadAllBytes(path);
            details[Path.GetFileNameWithoutExtension(path) + "Milliseconds"] =
                Measure.FastestMilliseconds(SmallRuns, () => world.Read(path, text));
        }

        if (world.RealPdf is { } pdf)
        {
            var content = File.ReadAllBytes(pdf);
            details["pdfMilliseconds"] = Measure.FastestMilliseconds(SmallRuns, () => world.Read(pdf, content));
            // What the program that finds the words takes by itself: the rest is ours.
            details["pdftotextMilliseconds"] = Measure.FastestMilliseconds(SmallRuns, () =>
            {
                using var run = System.Diagnostics.Process.Start("pdftotext", ["-enc", "UTF-8", "-bbox-layout", pdf, "/dev/null"]);
                run.WaitForExit();
            });
        }

        using var stream = new MemoryStream();
        var sample = world.Compile(world.Sample(World.Samples[0]));
        DisclosureJson.Write(stream, sample);
        var json = stream.ToArray();
        var cells = sample.Statements.Sum(s => s.Rows.Sum(r => r.Cells.Count));
        return new Measured("reading", cells, Measure.Fastest(SmallRuns, () => DisclosureJson.Read("sample.json", json)), details);
    }

    private static Measured Audit(World world)
    {
        var details = new JsonObject();
        foreach (var name in World.Samples)
        {
            var sample = world.Compile(world.Sample(name));
            details[name + "Milliseconds"] = Measure.FastestMilliseconds(SmallRuns, () => world.Audit(sample));
        }

        foreach (var path in world.Seeds)
        {
            var read = world.Read(path, File.ReadAllBytes(path)).Value!;
            details[Path.GetFileNameWithoutExtension(path) + "Figures"] = world.Audit(read).Figures;
            details[Path.GetFileNameWithoutExtension(path) + "Milliseconds"] = Measure.FastestMilliseconds(SmallRuns, () => world.Audit(read));
        }

        if (Environment.GetEnvironmentVariable("MINGZHANG_BENCH_SMALL") == "1")
            return new Measured("audit", 1, 1, details);
        var large = world.Large;
        var disclosure = world.Compile(large);
        var report = world.Audit(disclosure);
        details["units"] = large.Units.Count;
        details["lines"] = large.Lines.Count;
        details["hints"] = report.Findings.Count;
        var seconds = Measure.Fastest(LargeRuns, () => world.Audit(disclosure));
        details["compiledAndAuditedSeconds"] = Math.Round(Measure.Fastest(LargeRuns, () => world.Audit(world.Compile(large))), 3);
        return new Measured("audit", report.Figures, seconds, details);
    }
}
