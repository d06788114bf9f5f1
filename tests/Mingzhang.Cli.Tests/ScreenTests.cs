namespace Mingzhang.Cli.Tests;

public sealed class ScreenTests : Folder
{
    private static string Example => Path.Combine(Home.Find(), "docs", "examples", "智能审核");

    [Fact]
    public void The_example_is_screened_and_each_hit_says_why_with_its_rows()
    {
        var outcome = Calls.Run("screen", Example);
        Assert.Equal(ExitStatus.Found, outcome.Status);
        Assert.Contains("SC-0201 费用明细.csv 第 3、6 行：住院 2024-03-04 至 2024-03-09（结算 S0002，机构 H4202）与", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("SC-0301 费用明细.csv 第 7 行：“子宫附件彩超”只用于女性", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"SC-0501 床位费多于住院天数 +1 +64\.00", outcome.Output);
        Assert.Contains("8 行明细，命中 8 处", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("不能据此直接处罚", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Hits_and_their_records_are_written_as_two_sheets()
    {
        Calls.Run("screen", Example, "--rule", "SC-0301,SC-0501", "--out", At("out"));
        var hits = File.ReadAllLines(At("out/命中.csv"));
        Assert.Equal(3, hits.Length);
        Assert.StartsWith("2,SC-0501,床位费多于住院天数,国务院令第735号第十五条,示例,64.00,1,住院 2024-03-01", hits[2], StringComparison.Ordinal);
        Assert.Equal("1,SC-0301,费用明细.csv,7,S0003,1,P0002,H4201,普通门诊,2024-03-06,,子宫附件彩超,1,120.00,120.00", File.ReadAllLines(At("out/命中明细.csv"))[1]);
    }

    [Fact]
    public void A_wrong_row_is_named_and_kept_out_and_the_others_are_screened()
    {
        var folder = Directory.CreateDirectory(At("wrong")).FullName;
        File.Copy(Path.Combine(Example, "费用明细.csv"), Path.Combine(folder, "费用明细.csv"));
        File.AppendAllText(Path.Combine(folder, "费用明细.csv"), "S0007,1,P0009,男,1985-01-01,H4203,门诊,2024-03-08,2024-03-08,3月8日,,普通门诊诊查费,1,9.00,9.00,\n");
        var outcome = Calls.Run("screen", folder);
        Assert.Contains("费用明细.csv 第 11 行“费用日期”（3月8日）：不是日期", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("8 行明细", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_checked_by_their_cases()
    {
        var outcome = Calls.Run("screen", "--check");
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.Contains("个例，0 个不对", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_rule_a_missing_folder_and_an_empty_one_are_refused()
    {
        Assert.Contains("没有规则“SC-9”", Refused("screen", Example, "--rule", "SC-9"), StringComparison.Ordinal);
        Assert.Contains("找不到这个文件夹", Refused("screen", At("none")), StringComparison.Ordinal);
        Assert.Contains("没有读到费用明细", Refused("screen", Directory.CreateDirectory(At("empty")).FullName), StringComparison.Ordinal);
        Assert.Contains("没有写文件夹", Refused("screen"), StringComparison.Ordinal);
    }

    private static string Refused(params string[] args)
    {
        var outcome = Calls.Run(args);
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        return outcome.Error;
    }
}
