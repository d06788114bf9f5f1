using System.Text.Json;

namespace Mingzhang.Cli.Tests;

public sealed class ReadTests : Folder
{
    [Fact]
    public void The_summary_lists_every_table_with_rows_and_figures()
    {
        var outcome = Calls.Run("read", Changed("x.json", "2080505", "66.77", "66.77"));
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.Contains("2025 年预算（表样：wuhan-2025-budget）", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"表3 支出总表 +万元 +20 +4\d", outcome.Output);
        Assert.Matches(@"表 \d+ 张，文字 \d+ 段，绩效表 1\d 张", outcome.Output);
    }

    [Fact]
    public void A_plain_text_is_read_into_JSON()
    {
        var text = Write("x.txt", "某区医疗保障局2024年部门预算\n支出总表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t12.30\t10.00\t2.30\n210\t卫生健康支出\t12.30\t10.00\t2.30\n");
        using var json = JsonDocument.Parse(Calls.Run("read", text, "--json", "-").Output);
        Assert.Equal(text, json.RootElement.GetProperty("document").GetProperty("file").GetString());
        Assert.Contains("12.30", json.RootElement.GetProperty("statements").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_that_is_read_comes_out_as_it_went_in()
    {
        var file = Changed("x.json", "2080505", "66.77", "66.77");
        var compiled = File.ReadAllText(file).Replace("\"file\":null", $"\"file\":\"{file}\"", StringComparison.Ordinal);
        Assert.Equal(compiled.TrimEnd(), Calls.Run("read", file, "--json", "-").Output.TrimEnd());
    }

    [Fact]
    public void A_missing_file_is_told_in_one_line()
    {
        var outcome = Calls.Run("read", At("none.pdf"));
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Equal($"{At("none.pdf")}：找不到这个文件。请检查路径和文件名。{Environment.NewLine}", outcome.Error);
    }

    [Fact]
    public void Several_files_give_an_array()
    {
        var file = Changed("x.json", "2080505", "66.77", "66.77");
        using var json = JsonDocument.Parse(Calls.Run("read", file, file, "--json", "-").Output);
        Assert.Equal(2, json.RootElement.GetArrayLength());
    }
}
