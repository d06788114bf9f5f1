using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;
using Mingzhang.Core.Calendar;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Tests;

/// <summary>Medical assistance in the database, on SQLite and on PostgreSQL. Every person, number and bill is made up.</summary>
public abstract partial class StoreSuite
{
    private const string Poor = "低保对象", Near = "低保边缘家庭成员";

    private static readonly Provision Example = new("", null);

    private static readonly BroughtPapers Nothing = new([], [], null);

    private static readonly AssistanceSettings AllDays = AssistanceSettings.Initial with { Place = "某区", InWorkdays = false };

    // The week of 劳动节 2024: five days off, two weekends worked instead.
    private static readonly WorkCalendar Calendar = new([new HolidayYear(2024, "", Enumerable.Range(1, 5).ToDictionary(d => new DateOnly(2024, 5, d), _ => "劳动节"), new HashSet<DateOnly> { new(2024, 4, 28), new(2024, 5, 11) })]);

    // 低保对象: 70% of everything, at most 10,000 元 a year; 低保边缘: above 1,000 元, 50%.
    private static readonly PolicyBook Policies = new([new AssistancePolicy(
        "某区-2024", "某区医疗救助办法", "某区", new DateOnly(2024, 1, 1), null, new DateOnly(2026, 1, 1), IdentityThroughoutStay: false, null, [Poor, Near],
        [new Benefit(Poor, [CareKind.Inpatient], "年度救助", 0m, 0.7m, 10_000m, Example), new Benefit(Near, [CareKind.Inpatient], "年度救助", 1_000m, 0.5m, 10_000m, Example)], null, 0.01m, Example)]);

    [Fact]
    public async Task A_list_shows_what_is_new_ended_and_changed_before_it_is_stored()
    {
        var office = await NewAssistance();
        await office.ListAsync("一月.xlsx", new DateOnly(2024, 1, 1), Listed("P1", Poor, "2024-01-01"), Listed("P2", Poor, "2024-01-01"), Listed("P3", Poor, "2024-01-01"));
        ListedIdentity[] next = [Listed("P1", Poor, "2024-01-01"), Listed("P3", Poor, "2024-01-01", "2024-06-30"), Listed("P4", Poor, "2024-02-01")];
        var shown = await office.Desk.Assistance.Persons.CompareAsync(office.Department, next, new DateOnly(2024, 2, 1), isWhole: true, Cancellation);
        Assert.Equal(["P4"], shown.Added.Select(a => a.Person));
        Assert.Equal([("P2", new DateOnly(2024, 1, 31))], shown.Ended.Select(e => (e.Person, e.After.To!.Value)));
        Assert.Equal(["P3"], shown.Changed.Select(c => c.Person));
        Assert.Equal(1, shown.Unchanged);
        // Looking stores nothing.
        Assert.Equal(3, await office.Desk.Assistance.Persons.CountAsync(office.Department, Cancellation));
        await office.ListAsync("二月.xlsx", new DateOnly(2024, 2, 1), next);
        Assert.Equal([Poor], (await office.Desk.Assistance.Persons.SearchAsync(office.Department, "P4", new DateOnly(2024, 2, 1), 5, Cancellation)).Persons[0].Subjects);
        Assert.Empty((await office.Desk.Assistance.Persons.SearchAsync(office.Department, "P2", new DateOnly(2024, 2, 1), 5, Cancellation)).Persons[0].Subjects);
        Assert.True((await office.Desk.Assistance.Persons.CompareAsync(office.Department, next, new DateOnly(2024, 2, 1), isWhole: true, Cancellation)).IsNone);
    }

    [Fact]
    public async Task Particulars_lie_sealed_and_are_found_by_the_whole_number_or_name_only()
    {
        var office = await NewAssistance();
        await office.Desk.Assistance.Persons.StoreAsync(
            office.Clerk, office.Department, "名单", [Listed("P1", Poor, "2024-01-01")], [new Particulars("P1", "张某某", "42019919900101123X", "6222000011114321", "某银行")], new DateOnly(2024, 1, 1), true, Cancellation);
        foreach (var text in new[] { "42019919900101123x", "张某某", "P1" })
        {
            var found = Assert.Single((await office.Desk.Assistance.Persons.SearchAsync(office.Department, text, new DateOnly(2024, 1, 1), 5, Cancellation)).Persons);
            Assert.Equal(("张*", "420***********123X", "****4321"), (found.Name, found.Number, found.Account));
        }

        Assert.Empty((await office.Desk.Assistance.Persons.SearchAsync(office.Department, "4201991990", new DateOnly(2024, 1, 1), 5, Cancellation)).Persons);
        await using var db = office.Desk.Context();
        var row = await db.Set<AssistancePersonRow>().AsNoTracking().SingleAsync(Cancellation);
        Assert.DoesNotContain("1990", row.NumberSealed + row.NumberDigest + row.NameSealed + row.AccountSealed, StringComparison.Ordinal);
        Assert.DoesNotContain(await office.Desk.Trail.AllAsync(Cancellation), e => e.Changes.Contains("张某某", StringComparison.Ordinal) || e.Changes.Contains("6222", StringComparison.Ordinal));
        Assert.Equal("张某某", (await office.Desk.Assistance.Persons.RevealAsync(office.Clerk, office.Department, "P1", "电话核对", Cancellation)).Texts["姓名"]);
        Assert.Single(await office.Desk.Privacy.ViewsAsync(office.Department, 5, Cancellation));
    }

    [Fact]
    public async Task A_batch_that_comes_again_books_nothing_twice_and_a_row_that_differs_is_refused_by_its_field()
    {
        var office = await NewAssistance();
        Assert.Equal(2, (await office.ImportAsync(Bill("S1", "P1", 5_000m), Bill("S2", "P1", 3_000m))).Added);
        var again = await office.ImportAsync(Bill("S1", "P1", 5_000m), Bill("S2", "P1", 3_000.01m), Bill("S3", "P1", 1_000m));
        Assert.Equal((1, 1), (again.Added, again.Known));
        var refused = Assert.Single(again.Refused);
        Assert.Equal(("S2", "医疗总费用"), (refused.Number, refused.Field));
        var overview = (await office.Desk.Assistance.PersonAsync(office.Department, "P1", new DateOnly(2024, 5, 1), Cancellation))!;
        Assert.Equal(3_000m, overview.File.Settlements.Single(s => s.Id == "S2").Total);
    }

    [Theory]
    [InlineData("update \"AssistanceSettlements\" set \"TotalFen\" = 1")]
    [InlineData("delete from \"AssistanceSettlements\"")]
    public async Task A_settlement_cannot_be_changed_by_a_statement(string sql)
    {
        var office = await NewAssistance();
        await office.ImportAsync(Bill("S1", "P1", 5_000m));
        await using var db = office.Desk.Context();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));
    }

    [Fact]
    public async Task From_the_bill_to_the_bank_with_four_eyes_at_each_step()
    {
        var office = await NewAssistance();
        await office.Desk.Assistance.Persons.StoreAsync(
            office.Clerk, office.Department, "名单", [Listed("P1", Poor, "2024-01-01")], [new Particulars("P1", "张某某", null, "6222000011114321", "某银行")], new DateOnly(2024, 1, 1), true, Cancellation);
        // The hospital had deducted 500 元 of its own accord.
        await office.ImportAsync(Bill("S1", "P1", 5_000m, deducted: 500m));
        var outcome = await office.RunAsync();
        Assert.Equal((1, 3_500_00L), (outcome.Decisions, outcome.Fen));
        var both = office.Clerk with { Assignments = [new(Role.Clerk, office.Department, null), new(Role.Reviewer, office.Department, null), new(Role.Head, office.Department, null)] };
        Assert.Contains("没有复核的权限", (await office.Desk.Assistance.Reviews.ReviewAsync(office.Clerk, office.Department, null, true, null, Cancellation)).Refused[0], StringComparison.Ordinal);
        Assert.Contains("您自己", (await office.Desk.Assistance.Reviews.ReviewAsync(both, office.Department, null, true, null, Cancellation)).Refused[0], StringComparison.Ordinal);
        Assert.Empty(await office.Desk.Assistance.Payments.PayablesAsync(office.Department, null, 10, Cancellation));
        Assert.Equal(1, (await office.ReviewAsync()).Done);
        Assert.Equal([500_00L, 3_000_00L], (await office.Desk.Assistance.Payments.PayablesAsync(office.Department, null, 10, Cancellation)).Select(p => p.Fen));
        // The hospital has no account yet and waits.
        var (payment, left, _) = await office.Desk.Assistance.Payments.MakeAsync(office.Clerk, office.Department, Cancellation);
        Assert.Equal(1, left);
        Assert.Contains("批准以后", (await office.Desk.Assistance.Payments.BankFileAsync(office.Clerk, office.Department, payment!.Value, Cancellation)).Refusal, StringComparison.Ordinal);
        Assert.Contains("您自己", await office.Desk.Assistance.Payments.ApproveAsync(both, office.Department, payment.Value, Cancellation), StringComparison.Ordinal);
        Assert.Null(await office.Desk.Assistance.Payments.ApproveAsync(office.Head, office.Department, payment.Value, Cancellation));
        var file = System.Text.Encoding.UTF8.GetString((await office.Desk.Assistance.Payments.BankFileAsync(office.Clerk, office.Department, payment.Value, Cancellation)).File!);
        Assert.Contains("张某某,\t6222000011114321,某银行,3000.00,", file, StringComparison.Ordinal);
        Assert.Contains(await office.Desk.Trail.AllAsync(Cancellation), e => e is { Act: "导出银行文件", Account: "clerk" });
        Assert.Null(await office.Desk.Assistance.Payments.PaidAsync(office.Clerk, office.Department, payment.Value, new DateOnly(2024, 5, 10), Cancellation));
        // It comes back, and is paid by another batch.
        var line = Assert.Single(await office.Desk.Assistance.Payments.PayablesAsync(office.Department, payment, 10, Cancellation));
        Assert.Null(await office.Desk.Assistance.Payments.ReturnAsync(office.Clerk, office.Department, line.Id, "户名不符", Cancellation));
        Assert.Contains("已经登记", await office.Desk.Assistance.Payments.ReturnAsync(office.Clerk, office.Department, line.Id, "户名不符", Cancellation), StringComparison.Ordinal);
        Assert.Equal([500_00L, 3_000_00L], (await office.Desk.Assistance.Payments.PayablesAsync(office.Department, null, 10, Cancellation)).Select(p => p.Fen));
        Assert.Null(await office.Desk.Assistance.Payments.SaveHospitalAsync(office.Clerk, office.Department, "H1", "某医院", "某银行", "111122223333", Cancellation));
        await office.Desk.Assistance.Persons.StoreAsync(office.Clerk, office.Department, "更正", [], [new Particulars("P1", null, null, "6222000011119999", null)], new DateOnly(2024, 5, 12), false, Cancellation);
        Assert.Equal((3_500_00L, 2), (await office.Desk.Assistance.Payments.MakeAsync(office.Clerk, office.Department, Cancellation)) is { Payment: { } second } ? ((await office.Desk.Assistance.Payments.ListAsync(office.Department, Cancellation)).Single(p => p.Id == second) is var made ? (made.Fen, made.Count) : default) : default);
        Assert.Null((await office.Desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task An_identity_recognised_late_is_paid_in_addition_only_when_somebody_decides_it_and_its_statement_stays()
    {
        var office = await NewAssistance();
        await office.ListAsync("一月", new DateOnly(2024, 1, 1), Listed("P1", Near, "2024-01-01"));
        await office.ImportAsync(Bill("S1", "P1", 5_000m));
        Assert.Equal(2_000_00, (await office.RunAsync()).Fen);
        await office.ReviewAsync();
        await office.Desk.Assistance.Persons.StoreAsync(office.Clerk, office.Department, "补认", [Listed("P1", Poor, "2024-01-01")], [], new DateOnly(2024, 7, 1), isWhole: false, Cancellation);
        var again = await office.RunAsync();
        Assert.Equal((0, 1), (again.Decisions, again.Differences));
        var difference = Assert.Single(await office.Desk.Assistance.Decisions.DifferencesAsync(office.Department, 10, Cancellation));
        Assert.Equal((2_000_00L, 3_500_00L, "身份变化"), (difference.GrantedFen, difference.DueFen, difference.Reason));
        Assert.Equal(2_000_00, (await office.Desk.Assistance.Decisions.ListAsync(office.Department, null, false, 10, Cancellation)).Fen);
        Assert.Equal(1, (await office.Desk.Assistance.Decisions.AcceptAsync(office.Clerk, office.Department, Policies, [difference.Id], Cancellation)).Made);
        Assert.Equal(0, (await office.Desk.Assistance.Decisions.AcceptAsync(office.Clerk, office.Department, Policies, [difference.Id], Cancellation)).Made);
        var decisions = (await office.Desk.Assistance.Decisions.ListAsync(office.Department, null, false, 10, Cancellation)).Decisions;
        Assert.Equal([("首次", 2_000_00L), ("补付", 1_500_00L)], decisions.Select(d => (d.Kind, d.Fen)));
        // Each statement is that of its day.
        Assert.Equal([2_000m, 3_500m], [await office.StatementAsync(decisions[0].Id), await office.StatementAsync(decisions[1].Id)]);
        // Computing again proposes nothing more.
        Assert.Equal((0, 0), (await office.RunAsync()) is var last ? (last.Decisions, last.Differences) : default);
    }

    [Fact]
    public async Task A_bill_that_the_hospital_takes_back_is_to_be_paid_back()
    {
        var office = await NewAssistance();
        await office.ListAsync("一月", new DateOnly(2024, 1, 1), Listed("P1", Poor, "2024-01-01"));
        await office.ImportAsync(Bill("S1", "P1", 5_000m));
        await office.RunAsync();
        await office.ReviewAsync();
        var bill = Bill("S1", "P1", 5_000m).Settlement;
        await office.ImportAsync(new IncomingSettlement(1, "P1", bill with { Id = "S1R", Total = -5_000m, InScope = -5_000m, Reverses = "S1" }));
        Assert.Equal(1, (await office.RunAsync()).Differences);
        var difference = Assert.Single(await office.Desk.Assistance.Decisions.DifferencesAsync(office.Department, 10, Cancellation));
        await office.Desk.Assistance.Decisions.AcceptAsync(office.Clerk, office.Department, Policies, [difference.Id], Cancellation);
        await office.ReviewAsync();
        var owed = (await office.Desk.Assistance.Payments.PayablesAsync(office.Department, null, 10, Cancellation)).Single(p => p.Fen < 0);
        Assert.Equal((-3_500_00L, "待追回"), (owed.Fen, owed.State));
        Assert.Null(await office.Desk.Assistance.Payments.RecoverAsync(office.Clerk, office.Department, owed.Id, "进账单 1 号", Cancellation));
        Assert.DoesNotContain(await office.Desk.Assistance.Payments.PayablesAsync(office.Department, null, 10, Cancellation), p => p.Fen < 0);
    }

    [Fact]
    public async Task A_bill_that_looks_like_another_is_stopped_until_somebody_else_releases_it()
    {
        var office = await NewAssistance();
        await office.ListAsync("一月", new DateOnly(2024, 1, 1), Listed("P1", Poor, "2024-01-01"));
        await office.ImportAsync(Bill("S1", "P1", 1_000m), Bill("S2", "P1", 1_000m));
        Assert.Equal((1, 1), (await office.RunAsync()) is var first ? (first.Decisions, first.Stopped) : default);
        var concern = Assert.Single(await office.Desk.Assistance.Decisions.ConcernsAsync(office.Department, 10, Cancellation), c => c.Concern.Stops);
        Assert.Contains("您自己", await office.Desk.Assistance.Decisions.ReleaseAsync(office.Clerk, office.Department, Policies, concern.SettlementId, "票据号不同", Cancellation), StringComparison.Ordinal);
        Assert.Contains("写明", await office.Desk.Assistance.Decisions.ReleaseAsync(office.Reviewer, office.Department, Policies, concern.SettlementId, " ", Cancellation), StringComparison.Ordinal);
        Assert.Null(await office.Desk.Assistance.Decisions.ReleaseAsync(office.Reviewer, office.Department, Policies, concern.SettlementId, "票据号不同", Cancellation));
        Assert.Equal(2, (await office.Desk.Assistance.Decisions.ListAsync(office.Department, DecisionDesk.ToReview, false, 10, Cancellation)).Count);
    }

    [Fact]
    public async Task An_application_after_the_event_is_publicised_before_it_is_approved_and_paid()
    {
        var office = await NewAssistance();
        await office.ListAsync("一月", new DateOnly(2024, 1, 1), Listed("P1", Poor, "2024-01-01"));
        var (applications, received) = (office.Desk.Assistance.Applications, new DateOnly(2024, 5, 6));
        var (id, _) = await applications.AcceptAsync(office.Clerk, office.Department, Policies, "P1", Bill("Y1", "P1", 2_000m).Settlement, Nothing, received, Cancellation);
        Assert.Contains("已经登记", (await applications.AcceptAsync(office.Clerk, office.Department, Policies, "P1", Bill("Y1", "P1", 2_000m).Settlement, Nothing, received, Cancellation)).Refusal, StringComparison.Ordinal);
        async Task<string?> Step(Actor who, string step, DateOnly day) => await applications.StepAsync(who, office.Department, id!.Value, step, null, day, AllDays, Calendar, Cancellation);
        // The usual review passes it over: it is not paid before it was publicised.
        Assert.Equal(0, (await office.ReviewAsync()).Done);
        Assert.Contains("不能“批准”", await Step(office.Head, "批准", received), StringComparison.Ordinal);
        Assert.Null(await Step(office.Reviewer, "复核通过", received));
        Assert.Null(await Step(office.Clerk, "开始公示", received));
        Assert.Contains("期满", await Step(office.Head, "批准", received.AddDays(5)), StringComparison.Ordinal);
        Assert.Empty(await office.Desk.Assistance.Payments.PayablesAsync(office.Department, null, 10, Cancellation));
        Assert.Null(await Step(office.Head, "批准", received.AddDays(6)));
        Assert.Equal(1_400_00, Assert.Single(await office.Desk.Assistance.Payments.PayablesAsync(office.Department, null, 10, Cancellation)).Fen);
        var listed = Assert.Single(await applications.ListAsync(office.Department, AllDays, Calendar, Cancellation));
        Assert.Equal(("已批准", received.AddDays(16)), (listed.State, listed.Due));
    }

    [Fact]
    public async Task A_refused_application_takes_nothing_from_the_year()
    {
        var office = await NewAssistance();
        await office.ListAsync("一月", new DateOnly(2024, 1, 1), Listed("P1", Poor, "2024-01-01"));
        var (id, _) = await office.Desk.Assistance.Applications.AcceptAsync(office.Clerk, office.Department, Policies, "P1", Bill("Y1", "P1", 14_000m).Settlement, Nothing, new DateOnly(2024, 5, 6), Cancellation);
        Assert.Contains("写明原因", await office.Desk.Assistance.Applications.StepAsync(office.Reviewer, office.Department, id!.Value, "不予救助", "", new DateOnly(2024, 5, 7), AllDays, Calendar, Cancellation), StringComparison.Ordinal);
        Assert.Null(await office.Desk.Assistance.Applications.StepAsync(office.Reviewer, office.Department, id.Value, "不予救助", "票据是复印件", new DateOnly(2024, 5, 7), AllDays, Calendar, Cancellation));
        await office.ImportAsync(Bill("S1", "P1", 1_000m));
        Assert.Equal(700_00, (await office.RunAsync()).Fen);
        var summary = await office.Desk.Assistance.SummaryAsync(office.Department, 2024, Cancellation);
        Assert.Equal((1, 2, 1), (summary.Persons, summary.Settlements, summary.ToReview));
    }

    private static ListedIdentity Listed(string person, string subject, string from, string? to = null) =>
        new(person, new Identity(subject, AssistanceWords.Day(from), to is null ? null : AssistanceWords.Day(to), AssistanceWords.Day(from)));

    private static IncomingSettlement Bill(string id, string person, decimal total, decimal deducted = 0m) => new(
        1, person, new Settlement(id, CareKind.Inpatient, "H1", new DateOnly(2024, 4, 1), new DateOnly(2024, 4, 9), new DateOnly(2024, 4, 9), total, total, 0m, 0m, 0m, 0m, 0m, deducted, false, null));

    private async Task<AssistanceOffice> NewAssistance()
    {
        var desk = new OfficeDesk(await NewStore(), TimeProvider.System);
        var (department, _) = await desk.Register.SaveAsync(Person("boss", 1), new Department(0, "某局", "某局", true, "", ""), Cancellation);
        return new AssistanceOffice(desk, department, Person("clerk", department), Person("reviewer", department, Role.Reviewer), Person("head", department, Role.Head));
    }

    private sealed record AssistanceOffice(OfficeDesk Desk, int Department, Actor Clerk, Actor Reviewer, Actor Head)
    {
        public async Task ListAsync(string source, DateOnly day, params ListedIdentity[] list) =>
            Assert.Null((await Desk.Assistance.Persons.StoreAsync(Clerk, Department, source, list, [], day, isWhole: true, Cancellation)).Refusal);

        public Task<SettlementOutcome> ImportAsync(params IncomingSettlement[] bills) => Desk.Assistance.Settlements.StoreAsync(Clerk, Department, "结算.csv", bills, Cancellation);

        public Task<RunOutcome> RunAsync() => Desk.Assistance.Decisions.RunAsync(Clerk, Department, Policies, Cancellation);

        public Task<(int Done, IReadOnlyList<string> Refused)> ReviewAsync() => Desk.Assistance.Reviews.ReviewAsync(Reviewer, Department, null, passes: true, null, Cancellation);

        public async Task<decimal> StatementAsync(int decision) => (await Desk.Assistance.Decisions.StatementAsync(Department, decision, Policies, Cancellation))!.Value.Statement!.Amount;
    }
}
