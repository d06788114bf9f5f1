using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Supervision;

/// <summary>Cases (案件). Who handles a case neither reviews nor approves it: that is enforced here, whatever a page shows.</summary>
public sealed class CaseDesk
{
    private readonly OfficeWriter _writer;

    internal CaseDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Cases of a department, the newest first.</summary>
    public async Task<IReadOnlyList<CaseInfo>> AllAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await ReadAsync(db, department, null, cancellation).ConfigureAwait(false);
    }

    /// <summary>A case; null when the department has none of the number.</summary>
    public async Task<CaseInfo?> FindAsync(int department, int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await ReadAsync(db, department, id, cancellation).ConfigureAwait(false) is [var found] ? found : null;
    }

    /// <summary>Opens a case (立案) on the findings of an inspection that are in none yet; whoever opens it handles it.</summary>
    /// <returns>Its number, or in Chinese why it was not opened.</returns>
    public Task<(int Id, string? Refusal)> OpenAsync(Actor actor, int department, int inspection, DateOnly on, string reason, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.Inspections.AsNoTracking().FirstOrDefaultAsync(i => i.DepartmentId == department && i.Id == inspection && i.DoneOn != null, cancellation).ConfigureAwait(false) is not { } checkedOne)
            return (0, "没有这次检查，或还没有做。");
        if (on < Days.Parse(checkedOne.DoneOn!))
            return (0, $"立案日期早于检查日期 {checkedOne.DoneOn}。");
        if (string.IsNullOrWhiteSpace(reason))
            return (0, "案由要填。");
        var findings = await db.Findings.Where(f => f.InspectionId == inspection && f.CaseId == null).ToListAsync(cancellation).ConfigureAwait(false);
        if (findings.Count == 0)
            return (0, "没有可以立案的问题：先登记问题，或它们已在别的案件里。");
        var year = on.Year;
        var last = await db.SupervisionCases.Where(c => c.DepartmentId == department && c.Year == year).MaxAsync(c => (int?)c.Sequence, cancellation).ConfigureAwait(false) ?? 0;
        var row = new CaseRow
        {
            DepartmentId = department,
            InstitutionId = checkedOne.InstitutionId,
            InspectionId = inspection,
            Year = year,
            Sequence = last + 1,
            Reason = reason.Trim(),
            Handler = actor.UserName,
            Step = CaseStep.Opened.ChineseName(),
            Measures = "",
        };
        db.SupervisionCases.Add(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        foreach (var finding in findings)
            finding.CaseId = row.Id;
        db.CaseSteps.Add(Step(row.Id, CaseStep.Opened, "立案", on, reason, trail));
        trail.Note(department, null, "立案", Subject(row), new TrailChange(row.Id, "案由", null, row.Reason), new TrailChange(row.Id, "问题", null, string.Join('、', findings.Select(f => f.Violation))));
        return (row.Id, (string?)null);
    }, cancellation);

    /// <summary>Takes a case a step on, or back.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="id">Number of the case.</param>
    /// <param name="to">The step.</param>
    /// <param name="on">When.</param>
    /// <param name="note">意见.</param>
    /// <param name="decision">处理决定; needed for the decision only.</param>
    /// <param name="rules">What fines are judged by.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why it was not done; null when it was.</returns>
    public Task<string?> MoveAsync(
        Actor actor, int department, int id, CaseStep to, DateOnly on, string? note, CaseDecision? decision, SupervisionRules rules, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(rules);
        if (await db.SupervisionCases.FirstOrDefaultAsync(c => c.DepartmentId == department && c.Id == id, cancellation).ConfigureAwait(false) is not { } row)
            return "没有这个案件。";
        var at = CaseProcess.Parse(row.Step)!.Value;
        if (CaseProcess.Refusal(at, to, await IsHandlerAsync(db, row, actor.UserName, cancellation).ConfigureAwait(false), a => Access.May(actor.Assignments, a, department), note) is { } refusal)
            return refusal;
        var last = await db.CaseSteps.Where(s => s.CaseId == id).OrderByDescending(s => s.Id).Select(s => s.On).FirstAsync(cancellation).ConfigureAwait(false);
        if (on < Days.Parse(last))
            return $"日期早于上一步（{last}）。";
        var findings = await db.Findings.AsNoTracking().Where(f => f.CaseId == id).ToListAsync(cancellation).ConfigureAwait(false);
        if (Unready(row, to, findings, decision, rules) is { } unready)
            return unready;
        var move = CaseProcess.Moves.First(m => m.From == at && m.To == to);
        row.Step = to.ChineseName();
        if (to == CaseStep.Decided)
            (row.Measures, row.FineFen, row.FineReason) = (string.Join('、', decision!.Measures), decision.FineFen, string.IsNullOrWhiteSpace(decision.Reason) ? null : decision.Reason.Trim());
        db.CaseSteps.Add(Step(id, to, move.Label, on, note ?? "", trail));
        var changes = new List<TrailChange> { new(id, "环节", at.ChineseName(), row.Step), new(id, "意见", null, note) };
        if (to == CaseStep.Decided)
            changes.AddRange([new(id, "处理", null, row.Measures), new(id, "罚款", null, FenText.Format(row.FineFen!.Value)), new(id, "减轻理由", null, row.FineReason)]);
        trail.Note(department, null, move.Label, Subject(row), changes);
        return null;
    }, cancellation);

    /// <summary>Hands a case over to another handler (移交). Whoever handled it goes on to be barred from reviewing and approving it, and whoever reviewed it cannot handle it.</summary>
    /// <param name="actor">Who: the handler, or the head.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="id">Number of the case.</param>
    /// <param name="to">Account of the new handler.</param>
    /// <param name="on">When.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why it was not handed over; null when it was.</returns>
    public Task<string?> HandOverAsync(Actor actor, int department, int id, string? to, DateOnly on, string? reason, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.SupervisionCases.FirstOrDefaultAsync(c => c.DepartmentId == department && c.Id == id, cancellation).ConfigureAwait(false) is not { } row)
            return "没有这个案件。";
        if (row.Step == CaseStep.Closed.ChineseName())
            return "已经结案，不用移交。";
        if (actor.UserName != row.Handler && !Access.May(actor.Assignments, Act.Approve, department))
            return $"由经办人 {row.Handler} 自己或单位负责人移交。";
        if (string.IsNullOrWhiteSpace(reason))
            return "移交要写明原因。";
        if (string.IsNullOrWhiteSpace(to) || to == row.Handler)
            return "请选接手的人，不能是现在的经办人。";
        if (!(await OfficeRegister.HoldersAsync(db, department, Act.Work, cancellation).ConfigureAwait(false)).Any(a => a.UserName == to))
            return $"{to} 在本部门没有经办的岗位，不能接手。";
        var steps = await db.CaseSteps.AsNoTracking().Where(s => s.CaseId == id).OrderBy(s => s.Id).ToListAsync(cancellation).ConfigureAwait(false);
        if (on < Days.Parse(steps[^1].On))
            return $"日期早于上一步（{steps[^1].On}）。";
        var byOthers = CaseProcess.Moves.Where(m => m.ByAnother).Select(m => m.Label).ToHashSet(StringComparer.Ordinal);
        if (steps.Exists(s => s.Account == to && byOthers.Contains(s.Label)))
            return $"{to} 审核过这个案件，不能再当经办人。";
        var (from, why) = (row.Handler, reason.Trim());
        db.CaseHandovers.Add(new CaseHandoverRow { CaseId = id, From = from, To = to, On = Days.Text(on), Reason = why, At = trail.At, Account = trail.Account });
        row.Handler = to;
        trail.Note(department, null, "移交案件", Subject(row), new TrailChange(id, "经办人", from, to), new TrailChange(id, "日期", null, Days.Text(on)), new TrailChange(id, "原因", null, why));
        return null;
    }, cancellation);

    private static async Task<bool> IsHandlerAsync(OfficeContext db, CaseRow row, string account, CancellationToken cancellation) =>
        row.Handler == account || await db.CaseHandovers.AnyAsync(h => h.CaseId == row.Id && h.From == account, cancellation).ConfigureAwait(false);

    // What is still missing before a step.
    private static string? Unready(CaseRow row, CaseStep to, List<FindingRow> findings, CaseDecision? decision, SupervisionRules rules)
    {
        switch (to)
        {
            case CaseStep.Investigated or CaseStep.Notified when findings.Find(f => f.ConfirmedFen is null) is { } open:
                return $"“{open.Violation}”还没有认定金额（不成立的认定为 0）。";
            case CaseStep.Decided:
                if (decision is null || decision.Measures.Count == 0)
                    return "处理方式至少选一项。";
                var bounds = rules.Fines(findings.Select(f => (f.Violation, f.IsFraud, f.ConfirmedFen ?? 0)));
                var allowed = bounds.SelectMany(b => b.Basis.Measures).ToHashSet(StringComparer.Ordinal);
                if (decision.Measures.FirstOrDefault(m => !allowed.Contains(m)) is { } foreign)
                    return $"按所依据的条文没有“{foreign}”。";
                return FineBounds.Refusal(bounds, decision.FineFen, decision.Reason);
            case CaseStep.Enforced:
                var outstanding = findings.Sum(f => (f.ConfirmedFen ?? 0) - f.RecoveredFen);
                var fine = (row.FineFen ?? 0) - row.FinePaidFen;
                return outstanding + fine > 0 ? $"还有基金 {FenText.Format(outstanding)} 元、罚款 {FenText.Format(fine)} 元没有收到，不能执行完毕。" : null;
            default:
                return null;
        }
    }

    internal static async Task<IReadOnlyList<CaseInfo>> ReadAsync(OfficeContext db, int department, int? id, CancellationToken cancellation)
    {
        var rows = await (from c in db.SupervisionCases.AsNoTracking() join i in db.Institutions on c.InstitutionId equals i.Id where c.DepartmentId == department && (id == null || c.Id == id) orderby c.Year descending, c.Sequence descending select new { Row = c, i.Code, i.Name })
            .ToListAsync(cancellation).ConfigureAwait(false);
        var steps = (await (from s in db.CaseSteps.AsNoTracking() join c in db.SupervisionCases on s.CaseId equals c.Id where c.DepartmentId == department && (id == null || c.Id == id) orderby s.Id select s).ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(s => s.CaseId);
        var handovers = (await (from h in db.CaseHandovers.AsNoTracking() join c in db.SupervisionCases on h.CaseId equals c.Id where c.DepartmentId == department && (id == null || c.Id == id) orderby h.Id select h).ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(h => h.CaseId);
        var sums = await (from f in db.Findings.AsNoTracking()
                          join c in db.SupervisionCases on f.CaseId equals c.Id
                          where c.DepartmentId == department && (id == null || c.Id == id)
                          group f by c.Id into g
                          select new { g.Key, Confirmed = g.Sum(f => f.ConfirmedFen), Recovered = g.Sum(f => f.RecoveredFen) }).ToDictionaryAsync(g => g.Key, cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new CaseInfo(
            r.Row.Id, r.Row.InstitutionId, r.Code, r.Name, r.Row.InspectionId, r.Row.Year, r.Row.Sequence, r.Row.Reason, r.Row.Handler, CaseProcess.Parse(r.Row.Step)!.Value,
            r.Row.Measures.Length == 0 ? [] : r.Row.Measures.Split('、'), r.Row.FineFen, r.Row.FineReason, r.Row.FinePaidFen, sums.GetValueOrDefault(r.Row.Id)?.Confirmed ?? 0, sums.GetValueOrDefault(r.Row.Id)?.Recovered ?? 0,
            [.. steps[r.Row.Id].Select(s => new CaseStepInfo(CaseProcess.Parse(s.Step)!.Value, s.Label, Days.Parse(s.On), s.Note, s.Account))],
            [.. handovers[r.Row.Id].Select(h => new CaseHandover(h.From, h.To, Days.Parse(h.On), h.Reason, h.Account))]))];
    }

    internal static string Subject(CaseRow row) => string.Create(CultureInfo.InvariantCulture, $"案件〔{row.Year}〕{row.Sequence}号");

    private static CaseStepRow Step(int id, CaseStep step, string label, DateOnly on, string note, TrailBook trail) => new()
    {
        CaseId = id,
        Step = step.ChineseName(),
        Label = label,
        On = Days.Text(on),
        Note = note.Trim(),
        At = trail.At,
        Account = trail.Account,
    };
}
