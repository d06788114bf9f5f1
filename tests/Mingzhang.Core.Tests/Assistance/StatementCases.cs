using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Statements;
using static Mingzhang.Core.Tests.Assistance.Situation;

namespace Mingzhang.Core.Tests.Assistance;

public class StatementCases
{
    [Fact]
    public void A_statement_shows_each_step_with_its_figures_and_article()
    {
        var year = PersonYear.Assess([Stay("1", "2024-03-01", 3000m), Stay("2", "2024-05-01", 2000.03m) with { OtherSubsidies = 100m }], [Is(Marginal)], Policies);
        var statement = StatementWriter.Write(year[1]);
        Assert.Equal("示例区医疗救助办法（2024年1月1日起施行）", statement.Policy);
        Assert.Equal(
            [
                "政策范围内个人自付: 6,000.09 − 4,000.06（基本医保） − 100.00（其他补助） = 1,900.03 元 [国办发〔2021〕42号]",
                "扣除年度起付标准: 起付标准 4,800.00 元，本年已计入 3,000.00 元，尚余 1,800.00 元；本次计入 1,800.00 元 [示府发〔2024〕1号第八条]",
                "救助基数: 1,900.03 − 1,800.00 = 100.03 元 []",
                "按比例救助: 100.03 × 70% = 70.02 元（分以下舍去） [示府发〔2024〕1号第八条]",
                "本年救助后累计自付: 3,000.00 + 1,830.009 = 4,830.009 元 []",
                "倾斜救助: 累计自付未超过门槛 8,000.00 元，不予倾斜救助 [示府发〔2024〕1号第八条]",
                "核定救助金额: 70.02 元 []",
            ],
            Written(Referred()));
        Assert.Equal(70.02m, statement.Amount);
        Assert.False(statement.HasExamples);
    }

    [Fact]
    public void What_the_hospital_already_deducted_is_taken_off_at_the_end()
    {
        var assessment = PersonYear.Assess([Stay("1", "2024-03-01", 1000m) with { PaidAtSettlement = 500m }], [Is(LowIncome)], Policies)[0];
        Assert.Equal("减医中已救助: 800.00 − 500.00 = 300.00 元 []", Written(assessment)[^1]);
    }

    [Fact]
    public void A_value_without_a_source_is_said_to_be_an_example()
    {
        var example = Policy2024 with { Benefits = [.. Policy2024.Benefits.Select(b => b with { Provision = new Provision("", null) })] };
        var statement = StatementWriter.Write(PersonYear.Assess([Stay("1", "2024-03-01", 1000m)], [Is(LowIncome)], new PolicyBook([example]))[0]);
        Assert.True(statement.HasExamples);
        Assert.Contains("示例值，没有文件依据", statement.Steps.Select(s => s.Basis));
    }

    [Theory]
    [InlineData("2022-06-01", LowIncome, 100, "没有施行的救助政策")]
    [InlineData("2024-06-01", null, 100, "不在救助对象名单内")]
    [InlineData("2024-06-01", LowIncome, 0, "没有政策范围内的个人自付")]
    [InlineData("2024-06-01", Marginal, 100, "年度起付标准以内")]
    public void A_refusal_says_why(string day, string? subject, int eligible, string words) =>
        Assert.Contains(words, StatementWriter.Write(PersonYear.Assess([Stay("1", day, eligible)], subject is null ? [] : [Is(subject)], Policies)[0]).Conclusion, StringComparison.Ordinal);

    private static Assessment Referred() => PersonYear.Assess(
        [Stay("1", "2024-03-01", 3000m, referred: true), Stay("2", "2024-05-01", 2000.03m, referred: true) with { OtherSubsidies = 100m }], [Is(Marginal)], Policies)[1];

    private static List<string> Written(Assessment assessment) => [.. StatementWriter.Write(assessment).Steps.Select(s => $"{s.Title}: {s.Arithmetic} [{s.Basis}]")];
}
