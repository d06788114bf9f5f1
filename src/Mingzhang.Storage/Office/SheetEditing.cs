using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Office;

namespace Mingzhang.Storage.Office;

/// <summary>Applies the changes of a sheet cell by cell, finds those that collide, and keeps what the trail is told.</summary>
internal sealed class SheetEditing(OfficeContext db, Actor actor, DraftRow draft, SheetEdit edit, CancellationToken cancellation)
{
    private const string NotYours = "没有修改这条记录的权限：它不属于您负责的单位，或您的岗位不填这张表。";

    private readonly List<Func<TrailChange>> _changes = [];
    private readonly List<(CellEdit Cell, string? Theirs)> _collisions = [];
    private readonly Dictionary<string, RecordRow> _added = new(StringComparer.Ordinal);
    private readonly HashSet<RecordRow> _touched = [];
    private readonly List<(string Old, string Now)> _renamed = [];
    private Dictionary<string, string?>? _units;

    public bool HasChanges => _changes.Count > 0;

    /// <summary>Projects whose code was changed to one that no other project has; asked when the change is in the database.</summary>
    public async Task<IReadOnlyList<(string Old, string Now)>> RenamedAsync()
    {
        if (edit.Sheet != ProjectRename.Projects || _renamed.Count == 0)
            return [];
        var rows = await db.Records.Where(r => r.DraftId == draft.Id && r.Sheet == ProjectRename.Projects).Select(r => r.Cells).ToListAsync(cancellation).ConfigureAwait(false);
        var codes = rows.Select(r => DraftRows.Cells(r).GetValueOrDefault(ProjectRename.Code, "")).ToList();
        return [.. _renamed.Where(r => !codes.Contains(r.Old) && codes.Count(c => c == r.Now) == 1)];
    }

    /// <summary>Every change, when all rows have their numbers.</summary>
    public IEnumerable<TrailChange> Changes() => [.. _changes.Select(c => c())];

    /// <summary>Applies; in Chinese why nothing may be stored.</summary>
    public async Task<string?> RefusalAsync()
    {
        var numbers = edit.Cells.Select(c => c.Record).Concat(edit.Removed.Select(r => r.Record)).Distinct().ToList();
        var rows = new Dictionary<int, RecordRow>();
        // A pasted block may touch thousands; a database takes only so many parameters at once.
        foreach (var some in numbers.Chunk(500))
        {
            foreach (var row in await db.Records.Where(r => r.DraftId == draft.Id && r.Sheet == edit.Sheet && some.Contains(r.Id)).ToListAsync(cancellation).ConfigureAwait(false))
                rows[row.Id] = row;
        }

        foreach (var group in edit.Cells.GroupBy(c => c.Record))
        {
            if (!rows.TryGetValue(group.Key, out var row))
                _collisions.AddRange(group.Select(c => (c, (string?)null)));
            else if (!await ApplyAsync(row, [.. group]).ConfigureAwait(false))
                return NotYours;
        }

        foreach (var removed in edit.Removed)
        {
            // What someone else removed already is gone as wished.
            if (!rows.TryGetValue(removed.Record, out var row))
                continue;
            if (!await MayAsync(DraftRows.Cells(row.Cells)).ConfigureAwait(false))
                return NotYours;
            if (row.Revision != removed.Revision)
            {
                _collisions.Add((new CellEdit(row.Id, "", "", ""), row.Cells));
                continue;
            }

            db.Records.Remove(row);
            _changes.Add(() => new TrailChange(row.Id, "整行", row.Cells, null));
        }

        return await AddAsync().ConfigureAwait(false);
    }

    /// <summary>What the person is told.</summary>
    public async Task<EditOutcome> OutcomeAsync(int revision)
    {
        var conflicts = new List<CellConflict>();
        foreach (var (cell, theirs) in _collisions)
        {
            var (by, at) = await LastAsync(cell).ConfigureAwait(false);
            conflicts.Add(new CellConflict(cell.Record, cell.Column.Length == 0 ? null : cell.Column, cell.Old, cell.New, theirs, by, at));
        }

        return new EditOutcome(revision, _added.ToDictionary(a => a.Key, a => a.Value.Id, StringComparer.Ordinal), [.. _touched.Concat(_added.Values).Select(DraftRows.Record)], conflicts);
    }

    private async Task<bool> ApplyAsync(RecordRow row, IReadOnlyList<CellEdit> edits)
    {
        var cells = DraftRows.Cells(row.Cells);
        if (!await MayAsync(cells).ConfigureAwait(false))
            return false;
        var changed = false;
        foreach (var cell in edits)
        {
            var now = cells.GetValueOrDefault(cell.Column, "");
            var wanted = DraftRows.Clean(cell.New);
            if (now == wanted)
                continue;
            if (now != cell.Old)
            {
                _collisions.Add((cell, now));
                continue;
            }

            cells[cell.Column] = wanted;
            changed = true;
            if (cell.Column == ProjectRename.Code && now.Length > 0 && wanted.Length > 0)
                _renamed.Add((now, wanted));
            _changes.Add(() => new TrailChange(row.Id, cell.Column, now, wanted));
        }

        if (!changed)
            return true;
        row.Cells = DraftRows.Cells(cells);
        row.Revision++;
        _touched.Add(row);
        return await MayAsync(cells).ConfigureAwait(false);
    }

    private async Task<string?> AddAsync()
    {
        if (edit.Added.Count == 0)
            return null;
        var position = await db.Records.Where(r => r.DraftId == draft.Id && r.Sheet == edit.Sheet).MaxAsync(r => (int?)r.Position, cancellation).ConfigureAwait(false) ?? 0;
        position++;
        foreach (var record in edit.Added)
        {
            var cells = record.Cells.ToDictionary(c => c.Key, c => DraftRows.Clean(c.Value), StringComparer.Ordinal);
            if (!await MayAsync(cells).ConfigureAwait(false))
                return NotYours;
            var row = new RecordRow { DraftId = draft.Id, Sheet = edit.Sheet, Position = await PlaceAsync(record.Before).ConfigureAwait(false) ?? position, Revision = 1, Cells = DraftRows.Cells(cells) };
            position++;
            db.Records.Add(row);
            _added[record.Key] = row;
            _changes.Add(() => new TrailChange(row.Id, "整行", null, row.Cells));
        }

        return null;
    }

    // Makes room before a record; whoever's record is gone gets the end.
    private async Task<int?> PlaceAsync(int? before)
    {
        if (before is null)
            return null;
        var sheet = db.Records.Where(r => r.DraftId == draft.Id && r.Sheet == edit.Sheet);
        if (await sheet.Where(r => r.Id == before).Select(r => (int?)r.Position).FirstOrDefaultAsync(cancellation).ConfigureAwait(false) is not { } place)
            return null;
        // Those added in this edit are not in the database yet.
        foreach (var added in _added.Values.Where(a => a.Position >= place))
            added.Position++;
        await sheet.Where(r => r.Position >= place).ExecuteUpdateAsync(u => u.SetProperty(r => r.Position, r => r.Position + 1), cancellation).ConfigureAwait(false);
        return place;
    }

    private async Task<bool> MayAsync(Dictionary<string, string> cells)
    {
        // Only those who keep single units need to know whose project it is.
        if (Access.Units(actor.Assignments, draft.DepartmentId) is not null && _units is null)
        {
            _units = new(StringComparer.Ordinal);
            foreach (var project in await db.Records.AsNoTracking().Where(r => r.DraftId == draft.Id && r.Sheet == "项目").Select(r => r.Cells).ToListAsync(cancellation).ConfigureAwait(false))
            {
                var of = DraftRows.Cells(project);
                _units[of.GetValueOrDefault("编码", "")] = of.GetValueOrDefault(RecordOwner.Unit);
            }
        }

        return Access.MayChange(actor.Assignments, draft.DepartmentId, edit.Sheet, RecordOwner.Of(cells, p => _units?.GetValueOrDefault(p)));
    }

    // Who changed the cell last: the newest entry of the trail that names it.
    private async Task<(string? By, string? At)> LastAsync(CellEdit cell)
    {
        var mark = $"\"Record\":{cell.Record.ToString(System.Globalization.CultureInfo.InvariantCulture)},";
        var entry = await db.Trail.AsNoTracking().Where(t => t.DraftId == draft.Id && t.Subject == edit.Sheet && t.Changes.Contains(mark))
            .OrderByDescending(t => t.Sequence).Select(t => new { t.Account, t.At }).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        return (entry?.Account, entry?.At);
    }
}
