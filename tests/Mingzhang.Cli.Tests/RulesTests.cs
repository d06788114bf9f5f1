using Mingzhang.Cli.Terminal;

namespace Mingzhang.Cli.Tests;

public sealed class RulesTests : Folder
{
    [Fact]
    public void The_catalogue_lists_formulas_of_forms_and_between_them()
    {
        var outcome = Calls.Run("rules");
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.Equal(outcome.Output, Calls.Run("rules", "list").Output);
        Assert.Contains("《支出总表》", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("BG-2001  ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("FA-2001  ", outcome.Output, StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(TextWidth.Of(line.TrimEnd()) <= 80, line));
    }

    [Fact]
    public void One_formula_is_shown_in_full()
    {
        var outcome = Calls.Run("rules", "show", "bg-2001");
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.Contains("收支总表的一般公共预算拨款收入应等于收入总表的本年一般公共预算", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("预算表间.txt 第", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_id_is_refused_with_those_of_its_family()
    {
        var outcome = Calls.Run("rules", "show", "BG-2999");
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.StartsWith("没有编号为“BG-2999”的规则，例如有 BG-2", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_products_own_rule_files_are_faultless()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Home.Find(), "data", "rules"), "*.txt"))
        {
            var outcome = Calls.Run("rules", "check", file);
            Assert.True(outcome.Status == ExitStatus.Fine, outcome.Output);
        }
    }

    [Theory]
    [InlineData("收支总表[收入/收入总计].预算数 = 收入总表[合计].合计", null)]
    [InlineData("收支总表[收入/收入总计].预算 = 收入总表[合计].合计", "第 1 行第 26 列：“收支总表”没有栏“预算”，有：预算数。")]
    [InlineData("收支总表[收入/总计].预算数 = 收入总表[合计].合计", "第 1 行第 17 列：“收支总表”没有行“收入/总计”，是不是：收入/收入总计？")]
    [InlineData("收支总帐[收入/收入总计].预算数 = 收入总表[合计].合计", "第 1 行第 12 列：没有叫“收支总帐”的表，应写底本里的表名，如“收支总表”。")]
    [InlineData("收支总表[收入/收入总计].预算数", "第 1 行第 ")]
    public void A_mistake_in_a_rule_file_is_told_with_line_and_column(string formula, string? mistake)
    {
        var outcome = Calls.Run("rules", "check", Write("own.txt", $"QT-0001 表间 {formula}\n"));
        Assert.Equal(mistake is null ? ExitStatus.Fine : ExitStatus.Found, outcome.Status);
        Assert.Contains(mistake ?? "1 条公式，没有发现错误", outcome.Output, StringComparison.Ordinal);
    }
}
