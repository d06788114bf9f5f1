using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Screening;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Screening;

/// <summary>A run over the sheets of details (智能审核一次): sheets are taken in one after another and need not be in memory; then come the hits.</summary>
public sealed class ScreeningRun : IDisposable
{
    private readonly Screener _screener;
    private readonly ClaimIntake _intake;
    private readonly ClaimSpill _spill = new();
    private readonly List<IntakeMistake> _mistakes = [];

    /// <summary>Begins a run.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="columns">How exports head their columns.</param>
    public ScreeningRun(IReadOnlyList<ScreeningRule> rules, ExportColumns columns) => (_screener, _intake) = (new Screener(rules), new ClaimIntake(columns, _mistakes));

    /// <summary>Wrong rows: they gave no line.</summary>
    public IReadOnlyList<IntakeMistake> Mistakes => _mistakes;

    /// <summary>Lines that were taken in.</summary>
    public long Lines { get; private set; }

    /// <summary>Lines that came more than once under one number, known when the hits were read.</summary>
    public long Repeated => _screener.Repeated;

    /// <summary>Takes a sheet in.</summary>
    /// <param name="file">Name of its file.</param>
    /// <param name="sheet">Its name.</param>
    /// <param name="rows">Its rows, read once.</param>
    /// <param name="malformed">Numbers of rows whose quotes do not pair, known when the row was read.</param>
    public void Take(string file, string sheet, IEnumerable<RawRow> rows, ICollection<int> malformed) => Take(_intake.Read(file, sheet, rows, malformed));

    /// <summary>Takes lines in.</summary>
    /// <param name="claims">The lines.</param>
    public void Take(IEnumerable<Claim> claims)
    {
        ArgumentNullException.ThrowIfNull(claims);
        foreach (var claim in claims)
        {
            _screener.Count(claim);
            _spill.Add(claim);
            Lines++;
        }
    }

    /// <summary>The hits: first those of single persons, then those over many. Read once, after the last sheet.</summary>
    public IEnumerable<ScreeningHit> Hits() => _spill.Read().SelectMany(_screener.Screen).Concat(_screener.Crowds());

    /// <inheritdoc/>
    public void Dispose() => _spill.Dispose();
}
