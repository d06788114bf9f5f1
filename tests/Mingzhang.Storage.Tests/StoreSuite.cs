using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Storage.Tests;

/// <summary>What a database must do, whatever its engine.</summary>
public abstract partial class StoreSuite
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> SampleNames => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public async Task What_is_imported_comes_out_equal(string name)
    {
        var store = await NewStore();
        var ledger = Samples.Load(name);

        Assert.Equal(ImportOutcome.Added, await store.ImportAsync(ledger, Cancellation));

        var stored = Assert.Single(await store.ListAsync(Cancellation));
        Assert.Equal((ledger.Settings.Agency, ledger.Settings.Year), (stored.Agency, stored.Year));
        Assert.Equal(Samples.Text(ledger), Samples.Text(await store.LoadAsync(stored.Id, Cancellation)));
    }

    [Fact]
    public async Task The_same_ledger_again_changes_nothing()
    {
        var store = await NewStore();
        await store.ImportAsync(Samples.Load("qingshan-2022"), Cancellation);
        Assert.Equal(ImportOutcome.Unchanged, await store.ImportAsync(Samples.Load("qingshan-2022"), Cancellation));
    }

    [Fact]
    public async Task Another_ledger_of_the_agency_and_year_takes_the_place_of_the_old_one()
    {
        var store = await NewStore();
        var ledger = Samples.Load("qingshan-2022");
        await store.ImportAsync(Samples.Load("caidian-2025"), Cancellation);
        await store.ImportAsync(ledger, Cancellation);
        var before = (await store.ListAsync(Cancellation)).Single(l => l.Year == 2022);
        var changed = ledger with { Lines = [.. ledger.Lines.Skip(1)], ThreePublic = [new ThreePublicBudget("30217", long.MaxValue)] };

        Assert.Equal(ImportOutcome.Replaced, await store.ImportAsync(changed, Cancellation));

        var all = await store.ListAsync(Cancellation);
        var after = all.Single(l => l.Year == 2022);
        Assert.Equal(2, all.Count);
        Assert.NotEqual(before.Digest, after.Digest);
        Assert.Equal(Samples.Text(changed), Samples.Text(await store.LoadAsync(after.Id, Cancellation)));
    }

    [Fact]
    public async Task A_ledger_that_fails_halfway_leaves_the_old_one_as_it_was()
    {
        var store = await NewStore();
        var ledger = Samples.Load("qingshan-2022");
        await store.ImportAsync(ledger, Cancellation);
        // The last line lacks what the table must have.
        var broken = ledger with { Lines = [.. ledger.Lines.SkipLast(1), ledger.Lines[^1] with { Fund = null! }] };

        await Assert.ThrowsAsync<DbUpdateException>(() => store.ImportAsync(broken, Cancellation));

        var stored = Assert.Single(await store.ListAsync(Cancellation));
        Assert.Equal(Samples.Text(ledger), Samples.Text(await store.LoadAsync(stored.Id, Cancellation)));
    }

    [Fact]
    public async Task Every_change_and_nothing_else_renews_the_mark()
    {
        var store = await NewStore();
        var first = await store.RevisionAsync(Cancellation);
        await store.ImportAsync(Samples.Load("qingshan-2022"), Cancellation);
        var second = await store.RevisionAsync(Cancellation);
        await store.ImportAsync(Samples.Load("qingshan-2022"), Cancellation);
        Assert.NotEqual(first, second);
        Assert.Equal(second, await store.RevisionAsync(Cancellation));
    }

    [Fact]
    public async Task A_ledger_that_is_gone_is_null() => Assert.Null(await (await NewStore()).LoadAsync(7, Cancellation));

    [Fact]
    public async Task What_a_new_database_is_said_to_be_stays()
    {
        var store = await NewStore();
        await store.SetUpAsync(isDemonstration: true, Cancellation);
        await store.SetUpAsync(isDemonstration: false, Cancellation);
        Assert.True(await store.IsDemonstrationAsync(Cancellation));
    }

    [Fact]
    public async Task A_database_that_is_opened_again_is_not_new()
    {
        var address = NewAddress();
        var first = await Store.OpenAsync(address, Cancellation);
        var second = await Store.OpenAsync(address, Cancellation);
        Assert.Equal((true, false), (first.IsNew, second.IsNew));
    }

    [Fact]
    public async Task Several_may_open_a_new_database_at_once()
    {
        var address = NewAddress();
        var openings = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Store.OpenAsync(address, Cancellation), Cancellation)));
        Assert.All(openings, o => Assert.Null(o.Problem));
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        var address = NewAddress();
        await Store.OpenAsync(address, Cancellation);
        await Execute(address, "insert into \"__EFMigrationsHistory\" values ('29990101000000_Later', '99.0.0')");

        var opening = await Store.OpenAsync(address, Cancellation);

        Assert.Null(opening.Store);
        Assert.Contains("更新版本的明账", opening.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_alone()
    {
        var address = NewAddress();
        await Create(address);
        await Execute(address, "create table invoices (id int)");

        var opening = await Store.OpenAsync(address, Cancellation);

        Assert.Null(opening.Store);
        Assert.Contains("别的程序的数据", opening.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_older_version_walks_up_with_its_data()
    {
        foreach (var version in OlderVersion.All)
        {
            var address = NewAddress();
            await Create(address);
            await using (var db = Context(address))
                await db.Database.MigrateAsync(version.Migration, Cancellation);
            await Execute(address, version.Fill);

            var opening = await Store.OpenAsync(address, Cancellation);

            var stored = Assert.Single(await opening.Store!.ListAsync(Cancellation));
            var ledger = await opening.Store.LoadAsync(stored.Id, Cancellation);
            Assert.Equal(("某局", 2020, 123456789012L), (ledger!.Settings.Agency, ledger.Settings.Year, Assert.Single(ledger.Lines).Fen));
        }
    }

    [Fact]
    public void Every_migration_is_walked_up_from()
    {
        using var db = Context(NewAddress());
        Assert.Equal(db.Database.GetMigrations(), OlderVersion.All.Select(v => v.Migration));
    }

    private protected abstract DbContextOptions<StoreContext> Options(StoreAddress address);

    protected abstract StoreAddress NewAddress();

    /// <summary>Makes an empty database.</summary>
    protected abstract Task Create(StoreAddress address);

    protected async Task Execute(StoreAddress address, string sql)
    {
        await using var db = Context(address);
        await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }

    protected async Task<Store> NewStore()
    {
        var opening = await Store.OpenAsync(NewAddress(), Cancellation);
        Assert.Null(opening.Problem);
        return opening.Store!;
    }

    private protected StoreContext Context(StoreAddress address) => new(Options(address));
}
