using Microsoft.EntityFrameworkCore;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Reviews;

/// <summary>Rule files that departments keep for themselves (本单位规则). What is stored has been checked; every change is in the trail.</summary>
public sealed class OfficeRuleDesk
{
    private readonly OfficeWriter _writer;

    internal OfficeRuleDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>The files of a department, by name.</summary>
    public async Task<IReadOnlyList<OfficeRule>> OfAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.OfficeRules.AsNoTracking().Where(r => r.DepartmentId == department).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.OrderBy(r => r.Name, StringComparer.Ordinal).Select(r => new OfficeRule(r.Id, r.Name, r.Content, r.IsOn, r.At, r.Account))];
    }

    /// <summary>Stores a file.</summary>
    /// <returns>In Chinese why not; null when it is stored.</returns>
    public Task<string?> SaveAsync(Actor actor, int department, OfficeRule rule, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (await db.OfficeRules.AnyAsync(r => r.DepartmentId == department && r.Name == rule.Name && r.Id != rule.Id, cancellation).ConfigureAwait(false))
            return $"已经有叫“{rule.Name}”的规则文件，请换一个名字。";
        var row = rule.Id == 0 ? null : await db.OfficeRules.FirstOrDefaultAsync(r => r.Id == rule.Id && r.DepartmentId == department, cancellation).ConfigureAwait(false);
        if (row is null && rule.Id != 0)
            return "这个规则文件已经删除。";
        var old = row is null ? null : Words(row);
        row ??= db.OfficeRules.Add(new OfficeRuleRow { DepartmentId = department, Name = rule.Name, Content = "", At = trail.At, Account = trail.Account }).Entity;
        (row.Name, row.Content, row.IsOn) = (rule.Name, rule.Content, rule.IsOn);
        if (old == Words(row))
            return null;
        (row.At, row.Account) = (trail.At, trail.Account);
        trail.Note(department, (int?)null, "修改规则", rule.Name, new TrailChange(null, "内容", old, Words(row)));
        return (string?)null;
    }, cancellation);

    /// <summary>Deletes a file; the trail keeps what it said.</summary>
    public Task<bool> RemoveAsync(Actor actor, int department, int id, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.OfficeRules.FirstOrDefaultAsync(r => r.Id == id && r.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row)
            return false;
        db.OfficeRules.Remove(row);
        trail.Note(department, (int?)null, "删除规则", row.Name, new TrailChange(null, "内容", Words(row), null));
        return true;
    }, cancellation);

    private static string Words(OfficeRuleRow row) => $"{(row.IsOn ? "启用" : "停用")}\n{row.Content}";
}
