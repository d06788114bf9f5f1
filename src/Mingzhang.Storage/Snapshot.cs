using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Mingzhang.Storage;

/// <summary>Reading several tables as they stood at one moment (同一时刻的读取), in nobody's way.</summary>
internal static class Snapshot
{
    /// <summary>Begins it; it ends when the context is disposed of.</summary>
    public static async Task<IDbContextTransaction> BeginAsync(DbContext db, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite())
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
        // A transaction that is not deferred takes the one place of a writer, only to read.
        await db.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        return (await db.Database.UseTransactionAsync(((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancellation).ConfigureAwait(false))!;
    }
}
