using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Reviews;

namespace Mingzhang.Storage.Tests;

/// <summary>Uploaded documents in the database; each test runs on SQLite and on PostgreSQL.</summary>
public abstract partial class StoreSuite
{
    private static readonly ReviewSummary Budget2024 = new("某局", 2024, "预算", 3, 1, 2, 0, 100, 4, 0);

    [Fact]
    public async Task An_uploaded_document_is_taken_once_and_its_result_written_once()
    {
        var (desk, clerk, department, store) = await NewOffice();
        var id = await desk.Reviews.AddAsync(clerk, department, "预算.pdf", [1, 2, 3], Cancellation);
        Assert.Equal(AuditState.Waiting, (await desk.Reviews.FindAsync(department, id, Cancellation))!.State);
        // The workers of the command line know nothing of a department's rules: they leave it alone.
        Assert.Empty(await store.Audits.PendingAsync(10, Cancellation));
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => desk.Reviews.Queue.TakeAsync($"w{i}", Cancellation), Cancellation)));
        var mine = Assert.Single(taken, t => t is not null)!;
        Assert.True(await desk.Reviews.Queue.FinishAsync(mine, Budget2024, Cancellation));
        Assert.False(await desk.Reviews.Queue.FinishAsync(mine, Budget2024 with { Errors = 99 }, Cancellation));
        var info = Assert.Single(await desk.Reviews.ListAsync(department, Cancellation));
        Assert.Equal((AuditState.Done, "预算.pdf", 3L, Budget2024), (info.State, info.Name, info.Size, info.Summary));
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task What_a_site_had_in_hand_when_it_ended_is_taken_again_and_not_for_ever()
    {
        var clock = new QueueClock();
        var (desk, clerk, department, _) = await NewOffice(clock);
        var id = await desk.Reviews.AddAsync(clerk, department, "坏.pdf", [1], Cancellation);
        var first = (await desk.Reviews.Queue.TakeAsync("a", Cancellation))!;
        Assert.Null(await desk.Reviews.Queue.TakeAsync("b", Cancellation));
        clock.Now += ReviewQueueDesk.Lease + TimeSpan.FromSeconds(1);
        var second = (await desk.Reviews.Queue.TakeAsync("b", Cancellation))!;
        Assert.Equal((id, 2), (second.Id, second.Attempt));
        // The first was only slow: what it found comes too late.
        Assert.False(await desk.Reviews.Queue.RefuseAsync(first, "读不了", Cancellation));
        clock.Now += ReviewQueueDesk.Lease + TimeSpan.FromSeconds(1);
        Assert.NotNull(await desk.Reviews.Queue.TakeAsync("c", Cancellation));
        clock.Now += ReviewQueueDesk.Lease + TimeSpan.FromSeconds(1);
        Assert.Null(await desk.Reviews.Queue.TakeAsync("d", Cancellation));
        var info = (await desk.Reviews.FindAsync(department, id, Cancellation))!;
        Assert.Equal(AuditState.Unreadable, info.State);
        Assert.Contains("中断了 3 次", info.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_cell_keeps_what_was_printed_and_who_said_so_and_can_be_taken_back()
    {
        var (desk, clerk, department, _) = await NewOffice();
        var id = await desk.Reviews.AddAsync(clerk, department, "预算.pdf", [1], Cancellation);
        var cell = new CellName("收支总表", 1, "合计", 1, "预算数");
        Assert.True(await desk.Reviews.Marks.CorrectAsync(clerk, department, id, cell, "1.00", "2.00", Cancellation));
        Assert.False(await desk.Reviews.Marks.CorrectAsync(clerk, department, id, cell, "1.00", "2.00", Cancellation));
        Assert.False(await desk.Reviews.Marks.CorrectAsync(clerk, department + 1, id, cell, "1.00", "3.00", Cancellation));
        var valid = Assert.Single(ReviewMarkDesk.Valid(await desk.Reviews.Marks.CellsAsync(id, Cancellation)));
        Assert.Equal((cell, "2.00", "clerk"), (valid.Cell, valid.Text, valid.By));
        Assert.True(await desk.Reviews.Marks.CorrectAsync(clerk, department, id, cell, "1.00", null, Cancellation));
        var all = await desk.Reviews.Marks.CellsAsync(id, Cancellation);
        Assert.Empty(ReviewMarkDesk.Valid(all));
        Assert.Equal(["2.00", null], all.Select(e => e.Text));
        Assert.Equal(2, (await desk.Reviews.FindAsync(department, id, Cancellation))!.Revision);
        Assert.Equal(["撤销更正", "更正读数", "上传文件"], (await desk.Trail.HeadsAsync(department, null, 3, Cancellation)).Select(h => h.Act));
    }

    [Fact]
    public async Task A_judgement_is_carried_to_the_next_version_of_the_same_document_only()
    {
        var (desk, clerk, department, _) = await NewOffice();
        var first = await Done(Budget2024);
        var other = await Done(Budget2024 with { Year = 2023 });
        await desk.Reviews.Marks.JudgeAsync(clerk, department, new Judgement(first.Id, "aa", "1→2", "BG-1", Ruling.Dismissed, "单位四舍五入", "", ""), "合计", Cancellation);
        await desk.Reviews.Marks.JudgeAsync(clerk, department, new Judgement(other.Id, "bb", "1→2", "BG-1", Ruling.Accepted, "", "", ""), "合计", Cancellation);
        var next = await Done(Budget2024);
        var carried = Assert.Single(await desk.Reviews.Marks.JudgementsAsync(next, Cancellation)).Value;
        Assert.Equal((first.Id, Ruling.Dismissed, "单位四舍五入", "clerk"), (carried.Review, carried.Ruling, carried.Reason, carried.Account));
        await desk.Reviews.Marks.JudgeAsync(clerk, department, new Judgement(next.Id, "aa", "1→2", "BG-1", Ruling.Open, "再看", "", ""), "合计", Cancellation);
        Assert.Equal(Ruling.Open, (await desk.Reviews.Marks.JudgementsAsync(next, Cancellation))["aa"].Ruling);
        Assert.Equal(Ruling.Dismissed, (await desk.Reviews.Marks.JudgementsAsync(first, Cancellation))["aa"].Ruling);

        async Task<ReviewInfo> Done(ReviewSummary summary)
        {
            var id = await desk.Reviews.AddAsync(clerk, department, "预算.pdf", [1], Cancellation);
            await desk.Reviews.Queue.FinishAsync((await desk.Reviews.Queue.TakeAsync("w", Cancellation))!, summary, Cancellation);
            return (await desk.Reviews.FindAsync(department, id, Cancellation))!;
        }
    }

    [Fact]
    public async Task Changed_rules_put_the_documents_of_their_department_into_the_queue_again()
    {
        var (desk, clerk, department, _) = await NewOffice();
        await desk.Reviews.AddAsync(clerk, department, "预算.pdf", [1], Cancellation);
        var taken = (await desk.Reviews.Queue.TakeAsync("w", Cancellation))!;
        Assert.Null(await desk.Reviews.Rules.SaveAsync(clerk, department, new OfficeRule(0, "本单位", "A", true, "", ""), Cancellation));
        Assert.Contains("已经有叫", await desk.Reviews.Rules.SaveAsync(clerk, department, new OfficeRule(0, "本单位", "B", true, "", ""), Cancellation), StringComparison.Ordinal);
        await desk.Reviews.Queue.AgainAsync(department, Cancellation);
        // What was found by the old rules is not written.
        Assert.False(await desk.Reviews.Queue.FinishAsync(taken, Budget2024, Cancellation));
        Assert.True(await desk.Reviews.Queue.FinishAsync((await desk.Reviews.Queue.TakeAsync("w", Cancellation))!, Budget2024, Cancellation));
        var rule = Assert.Single(await desk.Reviews.Rules.OfAsync(department, Cancellation));
        Assert.Empty(await desk.Reviews.Rules.OfAsync(department + 1, Cancellation));
        Assert.True(await desk.Reviews.Rules.RemoveAsync(clerk, department, rule.Id, Cancellation));
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task What_a_document_is_compared_with_is_kept_and_is_of_its_own_department()
    {
        var (desk, clerk, department, _) = await NewOffice();
        var boss = new Actor(0, "boss", "", false, "", [new(Role.Administrator, null, null)]);
        var (foreign, _) = await desk.Register.SaveAsync(boss, new Department(0, "别局", "别局", true, "", ""), Cancellation);
        var own = await Done(department, Budget2024);
        var last = await Done(department, Budget2024 with { Year = 2023 });
        var others = await Done(foreign, Budget2024 with { Year = 2023 });
        var companions = desk.Reviews.Companions;
        Assert.Equal(new CompanionInfo(new Companion(last, null, null), "预算.pdf", "某局", 2023, "预算", 0), Assert.Single(await companions.CandidatesAsync(department, own, Cancellation)));
        // Another department's document, itself, what was never published, and a document of another department's list.
        foreach (var wrong in new[] { new Companion(others, null, null), new Companion(own, null, null), new Companion(null, 1, 1) })
            Assert.Contains("本部门没有", await companions.ChooseAsync(clerk, department, own, [new Companion(last, null, null), wrong], Cancellation), StringComparison.Ordinal);
        Assert.NotNull(await companions.ChooseAsync(clerk, foreign, own, [], Cancellation));
        Assert.Empty(await companions.OfAsync(department, own, Cancellation));
        Assert.Null(await companions.ChooseAsync(clerk, department, own, [new Companion(last, null, null)], Cancellation));
        Assert.Equal(last, Assert.Single(await companions.OfAsync(department, own, Cancellation)).Which.Review);
        Assert.Empty(await companions.OfAsync(foreign, own, Cancellation));
        Assert.Equal("选对照文件", (await desk.Trail.HeadsAsync(department, null, 1, Cancellation))[0].Act);
        // A correction of the other one changes what was found here, and so does its removal.
        Assert.True(await desk.Reviews.Marks.CorrectAsync(clerk, department, last, new CellName("收支总表", 1, "合计", 1, "预算数"), "1.00", "2.00", Cancellation));
        Assert.Equal(1, Assert.Single(await companions.OfAsync(department, own, Cancellation)).Revision);
        Assert.Equal(own, (await desk.Reviews.Queue.TakeAsync("w", Cancellation))?.Id);
        Assert.True(await desk.Reviews.RemoveAsync(clerk, department, last, Cancellation));
        Assert.Empty(await companions.OfAsync(department, own, Cancellation));
        Assert.Equal(AuditState.Waiting, (await desk.Reviews.FindAsync(department, own, Cancellation))!.State);
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);

        async Task<int> Done(int of, ReviewSummary summary)
        {
            var id = await desk.Reviews.AddAsync(clerk, of, "预算.pdf", [1], Cancellation);
            await desk.Reviews.Queue.FinishAsync((await desk.Reviews.Queue.TakeAsync("w", Cancellation))!, summary, Cancellation);
            return id;
        }
    }

    [Theory]
    [InlineData("u12", 12, null, null)]
    [InlineData("d3-1", null, 3, 1)]
    public void The_numbers_of_a_companion_are_read_as_they_were_written(string key, int? review, int? draft, int? publication)
    {
        Assert.Equal(new Companion(review, draft, publication), Companion.Parse(key));
        Assert.Equal(key, Companion.Parse(key)!.Key);
        Assert.All(["", "u", "x1", "u-1", "d3", "d3-1-1", "u1x"], wrong => Assert.Null(Companion.Parse(wrong)));
    }

    [Fact]
    public async Task A_removed_document_leaves_its_trace_and_nothing_else()
    {
        var (desk, clerk, department, _) = await NewOffice();
        var id = await desk.Reviews.AddAsync(clerk, department, "误传.pdf", [1], Cancellation);
        Assert.False(await desk.Reviews.RemoveAsync(clerk, department + 1, id, Cancellation));
        Assert.True(await desk.Reviews.RemoveAsync(clerk, department, id, Cancellation));
        Assert.Null(await desk.Reviews.FindAsync(department, id, Cancellation));
        Assert.Null(await desk.Reviews.ContentAsync(id, Cancellation));
        Assert.Null(await desk.Reviews.Queue.TakeAsync("w", Cancellation));
        Assert.Equal("移除文件", (await desk.Trail.HeadsAsync(department, null, 1, Cancellation))[0].Act);
    }

    [Theory]
    [InlineData("update \"ReviewJudgements\" set \"Reason\" = 'x'")]
    [InlineData("delete from \"ReviewJudgements\"")]
    public async Task What_was_judged_cannot_be_changed_by_a_statement(string sql)
    {
        var (desk, clerk, department, _) = await NewOffice();
        var id = await desk.Reviews.AddAsync(clerk, department, "预算.pdf", [1], Cancellation);
        await desk.Reviews.Marks.JudgeAsync(clerk, department, new Judgement(id, "aa", "1", "BG-1", Ruling.Accepted, "", "", ""), "合计", Cancellation);
        await using var db = desk.Context();
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));
    }

    private async Task<(OfficeDesk Desk, Actor Clerk, int Department, Store Store)> NewOffice(TimeProvider? clock = null)
    {
        var store = await NewStore();
        var desk = new OfficeDesk(store, clock ?? TimeProvider.System);
        var boss = new Actor(0, "boss", "", false, "", [new(Role.Administrator, null, null)]);
        var (department, _) = await desk.Register.SaveAsync(boss, new Department(0, "某局", "某局", true, "", ""), Cancellation);
        return (desk, new Actor(0, "clerk", "", false, "", [new(Role.Clerk, department, null)]), department, store);
    }

    // A clock that a test sets.
    private sealed class QueueClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
