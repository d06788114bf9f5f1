using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Storage.Work;

namespace Mingzhang.Web.Workbench.Performance;


/// <summary>What a query gave when it was asked (取数).</summary>
/// <param name="Text">The query as it is kept: with its period, where records have dates.</param>
/// <param name="Result">The result.</param>
/// <param name="Links">Pages of the records that count, by their cells.</param>
/// <param name="IsOfBusiness">Whether its records lie in the database and not in the ledger, so that the value itself is kept.</param>
internal sealed record Answered(string Text, MeasureResult Result, IReadOnlyDictionary<IReadOnlyList<MeasureCell>, string?> Links, bool IsOfBusiness);

/// <summary>Asks a query of the ledger or of the office's businesses (取数的执行).</summary>
internal static class RecordQuery
{
    private const int June = 6, LastOfJune = 30, December = 12, LastOfDecember = 31;

    /// <summary>Asks it.</summary>
    /// <param name="text">The query as typed.</param>
    /// <param name="ledger">The records of the draft that the person may see.</param>
    /// <param name="project">The project that is measured; null for the department.</param>
    /// <param name="time">时点: a query that says no period means the year, or its first half.</param>
    /// <param name="business">The sources of the office that the person may see.</param>
    /// <param name="ask">Department and units.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What it gave, or in Chinese why it cannot be asked.</returns>
    public static async Task<(Answered? Answer, string? Problem)> AskAsync(
        string text, Ledger ledger, string? project, MeasureTime time, IReadOnlyList<WorkSource> business, WorkAsk ask, CancellationToken cancellation)
    {
        List<IRecordSource> all = [.. MeasureSources.All, .. business];
        if (MeasureQuery.Parse(text, all, out var why) is not { } query)
            return (null, why);
        if (query.Source is not WorkSource source)
            return (new Answered(text.Trim(), MeasureResult.Of(query, ledger, project), new Dictionary<IReadOnlyList<MeasureCell>, string?>(), false), null);
        var kept = text.Trim();
        if ((query.From ?? query.To) is null && source.Fields.Any(f => f.Kind == MeasureKind.Date))
        {
            var year = ledger.Settings.Year;
            var last = time == MeasureTime.MidYear ? new DateOnly(year, June, LastOfJune) : new DateOnly(year, December, LastOfDecember);
            query = query with { From = new DateOnly(year, 1, 1), To = last };
            kept = string.Create(CultureInfo.InvariantCulture, $"{kept} 期间 {query.From:yyyy-MM-dd} 至 {query.To:yyyy-MM-dd}");
        }

        var rows = await source.ReadAsync(ask with { From = query.From, To = query.To }, cancellation).ConfigureAwait(false);
        var links = new Dictionary<IReadOnlyList<MeasureCell>, string?>(ReferenceEqualityComparer.Instance);
        foreach (var row in rows)
            links[row.Cells] = row.Link;
        return (new Answered(kept, MeasureResult.Of(query, rows.Select(r => r.Cells), project), links, true), null);
    }
}
