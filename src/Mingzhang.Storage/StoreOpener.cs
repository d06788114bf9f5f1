using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mingzhang.Storage;

/// <summary>Opens databases (打开台账库): looks first, and changes nothing in what it does not know.</summary>
internal static class StoreOpener
{
    // Any number that no other program is likely to lock; it keeps two processes from migrating at once.
    private const long MigrationLock = 0x6D696E677A68616E;

    public static async Task<StoreOpening> OpenAsync(StoreAddress address, CancellationToken cancellation)
    {
        try
        {
            return address.IsFile ? await OpenFileAsync(address, cancellation).ConfigureAwait(false) : await OpenServerAsync(address, cancellation).ConfigureAwait(false);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            return Failed($"{address.Shown} 已损坏，没有改动它：请换回备份，或用 --db 另指一个文件。");
        }
        catch (SqliteException e)
        {
            return Failed($"打不开数据库 {address.Shown}（{e.SqliteErrorCode}）：请检查路径、磁盘空间和读写权限。");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed($"打不开数据库 {address.Shown}（{e.Message}）：请检查路径、磁盘空间和读写权限。");
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException)
        {
            return Failed($"连不上数据库 {address.Shown}（{(e is PostgresException p ? p.MessageText : e.Message)}）：请检查地址、用户、密码，以及服务器是否开着。");
        }
    }

    private static async Task<StoreOpening> OpenFileAsync(StoreAddress address, CancellationToken cancellation)
    {
        var isNew = !File.Exists(address.Text) || new FileInfo(address.Text).Length == 0;
        if (isNew)
            Directory.CreateDirectory(Path.GetDirectoryName(address.Text)!);
        else if (await FileProblemAsync(address, cancellation).ConfigureAwait(false) is { } problem)
            return Failed(problem);
        var options = new DbContextOptionsBuilder<StoreContext>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = address.Text, ForeignKeys = true }.ToString()).Options;
        // A process that was killed while migrating leaves its mark in the database, for which EF would wait for ever.
        // Whoever holds this file is alone, so a mark that it finds is such a leftover.
        await using (await AloneAsync(address.Text + ".opening", cancellation).ConfigureAwait(false))
        {
            await using var db = new StoreContext(options);
            // Readers and a writer then do not wait for each other.
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellation).ConfigureAwait(false);
            if ((await db.Database.GetPendingMigrationsAsync(cancellation).ConfigureAwait(false)).Any())
            {
                await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellation).ConfigureAwait(false);
                await db.Database.MigrateAsync(cancellation).ConfigureAwait(false);
            }
        }

        return new StoreOpening(new Store(address, options), null, isNew);
    }

    private static async Task<StoreOpening> OpenServerAsync(StoreAddress address, CancellationToken cancellation)
    {
        var options = new DbContextOptionsBuilder<StoreContext>().UseNpgsql(address.Text).Options;
        await using var db = new StoreContext(options);
        var isThere = await db.Database.CanConnectAsync(cancellation).ConfigureAwait(false);
        if (!isThere && await ServerProblemAsync(address, cancellation).ConfigureAwait(false) is { } unreachable)
            return Failed(unreachable);
        if (isThere && await HistoryProblemAsync(db, address, cancellation).ConfigureAwait(false) is { } problem)
            return Failed(problem);
        // EF's own lock does not yet stand while a database is made, so this one is held on the server's own database.
        await using var gate = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.Text) { Database = isThere ? Database(address) : "postgres", Pooling = false }.ToString());
        await gate.OpenAsync(cancellation).ConfigureAwait(false);
        await using (var take = new NpgsqlCommand($"select pg_advisory_lock({MigrationLock})", gate))
            await take.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        var pending = !isThere || (await db.Database.GetPendingMigrationsAsync(cancellation).ConfigureAwait(false)).Any();
        var isNew = pending && !(isThere && (await db.Database.GetAppliedMigrationsAsync(cancellation).ConfigureAwait(false)).Any());
        if (pending)
            await db.Database.MigrateAsync(cancellation).ConfigureAwait(false);
        return new StoreOpening(new Store(address, options), null, isNew);
    }

    private static string? Database(StoreAddress address) => new NpgsqlConnectionStringBuilder(address.Text).Database;

    // Whether the server itself answers: only then is the database merely missing.
    private static async Task<string?> ServerProblemAsync(StoreAddress address, CancellationToken cancellation)
    {
        await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.Text) { Database = "postgres", Pooling = false }.ToString());
        try
        {
            await server.OpenAsync(cancellation).ConfigureAwait(false);
            return null;
        }
        catch (NpgsqlException e)
        {
            return $"连不上数据库 {address.Shown}（{e.Message}）：请检查地址、用户、密码，以及服务器是否开着。";
        }
    }

    private static async Task<string?> FileProblemAsync(StoreAddress address, CancellationToken cancellation)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = address.Text, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
        await using var file = new SqliteConnection(text);
        await file.OpenAsync(cancellation).ConfigureAwait(false);
        await using (var check = new SqliteCommand("PRAGMA quick_check(1)", file))
        {
            if (await check.ExecuteScalarAsync(cancellation).ConfigureAwait(false) as string != "ok")
                return $"{address.Shown} 已损坏，没有改动它：请换回备份，或用 --db 另指一个文件。";
        }

        await using var db = new StoreContext(new DbContextOptionsBuilder<StoreContext>().UseSqlite(file).Options);
        return await HistoryProblemAsync(db, address, cancellation).ConfigureAwait(false);
    }

    // A database that another program or a newer Mingzhang made is left alone.
    private static async Task<string?> HistoryProblemAsync(StoreContext db, StoreAddress address, CancellationToken cancellation)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellation).ConfigureAwait(false)).ToList();
        if (applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault() is { } newer)
            return $"{address.Shown} 是更新版本的明账建的（{newer}），没有改动它：请升级明账，或用 --db 另指一个数据库。";
        if (applied.Count == 0 && await HasTablesAsync(db, cancellation).ConfigureAwait(false))
            return $"{address.Shown} 里是别的程序的数据，没有改动它：请用 --db 另指一个数据库。";
        return null;
    }

    private static async Task<bool> HasTablesAsync(StoreContext db, CancellationToken cancellation)
    {
        // What EF made before it was stopped is no foreign data.
        var sql = db.Database.IsSqlite()
            ? "select count(*) as \"Value\" from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '~_~_EF%' escape '~'"
            : "select count(*)::int as \"Value\" from information_schema.tables where table_schema = 'public' and table_name not like '~_~_EF%' escape '~'";
        return await db.Database.SqlQueryRaw<int>(sql).SingleAsync(cancellation).ConfigureAwait(false) > 0;
    }

    private static async Task<FileStream> AloneAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                // The file stays: were it deleted, one who had opened it before and one who makes it anew would both be alone.
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(50, cancellation).ConfigureAwait(false);
            }
        }
    }

    private static StoreOpening Failed(string problem) => new(null, problem, IsNew: false);
}
