using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Execution.Closing;
using Mingzhang.Core.Ledgers;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Execution;

/// <summary>The books of a year's execution (执行账): opened from the approved budget, closed before the final accounts are made.</summary>
public sealed class ExecutionDesk
{
    private readonly OfficeWriter _writer;

    internal ExecutionDesk(OfficeWriter writer)
    {
        _writer = writer;
        Posting = new PostingDesk(writer);
        Monitoring = new MonitoringDesk(writer);
    }

    /// <summary>记账.</summary>
    public PostingDesk Posting { get; }

    /// <summary>监控.</summary>
    public MonitoringDesk Monitoring { get; }

    /// <summary>The years of a department, the newest first.</summary>
    public async Task<IReadOnlyList<ExecutionInfo>> ListAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Executions.AsNoTracking().Where(e => e.DepartmentId == department).OrderByDescending(e => e.Year).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(Info)];
    }

    /// <summary>The books of a year; null when they are not opened.</summary>
    public async Task<ExecutionInfo?> FindAsync(int department, int year, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Executions.AsNoTracking().FirstOrDefaultAsync(e => e.DepartmentId == department && e.Year == year, cancellation).ConfigureAwait(false) is { } row ? Info(row) : null;
    }

    /// <summary>Lines with their balances.</summary>
    /// <param name="execution">Number of the books.</param>
    /// <param name="units">Units the person sees; null for all.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<LineBalance>> LinesAsync(int execution, IReadOnlyList<string>? units, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.ExecutionLines.AsNoTracking().Where(l => l.ExecutionId == execution && (units == null || units.Contains(l.UnitCode)))
            .OrderBy(l => l.UnitCode).ThenBy(l => l.ProjectCode).ThenBy(l => l.FunctionCode).ThenBy(l => l.EconomicCode).ThenBy(l => l.Id)
            .ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(LineRows.Balance)];
    }

    /// <summary>Opens the books of a year (开账).</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="year">年度.</param>
    /// <param name="budget">The lines of the approved budget.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why they were not opened; null when they were.</returns>
    public Task<string?> OpenAsync(Actor actor, int department, int year, IReadOnlyList<LedgerLine> budget, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.Executions.AnyAsync(e => e.DepartmentId == department && e.Year == year, cancellation).ConfigureAwait(false))
            return $"{year} 年的执行账已经建立。";
        var lines = budget.Where(l => l.Stage == Stage.Budget && l.Flow is Flow.Income or Flow.Expenditure)
            .GroupBy(LineKey.Of).Select(g => new LineBalance(g.Key) { BudgetFen = g.Sum(l => l.Fen) }).ToList();
        if (!lines.Exists(l => l.Key.Flow == Flow.Expenditure))
            return "预算里没有支出，不能开账：请先编好并批复预算。";
        var row = new ExecutionRow { DepartmentId = department, Year = year, Revision = 1, OpenedAt = trail.At };
        db.Executions.Add(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        trail.Note(
            department, (int?)null, "开账", $"{year} 年执行",
            new TrailChange(null, "指标", null, $"{lines.Count} 条"),
            new TrailChange(null, "年初预算", null, FenText.Format(lines.Where(l => l.Key.Flow == Flow.Expenditure).Sum(l => l.BudgetFen))));
        await new BulkRows(db, cancellation).SaveAsync(row.Id, lines).ConfigureAwait(false);
        return null;
    }, cancellation);

    /// <summary>Closes the books of a year (关账), or opens them again.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="year">年度.</param>
    /// <param name="close">Whether to close.</param>
    /// <param name="reason">Why; must be said to open again.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why nothing was done; null when it was.</returns>
    public Task<string?> CloseAsync(Actor actor, int department, int year, bool close, string? reason, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.Executions.FirstOrDefaultAsync(e => e.DepartmentId == department && e.Year == year, cancellation).ConfigureAwait(false) is not { } row)
            return "没有这一年的执行账。";
        if (row.IsClosed == close)
            return close ? "已经关账。" : "账是开着的。";
        if (!close && string.IsNullOrWhiteSpace(reason))
            return "重新开账要写明原因。";
        if (close && await db.ExecutionPending.CountAsync(p => p.ExecutionId == row.Id, cancellation).ConfigureAwait(false) is > 0 and var open)
            return $"还有 {open} 行待更正，不能关账：请更正、决定或删去。";
        (row.IsClosed, row.ClosedAt) = (close, close ? trail.At : null);
        row.Revision++;
        trail.Note(department, (int?)null, close ? "关账" : "重新开账", $"{year} 年执行", new TrailChange(null, "原因", null, reason));
        return null;
    }, cancellation);

    /// <summary>Totals of expenditure of a department's years, the oldest first; at most the newest so many.</summary>
    public async Task<IReadOnlyList<YearTotal>> TotalsAsync(int department, IReadOnlyList<string>? units, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var spending = Flow.Expenditure.ChineseName();
        var rows = await (from e in db.Executions.AsNoTracking()
                          join l in db.ExecutionLines.AsNoTracking() on e.Id equals l.ExecutionId
                          where e.DepartmentId == department && l.Flow == spending && (units == null || units.Contains(l.UnitCode))
                          group l by e.Year into year
                          orderby year.Key descending
                          select new YearTotal(year.Key, year.Sum(l => l.BudgetFen), year.Sum(l => l.AdjustedFen), year.Sum(l => l.DoneFen))).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        rows.Reverse();
        return rows;
    }

    /// <summary>Payments and receipts between the department's own units, by pair and line.</summary>
    public async Task<IReadOnlyList<ExecutionEntry>> InternalAsync(int execution, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await (from e in db.ExecutionEntries.AsNoTracking() join l in db.ExecutionLines.AsNoTracking() on e.LineId equals l.Id where e.ExecutionId == execution && e.Counterpart != null orderby e.Id select new { e, l })
            .ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => PostingDesk.Entry(r.e, LineRows.Key(r.l)))];
    }

    /// <summary>What was paid by government procurement, by line, item and kind of payee.</summary>
    public async Task<IReadOnlyList<ProcuredSum>> ProcuredAsync(int execution, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var sums = await (from e in db.ExecutionEntries.AsNoTracking()
                          where e.ExecutionId == execution && e.Procured != null
                          group e by new { e.LineId, e.Procured, e.PayeeKind, e.Kind } into g
                          select new { g.Key, Fen = g.Sum(e => e.Fen) }).ToListAsync(cancellation).ConfigureAwait(false);
        var ids = sums.Select(s => s.Key.LineId).Distinct().ToList();
        var lines = await db.ExecutionLines.AsNoTracking().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, LineRows.Key, cancellation).ConfigureAwait(false);
        return [.. sums.Select(s => new ProcuredSum(lines[s.Key.LineId], s.Key.Procured!, s.Key.PayeeKind, EntryKinds.Parse(s.Key.Kind)!.Value.Sign() * s.Fen))];
    }

    internal static ExecutionInfo Info(ExecutionRow r) => new(r.Id, r.DepartmentId, r.Year, r.IsClosed, r.Revision, r.OpenedAt, r.ClosedAt);
}
