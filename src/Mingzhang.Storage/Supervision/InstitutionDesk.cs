using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Supervision;

/// <summary>The register of designated institutions (定点机构名录).</summary>
public sealed class InstitutionDesk
{
    private readonly OfficeWriter _writer;

    internal InstitutionDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>All institutions of a department by code, with their histories.</summary>
    public async Task<IReadOnlyList<InstitutionInfo>> AllAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await AllAsync(db, department, null, cancellation).ConfigureAwait(false);
    }

    /// <summary>An institution; null when the department has none of the number.</summary>
    public async Task<InstitutionInfo?> FindAsync(int department, int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await AllAsync(db, department, id, cancellation).ConfigureAwait(false) is [var found] ? found : null;
    }

    /// <summary>Takes a list into the register: new ones are signed from the first day of their agreement, known ones get its particulars.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="list">The list; each code once.</param>
    /// <param name="seen">The differences the person saw; when the register has changed since, nothing is stored. Null for whoever did not look.</param>
    /// <param name="source">Where the list comes from.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The differences, and whether they were stored.</returns>
    public Task<(RegisterComparison Differences, bool IsStored)> TakeAsync(
        Actor actor, int department, IReadOnlyList<Institution> list, RegisterComparison? seen, string source, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var all = await AllAsync(db, department, null, cancellation).ConfigureAwait(false);
        var differences = RegisterComparison.Of([.. all.Select(i => i.Facts)], list);
        if (seen is not null && Text(seen) != Text(differences))
            return (differences, false);
        if (differences.Added.Count + differences.Changed.Count == 0)
            return (differences, true);
        var added = new List<(InstitutionRow Row, Institution Facts)>();
        foreach (var each in differences.Added)
        {
            var row = Fill(new InstitutionRow { DepartmentId = department, Code = each.Code, Name = "", Kind = "", Level = "", Address = "", Agreement = "" }, each);
            db.Institutions.Add(row);
            added.Add((row, each));
        }

        var codes = differences.Changed.Select(c => c.Institution.Code).ToList();
        var rows = await db.Institutions.Where(i => i.DepartmentId == department && codes.Contains(i.Code)).ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        foreach (var each in differences.Changed)
            Fill(rows[each.Institution.Code], each.Institution);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        foreach (var (row, facts) in added)
            db.AgreementEvents.Add(Row(row.Id, new AgreementEvent(AgreementStep.Concluded, facts.From!.Value, ""), trail));
        trail.Note(
            department, null, "导入定点机构", source,
            [
                .. differences.Added.Select(a => new TrailChange(null, a.Code, null, string.Join(' ', a.Fields().Select(f => f.Value).Where(v => v.Length > 0)))),
                .. differences.Changed.SelectMany(c => c.Changes.Select(x => new TrailChange(rows[c.Institution.Code].Id, $"{c.Institution.Code} {x.Field}", x.Old, x.New))),
            ]);
        return (differences, true);
    }, cancellation);

    /// <summary>Notes what happened to an agreement.</summary>
    /// <returns>In Chinese why it was not noted; null when it was.</returns>
    public Task<string?> ChangeAsync(Actor actor, int department, int id, AgreementEvent step, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await AllAsync(db, department, id, cancellation).ConfigureAwait(false) is not [var found])
            return "没有这家机构。";
        if (AgreementHistory.Refusal(found.History, step) is { } refusal)
            return refusal;
        db.AgreementEvents.Add(Row(id, step, trail));
        trail.Note(
            department, null, "协议" + step.Step.ChineseName(), found.Facts.Name,
            new TrailChange(id, "协议状态", found.State.ChineseName(), AgreementHistory.State([.. found.History, step]).ChineseName()),
            new TrailChange(id, "日期、原因", null, $"{Days.Text(step.On)} {step.Reason}"));
        return null;
    }, cancellation);

    internal static async Task<IReadOnlyList<InstitutionInfo>> AllAsync(OfficeContext db, int department, int? id, CancellationToken cancellation)
    {
        var rows = await db.Institutions.AsNoTracking().Where(i => i.DepartmentId == department && (id == null || i.Id == id)).OrderBy(i => i.Code).ToListAsync(cancellation).ConfigureAwait(false);
        var events = (await (from e in db.AgreementEvents.AsNoTracking() join i in db.Institutions on e.InstitutionId equals i.Id where i.DepartmentId == department && (id == null || i.Id == id) orderby e.Id select e)
            .ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(e => e.InstitutionId);
        return [.. rows.Select(r => new InstitutionInfo(r.Id, Facts(r), [.. events[r.Id].Select(e => new AgreementEvent(AgreementHistory.ParseStep(e.Step)!.Value, Days.Parse(e.On), e.Reason))]))];
    }

    private static Institution Facts(InstitutionRow r) => new(r.Code, r.Name, InstitutionWords.Parse(r.Kind)!.Value, r.Level, r.Address, r.Agreement, Days.ParseOrNull(r.From), Days.ParseOrNull(r.To));

    private static InstitutionRow Fill(InstitutionRow row, Institution facts)
    {
        (row.Name, row.Kind, row.Level, row.Address, row.Agreement) = (facts.Name, facts.Kind.ChineseName(), facts.Level, facts.Address, facts.Agreement);
        (row.From, row.To) = (Days.Text(facts.From), Days.Text(facts.To));
        return row;
    }

    private static AgreementEventRow Row(int institution, AgreementEvent step, TrailBook trail) => new()
    {
        InstitutionId = institution,
        Step = step.Step.ChineseName(),
        On = Days.Text(step.On),
        Reason = step.Reason.Trim(),
        At = trail.At,
        Account = trail.Account,
    };

    // Two comparisons that read alike do alike.
    private static string Text(RegisterComparison c) => string.Join(
        '\n',
        c.Added.Select(a => "+" + a).Concat(c.Changed.SelectMany(x => x.Changes.Select(f => $"~{x.Institution.Code}{f}"))).Append(c.Unchanged.ToString(CultureInfo.InvariantCulture)));
}
