using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Editions;
using Mingzhang.Data.Rules;

namespace Mingzhang.Data.Tests.Rules;

/// <summary>Mistakes of rule files that only show beside other files: names that no edition knows, ids used twice.</summary>
public class RuleFolderTests
{
    private static readonly IEnumerable<Edition> Editions = new DataFolder(Path.Combine(Checkout.Root, "data")).Editions.Editions;

    [Theory]
    [InlineData("收支总帐[收入/收入总计].预算数 = 收入总表[合计].合计", 12, "没有叫“收支总帐”的表，应写底本里的表名，如“收支总表”。")]
    [InlineData("收支总表[收入/收入总计].金额 = 收入总表[合计].合计", 26, "“收支总表”没有栏“金额”，有：预算数。")]
    [InlineData("收支总表[收入/总计].预算数 = 收入总表[合计].合计", 17, "“收支总表”没有行“收入/总计”，是不是：收入/收入总计？")]
    [InlineData("支出总表[类].合计 = 收支总表[收入/类].预算数", 30, "“收支总表”没有行“收入/类”，")]
    [InlineData("支出总表[21015020].合计 = 收支总表[支出/类].预算数", 17, "“支出总表”没有行“21015020”，")]
    public void A_name_that_no_edition_knows_is_a_mistake(string formula, int column, string message)
    {
        var mistakes = new List<FormulaMistake>();
        var mistake = Assert.Single(FormulaCatalogue.CheckBetween(RuleFile.Parse("QT-0001 表间 " + formula, "规则.txt", mistakes), Editions));
        Assert.Empty(mistakes);
        Assert.Equal(("规则.txt", 1, column), (mistake.File, mistake.Line, mistake.Column));
        Assert.StartsWith(message, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_used_in_two_files_is_a_mistake()
    {
        using var folder = new TemporaryFolder();
        folder.Write("甲.txt", "QT-0001 表间 收支总表[收入/收入总计].预算数 = 收入总表[合计].合计\n");
        folder.Write("乙.txt", "# 说明\nQT-0001 表间 收支总表[收入/收入总计].预算数 ≥ 收入总表[合计].合计\n");
        var mistakes = new List<FormulaMistake>();
        RuleFolder.Load(folder.Path, mistakes);
        var mistake = Assert.Single(mistakes);
        Assert.Equal(1, mistake.Column);
        Assert.Contains("QT-0001", mistake.Message, StringComparison.Ordinal);
    }
}
