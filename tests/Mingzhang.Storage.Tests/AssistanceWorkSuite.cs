using System.Globalization;
using System.Text;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Attachments;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Tests;

/// <summary>Documents, deadlines, returns of the bank and sources of assistance, on SQLite and on PostgreSQL. Everything is made up.</summary>
public abstract partial class StoreSuite
{
    private static readonly string[] Required = ["申请书", "收费票据"];

    [Fact]
    public async Task An_application_without_a_required_document_is_refused_unless_somebody_says_why()
    {
        var office = await NewAssistance();
        await office.ListAsync("一月", new DateOnly(2024, 1, 1), Listed("P1", Poor, "2024-01-01"));
        var applications = office.Desk.Assistance.Applications;
        Task<(int? Id, string? Refusal)> Accept(string bill, string? exception, params PaperFile[] files) =>
            applications.AcceptAsync(office.Clerk, office.Department, Policies, "P1", Bill(bill, "P1", 2_000m).Settlement, new BroughtPapers(Required, files, exception), new DateOnly(2024, 5, 6), Cancellation);
        Assert.Contains("缺材料：收费票据", (await Accept("Y1", " ", Scanned("申请书", "甲"))).Refusal, StringComparison.Ordinal);
        Assert.Contains("收费票据：票据.pdf：不是可以收的文件", (await Accept("Y1", null, Scanned("申请书", "甲"), new PaperFile("收费票据", "票据.pdf", [0x4D, 0x5A, 0x90, 0x00, 0x03]))).Refusal, StringComparison.Ordinal);
        Assert.Equal(0, (await office.Desk.Assistance.SummaryAsync(office.Department, 2024, Cancellation)).Settlements);
        var (id, refusal) = await Accept("Y1", "票据在保险公司，五日内补交", Scanned("申请书", "甲"));
        Assert.Null(refusal);
        var found = await applications.FindAsync(office.Department, id!.Value, AllDays, Calendar, Cancellation);
        Assert.Equal(("申请书", "缺收费票据：票据在保险公司，五日内补交"), (found!.Documents, found.Exception));
        var owner = new AttachmentOwner(office.Department, ApplicationDesk.AttachmentKind, id.Value);
        Assert.Equal([("申请书", "甲.txt")], (await office.Desk.Attachments.OfAsync(owner, Cancellation)).Select(f => (f.Remark!, f.Name)));
        // What comes later counts as brought.
        Assert.Null(await office.Desk.Attachments.AddAsync(office.Clerk, owner, "票据.txt", "收费票据", "票"u8.ToArray(), Cancellation));
        Assert.Empty(Required.Except(ApplicationDesk.Brought(await office.Desk.Attachments.OfAsync(owner, Cancellation))));
        // One scan of all of them is kept once.
        var (second, _) = await Accept("Y2", null, Scanned("申请书", "合订"), Scanned("收费票据", "合订"));
        var file = Assert.Single(await office.Desk.Attachments.OfAsync(owner with { Id = second!.Value }, Cancellation));
        Assert.Equal("申请书、收费票据", file.Remark);
        Assert.Null((await office.Desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task Deadlines_count_working_days_and_what_waits_is_told_with_who_is_to_do_it()
    {
        var office = await NewAssistance();
        await office.ListAsync("一月", new DateOnly(2024, 1, 1), Listed("P1", Poor, "2024-01-01"));
        var workdays = AllDays with { InWorkdays = true, ReviewDays = 3, PublicityDays = 5 };
        await office.Desk.Assistance.SaveAsync(office.Clerk, office.Department, workdays, Cancellation);
        var (id, _) = await office.Desk.Assistance.Applications.AcceptAsync(office.Clerk, office.Department, Policies, "P1", Bill("Y1", "P1", 2_000m).Settlement, Nothing, new DateOnly(2024, 4, 30), Cancellation);
        // The holidays do not count, the Saturday that is worked does: 6, 7 and 8 May.
        var task = Assert.Single(await office.Desk.Assistance.TasksAsync(office.Department, Calendar, Cancellation));
        Assert.Equal((new DateOnly(2024, 5, 8), "审核人", $"/applications/{id}"), (task.Due, task.Who, task.Path));
        await office.Desk.Assistance.Applications.StepAsync(office.Reviewer, office.Department, id!.Value, "复核通过", null, new DateOnly(2024, 5, 8), workdays, Calendar, Cancellation);
        await office.Desk.Assistance.Applications.StepAsync(office.Clerk, office.Department, id.Value, "开始公示", null, new DateOnly(2024, 5, 8), workdays, Calendar, Cancellation);
        var published = await office.Desk.Assistance.Applications.FindAsync(office.Department, id.Value, workdays, Calendar, Cancellation);
        // 9, 10, 11 (worked), 13, 14 May.
        Assert.Equal(new DateOnly(2024, 5, 14), published!.PublishedUntil);
        Assert.Equal("单位负责人", Assert.Single(await office.Desk.Assistance.TasksAsync(office.Department, Calendar, Cancellation)).Who);
    }

    [Fact]
    public async Task A_return_of_the_bank_is_noted_once_and_what_came_back_is_paid_again_only_when_its_account_is_right()
    {
        var (office, payment, lines) = await ApprovedAsync();
        var payments = office.Desk.Assistance.Payments;
        Task<(BankOutcome? Outcome, string? Refusal)> Import(params BankResult[] results) => payments.ImportReturnAsync(office.Clerk, office.Department, payment, "回盘.csv", new DateOnly(2024, 5, 20), results, Cancellation);
        var (good, bad) = (new BankResult(2, lines[0].Id, lines[0].Fen, true, ""), new BankResult(3, lines[1].Id, lines[1].Fen, false, "户名不符"));
        // Half of a batch says nothing of the other half.
        Assert.Contains("还差 1 笔", (await Import(good)).Refusal, StringComparison.Ordinal);
        var wrong = await Import(good, bad with { Fen = 1 }, new BankResult(4, 99_999, 1, true, ""));
        Assert.NotNull(wrong.Refusal);
        Assert.Equal([(3, lines[1].Id), (4, 99_999)], wrong.Outcome!.Refused.Select(r => (r.Row, r.Payable)));
        Assert.Equal("已批准", (await payments.ListAsync(office.Department, Cancellation))[0].State);
        Assert.Equal((1, 1, 0), Counts(await Import(good, bad)));
        Assert.Equal(("已付", new DateOnly(2024, 5, 20)), (await payments.ListAsync(office.Department, Cancellation))[0] is var batch ? (batch.State, batch.PaidOn!.Value) : default);
        // The same file again notes nothing, and nothing is owed twice.
        Assert.Equal((1, 0, 1), Counts(await Import(good, bad)));
        var waiting = Assert.Single(await payments.PayablesAsync(office.Department, null, 10, Cancellation));
        Assert.Equal(("待更正", lines[1].Fen, "付款批次 1 退票：户名不符"), (waiting.State, waiting.Fen, waiting.Note));
        Assert.Contains("却说成功", (await Import(bad with { IsPaid = true })).Outcome!.Refused[0].Why, StringComparison.Ordinal);
        // Not before the account was corrected.
        Assert.Null((await payments.MakeAsync(office.Clerk, office.Department, Cancellation)).Payment);
        await office.Desk.Assistance.Persons.StoreAsync(office.Clerk, office.Department, "更正", [], [new Particulars("P2", null, null, "6222000099990000", null)], new DateOnly(2024, 5, 21), false, Cancellation);
        var again = await payments.MakeAsync(office.Clerk, office.Department, Cancellation);
        Assert.Equal(lines[1].Fen, Assert.Single(await payments.PayablesAsync(office.Department, again.Payment, 10, Cancellation)).Fen);
        Assert.Null((await payments.MakeAsync(office.Clerk, office.Department, Cancellation)).Payment);
        Assert.Null((await office.Desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task A_payment_that_came_back_by_no_fault_of_the_account_is_paid_again_when_somebody_says_so()
    {
        var (office, payment, lines) = await ApprovedAsync();
        var payments = office.Desk.Assistance.Payments;
        Assert.Null(await payments.PaidAsync(office.Clerk, office.Department, payment, new DateOnly(2024, 5, 20), Cancellation));
        // A bank may name only what failed.
        Assert.Equal((0, 1, 0), Counts(await payments.ImportReturnAsync(office.Clerk, office.Department, payment, "回盘.csv", new DateOnly(2024, 5, 21), [new BankResult(2, lines[0].Id, lines[0].Fen, false, "系统故障")], Cancellation)));
        var waiting = Assert.Single(await payments.PayablesAsync(office.Department, null, 10, Cancellation));
        Assert.Contains("请写明", await payments.PayAgainAsync(office.Clerk, office.Department, waiting.Id, "", Cancellation), StringComparison.Ordinal);
        Assert.Contains("没有经办", await payments.PayAgainAsync(office.Reviewer, office.Department, waiting.Id, "已核对", Cancellation), StringComparison.Ordinal);
        Assert.Null(await payments.PayAgainAsync(office.Clerk, office.Department, waiting.Id, "银行故障，账号无误", Cancellation));
        Assert.Contains("不在等更正", await payments.PayAgainAsync(office.Clerk, office.Department, waiting.Id, "再来", Cancellation), StringComparison.Ordinal);
        Assert.NotNull((await payments.MakeAsync(office.Clerk, office.Department, Cancellation)).Payment);
    }

    [Theory]
    [InlineData("计数 救助结算", "2")]
    [InlineData("计数 救助结算 其中 救助对象=低保对象", "2")]
    [InlineData("合计 救助结算.救助金额", "4900.00")]
    [InlineData("占比 救助结算.救助金额/个人自付", "70.00")]
    [InlineData("占比 救助结算 其中 有更正=否", "50.00")]
    [InlineData("占比 救助结算 其中 已复核=是", "100.00")]
    [InlineData("计数 救助对象 其中 救助对象=低保对象", "2")]
    [InlineData("计数 救助结算 期间 2024-05-01 至 2024-12-31", "0")]
    [InlineData("合计 救助付款.金额 其中 状态=已付", "4900.00")]
    [InlineData("平均 救助付款.结算到付款天数", "41")]
    [InlineData("占比 救助付款 其中 结算到付款天数≤41", "100.00")]
    [InlineData("计数 医后申请 其中 状态=受理", "1")]
    [InlineData("占比 医后申请 其中 容缺=否", "100.00")]
    public async Task What_indicators_of_assistance_ask_is_computed_from_the_records(string query, string value)
    {
        var (office, payment, _) = await ApprovedAsync(sentBack: true);
        await office.Desk.Assistance.Payments.PaidAsync(office.Clerk, office.Department, payment, new DateOnly(2024, 5, 20), Cancellation);
        await office.Desk.Assistance.Applications.AcceptAsync(office.Clerk, office.Department, Policies, "P1", Bill("Y1", "P1", 100m).Settlement with { From = new DateOnly(2023, 1, 1), To = new DateOnly(2023, 1, 2), SettledOn = new DateOnly(2023, 1, 2) }, Nothing, new DateOnly(2024, 6, 3), Cancellation);
        var sources = await office.Desk.Sources.OfAsync(office.Department, Cancellation);
        var asked = query.Contains("期间", StringComparison.Ordinal) || query.Contains("医后申请", StringComparison.Ordinal) || query.Contains("救助付款", StringComparison.Ordinal) ? query : query + " 期间 2024-01-01 至 2024-12-31";
        var parsed = MeasureQuery.Parse(asked, sources, out var why);
        Assert.Null(why);
        var rows = await ((WorkSource)parsed!.Source).ReadAsync(new WorkAsk(office.Department, parsed.From, parsed.To, null), Cancellation);
        Assert.All(rows, r => Assert.Equal(parsed.Source.Fields.Count, r.Cells.Count));
        Assert.All(rows, r => Assert.StartsWith("assistance/", r.Link, StringComparison.Ordinal));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), MeasureResult.Of(parsed, rows.Select(r => r.Cells), null).Number);
    }

    // Two persons, a bill each, 5,000 and 2,000 元 at 70%; where asked, the first was sent back once.
    private async Task<(AssistanceOffice Office, int Payment, IReadOnlyList<StoredPayable> Lines)> ApprovedAsync(bool sentBack = false)
    {
        var office = await NewAssistance();
        await office.Desk.Assistance.Persons.StoreAsync(
            office.Clerk, office.Department, "名单", [Listed("P1", Poor, "2024-01-01"), Listed("P2", Poor, "2024-01-01")],
            [new Particulars("P1", "张某某", null, "6222000011114321", "某银行"), new Particulars("P2", "李某某", null, "6222000011115555", "某银行")], new DateOnly(2024, 1, 1), true, Cancellation);
        await office.ImportAsync(Bill("S1", "P1", 5_000m), Bill("S2", "P2", 2_000m));
        await office.RunAsync();
        if (sentBack)
        {
            var first = (await office.Desk.Assistance.Decisions.ListAsync(office.Department, null, false, 1, Cancellation)).Decisions[0].Id;
            Assert.Equal(1, (await office.Desk.Assistance.Reviews.ReviewAsync(office.Reviewer, office.Department, [first], false, "材料不清", Cancellation)).Done);
            await office.RunAsync();
        }

        await office.ReviewAsync();
        var (payment, _, _) = await office.Desk.Assistance.Payments.MakeAsync(office.Clerk, office.Department, Cancellation);
        Assert.Null(await office.Desk.Assistance.Payments.ApproveAsync(office.Head, office.Department, payment!.Value, Cancellation));
        return (office, payment.Value, await office.Desk.Assistance.Payments.PayablesAsync(office.Department, payment, 10, Cancellation));
    }

    private static PaperFile Scanned(string paper, string name) => new(paper, name + ".txt", Encoding.UTF8.GetBytes(name));

    private static (int Paid, int Returned, int Known) Counts((BankOutcome? Outcome, string? Refusal) import)
    {
        Assert.Null(import.Refusal);
        return (import.Outcome!.Paid, import.Outcome.Returned, import.Outcome.Known);
    }
}
