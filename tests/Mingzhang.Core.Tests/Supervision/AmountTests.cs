using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Core.Supervision.Inspections;

namespace Mingzhang.Core.Tests.Supervision;

public class AmountTests
{
    private static readonly PenaltyBasis Loss = new("造成损失", "第三十八条", "造成损失金额", 1m, 2m, 0, 0, "", ["责令退回", "罚款"], true);
    private static readonly PenaltyBasis Fraud = new("骗取基金", "第四十条", "骗取金额", 2m, 5m, 0, 0, "", ["责令退回", "罚款", "解除服务协议"], true);
    private static readonly PenaltyBasis Disorder = new("管理不规范", "第三十九条", "", 0m, 0m, 10_000_00, 50_000_00, "拒不改正", ["责令改正", "罚款"], true);
    private static readonly SupervisionRules Rules = new([new("重复收费", "造成损失", "第三十八条第三项", ""), new("资料保管不规范", "管理不规范", "第三十九条第二项", "")], [Loss, Disorder, Fraud], []);

    [Fact]
    public void Found_holds_confirmed_and_confirmed_holds_recovered()
    {
        for (var found = 0L; found <= 3; found++)
        {
            for (var confirmed = 0L; confirmed <= 3; confirmed++)
            {
                for (var recovered = 0L; recovered <= 3; recovered++)
                    Assert.Equal(found >= confirmed && confirmed >= recovered, new FindingAmounts(found, confirmed, recovered).Refusal() is null);
            }
        }

        Assert.NotNull(new FindingAmounts(5, null, 1).Refusal());
        Assert.Null(new FindingAmounts(5, null, 0).Refusal());
    }

    [Fact]
    public void Money_pays_the_oldest_findings_first_and_never_more_than_is_owed()
    {
        FindingAmounts[] owed = [new(100, 60, 10), new(50, null, 0), new(40, 40, 0)];
        Assert.Equal([50, 0, 20], FindingAmounts.Allocate(owed, 70));
        Assert.Equal([50, 0, 40], FindingAmounts.Allocate(owed, 90));
        Assert.Null(FindingAmounts.Allocate(owed, 91));
    }

    [Fact]
    public void A_fine_for_loss_is_one_to_two_times_and_for_fraud_two_to_five_times()
    {
        var loss = Assert.Single(Rules.Fines([("重复收费", false, 12_345_00), ("重复收费", false, 55_00)]));
        Assert.Equal((12_400_00, 24_800_00), (loss.LeastFen, loss.MostFen));
        Assert.Equal("造成损失金额 12,400.00 元，依据第三十八条处 1 倍以上 2 倍以下的罚款：12,400.00 × 1 = 12,400.00 元，至 12,400.00 × 2 = 24,800.00 元。", loss.Words);
        var fraud = Assert.Single(Rules.Fines([("重复收费", true, 1_000_00)]));
        Assert.Equal(("骗取基金", 2_000_00, 5_000_00), (fraud.Basis.Name, fraud.LeastFen, fraud.MostFen));
    }

    [Fact]
    public void A_fine_above_the_bounds_is_refused_and_one_below_needs_a_reason()
    {
        var bounds = Rules.Fines([("重复收费", false, 1_000_00)]);
        Assert.Null(FineBounds.Refusal(bounds, 1_000_00, null));
        Assert.Null(FineBounds.Refusal(bounds, 2_000_00, null));
        Assert.Contains("超过上限", FineBounds.Refusal(bounds, 2_000_01, "理由"), StringComparison.Ordinal);
        Assert.Contains("低于下限", FineBounds.Refusal(bounds, 999_99, " "), StringComparison.Ordinal);
        Assert.Null(FineBounds.Refusal(bounds, 0, "主动退回、首次且轻微"));
    }

    [Fact]
    public void A_fine_that_is_due_only_on_a_condition_may_be_left_out()
    {
        var bounds = Rules.Fines([("资料保管不规范", false, 0)]);
        Assert.Null(FineBounds.Refusal(bounds, 0, null));
        Assert.Null(FineBounds.Refusal(bounds, 50_000_00, null));
        Assert.NotNull(FineBounds.Refusal(bounds, 50_000_01, null));
    }

    [Fact]
    public void A_recovery_plan_adds_up_and_says_what_is_overdue()
    {
        Instalment[] plan = [new(new DateOnly(2024, 3, 31), 100), new(new DateOnly(2024, 6, 30), 200)];
        Assert.Null(RecoveryStanding.Refusal(300, plan));
        Assert.Contains("应等于认定金额", RecoveryStanding.Refusal(301, plan), StringComparison.Ordinal);
        Assert.Equal(new RecoveryStanding(300, 30, 70, new DateOnly(2024, 6, 30)), RecoveryStanding.Of(300, plan, 30, new DateOnly(2024, 4, 1)));
        Assert.Equal(new RecoveryStanding(300, 100, 0, new DateOnly(2024, 6, 30)), RecoveryStanding.Of(300, plan, 100, new DateOnly(2024, 4, 1)));
        Assert.Equal(new RecoveryStanding(300, 120, 180, null), RecoveryStanding.Of(300, plan, 120, new DateOnly(2024, 7, 1)));
    }
}
