using Mingzhang.Core.Office;

namespace Mingzhang.Core.Tests.Office;

public class DraftProcessTests
{
    [Fact]
    public void Every_state_can_be_left_and_every_state_but_the_first_reached()
    {
        foreach (var state in Enum.GetValues<DraftState>())
        {
            Assert.Contains(DraftProcess.Steps, s => s.From == state);
            Assert.Contains(DraftProcess.Steps, s => s.To == state);
        }
    }

    [Theory]
    [InlineData(Round.First, DraftState.WithFinance, Role.FinanceReviewer, "财政退回、下达控制数")]
    [InlineData(Round.Second, DraftState.WithFinance, Role.FinanceReviewer, "财政退回、批复")]
    [InlineData(Round.Correction, DraftState.ToSign, Role.Head, "签发退回、签发更正")]
    [InlineData(Round.First, DraftState.InReview, Role.Clerk, "")]
    [InlineData(Round.Second, DraftState.Published, Role.Clerk, "开始调整、开始更正")]
    public void Who_may_take_which_step(Round round, DraftState state, Role role, string steps) =>
        Assert.Equal(steps, string.Join('、', DraftProcess.Open(round, state, [role]).Select(s => s.Name)));

    [Fact]
    public void Nobody_reviews_what_they_compiled_by_the_same_role() =>
        Assert.DoesNotContain(DraftProcess.Steps, s => s.From == DraftState.InReview && s.By.Contains(Role.Clerk));

    [Fact]
    public void Every_return_says_why_and_every_handing_on_of_figures_freezes_them()
    {
        Assert.All(DraftProcess.Steps.Where(s => s.Name.EndsWith("退回", StringComparison.Ordinal)), s => Assert.True(s.NeedsReason));
        Assert.All(DraftProcess.Steps.Where(s => s.From == DraftState.Drafting || s.To == DraftState.Published), s => Assert.True(s.Freezes));
    }

    [Fact]
    public void Twenty_days_after_the_approval_the_time_is_over()
    {
        var approved = new DateOnly(2024, 2, 20);
        Assert.Equal(new DateOnly(2024, 3, 11), PublishingClock.LastDay(approved));
        Assert.Equal((0, -1), (PublishingClock.DaysLeft(approved, new DateOnly(2024, 3, 11)), PublishingClock.DaysLeft(approved, new DateOnly(2024, 3, 12))));
    }
}
