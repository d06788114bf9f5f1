using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Assistance;

/// <summary>A person's file with the numbers of its rows (个人档案).</summary>
/// <param name="PersonId">Number of the person.</param>
/// <param name="File">What the calculation goes by.</param>
/// <param name="Rows">Settlements by 结算编号.</param>
/// <param name="HospitalFen">What of each settlement's grants goes to the hospital so far, by number of the settlement.</param>
internal sealed record StoredFile(int PersonId, PersonFile File, IReadOnlyDictionary<string, SettlementKey> Rows, IReadOnlyDictionary<int, long> HospitalFen);

/// <summary>What of a settlement's row the calculation does not look at.</summary>
internal readonly record struct SettlementKey(int Id, long DeductedFen);

/// <summary>Puts the files of persons together, so many at a time, so that a district of any size takes the same memory.</summary>
internal static class PersonFiles
{
    /// <summary>State of an application whose bill takes no part any more.</summary>
    public const string NotGranted = "不予救助";

    /// <summary>State of a decision that the reviewer sent back: as if it had not been made.</summary>
    public const string SentBack = "退回";

    /// <summary>The file of one person; null when no bill of theirs is known.</summary>
    public static StoredFile? One(OfficeContext db, int department, int person, int? until) => Load(db, department, person, person, until) is [var file, ..] ? file : null;

    /// <summary>Files of persons whose numbers lie between two, both inclusive.</summary>
    /// <param name="db">The database.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="first">First person.</param>
    /// <param name="last">Last person.</param>
    /// <param name="until">Only what was known at this batch; null for all.</param>
    public static IReadOnlyList<StoredFile> Load(OfficeContext db, int department, int first, int last, int? until)
    {
        var most = until ?? int.MaxValue;
        var gone = db.Set<AssistanceApplicationRow>().AsNoTracking().Where(a => a.DepartmentId == department && a.PersonId >= first && a.PersonId <= last && a.State == NotGranted).Select(a => a.SettlementId).ToHashSet();
        var settlements = db.Set<AssistanceSettlementRow>().AsNoTracking().Where(s => s.DepartmentId == department && s.PersonId >= first && s.PersonId <= last && s.AddedIn <= most).ToList()
            .Where(s => !gone.Contains(s.Id)).ToLookup(s => s.PersonId);
        var identities = db.Set<AssistanceIdentityRow>().AsNoTracking()
            .Where(i => i.DepartmentId == department && i.PersonId >= first && i.PersonId <= last && i.AddedIn <= most && (i.RemovedIn == null || i.RemovedIn > most)).OrderBy(i => i.Id).ToList()
            .ToLookup(i => i.PersonId, AssistanceWords.Identity);
        var released = (from r in db.Set<AssistanceReleaseRow>().AsNoTracking()
                        join s in db.Set<AssistanceSettlementRow>().AsNoTracking() on r.SettlementId equals s.Id
                        where s.DepartmentId == department && s.PersonId >= first && s.PersonId <= last && r.AddedIn <= most
                        select s.Number).ToHashSet();
        var decisions = db.Set<AssistanceDecisionRow>().AsNoTracking()
            .Where(d => d.DepartmentId == department && d.PersonId >= first && d.PersonId <= last && d.State != SentBack && (until == null || d.MadeIn < until)).OrderBy(d => d.Id)
            .Select(d => new { d.PersonId, d.SettlementId, d.Policy, d.Subject, d.EligibleFen, d.AmountFen, d.HospitalFen }).ToList().ToLookup(d => d.PersonId);
        var files = new List<StoredFile>();
        foreach (var theirs in settlements.OrderBy(s => s.Key))
        {
            var rows = theirs.ToDictionary(s => s.Number, s => new SettlementKey(s.Id, s.DeductedFen), StringComparer.Ordinal);
            var numbers = theirs.ToDictionary(s => s.Id, s => s.Number);
            var granted = decisions[theirs.Key].GroupBy(d => d.SettlementId).Where(g => numbers.ContainsKey(g.Key)).ToList();
            var bookings = granted.Select(g => new Booking(numbers[g.Key], g.Last().Policy, g.Last().Subject, AssistanceWords.Yuan(g.Last().EligibleFen), AssistanceWords.Yuan(g.Sum(d => d.AmountFen)))).ToList();
            var file = new PersonFile($"{theirs.Key}", [.. identities[theirs.Key]], [.. theirs.Select(AssistanceWords.Settlement)], bookings) { Released = released };
            files.Add(new StoredFile(theirs.Key, file, rows, granted.ToDictionary(g => g.Key, g => g.Sum(d => d.HospitalFen))));
        }

        return files;
    }
}
