namespace Mingzhang.Cli.Tests;

public sealed class PublishTests : Folder
{
    [Fact]
    public void Files_are_written_and_listed()
    {
        var outcome = Calls.Run("publish", Sample("caidian-2025"), "--format", "html,data", "--out", At("out"));
        Assert.True(outcome.Status == ExitStatus.Fine, outcome.Error);
        var listed = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Trim()["已写入 ".Length..]).ToList();
        Assert.Equal(listed.Order(StringComparer.Ordinal), Directory.GetFiles(At("out"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
        Assert.Contains(listed, f => f.EndsWith("2025年单位预算.html", StringComparison.Ordinal));
    }

    [Fact]
    public void A_published_page_is_published_again_from_what_is_read()
    {
        Calls.Run("publish", Sample("caidian-2025"), "--format", "html", "--out", At("one"));
        var page = Assert.Single(Directory.GetFiles(At("one")));
        var outcome = Calls.Run("publish", page, "--format", "html", "--out", At("two"));
        Assert.True(outcome.Status == ExitStatus.Fine, outcome.Error);
        Assert.Equal(File.ReadAllText(page), File.ReadAllText(Assert.Single(Directory.GetFiles(At("two")))));
    }

    [Fact]
    public void What_a_person_must_still_supply_makes_a_draft()
    {
        CopySample("caidian-2025");
        File.Delete(At("caidian-2025/职责.csv"));
        var outcome = Calls.Run("publish", At("caidian-2025"), "--format", "html,data", "--out", At("out"));
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.Contains("草稿：还有 1 处待填", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("主要职责", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("<mark>【待填：主要职责】</mark>", File.ReadAllText(Assert.Single(Directory.GetFiles(At("out"), "*.html"))), StringComparison.Ordinal);
        var json = Calls.Run("compile", At("caidian-2025"), "--json", "-").Output;
        Assert.Contains("\"draft\":true,\"gaps\":[{\"section\":", json.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_document_is_no_draft()
    {
        var outcome = Calls.Run("publish", Sample("caidian-2025"), "--format", "html", "--out", At("out"));
        Assert.DoesNotContain("草稿", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("待填", File.ReadAllText(Assert.Single(Directory.GetFiles(At("out"), "*.html"))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_format_is_refused_with_those_that_are_known()
    {
        var outcome = Calls.Run("publish", Sample("caidian-2025"), "--format", "html,odt", "--out", At("out"));
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Contains("没有“odt”这种格式，可以是 ", outcome.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(At("out")));
    }

    [Fact]
    public void Nothing_half_written_stays_where_a_file_cannot_be_written()
    {
        // A folder stands where the second file belongs.
        Directory.CreateDirectory(At("out"));
        var data = Calls.Run("publish", Sample("caidian-2025"), "--format", "data", "--out", At("probe"));
        var second = Path.GetRelativePath(At("probe"), data.Output.Split('\n')[1].Trim()["已写入 ".Length..]);
        Directory.CreateDirectory(Path.Combine(At("out"), second + ".mz-unfinished"));
        var outcome = Calls.Run("publish", Sample("caidian-2025"), "--format", "data", "--out", At("out"));
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.StartsWith("写不进 ", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(At("out"), "*", SearchOption.AllDirectories));
    }
}
