using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Core.Supervision.Plans;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;

namespace Mingzhang.Storage.Tests;

/// <summary>Supervision of the fund in the database; each test runs on SQLite and on PostgreSQL.</summary>
public abstract partial class StoreSuite
{
    private static readonly Institution First = new("H1", "第一医院", InstitutionKind.Hospital, "三级", "一路1号", "协-1", new DateOnly(2023, 1, 1), null);
    private static readonly SupervisionRules Rules = new(
        [new("重复收费", "造成损失", "第三十八条第三项", "")], [new("造成损失", "第三十八条", "造成损失金额", 1m, 2m, 0, 0, "", ["责令退回", "罚款"], true), new(SupervisionRules.Fraud, "第四十条", "骗取金额", 2m, 5m, 0, 0, "", ["罚款"], true)], []);

    [Fact]
    public async Task A_list_is_taken_with_its_differences_and_not_when_the_register_changed_since_they_were_seen()
    {
        var office = await NewSupervision();
        var desk = office.Desk.Supervision.Institutions;
        var list = new[] { First with { Name = "第一人民医院" }, First with { Code = "P1", Name = "药房", Kind = InstitutionKind.Pharmacy, Level = "" } };
        var seen = RegisterComparison.Of([.. (await desk.AllAsync(office.Department, Cancellation)).Select(i => i.Facts)], list);
        Assert.Equal((1, 1), (seen.Added.Count, seen.Changed.Count));
        await desk.TakeAsync(office.Clerk, office.Department, [First with { Address = "二路2号", Name = "第一中心医院" }], null, "另一人", Cancellation);
        Assert.False((await desk.TakeAsync(office.Clerk, office.Department, list, seen, "名单.xlsx", Cancellation)).IsStored);
        Assert.True((await desk.TakeAsync(office.Clerk, office.Department, list, null, "名单.xlsx", Cancellation)).IsStored);
        var all = await desk.AllAsync(office.Department, Cancellation);
        Assert.Equal(["第一人民医院", "药房"], all.Select(i => i.Facts.Name));
        Assert.All(all, i => Assert.Equal(AgreementState.Valid, i.State));
        Assert.Contains(await office.Desk.Trail.AllAsync(Cancellation), e => e.Act == "导入定点机构" && e.Changes.Contains("第一人民医院", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_agreement_keeps_its_history_with_day_and_reason()
    {
        var office = await NewSupervision();
        var desk = office.Desk.Supervision.Institutions;
        Assert.Null(await desk.ChangeAsync(office.Clerk, office.Department, office.Institution, new(AgreementStep.Suspended, new DateOnly(2024, 5, 1), "违规整改"), Cancellation));
        Assert.Contains("不能中止", await desk.ChangeAsync(office.Clerk, office.Department, office.Institution, new(AgreementStep.Suspended, new DateOnly(2024, 6, 1), "再次"), Cancellation), StringComparison.Ordinal);
        Assert.Equal("没有这家机构。", await desk.ChangeAsync(office.Clerk, office.Department + 1, office.Institution, new(AgreementStep.Resumed, new DateOnly(2024, 6, 1), "整改完成"), Cancellation));
        var found = (await desk.FindAsync(office.Department, office.Institution, Cancellation))!;
        Assert.Equal((AgreementState.Suspended, "违规整改"), (found.State, found.History[^1].Reason));
    }

    [Fact]
    public async Task A_draw_plans_its_inspections_verifies_and_cannot_be_changed()
    {
        var office = await NewSupervision();
        var plans = office.Desk.Supervision.Plans;
        var request = new DrawRequest("2024年第1号公告", 1, 1, [new("H1", "第一医院", null)], ["甲", "乙"], [new("甲", "H1", "亲属任职")]);
        var (id, refusal) = await plans.DrawAsync(office.Clerk, office.Department, 2024, "一季度抽查", InspectionKind.Sample, "局网站1月2日公告", request, Cancellation);
        Assert.Null(refusal);
        Assert.Equal("乙", Assert.Single(await office.Desk.Supervision.Inspections.AllAsync(office.Department, null, id, Cancellation)).Inspectors);
        Assert.Null(await plans.VerifyAsync(office.Department, id, Cancellation));
        Assert.Contains("一个种子只抽一次", (await plans.DrawAsync(office.Clerk, office.Department, 2024, "再抽", InspectionKind.Sample, "公告", request, Cancellation)).Refusal, StringComparison.Ordinal);
        await using var db = office.Desk.Context();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("update \"Draws\" set \"Result\" = '[]'", Cancellation));
    }

    [Fact]
    public async Task Coverage_and_months_follow_from_what_was_done()
    {
        var office = await NewSupervision();
        var desk = office.Desk.Supervision;
        Assert.Null(await desk.Plans.SetAsync(office.Clerk, office.Department, 2024, [new(InstitutionKind.Hospital, null, 100), new(InstitutionKind.Hospital, InspectionKind.Special, 10)], Cancellation));
        await office.InspectAsync(1_000_00, 800_00);
        Assert.Null(await desk.Recovery.ReceiveAsync(office.Clerk, office.Department, null, (await desk.Inspections.AllAsync(office.Department, null, null, Cancellation))[0].Id, new DateOnly(2024, 6, 1), 300_00, "收-1", Cancellation));
        Assert.Equal([(1, 1, true), (1, 0, false)], (await desk.CoverageAsync(office.Department, 2024, new DateOnly(2024, 12, 31), Cancellation)).Select(c => (c.Population, c.Reached, c.IsReached)));
        var months = await desk.MonthsAsync(office.Department, 2024, Cancellation);
        Assert.Equal((1, 1_000_00L, 800_00L, 0L), (months[2].Inspections, months[2].FoundFen, months[2].ConfirmedFen, months[2].RecoveredFen));
        Assert.Equal(300_00, months[5].RecoveredFen);
        var asked = new Work.WorkAsk(office.Department, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), null);
        foreach (var source in await office.Desk.Sources.OfAsync(office.Department, Cancellation))
            Assert.All(await source.ReadAsync(asked, Cancellation), r => Assert.Equal(source.Fields.Count, r.Cells.Count));
        var inspections = (await office.Desk.Sources.OfAsync(office.Department, Cancellation)).Single(s => s.Name == "监管检查");
        Assert.StartsWith("supervision/inspections/", Assert.Single(await inspections.ReadAsync(asked, Cancellation)).Link, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_opens_on_the_newest_year_with_records_and_never_on_a_later_one()
    {
        var office = await NewSupervision();
        var (years, today) = (office.Desk.Years, new DateOnly(2026, 1, 3));
        Assert.Equal(2026, await years.NewestAsync(office.Department, Work.YearlyWork.Supervision, today, Cancellation));
        await office.InspectAsync(1_000_00, null);
        Assert.Equal(2024, await years.NewestAsync(office.Department, Work.YearlyWork.Supervision, today, Cancellation));
        Assert.Equal(2026, await years.NewestAsync(office.Department, Work.YearlyWork.Complaints, today, Cancellation));
        await office.Desk.Complaints.ReceiveAsync(office.Clerk, office.Department, Report("慢"), null, null, ReportRules, NoHolidays, Cancellation);
        Assert.Equal((2024, 2023), (await years.NewestAsync(office.Department, Work.YearlyWork.Complaints, today, Cancellation), await years.NewestAsync(office.Department, Work.YearlyWork.Complaints, new DateOnly(2023, 5, 1), Cancellation)));
    }

    [Fact]
    public async Task A_case_goes_its_way_by_others_than_its_handler_and_ends_when_all_money_came()
    {
        var office = await NewSupervision();
        var desk = office.Desk.Supervision;
        var inspection = await office.InspectAsync(1_000_00, null);
        var (id, refusal) = await desk.Cases.OpenAsync(office.Clerk, office.Department, inspection, new DateOnly(2024, 3, 10), "重复收费", Cancellation);
        Assert.Null(refusal);
        Assert.Contains("没有可以立案", (await desk.Cases.OpenAsync(office.Clerk, office.Department, inspection, new DateOnly(2024, 3, 10), "再立", Cancellation)).Refusal, StringComparison.Ordinal);
        // The handler holds every role, and still may not approve the own case.
        var all = office.Clerk with { Assignments = [.. new[] { Role.Clerk, Role.Reviewer, Role.Head }.Select(r => new Assignment(r, office.Department, null))] };
        Assert.Contains("还没有认定金额", await Move(all, CaseStep.Investigated), StringComparison.Ordinal);
        var finding = (await desk.Inspections.FindingsAsync(null, id, Cancellation))[0];
        Assert.Contains("大于发现金额", await desk.Inspections.ConfirmAsync(office.Clerk, office.Department, finding.Id, 1_000_01, false, Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Inspections.ConfirmAsync(office.Clerk, office.Department, finding.Id, 800_00, false, Cancellation));
        Assert.Null(await Move(all, CaseStep.Investigated));
        Assert.Null(await Move(all, CaseStep.Notified));
        Assert.Contains("不能再改", await desk.Inspections.ConfirmAsync(office.Clerk, office.Department, finding.Id, 700_00, false, Cancellation), StringComparison.Ordinal);
        Assert.Contains("经办人", await Move(all, CaseStep.Reviewed), StringComparison.Ordinal);
        Assert.Null(await Move(office.Head, CaseStep.Reviewed));
        Assert.Contains("经办人", await Move(all, CaseStep.Decided, new(["罚款"], 800_00, null)), StringComparison.Ordinal);
        Assert.Contains("超过上限", await Move(office.Head, CaseStep.Decided, new(["罚款"], 1_600_01, null)), StringComparison.Ordinal);
        Assert.Contains("没有“解除服务协议”", await Move(office.Head, CaseStep.Decided, new(["解除服务协议"], 800_00, null)), StringComparison.Ordinal);
        Assert.Null(await Move(office.Head, CaseStep.Decided, new(["责令退回", "罚款"], 1_200_00, null)));
        Assert.Contains("没有收到", await Move(all, CaseStep.Enforced), StringComparison.Ordinal);
        Assert.Contains("应等于", await desk.Recovery.SetPlanAsync(office.Clerk, office.Department, id, [new(new DateOnly(2024, 9, 1), 700_00)], Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Recovery.SetPlanAsync(office.Clerk, office.Department, id, [new(new DateOnly(2024, 9, 1), 800_00)], Cancellation));
        Assert.Contains("多于应退", await desk.Recovery.ReceiveAsync(office.Clerk, office.Department, id, null, new DateOnly(2024, 8, 1), 800_01, "收-1", Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Recovery.ReceiveAsync(office.Clerk, office.Department, id, null, new DateOnly(2024, 8, 1), 800_00, "收-1", Cancellation));
        Assert.Contains("已经登记", await desk.Recovery.ReceiveAsync(office.Clerk, office.Department, id, null, new DateOnly(2024, 8, 1), 1_00, "收-1", Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Recovery.FineAsync(office.Clerk, office.Department, id, new DateOnly(2024, 8, 2), 1_200_00, "收-2", Cancellation));
        Assert.Null(await Move(all, CaseStep.Enforced));
        Assert.Contains("经办人", await Move(all, CaseStep.Closed), StringComparison.Ordinal);
        Assert.Null(await Move(office.Head, CaseStep.Closed));
        var closed = (await desk.Cases.FindAsync(office.Department, id, Cancellation))!;
        Assert.Equal((CaseStep.Closed, "〔2024〕1号", 800_00L, 800_00L, 1_200_00L), (closed.Step, closed.Number, closed.ConfirmedFen, closed.RecoveredFen, closed.FinePaidFen));
        Assert.Equal(["立案", "调查终结", "已告知", "审核通过", "作出决定", "执行完毕", "结案"], closed.Steps.Select(s => s.Label));
        Assert.Null((await office.Desk.Trail.VerifyAsync(Cancellation)).Fault);
        Task<string?> Move(Actor actor, CaseStep to, CaseDecision? decision = null) => desk.Cases.MoveAsync(actor, office.Department, id, to, new DateOnly(2024, 8, 20), "意见", decision, Rules, Cancellation);
    }

    [Fact]
    public async Task A_case_changes_hands_and_no_handler_past_or_present_approves_it()
    {
        var office = await NewSupervision();
        var (desk, department) = (office.Desk.Supervision.Cases, office.Department);
        var (id, _) = await desk.OpenAsync(office.Clerk, department, await office.InspectAsync(1_000_00, 800_00), new DateOnly(2024, 3, 10), "重复收费", Cancellation);
        var (second, reviewer) = (await Colleague("second", Role.Clerk), await Colleague("both", Role.Clerk, Role.Reviewer));
        Assert.Contains("由经办人 clerk 自己或单位负责人", await desk.HandOverAsync(second, department, id, second.UserName, March(11), "请假", Cancellation), StringComparison.Ordinal);
        Assert.Contains("写明原因", await desk.HandOverAsync(office.Clerk, department, id, second.UserName, March(11), " ", Cancellation), StringComparison.Ordinal);
        Assert.Contains("没有经办的岗位", await desk.HandOverAsync(office.Clerk, department, id, "nobody", March(11), "请假", Cancellation), StringComparison.Ordinal);
        Assert.Contains("早于上一步", await desk.HandOverAsync(office.Clerk, department, id, second.UserName, March(9), "请假", Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.HandOverAsync(office.Head, department, id, second.UserName, March(11), "请假", Cancellation));
        var found = (await desk.FindAsync(department, id, Cancellation))!;
        Assert.Equal((second.UserName, new CaseHandover("clerk", second.UserName, March(11), "请假", "head")), (found.Handler, Assert.Single(found.Handovers)));
        Assert.Null(await Move(second, CaseStep.Investigated));
        Assert.Null(await Move(second, CaseStep.Notified));
        // The first handler holds every role, and still may not review what they once handled.
        var first = office.Clerk with { Assignments = [.. new[] { Role.Clerk, Role.Reviewer, Role.Head }.Select(r => new Assignment(r, department, null))] };
        Assert.Contains("经办人", await Move(first, CaseStep.Reviewed), StringComparison.Ordinal);
        Assert.Null(await Move(reviewer, CaseStep.Reviewed));
        Assert.Contains("不能再当经办人", await desk.HandOverAsync(second, department, id, reviewer.UserName, March(20), "请假", Cancellation), StringComparison.Ordinal);
        Assert.Contains(await office.Desk.Trail.AllAsync(Cancellation), e => e is { Act: "移交案件", Account: "head" });
        await using var db = office.Desk.Context();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("update \"CaseHandovers\" set \"To\" = 'x'", Cancellation));

        static DateOnly March(int day) => new(2024, 3, day);
        Task<string?> Move(Actor actor, CaseStep to) => desk.MoveAsync(actor, department, id, to, March(15), "意见", null, Rules, Cancellation);
        async Task<Actor> Colleague(string name, params Role[] roles)
        {
            var (account, _, refusal) = await office.Desk.Register.AddAccountAsync($"{name}-{department}", name, Cancellation);
            Assert.Null(refusal);
            foreach (var role in roles)
                Assert.True(await office.Desk.Register.AssignAsync(null, account, new Assignment(role, department, null), Cancellation));
            return (await office.Desk.Register.ActorAsync(account, Cancellation))!;
        }
    }

    [Fact]
    public async Task Of_another_department_nothing_of_supervision_is_found_or_changed()
    {
        var office = await NewSupervision();
        var desk = office.Desk.Supervision;
        var inspection = await office.InspectAsync(1_000_00, null);
        var other = office.Department + 1;
        Assert.Null(await desk.Institutions.FindAsync(other, office.Institution, Cancellation));
        Assert.Null(await desk.Inspections.FindAsync(other, inspection, Cancellation));
        Assert.NotNull(await desk.Inspections.FindAsync(office.Clerk, other, inspection, new NewFinding("重复收费", false, "情况", 1, null), Cancellation));
        Assert.NotNull((await desk.Cases.OpenAsync(office.Clerk, other, inspection, new DateOnly(2024, 4, 1), "案由", Cancellation)).Refusal);
        Assert.NotNull((await desk.Inspections.AddAsync(office.Clerk, other, [new(office.Institution, InspectionKind.Routine, "甲", null, null, "", [])], Cancellation)).Refusal);
        Assert.Empty(await desk.Cases.AllAsync(other, Cancellation));
    }

    private async Task<Supervised> NewSupervision()
    {
        var (desk, clerk, draft, _) = await NewDraft();
        clerk = clerk with { Assignments = [new(Role.Clerk, draft.Department, null)] };
        await desk.Supervision.Institutions.TakeAsync(clerk, draft.Department, [First], null, "名单", Cancellation);
        return new Supervised(
            desk, clerk, clerk with { UserName = "head", Assignments = [new(Role.Head, draft.Department, null)] }, draft.Department, (await desk.Supervision.Institutions.AllAsync(draft.Department, Cancellation))[0].Id);
    }

    private sealed record Supervised(OfficeDesk Desk, Actor Clerk, Actor Head, int Department, int Institution)
    {
        public async Task<int> InspectAsync(long found, long? confirmed)
        {
            var (ids, refusal) = await Desk.Supervision.Inspections.AddAsync(
                Clerk, Department, [new(Institution, InspectionKind.Routine, "甲、乙", null, new DateOnly(2024, 3, 5), "发现问题", [new("重复收费", false, "同一项目收两次", found, confirmed)])], Cancellation);
            Assert.Null(refusal);
            return ids[0];
        }
    }
}
