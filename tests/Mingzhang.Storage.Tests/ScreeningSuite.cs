using Mingzhang.Core.Office;
using Mingzhang.Core.Screening;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Screening;

namespace Mingzhang.Storage.Tests;

/// <summary>Hits of claims screening on their way through review, on SQLite and on PostgreSQL. Every line is made up.</summary>
public abstract partial class StoreSuite
{
    [Fact]
    public async Task A_hit_waits_for_a_second_person_and_comes_only_once()
    {
        var office = await NewAssistance();
        var desk = office.Desk.Screening;
        Assert.Equal((2, 0, null), await desk.StoreAsync(office.Clerk, office.Department, "三月.csv", 9, [HitOf("S1", 120.005m), HitOf("S2", 10m)], Cancellation));
        Assert.Equal((1, 2, null), await desk.StoreAsync(office.Clerk, office.Department, "一季度.csv", 20, [HitOf("S2", 10m), HitOf("S3", 5m), HitOf("S1", 120.005m)], Cancellation));
        var first = (await desk.ListAsync(office.Department, ScreeningDesk.Open, null, 10, Cancellation))[0];
        Assert.Equal((12_001L, "H1", "clerk", true), (first.AmountFen, first.Institution, first.ImportedBy, first.IsExample));
        Assert.DoesNotContain("P-secret", first.Why + string.Concat(first.Records), StringComparison.Ordinal);
        var both = office.Clerk with { Assignments = [.. office.Clerk.Assignments, new(Role.Reviewer, office.Department, null)] };
        Assert.Contains("没有复核的权限", await desk.DecideAsync(office.Clerk, office.Department, first.Id, accepts: true, null, Cancellation), StringComparison.Ordinal);
        Assert.Contains("您自己导入的", await desk.DecideAsync(both, office.Department, first.Id, accepts: true, null, Cancellation), StringComparison.Ordinal);
        Assert.Contains("写明理由", await desk.DecideAsync(office.Reviewer, office.Department, first.Id, accepts: false, " ", Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.DecideAsync(office.Reviewer, office.Department, first.Id, accepts: false, "登记有误", Cancellation));
        Assert.Equal([("已排除", 1), ("待复核", 2)], (await desk.CountsAsync(office.Department, Cancellation)).Select(c => (c.State, c.Count)).OrderBy(c => c.Count));
        // What was decided stays decided when the file comes again.
        await desk.StoreAsync(office.Clerk, office.Department, "三月.csv", 9, [HitOf("S1", 120.005m)], Cancellation);
        Assert.Equal("登记有误", Assert.Single(await desk.ListAsync(office.Department, ScreeningDesk.Dismissed, null, 10, Cancellation)).Note);
        Assert.Equal(3, (await desk.RunsAsync(office.Department, 10, Cancellation)).Count);
    }

    [Fact]
    public async Task An_accepted_doubt_becomes_a_finding_of_an_inspection_once_and_is_seen_from_both_sides()
    {
        var office = await NewSupervision();
        var (desk, department, on) = (office.Desk.Screening, office.Department, new DateOnly(2024, 4, 1));
        var reviewer = office.Clerk with { UserName = "reviewer", Assignments = [new(Role.Reviewer, department, null)] };
        await desk.StoreAsync(office.Clerk, department, "三月.csv", 9, [HitOf("S1", 120m), HitOf("S2", 30.5m), HitOf("S3", 9m), HitOf("S4", 8m, "H-strange")], Cancellation);
        var hits = await desk.ListAsync(department, ScreeningDesk.Open, null, 10, Cancellation);
        var doubts = hits.Take(2).ToDictionary(h => h.Id, _ => "重复收费");
        Assert.Contains("列为疑点的才能", (await desk.InspectAsync(office.Clerk, department, doubts, on, "甲", Cancellation)).Refusal, StringComparison.Ordinal);
        foreach (var hit in hits)
            Assert.Null(await desk.DecideAsync(reviewer, department, hit.Id, accepts: true, null, Cancellation));
        Assert.Contains("没有经办的权限", (await desk.InspectAsync(reviewer, department, doubts, on, "甲", Cancellation)).Refusal, StringComparison.Ordinal);
        Assert.Contains("一家机构", (await desk.InspectAsync(office.Clerk, department, hits.ToDictionary(h => h.Id, _ => "重复收费"), on, "甲", Cancellation)).Refusal, StringComparison.Ordinal);
        Assert.Contains("名录里没有编码“H-strange”", (await desk.InspectAsync(office.Clerk, department, new Dictionary<int, string> { [hits[3].Id] = "重复收费" }, on, "甲", Cancellation)).Refusal, StringComparison.Ordinal);
        var (inspection, refusal) = await desk.InspectAsync(office.Clerk, department, doubts, on, "甲", Cancellation);
        Assert.Null(refusal);
        var made = (await office.Desk.Supervision.Inspections.FindAsync(department, inspection, Cancellation))!;
        // Found, and nothing of it confirmed: a doubt is no penalty.
        Assert.Equal((Core.Supervision.Inspections.InspectionKind.Screening, 150_50L, 0L, on), (made.Kind, made.Amounts.FoundFen, made.Amounts.ConfirmedFen ?? 0, made.DoneOn));
        var findings = await office.Desk.Supervision.Inspections.FindingsAsync(inspection, null, Cancellation);
        Assert.Equal(doubts.Keys.Order(), findings.Select(f => f.HitId!.Value).Order());
        Assert.Equal(doubts.Keys.Order(), (await desk.OfInspectionAsync(department, inspection, Cancellation)).Select(h => h.Id));
        Assert.Equal(2, (await desk.ListAsync(department, ScreeningDesk.Accepted, null, 10, Cancellation)).Count(h => h.Inspection == inspection));
        Assert.Contains("不能再转一次", (await desk.InspectAsync(office.Clerk, department, doubts, on, "甲", Cancellation)).Refusal, StringComparison.Ordinal);
        Assert.Contains("在检查里认定", await desk.DecideAsync(reviewer, department, hits[0].Id, accepts: false, "不是", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_another_department_no_hit_is_found()
    {
        var office = await NewAssistance();
        await office.Desk.Screening.StoreAsync(office.Clerk, office.Department, "三月.csv", 1, [HitOf("S1", 1m)], Cancellation);
        var hit = (await office.Desk.Screening.ListAsync(office.Department, ScreeningDesk.Open, null, 1, Cancellation))[0].Id;
        var (other, _) = await office.Desk.Register.SaveAsync(Person("boss", 1), new Department(0, "别的局", "别的局", true, "", ""), Cancellation);
        Assert.Contains("没有这处命中", await office.Desk.Screening.DecideAsync(Person("x", other, Role.Reviewer), other, hit, accepts: true, null, Cancellation), StringComparison.Ordinal);
        Assert.Empty(await office.Desk.Screening.CountsAsync(other, Cancellation));
    }

    private static ScreeningHit HitOf(string settlement, decimal amount, string institution = "H1")
    {
        var day = new DateOnly(2024, 3, 1);
        var claim = new Claim
        {
            File = "a.csv",
            Row = 2,
            SettlementId = settlement,
            Person = "P-secret",
            Institution = institution,
            Care = Claim.Inpatient,
            From = day,
            To = day,
            Day = day,
            Item = new ClaimItem("", "彩超"),
            Quantity = 1m,
            Price = amount,
            Amount = amount,
        };
        return new ScreeningHit(new RuleHead("SC-1", "规则", "性别", "甲文", null, null, null, []), [claim], amount, "请核对。");
    }
}
