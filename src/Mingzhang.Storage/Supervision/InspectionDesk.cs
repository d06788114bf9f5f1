using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Supervision;

/// <summary>Inspections with what they found (检查和问题).</summary>
public sealed class InspectionDesk
{
    private readonly OfficeWriter _writer;

    internal InspectionDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Inspections of a department, the newest first.</summary>
    /// <param name="department">Number of the department.</param>
    /// <param name="institution">Only those of this institution; null for all.</param>
    /// <param name="draw">Only those of this draw; null for all.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<InspectionInfo>> AllAsync(int department, int? institution, int? draw, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await ReadAsync(db, department, i => (institution == null || i.InstitutionId == institution) && (draw == null || i.DrawId == draw), cancellation).ConfigureAwait(false);
    }

    /// <summary>An inspection; null when the department has none of the number.</summary>
    public async Task<InspectionInfo?> FindAsync(int department, int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await ReadAsync(db, department, i => i.Id == id, cancellation).ConfigureAwait(false) is [var found] ? found : null;
    }

    /// <summary>Findings of an inspection, or of a case.</summary>
    public async Task<IReadOnlyList<FindingInfo>> FindingsAsync(int? inspection, int? caseId, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return [.. (await db.Findings.AsNoTracking().Where(f => (inspection != null && f.InspectionId == inspection) || (caseId != null && f.CaseId == caseId)).OrderBy(f => f.Id).ToListAsync(cancellation).ConfigureAwait(false)).Select(Finding)];
    }

    /// <summary>A finding; null when the department has none of the number.</summary>
    public async Task<FindingInfo?> FindFindingAsync(int department, int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await (from f in db.Findings.AsNoTracking() join i in db.Inspections on f.InspectionId equals i.Id where f.Id == id && i.DepartmentId == department select f).FirstOrDefaultAsync(cancellation).ConfigureAwait(false) is { } row ? Finding(row) : null;
    }

    /// <summary>Stores inspections, planned or done, with what they found: all of them or none.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="inspections">The inspections.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Their numbers, or in Chinese why nothing was stored.</returns>
    public Task<(IReadOnlyList<int> Ids, string? Refusal)> AddAsync(Actor actor, int department, IReadOnlyList<NewInspection> inspections, CancellationToken cancellation) =>
        _writer.WriteAsync(actor, (db, trail) => AddAsync(db, trail, department, inspections, cancellation), cancellation);

    // Within a change that stores something else as well.
    internal static async Task<(IReadOnlyList<int> Ids, string? Refusal)> AddAsync(OfficeContext db, TrailBook trail, int department, IReadOnlyList<NewInspection> inspections, CancellationToken cancellation)
    {
        var names = await db.Institutions.AsNoTracking().Where(i => i.DepartmentId == department).ToDictionaryAsync(i => i.Id, i => i.Name, cancellation).ConfigureAwait(false);
        foreach (var each in inspections)
        {
            if (Refusal(each, names) is { } refusal)
                return ([], refusal);
        }

        var rows = new List<(InspectionRow Row, NewInspection New)>();
        foreach (var each in inspections)
        {
            var row = new InspectionRow
            {
                DepartmentId = department,
                InstitutionId = each.InstitutionId,
                Kind = each.Kind.ChineseName(),
                Inspectors = each.Inspectors.Trim(),
                PlannedOn = Days.Text(each.PlannedOn),
                DoneOn = Days.Text(each.DoneOn),
                Conclusion = each.Conclusion.Trim(),
            };
            db.Inspections.Add(row);
            rows.Add((row, each));
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        foreach (var (row, each) in rows)
        {
            foreach (var finding in each.Findings)
                db.Findings.Add(Row(row.Id, finding));
        }

        trail.Note(
            department, null, "登记检查", inspections.Count == 1 ? names[inspections[0].InstitutionId] : $"{inspections.Count} 次检查",
            [.. rows.Select(r => new TrailChange(r.Row.Id, $"{names[r.New.InstitutionId]} {r.Row.Kind}", null, $"{r.Row.DoneOn ?? "待检查"} {r.Row.Inspectors}{string.Concat(r.New.Findings.Select(f => $"；{f.Violation} {FenText.Format(f.FoundFen)}"))}"))]);
        return ([.. rows.Select(r => r.Row.Id)], null);
    }

    /// <summary>Notes that a planned inspection was done.</summary>
    /// <returns>In Chinese why it was not noted; null when it was.</returns>
    public Task<string?> DoneAsync(Actor actor, int department, int id, DateOnly on, string inspectors, string conclusion, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await OpenAsync(db, department, id, cancellation).ConfigureAwait(false) is not { } row)
            return "没有这次检查，或已经取消。";
        if (string.IsNullOrWhiteSpace(inspectors))
            return "检查人员要填。";
        trail.Note(department, null, "检查完成", $"检查 {id}", new TrailChange(id, "检查日期", row.DoneOn, Days.Text(on)), new TrailChange(id, "检查人员", row.Inspectors, inspectors.Trim()), new TrailChange(id, "结论", row.Conclusion, conclusion.Trim()));
        (row.DoneOn, row.Inspectors, row.Conclusion) = (Days.Text(on), inspectors.Trim(), conclusion.Trim());
        return null;
    }, cancellation);

    /// <summary>Notes that a planned inspection is not done after all.</summary>
    /// <returns>In Chinese why it was not noted; null when it was.</returns>
    public Task<string?> CancelAsync(Actor actor, int department, int id, string reason, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await OpenAsync(db, department, id, cancellation).ConfigureAwait(false) is not { DoneOn: null } row)
            return "只有还没有做的检查能取消。";
        if (string.IsNullOrWhiteSpace(reason))
            return "取消检查要写明原因。";
        row.Cancelled = reason.Trim();
        trail.Note(department, null, "取消检查", $"检查 {id}", new TrailChange(id, "原因", null, row.Cancelled));
        return null;
    }, cancellation);

    /// <summary>Adds a finding to an inspection that was done.</summary>
    /// <returns>In Chinese why it was not added; null when it was.</returns>
    public Task<string?> FindAsync(Actor actor, int department, int id, NewFinding finding, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(finding);
        if (await OpenAsync(db, department, id, cancellation).ConfigureAwait(false) is not { DoneOn: not null })
            return "先登记检查完成，再登记问题。";
        if (Refusal(finding) is { } refusal)
            return refusal;
        db.Findings.Add(Row(id, finding));
        trail.Note(department, null, "登记问题", $"检查 {id}", new TrailChange(id, finding.Violation, null, $"发现 {FenText.Format(finding.FoundFen)} 元 {finding.Description}"));
        return null;
    }, cancellation);

    /// <summary>Confirms the amount of a finding; not once the institution was told (告知).</summary>
    /// <returns>In Chinese why it was not confirmed; null when it was.</returns>
    public Task<string?> ConfirmAsync(Actor actor, int department, int finding, long fen, bool isFraud, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var row = await (from f in db.Findings join i in db.Inspections on f.InspectionId equals i.Id where f.Id == finding && i.DepartmentId == department select f).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        if (row is null)
            return "没有这个问题。";
        if (row.CaseId is { } number)
        {
            var step = CaseProcess.Parse(await db.SupervisionCases.Where(c => c.Id == number).Select(c => c.Step).FirstAsync(cancellation).ConfigureAwait(false))!.Value;
            if (step >= CaseStep.Notified)
                return $"案件已到“{step.ChineseName()}”，认定金额不能再改：要改先退回补充调查。";
        }

        if (new FindingAmounts(row.FoundFen, fen, row.RecoveredFen).Refusal() is { } refusal)
            return refusal;
        trail.Note(department, null, "认定问题", $"检查 {row.InspectionId}", new TrailChange(finding, row.Violation, row.ConfirmedFen is { } old ? FenText.Format(old) : null, FenText.Format(fen)), new TrailChange(finding, "以骗取为目的", row.IsFraud ? "是" : "否", isFraud ? "是" : "否"));
        (row.ConfirmedFen, row.IsFraud) = (fen, isFraud);
        return null;
    }, cancellation);

    internal static FindingInfo Finding(FindingRow f) => new(f.Id, f.InspectionId, f.Violation, f.IsFraud, f.Description, new FindingAmounts(f.FoundFen, f.ConfirmedFen, f.RecoveredFen), f.CaseId, f.HitId);

    internal static async Task<IReadOnlyList<InspectionInfo>> ReadAsync(
        OfficeContext db, int department, System.Linq.Expressions.Expression<Func<InspectionRow, bool>> which, CancellationToken cancellation)
    {
        var rows = await (from i in db.Inspections.AsNoTracking().Where(which) join x in db.Institutions on i.InstitutionId equals x.Id where i.DepartmentId == department select new { Row = i, x.Code, x.Name }).ToListAsync(cancellation).ConfigureAwait(false);
        var sums = await (from f in db.Findings.AsNoTracking()
                          join i in db.Inspections.Where(which) on f.InspectionId equals i.Id
                          where i.DepartmentId == department
                          group f by f.InspectionId into g
                          select new { g.Key, Count = g.Count(), Found = g.Sum(f => f.FoundFen), Confirmed = g.Sum(f => f.ConfirmedFen), Recovered = g.Sum(f => f.RecoveredFen) }).ToDictionaryAsync(g => g.Key, cancellation).ConfigureAwait(false);
        return [.. rows.Select(r =>
        {
            var sum = sums.GetValueOrDefault(r.Row.Id);
            return new InspectionInfo(
                r.Row.Id, r.Row.InstitutionId, r.Code, r.Name, InspectionWords.Parse(r.Row.Kind)!.Value, r.Row.DrawId, r.Row.Inspectors, Days.ParseOrNull(r.Row.PlannedOn), Days.ParseOrNull(r.Row.DoneOn), r.Row.Conclusion, r.Row.Cancelled,
                sum?.Count ?? 0, new FindingAmounts(sum?.Found ?? 0, sum?.Confirmed ?? 0, sum?.Recovered ?? 0));
        }).OrderByDescending(i => i.DoneOn ?? i.PlannedOn ?? DateOnly.MaxValue).ThenByDescending(i => i.Id)];
    }

    private static Task<InspectionRow?> OpenAsync(OfficeContext db, int department, int id, CancellationToken cancellation) =>
        db.Inspections.FirstOrDefaultAsync(i => i.DepartmentId == department && i.Id == id && i.Cancelled == null, cancellation);

    private static string? Refusal(NewInspection each, Dictionary<int, string> names)
    {
        if (!names.TryGetValue(each.InstitutionId, out var name))
            return "名录里没有这家机构。";
        if (each.DoneOn is not null && string.IsNullOrWhiteSpace(each.Inspectors))
            return $"{name}：检查人员要填。";
        if (each.DoneOn is null && each.Findings.Count > 0)
            return $"{name}：还没有检查，不能有问题。";
        return each.Findings.Select(Refusal).FirstOrDefault(r => r is not null);
    }

    private static string? Refusal(NewFinding finding)
    {
        if (string.IsNullOrWhiteSpace(finding.Violation) || string.IsNullOrWhiteSpace(finding.Description))
            return "违规类型和情况都要填。";
        return new FindingAmounts(finding.FoundFen, finding.ConfirmedFen, 0).Refusal();
    }

    private static FindingRow Row(int inspection, NewFinding finding) => new()
    {
        InspectionId = inspection,
        Violation = finding.Violation,
        IsFraud = finding.IsFraud,
        Description = finding.Description.Trim(),
        FoundFen = finding.FoundFen,
        ConfirmedFen = finding.ConfirmedFen,
        HitId = finding.HitId,
    };
}
