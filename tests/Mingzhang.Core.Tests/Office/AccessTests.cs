using Mingzhang.Core.Office;

namespace Mingzhang.Core.Tests.Office;

public class AccessTests
{
    [Fact]
    public void A_role_in_one_department_is_worth_nothing_in_another()
    {
        Assignment[] held = [new(Role.Clerk, 1, null), new(Role.Viewer, 2, null)];
        Assert.True(Access.May(held, Act.Edit, 1));
        Assert.False(Access.May(held, Act.Edit, 2));
        Assert.True(Access.May(held, Act.See, 2));
        Assert.False(Access.Knows(held, 3));
    }

    [Fact]
    public void A_project_lead_fills_in_projects_and_their_goals_only()
    {
        Assignment[] held = [new(Role.ProjectLead, 1, null)];
        Assert.True(Access.MayChange(held, 1, "绩效指标", null));
        Assert.False(Access.MayChange(held, 1, "预算支出", "202001"));
    }

    [Fact]
    public void Whoever_holds_a_role_for_the_whole_department_sees_all_units()
    {
        Assert.Null(Access.Units([new(Role.Clerk, 1, "202001"), new(Role.Viewer, 1, null)], 1));
        Assert.Equal(["202001", "202002"], Access.Units([new(Role.Clerk, 1, "202001"), new(Role.Clerk, 1, "202002")], 1));
    }

    [Fact]
    public void A_record_belongs_to_its_own_unit_or_to_that_of_its_project()
    {
        Assert.Equal("202001", RecordOwner.Of(new Dictionary<string, string> { ["单位代码"] = "202001" }, _ => "x"));
        Assert.Equal("202002", RecordOwner.Of(new Dictionary<string, string> { ["项目编码"] = "p" }, p => p == "p" ? "202002" : null));
        Assert.Null(RecordOwner.Of(new Dictionary<string, string> { ["职责"] = "负责" }, _ => "x"));
    }
}
