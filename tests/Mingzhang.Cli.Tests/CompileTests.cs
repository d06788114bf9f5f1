using System.Text.Json;
using Mingzhang.Cli.Terminal;

namespace Mingzhang.Cli.Tests;

public sealed class CompileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mz-compile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Samples =>
        [.. Directory.GetDirectories(Path.Combine(Home.Find(), "samples")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_compiles_to_tables_with_figures(string sample)
    {
        using var json = JsonDocument.Parse(Run(ExitStatus.Fine, Sample(sample), "--json", "-").Output);
        var root = json.RootElement;
        Assert.Equal(sample.EndsWith("-final", StringComparison.Ordinal) || sample == "dongxihu-2024" ? "final" : "budget", root.GetProperty("document").GetProperty("kind").GetString());
        Assert.True(root.GetProperty("statements").EnumerateArray().Count(s => !s.GetProperty("empty").GetBoolean()) >= 6);
    }

    [Fact]
    public void Tables_fit_80_columns_with_title_unit_and_figures()
    {
        var outcome = Run(ExitStatus.Fine, Sample("caidian-2025"));
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(TextWidth.Of(line.TrimEnd()) <= 80, line));
        Assert.Contains("表1  收支总表  单位：万元", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"收入总计 +7,515\.18", outcome.Output);
        Assert.Matches(@"2210201 住房公积金 +53\.01", outcome.Output);
        Assert.Contains("（空表）", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_goes_into_a_file()
    {
        var file = Path.Combine(_folder, "x.json");
        var outcome = Run(ExitStatus.Fine, Sample("caidian-2025"), "--json", file);
        Assert.Equal($"已写入 {file}{Environment.NewLine}", outcome.Output);
        Assert.StartsWith("{\"document\":{\"file\":null,\"kind\":\"budget\"", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told_in_one_line() =>
        Assert.StartsWith("写不了 ", Run(ExitStatus.Unusable, Sample("caidian-2025"), "--json", Path.Combine(_folder, "no", "x.json")).Error, StringComparison.Ordinal);

    [Fact]
    public void A_kind_the_ledger_does_not_hold_is_refused() =>
        Assert.Equal($"台账里没有决算：台账.yaml 没有填决算版本{Environment.NewLine}", Run(ExitStatus.Unusable, Sample("caidian-2025"), "--kind", "final").Error);

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Assert.Contains("找不到这个台账文件夹", Run(ExitStatus.Unusable, Path.Combine(_folder, "none")).Error, StringComparison.Ordinal);

    [Fact]
    public void All_mistakes_of_a_ledger_are_listed_with_their_places()
    {
        foreach (var file in Directory.GetFiles(Sample("caidian-2025"), "*.csv").Append(Path.Combine(Sample("caidian-2025"), "台账.yaml")))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        var lines = Path.Combine(_folder, "预算支出.csv");
        File.AppendAllText(lines, "999,42011422056R000000268,人员类,2101550,30101,一般公共预算,本年,12.5x\n");

        var outcome = Run(ExitStatus.Unusable, _folder);

        Assert.Empty(outcome.Output);
        Assert.Contains("处错误", outcome.Error, StringComparison.Ordinal);
        Assert.Matches(@"预算支出\.csv 第\d+行 单位代码“999”：", outcome.Error);
        Assert.Matches(@"预算支出\.csv 第\d+行 金额\(元\)“12\.5x”：", outcome.Error);
    }

    [Fact]
    public void An_edition_that_data_does_not_hold_is_told_with_those_it_holds()
    {
        foreach (var file in Directory.GetFiles(Sample("caidian-2025"), "*.csv"))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        var settings = File.ReadAllText(Path.Combine(Sample("caidian-2025"), "台账.yaml"));
        File.WriteAllText(Path.Combine(_folder, "台账.yaml"), settings.Replace("wuhan-2025-budget", "wuhan-2099-budget", StringComparison.Ordinal));
        Assert.Contains("“wuhan-2099-budget”不在 data/editions 中，可以是 jiangan-2024-budget、", Run(ExitStatus.Unusable, _folder).Error, StringComparison.Ordinal);
    }

    private static string Sample(string name) => Path.Combine(Home.Find(), "samples", name);

    private static Outcome Run(int status, params string[] args)
    {
        var outcome = Calls.Run(["compile", .. args]);
        Assert.True(outcome.Status == status, outcome.Error);
        return outcome;
    }
}
