using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Auditing.Rules.Related;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Tests.Auditing.Rules;

public sealed class RelatedRuleTests
{
    private const string Code = "42010224040T000000101";

    [Theory]
    [InlineData(DisclosureKind.Final, 2024, DisclosureKind.Budget, 2024, "云湖市青禾区档案局", RelatedRole.SameBudget)]
    [InlineData(DisclosureKind.Final, 2024, DisclosureKind.Final, 2023, "云湖市青禾区档案局", RelatedRole.LastFinal)]
    [InlineData(DisclosureKind.Budget, 2024, DisclosureKind.Budget, 2023, "青禾区档案局", RelatedRole.LastBudget)]
    [InlineData(DisclosureKind.Budget, 2024, DisclosureKind.Final, 2023, null, RelatedRole.LastFinal)]
    [InlineData(DisclosureKind.Budget, 2024, DisclosureKind.Budget, 2024, "云湖市青禾区委办公室", RelatedRole.Department)]
    [InlineData(DisclosureKind.Budget, 2024, DisclosureKind.Budget, 2022, "云湖市青禾区档案局", null)]
    [InlineData(DisclosureKind.Budget, 2024, DisclosureKind.Final, 2024, "云湖市青禾区档案局", null)]
    [InlineData(DisclosureKind.Budget, 2024, DisclosureKind.Budget, 2023, "云湖市青禾区委办公室", null)]
    public void What_a_document_is_to_another_follows_from_kind_year_and_agency(DisclosureKind kind, int year, DisclosureKind otherKind, int otherYear, string? agency, RelatedRole? role) =>
        Assert.Equal(role, RelatedRoles.Of(new DocumentFacts(null, kind, "云湖市青禾区档案局", year, null, null), new DocumentFacts(null, otherKind, agency, otherYear, null, null)));

    [Theory]
    [InlineData("古籍数字化", 0)]
    [InlineData("古籍数字化及修复", 1)]
    public void A_project_keeps_its_name(string name, int findings) =>
        Assert.Equal(findings, Budget(2024, name, "6").Check<RelatedProjects>(Budget(2023, "古籍数字化", "5")).Count);

    [Theory]
    [InlineData("2023年项目预算5万元，2024年项目预算6万元。", 0)]
    [InlineData("2023年项目预算4万元，2024年项目预算6万元。", 1)]
    [InlineData("2022年项目预算4万元。", 0)]
    public void What_a_form_says_of_last_years_budget_is_what_was_published(string history, int findings) =>
        Assert.Equal(findings, Budget(2024, "古籍数字化", "6", $"项目前两年预算及当年预算变动情况={history}").Check<RelatedProjects>(Budget(2023, "古籍数字化", "5")).Count);

    [Theory]
    [InlineData("持续性项目", "2020", 0)]
    [InlineData("新增项目", "2020", 1)]
    [InlineData("持续性项目", "2024", 1)]
    public void A_project_that_was_there_last_year_is_not_new_and_keeps_its_first_year(string attribute, string from, int findings) =>
        Assert.Equal(
            findings,
            Budget(2024, "古籍数字化", "6", $"项目属性={attribute}", $"起始年度={from}")
                .Check<RelatedProjects>(Budget(2023, "古籍数字化", "5", "项目属性=持续性项目", "起始年度=2020")).Count);

    [Theory]
    [InlineData("≥300卷", 0)]
    [InlineData("≥280卷", 0)]
    [InlineData("≥200卷", 1)]
    public void A_target_is_not_lowered_where_the_budget_is_not_cut(string target, int findings) =>
        Assert.Equal(findings, Goal(2024, "6", target).Check<RelatedTargets>(Goal(2023, "6", "≥280卷")).Count);

    [Fact]
    public void A_target_may_fall_with_the_budget() => Assert.Empty(Goal(2024, "3", "≥100卷").Check<RelatedTargets>(Goal(2023, "6", "≥280卷")));

    [Theory]
    [InlineData("≥280", 0)]
    [InlineData("≥250卷", 1)]
    public void A_self_evaluation_starts_from_the_published_target(string target, int findings)
    {
        var final = new RuleCase { Kind = DisclosureKind.Final }.Goals(
            "项目绩效自评表", "古籍数字化", ["预算数=6"], $"年度绩效目标1|产出指标|数量指标|扫描卷数|年初目标值={target}|实际完成值=300卷");
        Assert.Equal(findings, final.Check<RelatedTargets>(Goal(2024, "6", "≥280卷")).Count);
    }

    private static RuleCase Budget(int year, string name, string amount, params string[] fields) => new RuleCase { Year = year }
        .Table("项目支出表", "项目支出表", null, $"{Code}|{name}|合计={amount}")
        .Goals("项目绩效目标表", name, [$"项目编码={Code}", $"项目当年预算={amount}", .. fields]);

    private static RuleCase Goal(int year, string budget, string target) => new RuleCase { Year = year }
        .Goals("项目绩效目标表", "古籍数字化", [$"项目当年预算={budget}"], $"年度绩效目标1|产出指标|数量指标|扫描卷数|预期当年实现值={target}");
}
