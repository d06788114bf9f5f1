using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Calendar;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Tests;

/// <summary>Complaints from receipt to answer and reward in the database; each test runs on SQLite and on PostgreSQL.</summary>
public abstract partial class StoreSuite
{
    private const string Reporter = "欧阳某某", Phone = "13800001234";

    private static readonly WorkCalendar NoHolidays = new([]);

    private static readonly ComplaintRules ReportRules = new(
        [new("举报", new ComplaintTerm(5, true, true, 0), new ComplaintTerm(10, true, false, 5), "规定")], ["欺诈骗保"], ["查实", "不属实"], ["满意", "不满意", "未评价"],
        new RewardRules("规定", new DateOnly(2023, 1, 1), 200_00, 200_000_00, 2, [new("一级", 3m, "")]));

    private static readonly DateOnly ReportDay = new(2024, 3, 4);

    [Fact]
    public async Task A_report_goes_from_receipt_to_answer_and_nobody_reviews_their_own()
    {
        var (desk, clerk, department, id) = await NewReport();
        var head = clerk with { UserName = "head", Assignments = [new(Role.Head, department, null)] };
        Assert.Null(await desk.Complaints.AcceptAsync(clerk, department, id, 1, true, ReportDay, null, ReportRules, NoHolidays, Cancellation));
        Assert.Equal(new DateOnly(2024, 3, 18), (await desk.Complaints.FindAsync(department, id, Cancellation))!.Stored.Complaint.FinishBy);
        Assert.Contains("刚才有人办过", await desk.Complaints.AcceptAsync(clerk, department, id, 1, true, ReportDay, null, ReportRules, NoHolidays, Cancellation), StringComparison.Ordinal);
        Assert.Contains("由别人决定延长", await desk.Complaints.ExtendAsync(clerk, department, id, 2, ReportDay, "复杂", ReportRules, NoHolidays, Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Complaints.ExtendAsync(head, department, id, 2, ReportDay, "复杂", ReportRules, NoHolidays, Cancellation));
        Assert.Equal(new DateOnly(2024, 3, 25), (await desk.Complaints.FindAsync(department, id, Cancellation))!.Stored.Complaint.FinishBy);
        Assert.Contains("请选结果", await desk.Complaints.SubmitAsync(clerk, department, id, 3, ReportDay, "大概", "属实", 0, ReportRules, Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Complaints.SubmitAsync(clerk, department, id, 3, ReportDay, "查实", "属实", 100_000_00, ReportRules, Cancellation));
        Assert.Contains("由别人审核", await desk.Complaints.ReviewAsync(clerk, department, id, 4, ReportDay, true, null, Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Complaints.ReviewAsync(head, department, id, 4, ReportDay, true, null, Cancellation));
        Assert.Null(await desk.Complaints.AnswerAsync(clerk, department, id, 5, new DateOnly(2024, 3, 25), "电话", Cancellation));
        Assert.Null(await desk.Complaints.JudgeAsync(clerk, department, id, 6, new DateOnly(2024, 3, 26), "满意", null, ReportRules, Cancellation));
        var file = (await desk.Complaints.FindAsync(department, id, Cancellation))!;
        Assert.Equal(["登记", "受理", "延长", "送审", "审核同意", "答复", "回访"], file.Steps.Select(s => s.Act));
        Assert.True(file.Stored.Complaint.IsInTime(new DateOnly(2025, 1, 1)));
        Assert.Empty(await desk.Complaints.OpenAsync(department, Cancellation));
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);

        // The reward: a share of what was found, approved by another, paid by a voucher.
        Assert.Null(await desk.Complaints.Rewards.ProposeAsync(clerk, department, id, "一级", ReportRules.Reward, Cancellation));
        Assert.Contains("已经申请过", await desk.Complaints.Rewards.ProposeAsync(clerk, department, id, "一级", ReportRules.Reward, Cancellation), StringComparison.Ordinal);
        var reward = Assert.Single((await desk.Complaints.FindAsync(department, id, Cancellation))!.Rewards);
        Assert.Equal(3_000_00, reward.Fen);
        Assert.Contains("由别人批准", await desk.Complaints.Rewards.DecideAsync(clerk, department, reward.Id, true, ReportDay, null, Cancellation), StringComparison.Ordinal);
        Assert.Contains("刚才有人办过", await desk.Complaints.Rewards.PayAsync(clerk, department, reward.Id, ReportDay, "记-1", null, Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Complaints.Rewards.DecideAsync(head, department, reward.Id, true, ReportDay, null, Cancellation));
        Assert.Null(await desk.Complaints.Rewards.PayAsync(clerk, department, reward.Id, ReportDay, "记-1", null, Cancellation));
        var paid = Assert.Single((await desk.Complaints.FindAsync(department, id, Cancellation))!.Rewards);
        Assert.Equal((RewardStates.Paid, "记-1"), (paid.State, paid.Voucher));
        Assert.False(await desk.Complaints.Rewards.IsBookedAsync(department, paid, Cancellation));
    }

    [Fact]
    public async Task Who_reported_is_nowhere_in_the_database_but_sealed_and_every_view_is_logged()
    {
        var (desk, clerk, department, id) = await NewReport();
        var stored = (await desk.Complaints.FindAsync(department, id, Cancellation))!.Stored;
        Assert.Equal("欧* 138****1234", stored.Complaint.Reporter);
        await using (var db = desk.Context())
        {
            foreach (var row in await db.Trail.AsNoTracking().ToListAsync(Cancellation))
                Assert.DoesNotContain(Reporter, row.Changes, StringComparison.Ordinal);
            var sealedName = await db.Complaints.Select(c => c.SealedName).SingleAsync(Cancellation);
            Assert.DoesNotContain(Reporter, sealedName, StringComparison.Ordinal);
        }

        Assert.Contains("写明为什么", (await desk.Complaints.RevealAsync(clerk, department, id, " ", Cancellation)).Refusal, StringComparison.Ordinal);
        var shown = await desk.Complaints.RevealAsync(clerk, department, id, "核实线索", Cancellation);
        Assert.Equal((Reporter, Phone), (shown.Texts["举报人"], shown.Texts["联系电话"]));
        var viewer = clerk with { UserName = "viewer", Assignments = [new(Role.Viewer, department, null)] };
        Assert.NotNull((await desk.Complaints.RevealAsync(viewer, department, id, "看看", Cancellation)).Refusal);
        Assert.Contains("核实线索", Assert.Single(await desk.Privacy.ViewsAsync(department, 9, Cancellation)).Changes, StringComparison.Ordinal);
        var source = (await desk.Sources.OfAsync(department, Cancellation)).Single(s => s.Name == "投诉举报");
        var row2 = Assert.Single(await source.ReadAsync(new WorkAsk(department, null, null, null), Cancellation));
        Assert.DoesNotContain(row2.Cells, c => c.Text?.Contains('欧', StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Words_that_give_the_reporter_away_are_refused_and_steps_cannot_be_changed()
    {
        var (desk, clerk, department, _) = await NewReport();
        var told = await desk.Complaints.ReceiveAsync(clerk, department, Report($"我叫{Reporter}"), Reporter, Phone, ReportRules, NoHolidays, Cancellation);
        Assert.Contains("反映内容里有举报人的姓名", told.Problem, StringComparison.Ordinal);
        Assert.Contains("没有“来信”这个渠道", (await desk.Complaints.ReceiveAsync(clerk, department, Report("x") with { Channel = "来信" }, null, null, ReportRules, NoHolidays, Cancellation)).Problem, StringComparison.Ordinal);
        await using var db = desk.Context();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("update \"ComplaintSteps\" set \"Text\" = 'x'", Cancellation));
    }

    [Fact]
    public async Task A_reward_is_booked_on_a_line_once_and_refused_over_the_balance_and_in_a_closed_year()
    {
        var books = await NewBooks();
        var (desk, clerk, department) = (books.Desk, books.Clerk with { Assignments = [new(Role.Clerk, books.Department, null)] }, books.Department);
        var line = Assert.Single(await books.LinesAsync());
        var (dear, cheap, third) = (await Approved(100_000_00), await Approved(2_000_00), await Approved(2_000_00));
        Assert.Contains("权限", await desk.Complaints.Rewards.PayAsync(clerk with { Assignments = [new(Role.ProjectLead, department, null)] }, department, cheap, ReportDay, "支-1", line.Id, Cancellation), StringComparison.Ordinal);
        Assert.Contains("没有执行账", await desk.Complaints.Rewards.PayAsync(clerk, department, cheap, ReportDay.AddYears(1), "支-1", line.Id, Cancellation), StringComparison.Ordinal);
        Assert.Contains("余额", await desk.Complaints.Rewards.PayAsync(clerk, department, dear, ReportDay, "支-1", line.Id, Cancellation), StringComparison.Ordinal);
        Assert.Empty(await books.EntriesAsync());
        Assert.Null(await desk.Complaints.Rewards.PayAsync(clerk, department, cheap, ReportDay, "支-1", line.Id, Cancellation));
        var entry = Assert.Single(await books.EntriesAsync()).Entry;
        Assert.Equal((60_00L, "支-1", "个人"), (entry.Fen, entry.Voucher, entry.PayeeKind));
        Assert.StartsWith("举报奖励 TS2024-", entry.Summary, StringComparison.Ordinal);
        Assert.Equal(40_00, Assert.Single(await books.LinesAsync()).AvailableFen);
        Assert.Contains("不能再付", await desk.Complaints.Rewards.PayAsync(clerk, department, cheap, ReportDay, "支-9", line.Id, Cancellation), StringComparison.Ordinal);
        Assert.Contains("本月已经用来支付", await desk.Complaints.Rewards.PayAsync(clerk, department, third, ReportDay, "支-1", null, Cancellation), StringComparison.Ordinal);
        // The same voucher in an export of the treasury is the same payment.
        var export = new IncomingRow(1, () => new Dictionary<string, string>(), entry with { Summary = "代发" }, null);
        Assert.Equal(1, (await books.PostAsync(export)).Known);
        // A payment that was noted before is booked when the books are there, but not in a closed year.
        Assert.Null(await desk.Complaints.Rewards.PayAsync(clerk, department, third, ReportDay, "支-2", null, Cancellation));
        Assert.Null(await desk.Execution.CloseAsync(clerk, department, 2024, true, null, Cancellation));
        Assert.Contains("已经关账", await desk.Complaints.Rewards.PayAsync(clerk, department, third, ReportDay, null, line.Id, Cancellation), StringComparison.Ordinal);
        Assert.Single(await books.EntriesAsync());
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);

        async Task<int> Approved(long found)
        {
            var (id, _) = await desk.Complaints.ReceiveAsync(clerk, department, Report("串换药品"), Reporter, Phone, ReportRules, NoHolidays, Cancellation);
            var head = clerk with { UserName = "head", Assignments = [new(Role.Head, department, null)] };
            Assert.Null(await desk.Complaints.AcceptAsync(clerk, department, id, 1, true, ReportDay, null, ReportRules, NoHolidays, Cancellation));
            Assert.Null(await desk.Complaints.SubmitAsync(clerk, department, id, 2, ReportDay, "查实", "属实", found, ReportRules, Cancellation));
            Assert.Null(await desk.Complaints.ReviewAsync(head, department, id, 3, ReportDay, true, null, Cancellation));
            Assert.Null(await desk.Complaints.Rewards.ProposeAsync(clerk, department, id, "一级", ReportRules.Reward with { LeastFen = 1_00 }, Cancellation));
            var reward = Assert.Single((await desk.Complaints.FindAsync(department, id, Cancellation))!.Rewards).Id;
            Assert.Null(await desk.Complaints.Rewards.DecideAsync(head, department, reward, true, ReportDay, null, Cancellation));
            return reward;
        }
    }

    [Fact]
    public async Task A_complaint_and_its_inspection_are_seen_from_both_sides()
    {
        var office = await NewSupervision();
        var (desk, clerk, department) = (office.Desk.Complaints, office.Clerk, office.Department);
        var (id, _) = await desk.ReceiveAsync(clerk, department, Report("串换药品"), null, null, ReportRules, NoHolidays, Cancellation);
        var inspection = await office.InspectAsync(1_000_00, null);
        Assert.Contains("没有这次检查", await desk.LinkAsync(clerk, department, id, 1, inspection + 99, ReportDay, null, Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.LinkAsync(clerk, department, id, 1, inspection, ReportDay, null, Cancellation));
        Assert.Equal(id, Assert.Single(await desk.OfInspectionAsync(department, inspection, Cancellation)).Id);
        var linked = (await desk.FindAsync(department, id, Cancellation))!;
        Assert.Equal((inspection, "第一医院 日常巡查 2024-03-05"), (linked.Stored.Complaint.InspectionId, linked.Stored.Complaint.Inspection));
        Assert.Equal("关联检查", linked.Steps[^1].Act);
        Assert.Contains("原因", await desk.LinkAsync(clerk, department, id, 2, null, ReportDay, " ", Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.LinkAsync(clerk, department, id, 2, null, ReportDay, "选错了", Cancellation));
        var (started, refusal) = await desk.InspectAsync(clerk, department, id, 3, new(office.Institution, Core.Supervision.Inspections.InspectionKind.Special, "甲", ReportDay, null, "", []), ReportDay, Cancellation);
        Assert.Null(refusal);
        Assert.Equal(started, (await desk.FindAsync(department, id, Cancellation))!.Stored.Complaint.InspectionId);
        Assert.Contains("刚才有人办过", (await desk.InspectAsync(clerk, department, id, 3, new(office.Institution, Core.Supervision.Inspections.InspectionKind.Special, "甲", ReportDay, null, "", []), ReportDay, Cancellation)).Refusal, StringComparison.Ordinal);
        Assert.Equal(2, (await office.Desk.Supervision.Inspections.AllAsync(department, null, null, Cancellation)).Count);
    }

    private static Complaint Report(string content) => new("", "举报", ReportDay, "欺诈骗保", "某药店", content);

    private async Task<(OfficeDesk Desk, Actor Clerk, int Department, int Id)> NewReport()
    {
        var (desk, clerk, draft, _) = await NewDraft();
        var (id, problem) = await desk.Complaints.ReceiveAsync(clerk, draft.Department, Report("串换药品"), Reporter, Phone, ReportRules, NoHolidays, Cancellation);
        Assert.Null(problem);
        return (desk, clerk, draft.Department, id);
    }
}
