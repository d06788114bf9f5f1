using Microsoft.Data.Sqlite;

namespace Mingzhang.Storage;

/// <summary>Copies a database file while it is in use, and puts such a copy back (备份与恢复).</summary>
public static class StoreBackup
{
    /// <summary>Copies the database as it stands at one moment; people may go on working.</summary>
    /// <param name="address">The database, a file.</param>
    /// <param name="target">The copy; it appears when it is whole, under its name only then.</param>
    /// <returns>In Chinese why there is no copy; null when there is one.</returns>
    public static string? Backup(StoreAddress address, string target)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsFile)
            return $"{address} 是 PostgreSQL：请用 pg_dump 备份，用 pg_restore 恢复。";
        if (!File.Exists(address.Text))
            return $"没有数据库 {address}：请用 --db 指明。";
        if (File.Exists(target))
            return $"{target} 已经存在：请换一个文件名，旧备份不覆盖。";
        var part = target + ".part";
        try
        {
            Copy(address.Text, part);
            if (Fault(part) is { } fault)
                return fault;
            File.Move(part, target);
            return null;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            return $"没有备份成（{e.Message}）：请检查磁盘空间和写权限。";
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Puts a copy in the place of a database that does not exist yet.</summary>
    /// <param name="backup">The copy.</param>
    /// <param name="address">Where the database is to be.</param>
    /// <returns>In Chinese why nothing was restored; null when it was.</returns>
    public static string? Restore(string backup, StoreAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!File.Exists(backup))
            return $"没有备份文件 {backup}：请检查路径。";
        if (!address.IsFile)
            return $"{address} 是 PostgreSQL：请用 pg_restore 恢复。";
        if (File.Exists(address.Text))
            return $"{address} 已经存在，没有改动它：请先把它移走，或用 --db 另指一个文件。";
        try
        {
            if (Fault(backup) is { } fault)
                return fault;
            Directory.CreateDirectory(Path.GetDirectoryName(address.Text)!);
            Copy(backup, address.Text + ".part");
            File.Move(address.Text + ".part", address.Text);
            return null;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            return $"没有恢复成（{e.Message}）：请检查磁盘空间和写权限。";
        }
        finally
        {
            File.Delete(address.Text + ".part");
        }
    }

    // SQLite's own online copy: it sees what is committed, of one moment, whoever writes meanwhile.
    private static void Copy(string from, string to)
    {
        File.Delete(to);
        using var source = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = from, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = to, Pooling = false }.ToString());
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }

    private static string? Fault(string file)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            copy.Open();
            using var check = new SqliteCommand("PRAGMA integrity_check(1)", copy);
            using var tables = new SqliteCommand("select count(*) from sqlite_master where name = '__EFMigrationsHistory'", copy);
            return check.ExecuteScalar() as string == "ok" && Convert.ToInt64(tables.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) == 1 ? null : $"{file} 不是明账的数据库，或已损坏。";
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            return $"{file} 不是明账的数据库，或已损坏。";
        }
    }
}
