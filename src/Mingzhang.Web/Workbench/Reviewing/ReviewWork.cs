using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Data;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reporting;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Reviews;

namespace Mingzhang.Web.Workbench.Reviewing;

/// <summary>A finding with where it stands in the document (发现及其位置).</summary>
/// <param name="Number">From 1, in the order of the document.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Identity">What it is known by.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Table">Ordinal of its table; -1 for none.</param>
/// <param name="Row">Ordinal of its row; -1 for none.</param>
/// <param name="Column">Ordinal of its column; -1 for none.</param>
internal sealed record PlacedFinding(int Number, Finding Finding, FindingIdentity Identity, Place At, int Table, int Row, int Column);

/// <summary>An uploaded document, read, corrected and audited (一份送审文件的审核结果).</summary>
/// <param name="Info">The document.</param>
/// <param name="Read">As it was read.</param>
/// <param name="Disclosure">With the corrections.</param>
/// <param name="Report">What the audit found.</param>
/// <param name="Entries">All corrections in the order they were made.</param>
/// <param name="Lost">Corrections whose cell is not read any more.</param>
internal sealed record ReviewWork(ReviewInfo Info, ReadDocument Read, Disclosure Disclosure, AuditReport Report, IReadOnlyList<CellEntry> Entries, IReadOnlyList<CorrectedText> Lost)
{
    /// <summary>The findings with their places.</summary>
    public IReadOnlyList<PlacedFinding> Findings { get; } = Place(Disclosure, Report);

    /// <summary>The document for reports, with what people said of each finding.</summary>
    public AuditedFile File(Func<PlacedFinding, string?> stateOf)
    {
        var states = new Dictionary<object, string?>(ReferenceEqualityComparer.Instance);
        foreach (var finding in Findings)
            states[finding.Finding] = stateOf(finding);
        return new AuditedFile(Disclosure, Report, Read.Content) { StateOf = f => states.GetValueOrDefault(f) };
    }

    private static IReadOnlyList<PlacedFinding> Place(Disclosure disclosure, AuditReport report)
    {
        var file = new AuditedFile(disclosure, report, default);
        var identities = FindingIdentity.Of(report.Findings);
        return [.. report.Findings.Select((f, i) =>
        {
            var at = file.PlaceOf(f);
            var (table, row, column) = Locate(disclosure, f, at);
            return new PlacedFinding(i + 1, f, identities[i], at, table, row, column);
        })];
    }

    // Of several tables of one title that is meant in which the row stands at the finding's place.
    private static (int Table, int Row, int Column) Locate(Disclosure disclosure, Finding finding, Place at)
    {
        var best = (-1, -1, -1);
        for (var t = 0; t < disclosure.Statements.Count; t++)
        {
            var statement = disclosure.Statements[t];
            if (statement.Title != finding.Statement)
                continue;
            var column = finding.Column is null ? -1 : statement.Columns.ToList().FindIndex(c => c.Equals(finding.Column));
            if (best.Item1 < 0)
                best = (t, -1, column);
            for (var r = 0; r < statement.Rows.Count; r++)
            {
                var row = statement.Rows[r];
                if (row.Key != finding.Row && (finding.Row?.Split(';').Contains(row.Key, StringComparer.Ordinal) != true || row.Key.Length == 0))
                    continue;
                if (best.Item2 < 0)
                    best = (t, r, column);
                if (row.Cells.Any(c => c.At == at && (finding.Column is null || c.Column.Equals(finding.Column))))
                    return (t, r, column);
            }
        }

        return best;
    }
}

/// <summary>Reads and audits documents when somebody looks at them (即时审核), each reading once while it is in use.</summary>
internal sealed class ReviewWorks(OfficeDesk desk, DataFolder data, CompanionReader companions)
{
    // A reading takes some megabytes.
    private const int Most = 10;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<object>> _made = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>The document as it stands now, or in Chinese why it cannot be shown.</summary>
    public async Task<ReadResult<ReviewWork>> GetAsync(ReviewInfo info, CancellationToken cancellation)
    {
        var read = (ReadResult<ReadDocument>)await MadeAsync(FormattableString.Invariant($"read {info.Id}"), async () =>
            await desk.Reviews.ContentAsync(info.Id, CancellationToken.None).ConfigureAwait(false) is { } content
                ? ReviewReader.Read(info.Name, content, data, CancellationToken.None)
                : ReadResult<ReadDocument>.Failed("文件已经移除。")).WaitAsync(cancellation).ConfigureAwait(false);
        if (!read.IsRead)
            return ReadResult<ReviewWork>.Failed(read.Error);
        var rules = await desk.Reviews.Rules.OfAsync(info.Department, cancellation).ConfigureAwait(false);
        var stamp = string.Join(' ', rules.Where(r => r.IsOn).Select(r => $"{r.Id} {r.At}"));
        var chosen = await desk.Reviews.Companions.OfAsync(info.Department, info.Id, cancellation).ConfigureAwait(false);
        var others = string.Join(' ', chosen.Select(c => FormattableString.Invariant($"{c.Which.Key}:{c.Revision}")));
        var work = (ReviewWork)await MadeAsync(FormattableString.Invariant($"audit {info.Id} {info.Revision} {stamp} {others}"), async () =>
        {
            var entries = await desk.Reviews.Marks.CellsAsync(info.Id, CancellationToken.None).ConfigureAwait(false);
            var (corrected, lost) = Corrections.Apply(read.Value.Disclosure, ReviewMarkDesk.Valid(entries));
            var against = await companions.ReadAsync(info.Department, chosen, CancellationToken.None).ConfigureAwait(false);
            return new ReviewWork(info, read.Value, corrected, ReviewReader.Audit(corrected, rules, data, against), entries, lost);
        }).WaitAsync(cancellation).ConfigureAwait(false);
        return ReadResult<ReviewWork>.Of(work with { Info = info });
    }

    private Task<object> MadeAsync<T>(string key, Func<Task<T>> make)
        where T : class
    {
        lock (_lock)
        {
            if (_made.TryGetValue(key, out var known) && !known.IsFaulted)
                return known;
            if (known is null)
                _order.Enqueue(key);
            while (_order.Count > 2 * Most)
                _made.Remove(_order.Dequeue());
            // One reader's impatience must not spoil it for the others: what was begun is finished.
            return _made[key] = Task.Run(async () => (object)await make().ConfigureAwait(false));
        }
    }
}
