using System.Text.Json.Nodes;
using Mingzhang.Documents.Publishing;

namespace Mingzhang.Bench;

/// <summary>Publishing every sample in every format, warm: the slowest sample of each format is what its target is about.</summary>
internal static class PublishCase
{
    private const int Runs = 20;
    private const int PrintRuns = 3;

    private static readonly string[] Names = ["jiangan-2024", "hanyang-2023", "qingshan-2022", "caidian-2025", "dongxihu-2024"];

    /// <summary>Milliseconds allowed a sample.</summary>
    private static readonly (string Format, int Target)[] Formats = [("docx", 60), ("xlsx", 40), ("html", 15), ("pdf", 2_000), ("data", 40)];

    public static Measured Run(World world)
    {
        var details = new JsonObject();
        var samples = Names.Select(n => world.Narrated(world.Sample(n))).ToList();
        var context = new PublishContext(world.Editions);
        var total = 0.0;
        foreach (var (format, target) in Formats)
        {
            var publisher = Publishers.Find(format)!;
            if (!publisher.Publish(samples[0], context, CancellationToken.None).IsRead)
            {
                details[format] = "没有浏览器，未测";
                continue;
            }

            var times = samples.Select(s => Measure.FastestMilliseconds(format == "pdf" ? PrintRuns : Runs, () => publisher.Publish(s, context, CancellationToken.None))).ToList();
            details[format + "SlowestMilliseconds"] = times.Max();
            details[format + "TargetMilliseconds"] = target;
            for (var i = 0; i < Names.Length; i++)
                details[$"{format}/{Names[i]}"] = times[i];
            total += times.Sum() / 1000;
        }

        return new Measured("publish", Names.Length * Formats.Length, total, details);
    }
}
