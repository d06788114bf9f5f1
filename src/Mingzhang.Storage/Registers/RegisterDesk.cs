using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Registers;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Registers;

/// <summary>Registers that departments define themselves, and their records (自定义台账). Everything that changes stands in the trail.</summary>
public sealed class RegisterDesk
{
    // The trail names so many records of an import; all of them lie in the register with their day and account.
    private const int MostNoted = 200;

    private readonly OfficeWriter _writer;

    internal RegisterDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>The registers of a department by name.</summary>
    public async Task<IReadOnlyList<RegisterInfo>> ListAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Registers.AsNoTracking().Where(r => r.DepartmentId == department)
            .Select(r => new { r, Records = db.RegisterRecords.Count(x => x.RegisterId == r.Id), Last = db.RegisterRecords.Where(x => x.RegisterId == r.Id).Max(x => x.On) }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(x => new RegisterInfo(x.r.Id, department, RegisterJson.Definition(x.r.Definition), x.r.Revision, x.Records, x.Last)).OrderBy(x => x.Id)];
    }

    /// <summary>A register; null when the department has none of the number.</summary>
    public async Task<RegisterInfo?> FindAsync(int department, int id, CancellationToken cancellation) => (await ListAsync(department, cancellation).ConfigureAwait(false)).FirstOrDefault(r => r.Id == id);

    /// <summary>Stores a definition. Fields that are left out are retired: records keep what they say.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="id">Number of the register; 0 for a new one.</param>
    /// <param name="definition">The definition; new fields have the number 0.</param>
    /// <param name="seen">Revision the person saw; 0 for a new one.</param>
    /// <param name="taken">Names that other sources of measures have.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Its number, and in Chinese why nothing was stored.</returns>
    public Task<(int Id, IReadOnlyList<string> Problems)> DefineAsync(
        Actor actor, int department, int id, RegisterDefinition definition, int seen, IReadOnlyCollection<string> taken, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(definition);
        var row = id == 0 ? null : await db.Registers.FirstOrDefaultAsync(r => r.Id == id && r.DepartmentId == department, cancellation).ConfigureAwait(false);
        if (id != 0 && row?.Revision != seen)
            return (id, (IReadOnlyList<string>)["这个台账的定义刚才有人改过：请核对现在的内容，再保存一次。"]);
        var names = await db.Registers.Where(r => r.DepartmentId == department && r.Id != id).Select(r => r.Name).ToListAsync(cancellation).ConfigureAwait(false);
        var faults = definition.Faults([.. taken, .. names]);
        if (faults.Count > 0)
            return (id, faults);
        var old = row is null ? null : RegisterJson.Definition(row.Definition);
        var whole = Numbered(definition, old);
        if (row is null)
            db.Registers.Add(row = new RegisterRow { DepartmentId = department, Name = whole.Name, Definition = RegisterJson.Of(whole), Revision = 1, At = trail.At, Account = trail.Account });
        else if (row.Definition == RegisterJson.Of(whole))
            return (id, []);
        else if (await KeyAnewAsync(db, row.Id, whole, cancellation).ConfigureAwait(false) is { } same)
        {
            db.ChangeTracker.Clear();
            return (id, [same]);
        }

        var before = old is null ? null : row.Definition;
        (row.Name, row.Definition, row.At, row.Account) = (whole.Name, RegisterJson.Of(whole), trail.At, trail.Account);
        if (before is not null)
            row.Revision++;
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        trail.Note(department, (int?)null, before is null ? "建立台账" : "修改台账定义", whole.Name, new TrailChange(row.Id, "定义", before, row.Definition));
        return (row.Id, []);
    }, cancellation);

    /// <summary>The records of a register, the newest day first.</summary>
    public async Task<IReadOnlyList<StoredRecord>> RecordsAsync(int register, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.RegisterRecords.AsNoTracking().Where(r => r.RegisterId == register).OrderByDescending(r => r.On).ThenByDescending(r => r.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(Stored)];
    }

    /// <summary>A record; null when the register has none of the number.</summary>
    public async Task<StoredRecord?> RecordAsync(int register, int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.RegisterRecords.AsNoTracking().FirstOrDefaultAsync(r => r.RegisterId == register && r.Id == id, cancellation).ConfigureAwait(false) is { } row ? Stored(row) : null;
    }

    /// <summary>The register of a record; null when the department has no such record.</summary>
    public async Task<int?> RegisterOfAsync(int department, int record, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.RegisterRecords.Where(r => r.Id == record && db.Registers.Any(x => x.Id == r.RegisterId && x.DepartmentId == department)).Select(r => (int?)r.RegisterId).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Stores a record (登记、修改).</summary>
    /// <param name="actor">Who.</param>
    /// <param name="register">The register.</param>
    /// <param name="id">Number of the record; 0 for a new one.</param>
    /// <param name="entry">Its cells, checked.</param>
    /// <param name="seen">Revision the person saw; 0 for a new one.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Its number, and in Chinese why nothing was stored; null when it was.</returns>
    public Task<(int Id, string? Problem)> SaveAsync(Actor actor, RegisterInfo register, int id, RegisterEntry entry, int seen, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(entry);
        var row = id == 0 ? null : await db.RegisterRecords.FirstOrDefaultAsync(r => r.Id == id && r.RegisterId == register.Id, cancellation).ConfigureAwait(false);
        if (id != 0 && row?.Revision != seen)
            return (id, "这条记录刚才有人改过：请核对现在的内容，再保存一次。");
        var digest = Digest(entry.KeyOf(register.Definition));
        if (await db.RegisterRecords.AnyAsync(r => r.RegisterId == register.Id && r.KeyDigest == digest && r.Id != id, cancellation).ConfigureAwait(false))
            return (id, $"已经有这一条了（{entry.KeyWords(register.Definition)}）：{(register.Definition.Key.Count > 0 ? $"{string.Join('、', register.Definition.Key.Select(k => k.Name))}不能重复" : "内容完全相同")}。");
        var old = row is null ? null : RegisterJson.Entry(row.Cells);
        if (row is null)
            db.RegisterRecords.Add(row = New(register, digest, entry, trail));
        else if (RegisterIntake.Same(old!, Kept(old!, entry, register.Definition)))
            return (id, null);
        else
            Change(row, register.Definition, digest, Kept(old!, entry, register.Definition), trail);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        trail.Note(register.Department, (int?)null, old is null ? "台账登记" : "台账修改", register.Definition.Name, [.. Changes(row.Id, register.Definition, old, RegisterJson.Entry(row.Cells))]);
        return (row.Id, (string?)null);
    }, cancellation);

    /// <summary>Removes a record (删去); what it said stays in the trail.</summary>
    /// <returns>In Chinese why it was not removed; null when it was.</returns>
    public Task<string?> RemoveAsync(Actor actor, RegisterInfo register, int id, string? reason, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(register);
        if (string.IsNullOrWhiteSpace(reason))
            return "删去要写明原因。";
        if (await db.RegisterRecords.FirstOrDefaultAsync(r => r.Id == id && r.RegisterId == register.Id, cancellation).ConfigureAwait(false) is not { } row)
            return "这条记录已经没有了。";
        db.RegisterRecords.Remove(row);
        trail.Note(
            register.Department, (int?)null, "台账删去", register.Definition.Name,
            [.. Changes(id, register.Definition, RegisterJson.Entry(row.Cells), new RegisterEntry(null, new Dictionary<string, string>())), new TrailChange(id, "原因", null, reason.Trim())]);
        return null;
    }, cancellation);

    /// <summary>Brings in the rows of a sheet, all or none (导入): what is there already is not booked twice.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="register">The register.</param>
    /// <param name="source">File.</param>
    /// <param name="entries">Checked rows.</param>
    /// <param name="updates">Whether a row with the key of a record changes it; otherwise it is a mistake.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<RegisterImport> ImportAsync(Actor actor, RegisterInfo register, string source, IReadOnlyList<RegisterEntry> entries, bool updates, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(entries);
        var definition = register.Definition;
        var rows = await db.RegisterRecords.Where(r => r.RegisterId == register.Id).ToDictionaryAsync(r => r.KeyDigest, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        var (added, updated, known) = (0, 0, 0);
        var mistakes = new List<RegisterMistake>();
        var noted = new List<TrailChange>();
        foreach (var entry in entries)
        {
            var digest = Digest(entry.KeyOf(definition));
            if (!rows.TryGetValue(digest, out var row))
            {
                db.RegisterRecords.Add(rows[digest] = New(register, digest, entry, trail));
                noted.Add(new TrailChange(null, "新增", null, RegisterJson.Of(entry)));
                added++;
                continue;
            }

            var old = RegisterJson.Entry(row.Cells);
            var kept = Kept(old, entry, definition);
            if (RegisterIntake.Same(old, kept))
                known++;
            else if (!updates)
                mistakes.Add(new RegisterMistake(entry.Row, null, $"台账里已有这一条（{entry.KeyWords(definition)}），内容不同（{string.Join('、', Changes(row.Id, definition, old, kept).Select(c => c.Field))}）：要改的请勾选“更新已有的记录”，不改的请从表里删去。"));
            else
            {
                noted.AddRange(Changes(row.Id, definition, old, kept));
                Change(row, definition, digest, kept, trail);
                updated++;
            }
        }

        if (mistakes.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new RegisterImport(0, 0, 0, mistakes);
        }

        if (added + updated > 0)
            trail.Note(register.Department, (int?)null, "台账导入", definition.Name, [new TrailChange(null, "文件", null, $"{source}：新增 {added} 条，更新 {updated} 条，已有 {known} 条"), .. noted.Take(MostNoted)]);
        return new RegisterImport(added, updated, known, []);
    }, cancellation);

    // Fields keep their numbers; what is left out of a definition is retired, not forgotten.
    private static RegisterDefinition Numbered(RegisterDefinition definition, RegisterDefinition? old)
    {
        var next = (old?.Fields ?? []).Concat(definition.Fields).Select(f => f.Id).DefaultIfEmpty(0).Max();
        var fields = definition.Active.Select(f => f.Id > 0 && old?.Fields.Any(o => o.Id == f.Id) == true ? f : f with { Id = ++next }).ToList();
        var retired = (old?.Fields ?? []).Where(o => fields.TrueForAll(f => f.Id != o.Id)).Select(o => o with { IsRetired = true, IsKey = false });
        return definition with { Fields = [.. fields, .. retired] };
    }

    private static async Task<string?> KeyAnewAsync(OfficeContext db, int register, RegisterDefinition definition, CancellationToken cancellation)
    {
        var seen = new Dictionary<string, RegisterEntry>(StringComparer.Ordinal);
        foreach (var row in await db.RegisterRecords.Where(r => r.RegisterId == register).ToListAsync(cancellation).ConfigureAwait(false))
        {
            var entry = RegisterJson.Entry(row.Cells);
            var digest = Digest(entry.KeyOf(definition));
            if (!seen.TryAdd(digest, entry))
                return $"照这个定义，有两条记录会成为同一条（{entry.KeyWords(definition)}）：请先改好记录，或另选唯一的栏。";
            (row.KeyDigest, row.On) = (digest, On(definition, entry));
        }

        return null;
    }

    // What retired fields say stays with the record.
    private static RegisterEntry Kept(RegisterEntry old, RegisterEntry entry, RegisterDefinition definition)
    {
        var cells = old.Cells.Where(c => definition.Active.All(f => f.Slot != c.Key)).Concat(entry.Cells).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);
        return new RegisterEntry(entry.Row, cells);
    }

    private static IEnumerable<TrailChange> Changes(int id, RegisterDefinition definition, RegisterEntry? old, RegisterEntry entry) => definition.Fields
        .Where(f => (old?[f] ?? "") != entry[f]).Select(f => new TrailChange(id, f.Name, old is null || old[f].Length == 0 ? null : old[f], entry[f].Length == 0 ? null : entry[f]));

    private static RegisterRecordRow New(RegisterInfo register, string digest, RegisterEntry entry, TrailBook trail) => new()
    {
        RegisterId = register.Id,
        KeyDigest = digest,
        On = On(register.Definition, entry),
        Cells = RegisterJson.Of(entry),
        Revision = 1,
        At = trail.At,
        Account = trail.Account,
    };

    private static void Change(RegisterRecordRow row, RegisterDefinition definition, string digest, RegisterEntry entry, TrailBook trail)
    {
        (row.KeyDigest, row.On, row.Cells, row.At, row.Account) = (digest, On(definition, entry), RegisterJson.Of(entry), trail.At, trail.Account);
        row.Revision++;
    }

    private static string? On(RegisterDefinition definition, RegisterEntry entry) => definition.Day is { } day && RegisterCell.Measured(day, entry[day]).Date is { } date ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static StoredRecord Stored(RegisterRecordRow row) => new(row.Id, RegisterJson.Entry(row.Cells), row.Revision, row.At, row.Account);

    private static string Digest(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
