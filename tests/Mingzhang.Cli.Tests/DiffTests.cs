using System.Text.Json;

namespace Mingzhang.Cli.Tests;

public sealed class DiffTests : Folder
{
    [Fact]
    public void A_ledger_and_its_JSON_do_not_differ()
    {
        var outcome = Calls.Run("diff", Sample("caidian-2025"), Changed("x.json", "2080505", "66.77", "66.77"));
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.Contains("不同 0 格，只在 A 0 格，只在 B 0 格", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_cell_is_shown_with_both_figures()
    {
        var outcome = Calls.Run("diff", Sample("caidian-2025"), Changed("x.json", "2080505", "66.77", "66.17"));
        Assert.Equal(ExitStatus.Found, outcome.Status);
        Assert.Contains("《支出总表》", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"2080505 .* +66\.77 +66\.17", outcome.Output);
        Assert.Contains("不同 1 格", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_differences_are_written_as_JSON()
    {
        var outcome = Calls.Run("diff", Sample("caidian-2025"), Changed("x.json", "2080505", "66.77", "66.17"), "--json", "-");
        using var json = JsonDocument.Parse(outcome.Output);
        var difference = Assert.Single(json.RootElement.GetProperty("differences").EnumerateArray());
        Assert.Equal("different", difference.GetProperty("kind").GetString());
        Assert.Equal("66.17", difference.GetProperty("b").GetString());
    }

    [Fact]
    public void What_cannot_be_read_is_told_and_gives_two()
    {
        var outcome = Calls.Run("diff", Sample("caidian-2025"), At("none.pdf"));
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Contains("找不到这个文件", outcome.Error, StringComparison.Ordinal);
    }
}
