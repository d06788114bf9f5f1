using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Tests.Auditing.Formulas;

/// <summary>The formula language: what is understood, and each mistake with line, column and what to write.</summary>
public class FormulaParserTests
{
    [Fact]
    public void A_formula_between_tables_is_understood_with_its_notes()
    {
        var mistakes = new List<FormulaMistake>();
        var formula = Assert.Single(RuleFile.Parse(
            "# 说明\n\nQT-0001 提示 表间 甲表[收入/合计].预算数 - 乙表?[类].基本支出/小计 <= 丙表[210].合计\n  说明 三个数\n  依据 某文件\n  年度 2022-2024\n", "规则.txt", mistakes));
        Assert.Empty(mistakes);
        Assert.Equal(("QT-0001", FormulaScope.Cells, Comparison.AtMost, true), (formula.Id, formula.Scope, formula.Comparison, formula.IsSoft));
        Assert.Equal(("三个数", "某文件", 2022, 2024), (formula.Explanation, formula.Basis, formula.From, formula.To));
        Assert.Equal(
            [new FormulaTerm(1, new FormulaReference("甲表", false, "收入/合计", "预算数"), null, false), new FormulaTerm(-1, new FormulaReference("乙表", true, "类", "基本支出/小计"), null, false)],
            formula.Left);
        Assert.Equal(new FormulaReference("丙表", false, "210", "合计"), Assert.Single(formula.Right).Reference);
    }

    [Fact]
    public void A_calculation_of_a_form_is_understood()
    {
        var mistakes = new List<FormulaMistake>();
        var sum = FormulaParser.Parse(new("QT-0001 每列 支出/合计 = 合计(支出/类)", "表样.yaml", 1, 1), "甲表", mistakes)!;
        var range = FormulaParser.Parse(new("QT-0002 每行 合计 = 基本支出 … 其他 支出", "表样.yaml", 1, 1), "甲表", mistakes)!;
        var levels = FormulaParser.Parse(new("QT-0003 逐级 甲 … 乙", "表样.yaml", 1, 1), "甲表", mistakes)!;
        Assert.Empty(mistakes);
        Assert.True(sum.Right[0].IsSumOfClasses);
        Assert.Equal(("基本支出", "其他 支出"), (range.Right[0].Reference.Column, range.Right[0].Last?.Column));
        Assert.Equal(("甲", "乙"), (levels.Left[0].Reference.Column, levels.Left[0].Last?.Column));
    }

    [Theory]
    [InlineData("甲表[合计].合计 = 乙表[合计].合计", 1, "公式应以编号开头，如 BG-0501")]
    [InlineData("QT-001 表间 甲表[合计].合计 = 乙表[合计].合计", 1, "公式应以编号开头")]
    [InlineData("QT-0001 甲表[合计].合计 = 乙表[合计].合计", 9, "编号之后应写范围：每行、每列、逐级、本表、表间")]
    [InlineData("QT-0001 表间 甲表[合计].合计", 20, "公式没有右边：请写“左边 = 右边”。")]
    [InlineData("QT-0001 表间 甲表[合计].合计 = ", 22, "这里缺少一项。")]
    [InlineData("QT-0001 表间 甲表[合计].合计 = 乙表[合计].合计 = 丙表[合计].合计", 34, "一个公式只能有一个等号或不等号。")]
    [InlineData("QT-0001 表间 甲表[合计].合计=乙表[合计].合计", 21, "“甲表[合计].合计=乙表[合计].合计”中的“=”前后要各空一格。")]
    [InlineData("QT-0001 表间 甲表.合计 = 乙表[合计].合计", 12, "“甲表.合计”应写成“表名[行].栏”。")]
    [InlineData("QT-0001 表间 [合计].合计 = 乙表[合计].合计", 12, "“[合计].合计”缺少表名，应写成“表名[行].栏”。")]
    [InlineData("QT-0001 表间 甲表[合计].甲 … 甲表[合计].乙 = 乙表[合计].合计", 21, "“…”不能用在“表间”公式里，请逐项写出。")]
    [InlineData("QT-0001 文件间 甲表[合计].合计 = 乙表[合计].合计", 13, "“文件间”公式应把本文件与另一份文件相比")]
    [InlineData("QT-0001 文件间 甲表[合计].合计 = 上年决算·[合计].合计", 25, "“上年决算·[合计].合计”应写成“表名[行].栏”。")]
    [InlineData("QT-0001 表间 甲表[合计].合计 = 上年决算·乙表[合计].合计", 12, "要与另一份文件相比，范围应写“文件间”。")]
    [InlineData("QT-0001 每行 合计 = 甲 + 乙", 9, "规则文件里只写“表间”“文件间”公式；一张表内的公式写在该表的表样里。")]
    public void A_mistake_is_told_with_its_column(string line, int column, string message)
    {
        var mistakes = new List<FormulaMistake>();
        RuleFile.Parse("# 第一行\n" + line, "规则.txt", mistakes);
        var mistake = Assert.Single(mistakes);
        Assert.Equal(("规则.txt", 2), (mistake.File, mistake.Line));
        Assert.StartsWith(message, mistake.Message, StringComparison.Ordinal);
        Assert.Equal(column, mistake.Column);
    }

    [Theory]
    [InlineData("  说明 没有公式\n", 1, 3, "说明、依据、年度应写在一个公式之下。")]
    [InlineData("QT-0001 表间 甲[1].a = 乙[1].b\n  备注 无\n", 2, 3, "不认识“备注”，公式之下可以写：说明、依据、年度。")]
    [InlineData("QT-0001 表间 甲[1].a = 乙[1].b\n  年度 今年\n", 2, 6, "年度应写成“2022-2024”或“2022-”。")]
    [InlineData("QT-0001 表间 甲[1].a = 乙[1].b\n  年度 2024-2022\n", 2, 6, "年度应写成“2022-2024”或“2022-”。")]
    [InlineData("QT-0001 表间 甲[1].a = 乙[1].b\nQT-0001 表间 甲[1].a = 乙[1].c\n", 2, 1, "编号 QT-0001 已经用过，请换一个。")]
    public void A_mistake_of_the_file_is_told_with_line_and_column(string text, int line, int column, string message)
    {
        var mistakes = new List<FormulaMistake>();
        RuleFile.Parse(text, "规则.txt", mistakes);
        Assert.Equal(new FormulaMistake("规则.txt", line, column, message), Assert.Single(mistakes));
    }
}
