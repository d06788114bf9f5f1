using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Execution;

/// <summary>An answer to a warning (预警答复).</summary>
/// <param name="Month">Month up to which was looked, 1 to 12.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Subject">Code of the project or unit; empty for the department.</param>
/// <param name="Responsible">责任人.</param>
/// <param name="Text">Cause and what is done.</param>
/// <param name="DueOn">Until when; null where nothing was said.</param>
/// <param name="At">When it was answered.</param>
/// <param name="Account">Who answered.</param>
public sealed record WarningAnswer(int Month, string Rule, string Subject, string Responsible, string Text, DateOnly? DueOn, string At, string Account);

/// <summary>What an office says about its monitoring: thresholds, plans, answers.</summary>
public sealed class MonitoringDesk
{
    private readonly OfficeWriter _writer;

    internal MonitoringDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Thresholds that a department set for itself: name to value.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SettingsAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.MonitoringSettings.AsNoTracking().Where(s => s.DepartmentId == department).ToDictionaryAsync(s => s.Name, s => s.Value, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sets thresholds; what equals the one before is left alone.</summary>
    public Task<bool> SetAsync(Actor actor, int department, IReadOnlyDictionary<string, string> values, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(values);
        var rows = await db.MonitoringSettings.Where(s => s.DepartmentId == department).ToDictionaryAsync(s => s.Name, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        var changes = new List<TrailChange>();
        foreach (var (name, value) in values)
        {
            var old = rows.GetValueOrDefault(name);
            if (old?.Value == value)
                continue;
            changes.Add(new TrailChange(null, name, old?.Value, value));
            if (old is null)
                db.MonitoringSettings.Add(new MonitoringSettingRow { DepartmentId = department, Name = name, Value = value });
            else
                old.Value = value;
        }

        // What final accounts must explain is asked of every draft that is not published yet.
        if (changes.FirstOrDefault(c => c.Field == MonitoringThresholds.Deviation)?.New is { } deviation)
        {
            var (final, published) = (Stage.Final.ChineseName(), DraftState.Published.ChineseName());
            foreach (var draft in await db.Drafts.Where(d => d.DepartmentId == department && d.Stage == final && d.State != published && d.DeviationPercent != deviation).ToListAsync(cancellation).ConfigureAwait(false))
            {
                draft.DeviationPercent = deviation;
                draft.Revision++;
            }
        }

        if (changes.Count > 0)
            trail.Note(department, (int?)null, "设置预警", "阈值", changes);
        return changes.Count > 0;
    }, cancellation);

    /// <summary>Plans by project: percent of the year by the end of each quarter.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<int>>> PlansAsync(int execution, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.MonitoringPlans.AsNoTracking().Where(p => p.ExecutionId == execution).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.ToDictionary(p => p.ProjectCode, p => (IReadOnlyList<int>)[p.Q1, p.Q2, p.Q3, p.Q4], StringComparer.Ordinal);
    }

    /// <summary>Sets the plan of a project.</summary>
    public Task<bool> PlanAsync(Actor actor, int department, int execution, string project, IReadOnlyList<int> percent, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(percent);
        var row = await db.MonitoringPlans.FirstOrDefaultAsync(p => p.ExecutionId == execution && p.ProjectCode == project, cancellation).ConfigureAwait(false);
        var old = row is null ? null : Words([row.Q1, row.Q2, row.Q3, row.Q4]);
        if (old == Words(percent))
            return false;
        if (row is null)
            db.MonitoringPlans.Add(row = new MonitoringPlanRow { ExecutionId = execution, ProjectCode = project });
        (row.Q1, row.Q2, row.Q3, row.Q4) = (percent[0], percent[1], percent[2], percent[3]);
        trail.Note(department, (int?)null, "用款计划", project, new TrailChange(null, "各季末累计(%)", old, Words(percent)));
        return true;
    }, cancellation);

    /// <summary>All answers of a year, the newest last.</summary>
    public async Task<IReadOnlyList<WarningAnswer>> AnswersAsync(int execution, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.MonitoringAnswers.AsNoTracking().Where(a => a.ExecutionId == execution).OrderBy(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var department = await db.Executions.Where(e => e.Id == execution).Select(e => e.DepartmentId).FirstAsync(cancellation).ConfigureAwait(false);
        // Answers cannot be changed: what they call a project by its former code is the project as it is called now.
        var renamed = rows.Count > 0 ? await ProjectRename.OfAsync(db, department, cancellation).ConfigureAwait(false) : new Dictionary<string, string>();
        return [.. rows.Select(a => new WarningAnswer(a.Month, a.Rule, renamed.GetValueOrDefault(a.Subject, a.Subject), a.Responsible, a.Text, a.DueOn is null ? null : DateOnly.ParseExact(a.DueOn, "yyyy-MM-dd", CultureInfo.InvariantCulture), a.At, a.Account))];
    }

    /// <summary>Answers a warning; earlier answers stay.</summary>
    public Task<bool> AnswerAsync(Actor actor, int department, int execution, WarningAnswer answer, CancellationToken cancellation) => _writer.WriteAsync(actor, (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(answer);
        db.MonitoringAnswers.Add(new MonitoringAnswerRow
        {
            ExecutionId = execution,
            Month = answer.Month,
            Rule = answer.Rule,
            Subject = answer.Subject,
            Responsible = answer.Responsible,
            Text = answer.Text,
            DueOn = answer.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            At = trail.At,
            Account = trail.Account,
        });
        trail.Note(department, (int?)null, "答复预警", $"{answer.Rule} {answer.Subject}", new TrailChange(null, "责任人", null, answer.Responsible), new TrailChange(null, "原因和措施", null, answer.Text));
        return Task.FromResult(true);
    }, cancellation);

    private static string Words(IReadOnlyList<int> percent) => string.Join('、', percent.Select(p => p.ToString(CultureInfo.InvariantCulture)));
}
