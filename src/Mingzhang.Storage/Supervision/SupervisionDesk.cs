using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Core.Supervision.Plans;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Supervision;

/// <summary>Supervision of the fund (基金监管) in the database.</summary>
public sealed class SupervisionDesk
{
    private readonly OfficeWriter _writer;

    internal SupervisionDesk(OfficeWriter writer)
    {
        _writer = writer;
        Institutions = new InstitutionDesk(writer);
        Plans = new PlanDesk(writer);
        Inspections = new InspectionDesk(writer);
        Cases = new CaseDesk(writer);
        Recovery = new RecoveryDesk(writer);
    }

    /// <summary>定点机构.</summary>
    public InstitutionDesk Institutions { get; }

    /// <summary>计划和抽取.</summary>
    public PlanDesk Plans { get; }

    /// <summary>检查和问题.</summary>
    public InspectionDesk Inspections { get; }

    /// <summary>案件.</summary>
    public CaseDesk Cases { get; }

    /// <summary>追回.</summary>
    public RecoveryDesk Recovery { get; }

    /// <summary>How far the targets of a year are reached on a day.</summary>
    public async Task<IReadOnlyList<Coverage>> CoverageAsync(int department, int year, DateOnly until, CancellationToken cancellation)
    {
        var targets = await Plans.TargetsAsync(department, year, cancellation).ConfigureAwait(false);
        var institutions = (await Institutions.AllAsync(department, cancellation).ConfigureAwait(false)).Select(i => i.Bound).ToList();
        var done = await DoneAsync(department, year, cancellation).ConfigureAwait(false);
        return [.. targets.Select(t => Coverage.Of(t, year, until, institutions, done))];
    }

    /// <summary>How supervision stands by street on a day of a year.</summary>
    public async Task<IReadOnlyList<StreetStanding>> StreetsAsync(int department, int year, DateOnly until, CancellationToken cancellation)
    {
        var institutions = (await Institutions.AllAsync(department, cancellation).ConfigureAwait(false)).Select(i => i.Bound).ToList();
        var done = await DoneAsync(department, year, cancellation).ConfigureAwait(false);
        var (first, last) = Span(year);
        await using var db = _writer.Context();
        var found = await (from f in db.Findings.AsNoTracking()
                           join i in db.Inspections on f.InspectionId equals i.Id
                           join x in db.Institutions on i.InstitutionId equals x.Id
                           where i.DepartmentId == department && i.DoneOn != null && i.DoneOn.CompareTo(first) >= 0 && i.DoneOn.CompareTo(last) <= 0
                           group f by x.Code into g
                           select new { g.Key, Fen = g.Sum(f => f.FoundFen) }).ToDictionaryAsync(g => g.Key, g => g.Fen, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        return Streets.Standing(year, until, institutions, done, found);
    }

    private async Task<IReadOnlyList<DoneInspection>> DoneAsync(int department, int year, CancellationToken cancellation)
    {
        var (first, last) = Span(year);
        await using var db = _writer.Context();
        return [.. (await (from i in db.Inspections.AsNoTracking()
                           join x in db.Institutions on i.InstitutionId equals x.Id
                           where i.DepartmentId == department && i.DoneOn != null && i.DoneOn.CompareTo(first) >= 0 && i.DoneOn.CompareTo(last) <= 0
                           select new { x.Code, i.Kind, i.DoneOn }).ToListAsync(cancellation).ConfigureAwait(false))
            .Select(i => new DoneInspection(i.Code, InspectionWords.Parse(i.Kind)!.Value, Days.Parse(i.DoneOn!)))];
    }

    /// <summary>The months of a year: what inspections of the month found, what money came in it.</summary>
    public async Task<IReadOnlyList<SupervisionMonth>> MonthsAsync(int department, int year, CancellationToken cancellation)
    {
        var (first, last) = Span(year);
        await using var db = _writer.Context();
        var done = await db.Inspections.AsNoTracking().Where(i => i.DepartmentId == department && i.DoneOn != null && i.DoneOn.CompareTo(first) >= 0 && i.DoneOn.CompareTo(last) <= 0).Select(i => i.DoneOn!).ToListAsync(cancellation).ConfigureAwait(false);
        var found = await (from f in db.Findings.AsNoTracking()
                           join i in db.Inspections on f.InspectionId equals i.Id
                           where i.DepartmentId == department && i.DoneOn != null && i.DoneOn.CompareTo(first) >= 0 && i.DoneOn.CompareTo(last) <= 0
                           select new { i.DoneOn, f.FoundFen, f.ConfirmedFen }).ToListAsync(cancellation).ConfigureAwait(false);
        var received = await db.Receipts.AsNoTracking().Where(r => r.DepartmentId == department && r.On.CompareTo(first) >= 0 && r.On.CompareTo(last) <= 0).Select(r => new { r.On, r.Kind, r.Fen }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. Enumerable.Range(1, 12).Select(m => new SupervisionMonth(
            m, done.Count(d => Days.Parse(d).Month == m),
            found.Where(f => Days.Parse(f.DoneOn!).Month == m).Sum(f => f.FoundFen), found.Where(f => Days.Parse(f.DoneOn!).Month == m).Sum(f => f.ConfirmedFen ?? 0),
            received.Where(r => r.Kind == ReceiptInfo.Fund && Days.Parse(r.On).Month == m).Sum(r => r.Fen), received.Where(r => r.Kind == ReceiptInfo.Fine && Days.Parse(r.On).Month == m).Sum(r => r.Fen)))];
    }

    private static (string From, string To) Span(int year) => (string.Create(CultureInfo.InvariantCulture, $"{year:0000}-01-01"), string.Create(CultureInfo.InvariantCulture, $"{year:0000}-12-31"));
}
