using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Execution;

namespace Mingzhang.Storage.Office;

/// <summary>
/// A project gets another code (改项目编码): whatever names it follows. Its lines, goals and measurements in the year's drafts, its lines and
/// plans in the year's execution; what was answered and published under the old code stays as it was and is found by the trail.
/// </summary>
internal static class ProjectRename
{
    /// <summary>The act in the trail.</summary>
    public const string Act = "改项目编码";

    /// <summary>Sheet of the projects and its column of codes; the column of codes in other sheets; queries, which may name a code.</summary>
    public const string Projects = "项目", Code = "编码", Named = "项目编码", Query = "取数";

    /// <summary>Changes what names the project, within the change of its record.</summary>
    /// <param name="db">The transaction.</param>
    /// <param name="trail">The trail.</param>
    /// <param name="draft">The draft in which the code was changed.</param>
    /// <param name="old">The code so far.</param>
    /// <param name="now">The new code.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task FollowAsync(OfficeContext db, TrailBook trail, DraftRow draft, string old, string now, CancellationToken cancellation)
    {
        var changes = new List<TrailChange> { new(null, Named, old, now) };
        var drafts = await db.Drafts.Where(d => d.DepartmentId == draft.DepartmentId && d.Year == draft.Year).ToListAsync(cancellation).ConfigureAwait(false);
        foreach (var one in drafts.Where(d => d.Id == draft.Id || DraftProcess.MayChange(DraftRows.Info(d).State)))
        {
            var renamed = await RecordsAsync(db, one, one.Id == draft.Id, old, now, cancellation).ConfigureAwait(false);
            if (renamed > 0 && one.Id != draft.Id)
                one.Revision++;
            if (renamed > 0)
                changes.Add(new TrailChange(null, $"{one.Year} 年{one.Stage}", null, $"{renamed} 条记录随之改"));
        }

        if (await ExecutionAsync(db, draft, old, now, cancellation).ConfigureAwait(false) is { } said)
            changes.Add(new TrailChange(null, "执行账", null, said));
        trail.Note(draft.DepartmentId, draft.Id, Act, Projects, changes);
    }

    /// <summary>Codes of a department that were changed, each with the code it has now.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(OfficeContext db, int department, CancellationToken cancellation)
    {
        var entries = await db.Trail.AsNoTracking().Where(t => t.DepartmentId == department && t.Act == Act).OrderBy(t => t.Sequence).Select(t => t.Changes).ToListAsync(cancellation).ConfigureAwait(false);
        var now = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var change in entries.Select(e => JsonSerializer.Deserialize<List<TrailChange>>(e)![0]).Where(c => c is { Old: not null, New: not null }))
        {
            foreach (var earlier in now.Where(n => n.Value == change.Old).Select(n => n.Key).ToList())
                now[earlier] = change.New!;
            now[change.Old!] = change.New!;
            // A code that came back is nobody's former code.
            now.Remove(change.New!);
        }

        return now;
    }

    private static async Task<int> RecordsAsync(OfficeContext db, DraftRow draft, bool isOwn, string old, string now, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var row in await db.Records.Where(r => r.DraftId == draft.Id && r.Cells.Contains(old)).ToListAsync(cancellation).ConfigureAwait(false))
        {
            // The record that was changed by hand has the new code already.
            if (isOwn && row.Sheet == Projects)
                continue;
            var cells = DraftRows.Cells(row.Cells);
            var column = row.Sheet == Projects ? Code : Named;
            var named = cells.GetValueOrDefault(column) == old;
            var asked = cells.GetValueOrDefault(Query)?.Contains($"{Named}={old}", StringComparison.Ordinal) == true;
            if (named)
                cells[column] = now;
            if (asked)
                cells[Query] = cells[Query].Replace($"{Named}={old}", $"{Named}={now}", StringComparison.Ordinal);
            if (!named && !asked)
                continue;
            row.Cells = DraftRows.Cells(cells);
            row.Revision++;
            count++;
        }

        return count;
    }

    private static async Task<string?> ExecutionAsync(OfficeContext db, DraftRow draft, string old, string now, CancellationToken cancellation)
    {
        if (await db.Executions.FirstOrDefaultAsync(e => e.DepartmentId == draft.DepartmentId && e.Year == draft.Year, cancellation).ConfigureAwait(false) is not { } books)
            return null;
        var lines = db.ExecutionLines.Where(l => l.ExecutionId == books.Id);
        if (!await lines.AnyAsync(l => l.ProjectCode == old, cancellation).ConfigureAwait(false))
            return null;
        // Two projects must not become one.
        if (await lines.AnyAsync(l => l.ProjectCode == now, cancellation).ConfigureAwait(false))
            return "没有改：账上已有新编码的指标";
        var count = await lines.Where(l => l.ProjectCode == old).ExecuteUpdateAsync(u => u.SetProperty(l => l.ProjectCode, now), cancellation).ConfigureAwait(false);
        foreach (var plan in await db.MonitoringPlans.Where(p => p.ExecutionId == books.Id && p.ProjectCode == old).ToListAsync(cancellation).ConfigureAwait(false))
        {
            db.MonitoringPlans.Remove(plan);
            db.MonitoringPlans.Add(new MonitoringPlanRow { ExecutionId = books.Id, ProjectCode = now, Q1 = plan.Q1, Q2 = plan.Q2, Q3 = plan.Q3, Q4 = plan.Q4 });
        }

        foreach (var waiting in await db.ExecutionPending.Where(p => p.ExecutionId == books.Id && p.Cells.Contains(old)).ToListAsync(cancellation).ConfigureAwait(false))
        {
            var cells = DraftRows.Cells(waiting.Cells);
            if (cells.GetValueOrDefault(Named) != old)
                continue;
            cells[Named] = now;
            waiting.Cells = DraftRows.Cells(cells);
        }

        books.Revision++;
        return $"{count} 条指标随之改";
    }
}
