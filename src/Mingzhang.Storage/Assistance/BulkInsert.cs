using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Mingzhang.Storage.Office;
using Npgsql;
using NpgsqlTypes;

namespace Mingzhang.Storage.Assistance;

/// <summary>Adds many rows of one table within the transaction of a context (成批写入): one prepared statement in SQLite, COPY in PostgreSQL.</summary>
/// <param name="table">Its name.</param>
/// <param name="columns">Columns in the order of the values of a row.</param>
internal sealed class BulkInsert(string table, params string[] columns)
{
    /// <summary>Adds rows; a value is a text, an int, a long, a bool or null.</summary>
    public async Task AddAsync(OfficeContext db, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
            return;
        var names = string.Join(',', columns.Select(c => $"\"{c}\""));
        if (db.Database.GetDbConnection() is NpgsqlConnection npgsql)
        {
            await using var copy = await npgsql.BeginBinaryImportAsync($"copy \"{table}\" ({names}) from stdin (format binary)", cancellation).ConfigureAwait(false);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellation).ConfigureAwait(false);
                foreach (var value in row)
                    await WriteAsync(copy, value, cancellation).ConfigureAwait(false);
            }

            await copy.CompleteAsync(cancellation).ConfigureAwait(false);
            return;
        }

        await using var command = db.Database.GetDbConnection().CreateCommand();
        // Table and columns are ours; every value is a parameter.
        command.CommandText = $"insert into \"{table}\" ({names}) values ({string.Join(',', columns.Select((_, i) => $"$p{i}"))})";
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var i in Enumerable.Range(0, columns.Length))
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"$p{i}";
            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync(cancellation).ConfigureAwait(false);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
                command.Parameters[i].Value = row[i] ?? DBNull.Value;
            // In SQLite there is nothing to wait for: the call does the work.
            command.ExecuteNonQuery();
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, CancellationToken cancellation) => value switch
    {
        null => copy.WriteNullAsync(cancellation),
        string text => copy.WriteAsync(text, NpgsqlDbType.Text, cancellation),
        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, cancellation),
        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellation),
        bool truth => copy.WriteAsync(truth, NpgsqlDbType.Boolean, cancellation),
        _ => throw new ArgumentException($"{value.GetType()} is no value of a row.", nameof(value)),
    };
}
