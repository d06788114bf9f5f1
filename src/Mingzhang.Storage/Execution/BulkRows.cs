using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Mingzhang.Core.Execution;
using Mingzhang.Storage.Office;
using Npgsql;
using NpgsqlTypes;

namespace Mingzhang.Storage.Execution;

/// <summary>
/// Writes very many rows within the transaction of a context (成批写入): one prepared statement in SQLite, COPY in PostgreSQL. Through the
/// object mapper a million entries would take minutes.
/// </summary>
internal sealed class BulkRows(OfficeContext db, CancellationToken cancellation)
{
    private const int Step = 20_000, CacheKiB = 256 * 1024;

    private static readonly string[] Columns = ["ExecutionId", "LineId", "BatchId", "Kind", "On", "Voucher", "Fen", "PayeeKind", "Counterpart", "Summary", "Procured"];

    /// <summary>Adds entries; their lines have their numbers.</summary>
    public async Task AddAsync(int execution, int batch, IReadOnlyList<PostedEntry> entries, IProgress<ImportProgress>? progress)
    {
        var connection = db.Database.GetDbConnection();
        if (connection is NpgsqlConnection npgsql)
        {
            await CopyAsync(npgsql, execution, batch, entries, progress).ConfigureAwait(false);
            return;
        }

        // Indexes are filled in any order: with the small usual cache their pages would be read again for nearly every row.
        await db.Database.ExecuteSqlRawAsync($"PRAGMA cache_size = -{CacheKiB}", cancellation).ConfigureAwait(false);
        await using var command = Command(connection, $"insert into \"ExecutionEntries\" ({string.Join(',', Columns.Select(c => $"\"{c}\""))}) values ({string.Join(',', Columns.Select((_, i) => $"$p{i}"))})");
        var values = Columns.Select((_, i) => Parameter(command, $"$p{i}")).ToArray();
        await command.PrepareAsync(cancellation).ConfigureAwait(false);
        (values[0].Value, values[2].Value) = (execution, batch);
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, line) = entries[i];
            values[1].Value = line.Id;
            values[3].Value = entry.Kind.ChineseName();
            values[4].Value = Text(entry.On);
            values[5].Value = entry.Voucher;
            values[6].Value = entry.Fen;
            values[7].Value = (object?)entry.PayeeKind ?? DBNull.Value;
            values[8].Value = (object?)entry.Counterpart ?? DBNull.Value;
            values[9].Value = entry.Summary;
            values[10].Value = (object?)entry.Procured ?? DBNull.Value;
            // In SQLite there is nothing to wait for: the call does the work.
            command.ExecuteNonQuery();
            Say(progress, i + 1, entries.Count);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -2000", cancellation).ConfigureAwait(false);
    }

    /// <summary>Stores what lines have come to; new ones get their numbers.</summary>
    public async Task SaveAsync(int execution, IReadOnlyCollection<LineBalance> lines)
    {
        var added = lines.Where(l => l.Id == 0).ToList();
        var rows = added.Select(l => LineRows.Row(execution, l)).ToList();
        db.ExecutionLines.AddRange(rows);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        for (var i = 0; i < added.Count; i++)
            added[i].Id = rows[i].Id;
        db.ChangeTracker.Clear();
        var months = Enumerable.Range(1, LineBalance.MonthsOfYear).ToList();
        await using var command = Command(
            db.Database.GetDbConnection(),
            $"update \"ExecutionLines\" set \"AdjustedFen\" = @a, \"DoneFen\" = @d, \"Entries\" = @n, {string.Join(", ", months.Select(m => $"\"M{m}\" = @m{m}"))} where \"Id\" = @id");
        var (adjusted, done, count, id) = (Parameter(command, "@a"), Parameter(command, "@d"), Parameter(command, "@n"), Parameter(command, "@id"));
        var byMonth = months.Select(m => Parameter(command, $"@m{m}")).ToList();
        foreach (var line in lines.Except(added))
        {
            (adjusted.Value, done.Value, count.Value, id.Value) = (line.AdjustedFen, line.DoneFen, line.Entries, line.Id);
            for (var m = 0; m < LineBalance.MonthsOfYear; m++)
                byMonth[m].Value = line.Months[m];
            await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    private static void Say(IProgress<ImportProgress>? progress, int done, int whole)
    {
        if (done % Step == 0 || done == whole)
            progress?.Report(new ImportProgress("写入", done, whole));
    }

    private async Task CopyAsync(NpgsqlConnection connection, int execution, int batch, IReadOnlyList<PostedEntry> entries, IProgress<ImportProgress>? progress)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy \"ExecutionEntries\" ({string.Join(',', Columns.Select(c => $"\"{c}\""))}) from stdin (format binary)", cancellation).ConfigureAwait(false);
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, line) = entries[i];
            await copy.StartRowAsync(cancellation).ConfigureAwait(false);
            await copy.WriteAsync(execution, NpgsqlDbType.Integer, cancellation).ConfigureAwait(false);
            await copy.WriteAsync(line.Id, NpgsqlDbType.Integer, cancellation).ConfigureAwait(false);
            await copy.WriteAsync(batch, NpgsqlDbType.Integer, cancellation).ConfigureAwait(false);
            foreach (var text in (string[])[entry.Kind.ChineseName(), Text(entry.On), entry.Voucher])
                await copy.WriteAsync(text, NpgsqlDbType.Text, cancellation).ConfigureAwait(false);
            await copy.WriteAsync(entry.Fen, NpgsqlDbType.Bigint, cancellation).ConfigureAwait(false);
            foreach (var text in (string?[])[entry.PayeeKind, entry.Counterpart, entry.Summary, entry.Procured])
            {
                if (text is null)
                    await copy.WriteNullAsync(cancellation).ConfigureAwait(false);
                else
                    await copy.WriteAsync(text, NpgsqlDbType.Text, cancellation).ConfigureAwait(false);
            }

            Say(progress, i + 1, entries.Count);
        }

        await copy.CompleteAsync(cancellation).ConfigureAwait(false);
    }

    private DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        // The statements are ours; every value is a parameter.
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
