using System.Collections;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Storage.Rows;

namespace Mingzhang.Storage;

/// <summary>
/// The parts of a ledger that have no table of their own (其他记录), its settings among them, found by the ledger's own shape: a new kind of record is stored
/// from the day it stands in <see cref="Ledger"/>, one row a record, and gets a table when something has to ask the database for it.
/// </summary>
internal static class OtherParts
{
    private static readonly HashSet<string> WithTable = [nameof(Ledger.Units), nameof(Ledger.Projects), nameof(Ledger.Lines)];

    private static readonly PropertyInfo[] Parts =
        [.. typeof(Ledger).GetProperties().Where(p => p.CanWrite && !WithTable.Contains(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal)];

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>One row for each record; a part that is no list is one row.</summary>
    public static IEnumerable<OtherRow> Rows(Ledger ledger)
    {
        foreach (var part in Parts)
        {
            var position = 0;
            foreach (var record in Records(part, ledger))
                yield return new OtherRow { Kind = part.Name, Position = position++, Body = JsonSerializer.Serialize(record, record.GetType(), Json) };
        }
    }

    /// <summary>Puts a ledger together from the parts with tables and these rows.</summary>
    /// <param name="units">单位.</param>
    /// <param name="projects">项目.</param>
    /// <param name="lines">Lines.</param>
    /// <param name="rows">All other records, in order of position within their kind.</param>
    public static Ledger Assemble(
        IReadOnlyList<BudgetUnit> units, IReadOnlyList<Project> projects, IReadOnlyList<LedgerLine> lines, IEnumerable<OtherRow> rows)
    {
        var byKind = rows.ToLookup(r => r.Kind, StringComparer.Ordinal);
        var values = Parts.ToDictionary(p => p.Name, p => Value(p, byKind[p.Name]), StringComparer.OrdinalIgnoreCase);
        values[nameof(units)] = units;
        values[nameof(projects)] = projects;
        values[nameof(lines)] = lines;
        var maker = typeof(Ledger).GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        var arguments = maker.GetParameters();
        var ledger = (Ledger)maker.Invoke([.. arguments.Select(a => values[a.Name!])]);
        // What is no parameter is set afterwards; a part without rows keeps what it is by default.
        foreach (var part in Parts.Where(p => !arguments.Any(a => string.Equals(a.Name, p.Name, StringComparison.OrdinalIgnoreCase)) && byKind[p.Name].Any()))
            part.SetValue(ledger, values[part.Name]);
        return ledger;
    }

    /// <summary>Digest of everything a ledger holds.</summary>
    public static string Digest(Ledger ledger)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in typeof(Ledger).GetProperties().Where(p => p.CanWrite).OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(part.Name));
            foreach (var record in Records(part, ledger))
                hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(record, record.GetType(), Json));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<object> Records(PropertyInfo part, Ledger ledger) => part.GetValue(ledger) switch
    {
        null => [],
        string text => [text],
        IEnumerable records => records.Cast<object>(),
        { } single => [single],
    };

    private static object? Value(PropertyInfo part, IEnumerable<OtherRow> rows)
    {
        if (part.PropertyType.IsGenericType && part.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var type = part.PropertyType.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type))!;
            foreach (var row in rows)
                list.Add(JsonSerializer.Deserialize(row.Body, type, Json));
            return list;
        }

        return rows.FirstOrDefault() is { } only ? JsonSerializer.Deserialize(only.Body, part.PropertyType, Json) : null;
    }
}
