using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Core.Supervision.Plans;

namespace Mingzhang.Core.Tests.Supervision;

public class RegisterTests
{
    private static readonly Institution Hospital = new("H1", "一院", InstitutionKind.Hospital, "三级", "一路1号", "协-1", new DateOnly(2023, 1, 1), new DateOnly(2024, 12, 31));

    [Fact]
    public void An_agreement_is_signed_suspended_resumed_and_ended_in_this_order_only()
    {
        var history = new List<AgreementEvent>();
        foreach (var (step, state) in new[] { (AgreementStep.Concluded, AgreementState.Valid), (AgreementStep.Suspended, AgreementState.Suspended), (AgreementStep.Resumed, AgreementState.Valid), (AgreementStep.Ended, AgreementState.Ended), (AgreementStep.Concluded, AgreementState.Valid) })
        {
            var next = new AgreementEvent(step, new DateOnly(2024, 1, history.Count + 1), "原因");
            Assert.Null(AgreementHistory.Refusal(history, next));
            history.Add(next);
            Assert.Equal(state, AgreementHistory.State(history));
        }

        Assert.Contains("不能恢复", AgreementHistory.Refusal(history, new(AgreementStep.Resumed, new DateOnly(2024, 2, 1), "原因")), StringComparison.Ordinal);
        Assert.Contains("早于上一次", AgreementHistory.Refusal(history, new(AgreementStep.Ended, new DateOnly(2024, 1, 1), "原因")), StringComparison.Ordinal);
        Assert.Contains("写明原因", AgreementHistory.Refusal(history, new(AgreementStep.Ended, new DateOnly(2024, 2, 1), " ")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_shows_what_is_new_what_differs_and_what_is_missing_and_blanks_change_nothing()
    {
        var other = Hospital with { Code = "H2", Name = "二院" };
        var comparison = RegisterComparison.Of([Hospital, other], [Hospital with { Name = "第一医院", Address = "" }, Hospital with { Code = "H3", Name = "三院" }]);
        Assert.Equal(["H3"], comparison.Added.Select(a => a.Code));
        Assert.Equal([new FieldChange("机构名称", "一院", "第一医院")], Assert.Single(comparison.Changed).Changes);
        Assert.Equal(["H2"], comparison.Absent.Select(a => a.Code));
        Assert.Equal(2, RegisterComparison.Of([Hospital, other], [Hospital, other]).Unchanged);
    }

    [Fact]
    public void Coverage_counts_each_institution_once_and_only_those_with_an_agreement_in_the_year()
    {
        BoundInstitution Bound(string code, InstitutionKind kind, params AgreementEvent[] history) => new(Hospital with { Code = code, Kind = kind }, history);
        var signed = new AgreementEvent(AgreementStep.Concluded, new DateOnly(2022, 1, 1), "");
        BoundInstitution[] all =
        [
            Bound("H1", InstitutionKind.Hospital, signed),
            Bound("H2", InstitutionKind.Hospital, signed, new(AgreementStep.Ended, new DateOnly(2024, 5, 1), "原因")),
            Bound("H3", InstitutionKind.Hospital, signed, new(AgreementStep.Ended, new DateOnly(2023, 5, 1), "原因")),
            Bound("H4", InstitutionKind.Hospital, signed with { On = new DateOnly(2024, 9, 1) }),
            Bound("P1", InstitutionKind.Pharmacy, signed),
        ];
        DoneInspection[] done = [new("H1", InspectionKind.Routine, new DateOnly(2024, 2, 1)), new("H1", InspectionKind.Routine, new DateOnly(2024, 3, 1)), new("H2", InspectionKind.Special, new DateOnly(2024, 2, 1)), new("H3", InspectionKind.Routine, new DateOnly(2024, 2, 1)), new("H1", InspectionKind.Routine, new DateOnly(2023, 2, 1))];
        var june = Coverage.Of(new CoverageTarget(InstitutionKind.Hospital, null, 100), 2024, new DateOnly(2024, 6, 30), all, done);
        Assert.Equal((2, 2, 2, 3), (june.Population, june.Needed, june.Reached, june.Inspections));
        var routine = Coverage.Of(new CoverageTarget(InstitutionKind.Hospital, InspectionKind.Routine, 100), 2024, new DateOnly(2025, 1, 31), all, done);
        Assert.Equal((3, 3, 1, false), (routine.Population, routine.Needed, routine.Reached, routine.IsReached));
        Assert.Equal(["H2", "H4"], routine.Left);
    }

    [Theory]
    [InlineData(301, 10, 31)]
    [InlineData(300, 10, 30)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 100, 0)]
    public void A_share_is_rounded_up(int population, int percent, int needed) => Assert.Equal(needed, Coverage.Needs(population, percent));
}
