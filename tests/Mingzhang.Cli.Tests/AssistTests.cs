namespace Mingzhang.Cli.Tests;

public sealed class AssistTests : Folder
{
    private static string Example => Path.Combine(Home.Find(), "docs", "examples", "医疗救助");

    [Fact]
    public void The_example_is_computed_with_its_doubts_and_a_warning_about_example_values()
    {
        var outcome = Calls.Run("assist", Example, "--place", "示例区");
        Assert.Equal(ExitStatus.Found, outcome.Status);
        Assert.Contains("4 人，7 笔结算，救助 6 笔，疑点 1 处，差异 6 笔", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("37,919.97", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("E003 S0007 停付：", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("不能据此付款", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_statement_of_one_settlement_shows_every_step()
    {
        var outcome = Calls.Run("assist", Example, "--place", "示例区", "--statement", "S0004");
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.Contains("4. 按比例救助：15,808.50 × 70% = 11,065.95 元", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("核定救助 13,418.03 元", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Enrolment_is_checked_against_the_list_and_says_who_is_missing()
    {
        var outcome = Calls.Run("assist", Example, "--place", "示例区");
        Assert.Contains("2024 年资助参保，按 2024-02-29 的名单", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"低保对象 +1 +1 +100\.0% +342\.00", outcome.Output);
        Assert.Matches(@"低保边缘家庭成员 +1 +0 +0\.0% +0\.00", outcome.Output);
        Assert.Contains("低保边缘家庭成员未参保：E003", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_granted_before_leaves_only_the_differences()
    {
        Calls.Run("assist", Example, "--place", "示例区", "--out", At("out"));
        var folder = Directory.CreateDirectory(At("again")).FullName;
        foreach (var file in Directory.GetFiles(Example))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.Copy(At("out/核定.csv"), Path.Combine(folder, "已核定.csv"));
        Assert.Contains("差异 0 笔", Calls.Run("assist", folder, "--place", "示例区").Output, StringComparison.Ordinal);

        // Recognised as low income since January, in November.
        File.AppendAllText(Path.Combine(folder, "身份.csv"), "E003,低保,2024-01-01,,2024-11-01\n");
        Calls.Run("assist", folder, "--place", "示例区", "--out", At("later"));
        Assert.Equal(["人员编号,结算编号,已核定(元),应核定(元),补付或追回(元),原因", "E003,S0005,0.00,2800.00,2800.00,身份变化", "E003,S0006,2569.00,3976.00,1407.00,身份变化"], File.ReadAllLines(At("later/差异.csv")));
    }

    [Fact]
    public void An_unknown_place_an_unknown_settlement_and_an_empty_folder_are_refused()
    {
        Assert.Contains("没有“无此区”的政策；有：示例区", Refused("assist", Example, "--place", "无此区"), StringComparison.Ordinal);
        Assert.Contains("没有结算“S9”", Refused("assist", Example, "--place", "示例区", "--statement", "S9"), StringComparison.Ordinal);
        Assert.Contains("已停付", Refused("assist", Example, "--place", "示例区", "--statement", "S0007"), StringComparison.Ordinal);
        Assert.Contains("没有读到任何人", Refused("assist", Directory.CreateDirectory(At("empty")).FullName, "--place", "示例区"), StringComparison.Ordinal);
        Assert.Contains("找不到这个文件夹", Refused("assist", At("none"), "--place", "示例区"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_row_is_named_by_file_row_and_column_and_a_wrong_sheet_by_its_file()
    {
        var folder = Directory.CreateDirectory(At("wrong")).FullName;
        foreach (var file in Directory.GetFiles(Example))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        File.AppendAllText(Path.Combine(folder, "身份.csv"), "E009,五保,2024-01-01,,\n");
        File.WriteAllText(Path.Combine(folder, "参保.csv"), "人员编号\nE001\n");
        var error = Calls.Run("assist", folder, "--place", "示例区").Error;
        Assert.Contains("身份.csv 第 8 行“救助对象”（五保）：政策里没有这类对象", error, StringComparison.Ordinal);
        Assert.Contains("参保.csv：表名要带年度", error, StringComparison.Ordinal);
    }

    private static string Refused(params string[] args)
    {
        var outcome = Calls.Run(args);
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        return outcome.Error;
    }
}
