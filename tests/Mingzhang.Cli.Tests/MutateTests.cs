using System.Text.Json;

namespace Mingzhang.Cli.Tests;

public sealed class MutateTests : Folder
{
    [Fact]
    public void The_report_counts_what_was_noticed()
    {
        using var json = JsonDocument.Parse(Calls.Run("mutate", Sample("caidian-2025"), "--count", "60", "--seed", "7", "--json", "-").Output);
        int Number(string name) => json.RootElement.GetProperty(name).GetInt32();
        Assert.Equal(60, Number("mutations"));
        Assert.Equal(Number("guarded"), Number("detectable") + Number("withinRounding"));
        Assert.True(Number("caught") > 50);
        Assert.Equal(60, json.RootElement.GetProperty("byKind").EnumerateObject().Sum(k => k.Value.GetProperty("mutations").GetInt32()));
    }

    [Fact]
    public void The_same_seed_gives_the_same_report_and_another_another()
    {
        string Report(string seed) => Calls.Run("mutate", Sample("caidian-2025"), "--count", "40", "--seed", seed, "--json", "-").Output;
        Assert.Equal(Report("3"), Report("3"));
        Assert.NotEqual(Report("3"), Report("4"));
    }

    [Fact]
    public void A_person_reads_it_in_Chinese()
    {
        var outcome = Calls.Run("mutate", Sample("caidian-2025"), "--count", "40");
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.Matches(@"已发现 +\d+", outcome.Output);
    }

    [Fact]
    public void A_wrong_count_is_refused() =>
        Assert.Contains("--count 应在 1 到 1000000 之间", Calls.Run("mutate", "x", "--count", "0").Error, StringComparison.Ordinal);
}
