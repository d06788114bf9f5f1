using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Mingzhang.Storage.Tests;

public sealed class SqliteStoreTests : StoreSuite, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mz-store-").FullName;
    private int _files;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_file_is_in_WAL_mode_and_checks_foreign_keys()
    {
        var address = NewAddress();
        await Store.OpenAsync(address, Cancellation);
        await using var db = Context(address);
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("select journal_mode as Value from pragma_journal_mode").SingleAsync(Cancellation));
        Assert.Equal(1, await db.Database.SqlQueryRaw<int>("select foreign_keys as Value from pragma_foreign_keys").SingleAsync(Cancellation));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        var address = NewAddress();
        await File.WriteAllTextAsync(address.Text, string.Concat(Enumerable.Repeat("these are notes, not a database\n", 100)), Cancellation);
        await AssertLeftAlone(address, "已损坏");
    }

    [Fact]
    public async Task A_damaged_file_is_left_alone()
    {
        var address = NewAddress();
        await (await Store.OpenAsync(address, Cancellation)).Store!.ImportAsync(Samples.Load("dongxihu-2024"), Cancellation);
        SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(address.Text, Cancellation);
        bytes.AsSpan(bytes.Length / 2, bytes.Length / 3).Fill(0x5A);
        await File.WriteAllBytesAsync(address.Text, bytes, Cancellation);
        await AssertLeftAlone(address, "已损坏");
    }

    [Fact]
    public async Task A_folder_is_no_database()
    {
        var opening = await Store.OpenAsync(StoreAddress.Parse(_folder), Cancellation);
        Assert.Null(opening.Store);
        Assert.Contains("打不开数据库", opening.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_that_was_killed_does_not_block_the_next_start()
    {
        var address = NewAddress();
        await Create(address);
        await Execute(address, "create table \"__EFMigrationsLock\" (\"Id\" integer not null primary key, \"Timestamp\" text not null)");
        await Execute(address, "insert into \"__EFMigrationsLock\" values (1, '2026-01-01')");
        Assert.Null((await Store.OpenAsync(address, Cancellation)).Problem);
    }

    [Fact]
    public void Without_an_address_the_file_lies_in_the_users_data_folder() =>
        Assert.Equal(Path.Combine("mingzhang", "mingzhang.db"), Path.GetRelativePath(Path.GetDirectoryName(Path.GetDirectoryName(StoreAddress.Parse(null).Text))!, StoreAddress.Parse(null).Text));

    private protected override DbContextOptions<StoreContext> Options(StoreAddress address) => new DbContextOptionsBuilder<StoreContext>().UseSqlite($"Data Source={address.Text}").Options;

    protected override StoreAddress NewAddress() => StoreAddress.Parse(Path.Combine(_folder, $"{++_files}.db"));

    protected override async Task Create(StoreAddress address) => await File.WriteAllBytesAsync(address.Text, [], Cancellation);

    private static async Task AssertLeftAlone(StoreAddress address, string words)
    {
        var before = await File.ReadAllBytesAsync(address.Text, Cancellation);
        var opening = await Store.OpenAsync(address, Cancellation);
        Assert.Null(opening.Store);
        Assert.Contains(words, opening.Problem, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(address.Text, Cancellation));
    }
}
