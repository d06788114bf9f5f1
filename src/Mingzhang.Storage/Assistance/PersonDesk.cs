using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Privacy;

namespace Mingzhang.Storage.Assistance;

/// <summary>Persons and their identities (救助对象与身份).</summary>
public sealed class PersonDesk
{
    /// <summary>Fields that are sealed.</summary>
    internal const string NameField = "救助对象.姓名", NumberField = "救助对象.证件号码", AccountField = "救助对象.银行账号";

    private const int Step = 500;

    private static readonly BulkInsert Persons = new("AssistancePersons", "DepartmentId", "Code", "NameShown", "NumberShown", "AccountShown", "Bank");

    private static readonly BulkInsert Identities = new("AssistanceIdentities", "DepartmentId", "PersonId", "Subject", "FromDay", "ToDay", "RecognisedOn", "AddedIn");

    private readonly OfficeWriter _writer;
    private readonly PrivacyDesk _privacy;

    internal PersonDesk(OfficeWriter writer, PrivacyDesk privacy) => (_writer, _privacy) = (writer, privacy);

    /// <summary>Finds persons by the beginning of their code, or by the whole of identity number or name.</summary>
    /// <param name="department">Number of the department.</param>
    /// <param name="text">What is looked for; empty for the first ones.</param>
    /// <param name="day">Day whose identities are told.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The persons; or in Chinese why nobody can be looked up.</returns>
    public async Task<(IReadOnlyList<AssistedPerson> Persons, string? Problem)> SearchAsync(int department, string? text, DateOnly day, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var query = db.Set<AssistancePersonRow>().AsNoTracking().Where(p => p.DepartmentId == department);
        if (text?.Trim() is { Length: > 0 } wanted)
        {
            // Before anything is sealed there is nothing to find by it, and no key is made for a search.
            var sealedAny = await query.AnyAsync(p => p.NumberDigest != null || p.NameDigest != null, cancellation).ConfigureAwait(false);
            var (vault, problem) = sealedAny ? await _privacy.OpenAsync(cancellation).ConfigureAwait(false) : (null, null);
            if (sealedAny && vault is null)
                return ([], problem);
            var (numbers, names) = (vault?.Digests(NumberField, Plain(wanted)) ?? [], vault?.Digests(NameField, wanted) ?? []);
            query = query.Where(p => p.Code.StartsWith(wanted) || (p.NumberDigest != null && numbers.Contains(p.NumberDigest)) || (p.NameDigest != null && names.Contains(p.NameDigest)));
        }

        var rows = await query.OrderBy(p => p.Code).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        var subjects = await SubjectsAsync(db, [.. rows.Select(r => r.Id)], day, cancellation).ConfigureAwait(false);
        return ([.. rows.Select(r => Shown(r, subjects))], null);
    }

    /// <summary>Number of persons.</summary>
    public async Task<int> CountAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Set<AssistancePersonRow>().CountAsync(p => p.DepartmentId == department, cancellation).ConfigureAwait(false);
    }

    /// <summary>What a list changes in what is known; nothing is stored.</summary>
    /// <param name="department">Number of the department.</param>
    /// <param name="list">The list.</param>
    /// <param name="day">Day of the list (名单日期).</param>
    /// <param name="isWhole">Whether who is not on it, of the kinds it names, has ended.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ListDifference> CompareAsync(int department, IReadOnlyList<ListedIdentity> list, DateOnly day, bool isWhole, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return (await CompareAsync(db, department, list, day, isWhole, cancellation).ConfigureAwait(false)).Difference;
    }

    /// <summary>Stores a list (导入名单): what it says anew, what has ended, and particulars.</summary>
    /// <returns>What it changed; or in Chinese why nothing was stored.</returns>
    public async Task<(ListDifference? Difference, string? Refusal)> StoreAsync(
        Actor actor, int department, string source, IReadOnlyList<ListedIdentity> list, IReadOnlyList<Particulars> particulars, DateOnly day, bool isWhole, CancellationToken cancellation)
    {
        var known = particulars.Where(p => p.Name is not null || p.Number is not null || p.Account is not null || p.Bank is not null).ToList();
        var (vault, problem) = known.Count > 0 ? await _privacy.OpenAsync(cancellation).ConfigureAwait(false) : (null, null);
        if (problem is not null)
            return (null, problem);
        return await _writer.WriteAsync(actor, async (db, trail) =>
        {
            var (difference, replaced) = await CompareAsync(db, department, list, day, isWhole, cancellation).ConfigureAwait(false);
            var ids = await EnsureAsync(db, department, [.. list.Select(l => l.Person), .. difference.Ended.Select(e => e.Person), .. known.Select(k => k.Code)], cancellation).ConfigureAwait(false);
            var changed = vault is null ? 0 : await ParticularsAsync(db, vault, ids, known, cancellation).ConfigureAwait(false);
            if (difference.IsNone && changed == 0)
            {
                // Persons without any identity may still be new; they are noted with the list that named them.
                trail.Note(department, (int?)null, "导入名单", source, new TrailChange(null, "名单", null, $"没有变化，{difference.Unchanged} 条"));
                return (difference, (string?)null);
            }

            var batch = await BatchAsync(db, trail, department, "名单", source, list.Count, cancellation).ConfigureAwait(false);
            foreach (var some in replaced.Chunk(Step))
                await db.Set<AssistanceIdentityRow>().Where(i => some.Contains(i.Id)).ExecuteUpdateAsync(s => s.SetProperty(i => i.RemovedIn, batch), cancellation).ConfigureAwait(false);
            IEnumerable<ListedIdentity> added = [.. difference.Added, .. difference.Ended.Concat(difference.Changed).Select(c => new ListedIdentity(c.Person, c.After))];
            await Identities.AddAsync(db, [.. added.Select(a => Row(department, ids[a.Person], a.Identity, batch))], cancellation).ConfigureAwait(false);
            trail.Note(
                department, (int?)null, "导入名单", source,
                new TrailChange(batch, "新增", null, $"{difference.Added.Count}"), new TrailChange(batch, "退出", null, $"{difference.Ended.Count}"),
                new TrailChange(batch, "变更", null, $"{difference.Changed.Count}"), new TrailChange(batch, "个人资料", null, $"{changed}"));
            return (difference, null);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Shows name, identity number and account in full; logged and limited.</summary>
    public Task<Revealed> RevealAsync(Actor actor, int department, string code, string reason, CancellationToken cancellation) => RevealAsync(actor, department, code, reason, ["姓名", "证件号码", "银行账号"], cancellation);

    /// <summary>Shows some of name, identity number and account in full; logged and limited. What is not known is not shown, and nothing is logged for nothing.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="code">人员编号.</param>
    /// <param name="reason">Why.</param>
    /// <param name="labels">姓名, 证件号码 or 银行账号.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Revealed> RevealAsync(Actor actor, int department, string code, string reason, IReadOnlyCollection<string> labels, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        if (await db.Set<AssistancePersonRow>().AsNoTracking().FirstOrDefaultAsync(p => p.DepartmentId == department && p.Code == code, cancellation).ConfigureAwait(false) is not { } row)
            return new Revealed(new Dictionary<string, string>(), "没有这个人。");
        SealedText?[] wanted = [Wanted("姓名", NameField, row.NameSealed), Wanted("证件号码", NumberField, row.NumberSealed), Wanted("银行账号", AccountField, row.AccountSealed)];
        var shown = wanted.OfType<SealedText>().Where(w => labels.Contains(w.Label)).ToList();
        return shown.Count == 0 && labels.Count == 1
            ? new Revealed(new Dictionary<string, string>(), null)
            : await _privacy.RevealAsync(actor, department, $"救助对象 {code}", reason, shown, cancellation).ConfigureAwait(false);
    }

    internal static async Task<int> BatchAsync(OfficeContext db, TrailBook trail, int department, string kind, string source, int count, CancellationToken cancellation)
    {
        var row = new AssistanceBatchRow { DepartmentId = department, Kind = kind, Source = source, Count = count, At = trail.At, Account = trail.Account };
        db.Add(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        return row.Id;
    }

    /// <summary>Numbers of persons by code; who is not known is added.</summary>
    internal static async Task<Dictionary<string, int>> EnsureAsync(OfficeContext db, int department, IEnumerable<string> codes, CancellationToken cancellation)
    {
        var wanted = codes.Distinct(StringComparer.Ordinal).ToList();
        var ids = await IdsAsync(db, department, wanted, cancellation).ConfigureAwait(false);
        var missing = wanted.Where(c => !ids.ContainsKey(c)).ToList();
        await Persons.AddAsync(db, [.. missing.Select(c => new object?[] { department, c, "", "", "", "" })], cancellation).ConfigureAwait(false);
        foreach (var (code, id) in await IdsAsync(db, department, missing, cancellation).ConfigureAwait(false))
            ids[code] = id;
        return ids;
    }

    internal static AssistedPerson Shown(AssistancePersonRow r, ILookup<int, string>? subjects) =>
        new(r.Id, r.Code, r.NameShown, r.NumberShown, r.AccountShown, r.Bank, subjects is null ? [] : [.. subjects[r.Id].Distinct(StringComparer.Ordinal)]);

    internal static async Task<ILookup<int, string>> SubjectsAsync(OfficeContext db, IReadOnlyCollection<int> persons, DateOnly day, CancellationToken cancellation)
    {
        var (text, found) = (AssistanceWords.Day(day), new List<(int Person, string Subject)>());
        foreach (var some in persons.Chunk(Step))
        {
            var rows = await db.Set<AssistanceIdentityRow>().AsNoTracking()
                .Where(i => some.Contains(i.PersonId) && i.RemovedIn == null && i.FromDay.CompareTo(text) <= 0 && (i.ToDay == null || i.ToDay.CompareTo(text) >= 0))
                .Select(i => new { i.PersonId, i.Subject }).ToListAsync(cancellation).ConfigureAwait(false);
            found.AddRange(rows.Select(r => (r.PersonId, r.Subject)));
        }

        return found.ToLookup(f => f.Person, f => f.Subject);
    }

    private static async Task<Dictionary<string, int>> IdsAsync(OfficeContext db, int department, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        var ids = new Dictionary<string, int>(codes.Count, StringComparer.Ordinal);
        foreach (var some in codes.Chunk(Step))
        {
            foreach (var row in await db.Set<AssistancePersonRow>().AsNoTracking().Where(p => p.DepartmentId == department && some.Contains(p.Code)).Select(p => new { p.Code, p.Id }).ToListAsync(cancellation).ConfigureAwait(false))
                ids[row.Code] = row.Id;
        }

        return ids;
    }

    private static async Task<(ListDifference Difference, List<int> Replaced)> CompareAsync(
        OfficeContext db, int department, IReadOnlyList<ListedIdentity> list, DateOnly day, bool isWhole, CancellationToken cancellation)
    {
        var subjects = list.Select(l => l.Identity.Subject).Distinct(StringComparer.Ordinal).ToList();
        var rows = await (from i in db.Set<AssistanceIdentityRow>().AsNoTracking()
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on i.PersonId equals p.Id
                          where i.DepartmentId == department && i.RemovedIn == null && subjects.Contains(i.Subject)
                          orderby i.Id
                          select new { i, p.Code }).ToListAsync(cancellation).ConfigureAwait(false);
        var known = rows.ToLookup(r => (r.Code, r.i.Subject), r => (r.i.Id, Identity: AssistanceWords.Identity(r.i)));
        var (added, changed, ended, replaced, seen, same) = (new List<ListedIdentity>(), new List<ChangedIdentity>(), new List<ChangedIdentity>(), new List<int>(), new HashSet<int>(), 0);
        foreach (var each in list.Distinct())
        {
            var theirs = known[(each.Person, each.Identity.Subject)].ToList();
            // The day of recognition is when it first was known here: a later list does not change it.
            if (theirs.FindIndex(t => t.Identity.From == each.Identity.From && t.Identity.To == each.Identity.To) is >= 0 and var at)
            {
                same++;
                seen.Add(theirs[at].Id);
            }
            else if (theirs.FindIndex(t => !seen.Contains(t.Id) && (t.Identity.From == each.Identity.From || t.Identity.HoldsBetween(each.Identity.From, each.Identity.From))) is >= 0 and var other)
            {
                seen.Add(theirs[other].Id);
                replaced.Add(theirs[other].Id);
                changed.Add(new ChangedIdentity(each.Person, theirs[other].Identity, each.Identity with { RecognisedOn = theirs[other].Identity.RecognisedOn }));
            }
            else
                added.Add(each);
        }

        foreach (var row in rows.Where(r => isWhole && !seen.Contains(r.i.Id)))
        {
            var identity = AssistanceWords.Identity(row.i);
            if (identity.From >= day || !identity.HoldsBetween(day, day))
                continue;
            replaced.Add(row.i.Id);
            ended.Add(new ChangedIdentity(row.Code, identity, identity with { To = day.AddDays(-1) }));
        }

        return (new ListDifference(added, ended, changed, same), replaced);
    }

    private static async Task<int> ParticularsAsync(OfficeContext db, Vault vault, Dictionary<string, int> ids, List<Particulars> known, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var some in known.Chunk(Step))
        {
            var wanted = some.Select(s => ids[s.Code]).ToList();
            var rows = await db.Set<AssistancePersonRow>().Where(p => wanted.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellation).ConfigureAwait(false);
            var put = some.Where(each => Put(vault, rows[ids[each.Code]], each)).ToList();
            count += put.Count;
            var righted = put.Where(p => p.Account is { Length: > 0 } || p.Name is { Length: > 0 } || p.Bank is { Length: > 0 }).Select(p => ids[p.Code]).ToList();
            if (righted.Count > 0)
                await PaymentDesk.CorrectedAsync(db, db.Set<AssistancePayableRow>().Where(p => righted.Contains(p.PersonId) && p.Institution == null), cancellation).ConfigureAwait(false);
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            db.ChangeTracker.Clear();
        }

        return count;
    }

    private static bool Put(Vault vault, AssistancePersonRow row, Particulars said)
    {
        var changed = false;
        if (said.Name is { Length: > 0 } name && !IsSame(vault, NameField, row.NameSealed, name))
            (row.NameSealed, row.NameDigest, row.NameShown, changed) = (vault.Seal(NameField, name), vault.Digest(NameField, name), Masks.Name(name), true);
        if (said.Number is { Length: > 0 } number && !IsSame(vault, NumberField, row.NumberSealed, Plain(number)))
            (row.NumberSealed, row.NumberDigest, row.NumberShown, changed) = (vault.Seal(NumberField, Plain(number)), vault.Digest(NumberField, Plain(number)), Masks.IdNumber(Plain(number)), true);
        if (said.Account is { Length: > 0 } account && !IsSame(vault, AccountField, row.AccountSealed, Plain(account)))
            (row.AccountSealed, row.AccountShown, changed) = (vault.Seal(AccountField, Plain(account)), Masks.Account(Plain(account)), true);
        if (said.Bank is { Length: > 0 } bank && bank != row.Bank)
            (row.Bank, changed) = (bank, true);
        return changed;
    }

    private static bool IsSame(Vault vault, string field, string? sealedText, string text) => sealedText is not null && vault.Open(field, sealedText).Text == text;

    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static SealedText? Wanted(string label, string field, string? sealedText) => sealedText is null ? null : new SealedText(label, field, sealedText);

    private static object?[] Row(int department, int person, Identity i, int batch) =>
        [department, person, i.Subject, AssistanceWords.Day(i.From), i.To is { } to ? AssistanceWords.Day(to) : null, AssistanceWords.Day(i.RecognisedOn), batch];
}
