using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;

namespace Mingzhang.Storage.Office;

/// <summary>Drafts of budgets and their records (编报).</summary>
public sealed class DraftDesk
{
    private readonly OfficeWriter _writer;

    internal DraftDesk(OfficeWriter writer, Store store)
    {
        _writer = writer;
        Versions = new VersionDesk(writer, store);
        Remarks = new RemarkDesk(writer);
        Mappings = new MappingDesk(writer);
    }

    /// <summary>Steps of the process, versions, publishing.</summary>
    public VersionDesk Versions { get; }

    /// <summary>批注.</summary>
    public RemarkDesk Remarks { get; }

    /// <summary>列对应.</summary>
    public MappingDesk Mappings { get; }

    /// <summary>The drafts of a department, the newest year first.</summary>
    public async Task<IReadOnlyList<DraftInfo>> ListAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Drafts.AsNoTracking().Where(d => d.DepartmentId == department).OrderByDescending(d => d.Year).ThenByDescending(d => d.Stage).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(DraftRows.Info)];
    }

    /// <summary>A draft of a department; null when the department has none of the number.</summary>
    public async Task<DraftInfo?> FindAsync(int department, int draft, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == draft && d.DepartmentId == department, cancellation).ConfigureAwait(false) is { } row ? DraftRows.Info(row) : null;
    }

    /// <summary>A draft with all its records, of one moment.</summary>
    public async Task<(DraftInfo Draft, IReadOnlyList<DraftRecord> Records)?> LoadAsync(int draft, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        await using var moment = await Snapshot.BeginAsync(db, cancellation).ConfigureAwait(false);
        if (await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == draft, cancellation).ConfigureAwait(false) is not { } row)
            return null;
        var records = await DraftRows.Records(db, draft).AsNoTracking().ToListAsync(cancellation).ConfigureAwait(false);
        return (DraftRows.Info(row), [.. records.Select(DraftRows.Record)]);
    }

    /// <summary>The records of one sheet of a year's draft; none when there is no such draft.</summary>
    public async Task<IReadOnlyList<DraftRecord>> SheetAsync(int department, int year, Stage stage, string sheet, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var word = stage.ChineseName();
        var rows = await (from d in db.Drafts.AsNoTracking() join r in db.Records.AsNoTracking() on d.Id equals r.DraftId where d.DepartmentId == department && d.Year == year && d.Stage == word && r.Sheet == sheet orderby r.Position, r.Id select r)
            .ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(DraftRows.Record)];
    }

    /// <summary>Codes of projects that were changed, each with the one it has now: what older records call a project.</summary>
    public async Task<IReadOnlyDictionary<string, string>> RenamedAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await ProjectRename.OfAsync(db, department, cancellation).ConfigureAwait(false);
    }

    /// <summary>Begins the draft of a year.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="year">年度.</param>
    /// <param name="edition">Edition of its document.</param>
    /// <param name="sheets">Its records.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="stage">预算 or 决算.</param>
    /// <param name="deviation">决算差异 of final accounts, in percent.</param>
    /// <returns>Its number, or in Chinese why it was not begun.</returns>
    public Task<(int Id, string? Refusal)> BeginAsync(
        Actor actor, int department, int year, string edition, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> sheets, CancellationToken cancellation,
        Stage stage = Stage.Budget, decimal? deviation = null) =>
        _writer.WriteAsync(actor, async (db, trail) =>
        {
            var word = stage.ChineseName();
            if (await db.Drafts.AnyAsync(d => d.DepartmentId == department && d.Year == year && d.Stage == word, cancellation).ConfigureAwait(false))
                return (0, (string?)$"{year} 年的{word}编报已经建立。");
            var draft = new DraftRow
            {
                DepartmentId = department,
                Year = year,
                Stage = word,
                Edition = edition,
                // Final accounts are approved at once: there are no control figures to wait for.
                Round = (stage == Stage.Final ? Round.Second : Round.First).ChineseName(),
                State = DraftState.Drafting.ChineseName(),
                Revision = 1,
                DeviationPercent = deviation?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            };
            db.Drafts.Add(draft);
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            trail.Note(department, draft.Id, "建立编报", $"{year} 年{word}", new TrailChange(null, $"{word}版本", null, edition));
            await PutAsync(db, trail, draft, sheets, "建立编报", cancellation).ConfigureAwait(false);
            return (draft.Id, null);
        }, cancellation);

    /// <summary>Puts whole sheets in place of those a draft has (导入).</summary>
    /// <returns>In Chinese why nothing was stored; null when it was.</returns>
    public Task<string?> ReplaceAsync(
        Actor actor, int draft, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> sheets, string source, CancellationToken cancellation) =>
        _writer.WriteAsync(actor, async (db, trail) =>
        {
            var row = await db.Drafts.FirstAsync(d => d.Id == draft, cancellation).ConfigureAwait(false);
            if (!DraftProcess.MayChange(DraftRows.Info(row).State))
                return $"编报现在是“{row.State}”，不能导入。";
            if (Access.Units(actor.Assignments, row.DepartmentId) is not null)
                return "只负责部分单位的人不能整表导入：请在录入表里粘贴。";
            row.Revision++;
            await PutAsync(db, trail, row, sheets, $"导入 {source}", cancellation).ConfigureAwait(false);
            return (string?)null;
        }, cancellation);

    /// <summary>Adds records to sheets, behind those that are there (项目沿用).</summary>
    /// <returns>In Chinese why nothing was stored; null when it was.</returns>
    public Task<string?> AppendAsync(
        Actor actor, int department, int draft, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> sheets, string? unit, string act, CancellationToken cancellation) =>
        _writer.WriteAsync(actor, async (db, trail) =>
        {
            ArgumentNullException.ThrowIfNull(sheets);
            if (await db.Drafts.FirstOrDefaultAsync(d => d.Id == draft && d.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row)
                return "没有这份编报。";
            if (!DraftProcess.MayChange(DraftRows.Info(row).State))
                return $"编报现在是“{row.State}”，不能修改。";
            if (sheets.Keys.FirstOrDefault(s => !Access.MayChange(actor.Assignments, department, s, unit)) is { } closed)
                return $"您的岗位不能填“{closed}”。";
            foreach (var (sheet, records) in sheets)
            {
                var position = await db.Records.Where(r => r.DraftId == draft && r.Sheet == sheet).MaxAsync(r => (int?)r.Position, cancellation).ConfigureAwait(false) ?? 0;
                var added = records.Select((cells, i) => new RecordRow { DraftId = draft, Sheet = sheet, Position = position + i + 1, Revision = 1, Cells = DraftRows.Cells(cells) }).ToList();
                db.Records.AddRange(added);
                trail.Note(department, () => draft, act, sheet, () => [.. added.Select(r => new TrailChange(r.Id, "整行", null, r.Cells))]);
            }

            row.Revision++;
            return (string?)null;
        }, cancellation);

    /// <summary>
    /// Stores changes of a sheet. A cell is stored only where it still holds what the person saw; where someone else changed it in the
    /// meantime nothing of it is stored and both values are given back, so that no change is lost.
    /// </summary>
    public Task<EditOutcome> EditAsync(Actor actor, int department, int draft, SheetEdit edit, CancellationToken cancellation) => _writer.WriteAsync(actor, draft, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (await db.Drafts.FirstOrDefaultAsync(d => d.Id == draft && d.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row)
            return EditOutcome.Refused("没有这份编报。");
        if (!DraftProcess.MayChange(DraftRows.Info(row).State, edit.Sheet))
            return EditOutcome.Refused($"编报现在是“{row.State}”，不能修改；要改，请审核人或负责人退回。");
        var editing = new SheetEditing(db, actor, row, edit, cancellation);
        if (await editing.RefusalAsync().ConfigureAwait(false) is { } why)
        {
            // What was changed in memory before the refusal must not be taken for a change.
            db.ChangeTracker.Clear();
            return EditOutcome.Refused(why);
        }

        if (editing.HasChanges)
        {
            row.Revision++;
            trail.Note(department, () => draft, "修改", edit.Sheet, editing.Changes);
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            foreach (var (old, now) in await editing.RenamedAsync().ConfigureAwait(false))
                await ProjectRename.FollowAsync(db, trail, row, old, now, cancellation).ConfigureAwait(false);
        }

        return await editing.OutcomeAsync(row.Revision).ConfigureAwait(false);
    }, cancellation);

    private static async Task PutAsync(
        OfficeContext db, TrailBook trail, DraftRow draft, IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> sheets, string act, CancellationToken cancellation)
    {
        foreach (var (sheet, records) in sheets)
        {
            var old = await db.Records.AsNoTracking().Where(r => r.DraftId == draft.Id && r.Sheet == sheet).OrderBy(r => r.Position).ToListAsync(cancellation).ConfigureAwait(false);
            if (old.Count == 0 && records.Count == 0)
                continue;
            await db.Records.Where(r => r.DraftId == draft.Id && r.Sheet == sheet).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            var added = records.Select((cells, i) => new RecordRow { DraftId = draft.Id, Sheet = sheet, Position = i + 1, Revision = 1, Cells = DraftRows.Cells(cells) }).ToList();
            db.Records.AddRange(added);
            trail.Note(draft.DepartmentId, () => draft.Id, act, sheet, () =>
                [.. old.Select(r => new TrailChange(r.Id, "整行", r.Cells, null)), .. added.Select(r => new TrailChange(r.Id, "整行", null, r.Cells))]);
        }
    }
}
