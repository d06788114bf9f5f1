using Mingzhang.Core.Performance.Measuring;

namespace Mingzhang.Storage.Work;

/// <summary>Which records of a business are asked for.</summary>
/// <param name="Department">Number of the department.</param>
/// <param name="From">First day; null for no bound. Judged by the first date of the source; a source without dates gives all.</param>
/// <param name="To">Last day; null for no bound.</param>
/// <param name="Units">Units whose records the person sees; null for all.</param>
public sealed record WorkAsk(int Department, DateOnly? From, DateOnly? To, IReadOnlyList<string>? Units)
{
    /// <summary>First day as rows hold days, for conditions of the database.</summary>
    public string FromText => Text(From ?? DateOnly.MinValue);

    /// <summary>Last day as rows hold days.</summary>
    public string ToText => Text(To ?? DateOnly.MaxValue);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A record of a business.</summary>
/// <param name="Cells">Its cells in the order of the fields; no sealed particulars of persons.</param>
/// <param name="Link">Its page after /office/{department}/; null where it has none.</param>
public sealed record WorkRow(IReadOnlyList<MeasureCell> Cells, string? Link);

/// <summary>Records of a business of the office, in the database and not in a ledger, from which actual values of goals are computed (业务来源).</summary>
/// <param name="Name">Its name, as queries write it; no spaces, points, signs of comparison.</param>
/// <param name="Purpose">What its records are, in a line.</param>
/// <param name="Fields">Its fields; the first date is the one by which a period is judged.</param>
/// <param name="ReadAsync">Reads the records.</param>
public sealed record WorkSource(string Name, string Purpose, IReadOnlyList<MeasureField> Fields, Func<WorkAsk, CancellationToken, Task<IReadOnlyList<WorkRow>>> ReadAsync) : IRecordSource
{
    /// <summary>Whether its records belong to units, so that who keeps some units only may ask for theirs; others are for who sees the whole department.</summary>
    public bool IsByUnit { get; init; }
}

/// <summary>A module of the office with records from which goals may be measured (业务模块). It gets a line in <see cref="Office.OfficeDesk"/>.</summary>
public interface IWorkModule
{
    /// <summary>Its sources for a department.</summary>
    Task<IReadOnlyList<WorkSource>> SourcesAsync(int department, CancellationToken cancellation);
}

/// <summary>All sources of the office's businesses (业务来源目录).</summary>
/// <param name="modules">The modules, in the order in which people choose among them.</param>
public sealed class WorkSources(params IReadOnlyList<IWorkModule> modules)
{
    /// <summary>The sources of a department.</summary>
    public async Task<IReadOnlyList<WorkSource>> OfAsync(int department, CancellationToken cancellation)
    {
        var sources = new List<WorkSource>();
        foreach (var module in modules)
            sources.AddRange(await module.SourcesAsync(department, cancellation).ConfigureAwait(false));
        return sources;
    }
}
