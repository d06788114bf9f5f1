using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Tests;

/// <summary>The workbench's part of the database; each test runs on SQLite and on PostgreSQL.</summary>
public abstract partial class StoreSuite
{
    private const string Lines = "预算支出", Amount = "金额(元)";

    [Fact]
    public async Task A_change_is_stored_with_its_entry_of_the_trail()
    {
        var (desk, clerk, draft, records) = await NewDraft();
        var outcome = await desk.Drafts.EditAsync(clerk, draft.Department, draft.Id, Edit(new CellEdit(records[0].Id, Amount, "1.00", " 2.00\n")), Cancellation);
        Assert.Null(outcome.Refusal);
        Assert.Equal("2.00", (await Records(desk, draft))[0][Amount]);
        var entry = (await desk.Trail.AllAsync(Cancellation))[^1];
        Assert.Equal(("clerk", "修改", Lines, draft.Id), (entry.Account, entry.Act, entry.Subject, entry.Draft));
        Assert.Contains($"{{\"Record\":{records[0].Id},\"Field\":\"金额(元)\",\"Old\":\"1.00\",\"New\":\"2.00\"}}", entry.Changes, StringComparison.Ordinal);
        Assert.Equal((null, draft.Revision + 1), ((await desk.Trail.VerifyAsync(Cancellation)).Fault, outcome.Revision));
    }

    [Fact]
    public async Task What_two_people_change_collides_by_cell_and_nothing_is_lost()
    {
        var (desk, clerk, draft, records) = await NewDraft();
        await desk.Drafts.EditAsync(clerk, draft.Department, draft.Id, Edit(new CellEdit(records[0].Id, Amount, "1.00", "2.00")), Cancellation);
        var outcome = await desk.Drafts.EditAsync(
            clerk, draft.Department, draft.Id, Edit(new CellEdit(records[0].Id, Amount, "1.00", "3.00"), new CellEdit(records[0].Id, "功能科目", "2101501", "2101502")), Cancellation);
        var conflict = Assert.Single(outcome.Conflicts);
        Assert.Equal(("1.00", "3.00", "2.00", "clerk"), (conflict.Seen, conflict.Mine, conflict.Theirs, conflict.By));
        Assert.Equal(("2.00", "2101502"), ((await Records(desk, draft))[0][Amount], (await Records(desk, draft))[0]["功能科目"]));
        // Whoever wants what already stands there has no quarrel.
        Assert.Empty((await desk.Drafts.EditAsync(clerk, draft.Department, draft.Id, Edit(new CellEdit(records[0].Id, Amount, "1.00", "2.00")), Cancellation)).Conflicts);
    }

    [Fact]
    public async Task A_record_that_was_changed_is_not_removed_unseen()
    {
        var (desk, clerk, draft, records) = await NewDraft();
        await desk.Drafts.EditAsync(clerk, draft.Department, draft.Id, Edit(new CellEdit(records[0].Id, Amount, "1.00", "2.00")), Cancellation);
        var outcome = await desk.Drafts.EditAsync(clerk, draft.Department, draft.Id, new SheetEdit(Lines, [], [], [new(records[0].Id, 1), new(records[1].Id, 1)]), Cancellation);
        Assert.Single(outcome.Conflicts);
        Assert.Equal(records[0].Id, Assert.Single(await Records(desk, draft)).Id);
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_chain()
    {
        var (desk, clerk, draft, records) = await NewDraft();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => desk.Drafts.EditAsync(clerk, draft.Department, draft.Id, new SheetEdit(Lines, [], [new NewRecord($"n{i}", new Dictionary<string, string> { [Amount] = $"{i}.00" })], []), Cancellation), Cancellation)));
        Assert.Equal(records.Count + 20, (await Records(desk, draft)).Count);
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task Who_keeps_one_unit_changes_nothing_of_another()
    {
        var (desk, clerk, draft, records) = await NewDraft();
        var own = clerk with { Assignments = [new(Role.Clerk, draft.Department, "202001")] };
        var other = clerk with { Assignments = [new(Role.Clerk, draft.Department, "202002")] };
        var edit = Edit(new CellEdit(records[0].Id, Amount, "1.00", "5.00"));
        Assert.Contains("没有修改这条记录的权限", (await desk.Drafts.EditAsync(other, draft.Department, draft.Id, edit, Cancellation)).Refusal, StringComparison.Ordinal);
        // Nor hands a record of one's own to another unit.
        Assert.NotNull((await desk.Drafts.EditAsync(own, draft.Department, draft.Id, Edit(new CellEdit(records[0].Id, "单位代码", "202001", "202002")), Cancellation)).Refusal);
        Assert.Null((await desk.Drafts.EditAsync(own, draft.Department, draft.Id, edit, Cancellation)).Refusal);
        Assert.Equal("5.00", (await Records(desk, draft))[0][Amount]);
    }

    [Fact]
    public async Task A_sent_draft_stands_still_until_it_is_returned_with_a_reason()
    {
        var (desk, clerk, draft, records) = await NewDraft();
        var reviewer = clerk with { UserName = "reviewer", Assignments = [new(Role.Reviewer, draft.Department, null)] };
        Assert.Contains("又有人改过", await desk.Drafts.Versions.StepAsync(clerk, draft.Department, draft.Id, draft.Revision - 1, "送审", new StepDetails(null), Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Drafts.Versions.StepAsync(clerk, draft.Department, draft.Id, draft.Revision, "送审", new StepDetails(null), Cancellation));
        Assert.Contains("审核中", (await desk.Drafts.EditAsync(clerk, draft.Department, draft.Id, Edit(new CellEdit(records[0].Id, Amount, "1.00", "9.00")), Cancellation)).Refusal, StringComparison.Ordinal);
        Assert.NotNull(await desk.Drafts.Versions.StepAsync(clerk, draft.Department, draft.Id, draft.Revision + 1, "审核通过", new StepDetails(null), Cancellation));
        Assert.Contains("原因", await desk.Drafts.Versions.StepAsync(reviewer, draft.Department, draft.Id, draft.Revision + 1, "审核退回", new StepDetails(" "), Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Drafts.Versions.StepAsync(reviewer, draft.Department, draft.Id, draft.Revision + 1, "审核退回", new StepDetails("请核对"), Cancellation));
        Assert.Equal(DraftState.Drafting, (await desk.Drafts.FindAsync(draft.Department, draft.Id, Cancellation))!.State);
        Assert.Equal("1.00", (await desk.Drafts.Versions.RecordsAsync(draft.Id, 1, Cancellation))![0][Amount]);
    }

    [Theory]
    [InlineData("update \"Trail\" set \"Account\" = 'x'")]
    [InlineData("delete from \"Trail\"")]
    [InlineData("update \"Versions\" set \"Label\" = 'x'")]
    public async Task What_was_written_down_cannot_be_changed_by_a_statement(string sql)
    {
        var (desk, clerk, draft, _) = await NewDraft();
        await desk.Drafts.Versions.StepAsync(clerk, draft.Department, draft.Id, draft.Revision, "送审", new StepDetails(null), Cancellation);
        await using var db = desk.Context();
        await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql, Cancellation));
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task Of_another_department_a_draft_is_not_found()
    {
        var (desk, clerk, draft, records) = await NewDraft();
        Assert.Null(await desk.Drafts.FindAsync(draft.Department + 1, draft.Id, Cancellation));
        Assert.NotNull((await desk.Drafts.EditAsync(clerk, draft.Department + 1, draft.Id, Edit(new CellEdit(records[0].Id, Amount, "1.00", "2.00")), Cancellation)).Refusal);
    }

    private static SheetEdit Edit(params CellEdit[] cells) => new(Lines, cells, [], []);

    private static async Task<IReadOnlyList<DraftRecord>> Records(OfficeDesk desk, DraftInfo draft) =>
        [.. (await desk.Drafts.LoadAsync(draft.Id, Cancellation))!.Value.Records.Where(r => r.Sheet == Lines)];

    [Fact]
    public async Task A_record_is_put_before_another_one()
    {
        var (desk, clerk, draft, records) = await NewDraft();
        var edit = new SheetEdit(Lines, [], [new("a", new Dictionary<string, string> { [Amount] = "3.00" }, records[1].Id), new("b", new Dictionary<string, string> { [Amount] = "4.00" }, records[1].Id), new("c", new Dictionary<string, string> { [Amount] = "9.00" })], []);
        Assert.Null((await desk.Drafts.EditAsync(clerk, draft.Department, draft.Id, edit, Cancellation)).Refusal);
        Assert.Equal(["1.00", "3.00", "4.00", "7.00", "9.00"], (await Records(desk, draft)).Select(r => r[Amount]));
        // Whoever's record is gone in the meantime gets the end.
        await desk.Drafts.EditAsync(clerk, draft.Department, draft.Id, new SheetEdit(Lines, [], [new("d", new Dictionary<string, string> { [Amount] = "10.00" }, 123456)], []), Cancellation);
        Assert.Equal("10.00", (await Records(desk, draft))[^1][Amount]);
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task A_backup_taken_while_people_write_is_whole()
    {
        var address = NewAddress();
        Assert.SkipUnless(address.IsFile, "PostgreSQL 用 pg_dump 备份");
        var (desk, clerk, draft, _) = await NewDraft((await Store.OpenAsync(address, Cancellation)).Store!);
        using var stop = new CancellationTokenSource();
        var confirmed = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var i = 1; !stop.IsCancellationRequested; i++)
            {
                var amount = $"{(w + 1) * 100000 + i}.00";
                await desk.Drafts.EditAsync(clerk, draft.Department, draft.Id, new SheetEdit(Lines, [], [new("k", new Dictionary<string, string> { [Amount] = amount })], []), Cancellation);
                confirmed.Enqueue(amount);
            }
        }, Cancellation)).ToList();
        for (var backup = 0; backup < 3; backup++)
        {
            var count = confirmed.Count;
            while (confirmed.Count < count + 20)
                await Task.Delay(5, Cancellation);
            var before = confirmed.ToList();
            var (copy, restored) = (address.Text + $".backup{backup}", StoreAddress.Parse(address.Text + $".restored{backup}"));
            Assert.Null(StoreBackup.Backup(address, copy));
            Assert.Null(StoreBackup.Restore(copy, restored));
            var again = new OfficeDesk((await Store.OpenAsync(restored, Cancellation)).Store!, TimeProvider.System);
            var there = (await Records(again, draft)).Select(r => r[Amount]).ToHashSet();
            Assert.Empty(before.Except(there));
            var (entries, fault) = await again.Trail.VerifyAsync(Cancellation);
            Assert.Null(fault);
            // Each record has its entry and each entry its record: the copy is of one moment.
            Assert.Equal(there.Count - 2, (await again.Trail.AllAsync(Cancellation)).Count(e => e.Act == "修改"));
            Assert.True(entries > 0);
        }

        await stop.CancelAsync();
        await Task.WhenAll(writers);
    }

    private async Task<(OfficeDesk Desk, Actor Clerk, DraftInfo Draft, IReadOnlyList<DraftRecord> Records)> NewDraft(Store? store = null)
    {
        var desk = new OfficeDesk(store ?? await NewStore(), TimeProvider.System);
        var boss = new Actor(0, "boss", "", false, "", [new(Role.Administrator, null, null)]);
        var (department, _) = await desk.Register.SaveAsync(boss, new Department(0, "某局", "某局", true, "", ""), Cancellation);
        await desk.Register.SaveUnitsAsync(boss, department, [new BudgetUnit("202", "某局", null, null), new("202001", "本级", "202", "行政")], Cancellation);
        var clerk = new Actor(0, "clerk", "", false, "", [new(Role.Clerk, department, null)]);
        IReadOnlyList<IReadOnlyDictionary<string, string>> lines =
            [.. new[] { "1.00", "7.00" }.Select(a => new Dictionary<string, string> { ["单位代码"] = "202001", ["功能科目"] = "2101501", [Amount] = a })];
        var (id, _) = await desk.Drafts.BeginAsync(clerk, department, 2024, "national-budget", new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> { [Lines] = lines }, Cancellation);
        var draft = (await desk.Drafts.FindAsync(department, id, Cancellation))!;
        return (desk, clerk, draft, await Records(desk, draft));
    }
}
