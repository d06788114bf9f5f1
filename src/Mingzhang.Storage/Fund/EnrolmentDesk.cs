using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Assistance.Enrolment;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Fund;

/// <summary>A list of who is enrolled, as it was brought in (参保名单).</summary>
/// <param name="Year">年度.</param>
/// <param name="Source">文件.</param>
/// <param name="Count">Persons on it.</param>
/// <param name="At">When.</param>
/// <param name="Account">By whom.</param>
public sealed record EnrolmentList(int Year, string Source, int Count, string At, string Account);

/// <summary>Who is on the list of subjects and in the basic insurance (资助参保): lists by year, coverage, who is missing.</summary>
public sealed class EnrolmentDesk
{
    private const int Most = 2_000_000;

    private static readonly BulkInsert Enrolled = new("EnrolledPersons", "DepartmentId", "Year", "Code");

    private readonly OfficeWriter _writer;

    internal EnrolmentDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>The lists that were brought in, the newest first.</summary>
    public async Task<IReadOnlyList<EnrolmentList>> ListsAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Set<EnrolmentListRow>().AsNoTracking().Where(l => l.DepartmentId == department).OrderByDescending(l => l.Id)
            .Select(l => new EnrolmentList(l.Year, l.Source, l.Count, l.At, l.Account)).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts a list in the place of the year's list.</summary>
    /// <returns>How many are new and how many are gone since the last list; or in Chinese why nothing was stored.</returns>
    public Task<(int Added, int Gone, string? Refusal)> StoreAsync(Actor actor, int department, int year, string source, IReadOnlySet<string> codes, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return (0, 0, (string?)"您没有经办的权限。");
        if (codes.Count is 0 or > Most)
            return (0, 0, codes.Count == 0 ? "名单是空的。" : $"一次最多 {Most} 人。");
        var before = await CodesAsync(db, department, year, cancellation).ConfigureAwait(false);
        var (added, gone) = (codes.Where(c => !before.Contains(c)).ToList(), before.Count(c => !codes.Contains(c)));
        if (gone > 0)
        {
            await db.Set<EnrolledPersonRow>().Where(e => e.DepartmentId == department && e.Year == year).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            added = [.. codes];
        }

        db.Add(new EnrolmentListRow { DepartmentId = department, Year = year, Source = source, Count = codes.Count, At = trail.At, Account = trail.Account });
        await Enrolled.AddAsync(db, [.. added.Select(c => new object?[] { department, year, c })], cancellation).ConfigureAwait(false);
        var fresh = codes.Count - before.Count + gone;
        trail.Note(department, (int?)null, "导入参保名单", $"{year} 年 {source}", new TrailChange(null, "参保人数", $"{before.Count}", $"{codes.Count}"), new TrailChange(null, "新增、减少", null, $"{fresh}、{gone}"));
        return (fresh, gone, null);
    }, cancellation);

    /// <summary>Coverage by kind of subject on the day of the policy's list; null before a list of the year was brought in.</summary>
    public async Task<IReadOnlyList<EnrolmentCoverage>?> CoverageAsync(int department, EnrolmentPolicy policy, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(policy);
        await using var db = _writer.Context();
        if (!await db.Set<EnrolmentListRow>().AnyAsync(l => l.DepartmentId == department && l.Year == policy.Year, cancellation).ConfigureAwait(false))
            return null;
        var rows = await (from i in db.Set<AssistanceIdentityRow>().AsNoTracking()
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on i.PersonId equals p.Id
                          where i.DepartmentId == department && i.RemovedIn == null
                          select new { p.Code, Identity = i }).ToListAsync(cancellation).ConfigureAwait(false);
        var persons = rows.GroupBy(r => r.Code, r => AssistanceWords.Identity(r.Identity), StringComparer.Ordinal).Select(g => (g.Key, (IReadOnlyList<Core.Assistance.Persons.Identity>)[.. g]));
        return EnrolmentCheck.Of(policy, persons, await CodesAsync(db, department, policy.Year, cancellation).ConfigureAwait(false));
    }

    /// <summary>Persons by their codes, masked, in the order of the codes.</summary>
    public async Task<IReadOnlyList<AssistedPerson>> ShownAsync(int department, IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Set<AssistancePersonRow>().AsNoTracking().Where(p => p.DepartmentId == department && codes.Contains(p.Code)).OrderBy(p => p.Code).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => PersonDesk.Shown(r, null))];
    }

    private static async Task<HashSet<string>> CodesAsync(OfficeContext db, int department, int year, CancellationToken cancellation) =>
        [.. await db.Set<EnrolledPersonRow>().AsNoTracking().Where(e => e.DepartmentId == department && e.Year == year).Select(e => e.Code).ToListAsync(cancellation).ConfigureAwait(false)];
}
