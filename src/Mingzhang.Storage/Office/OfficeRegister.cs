using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;

namespace Mingzhang.Storage.Office;

/// <summary>Departments, units and roles (部门、单位与任职).</summary>
public sealed class OfficeRegister
{
    private readonly OfficeWriter _writer;

    internal OfficeRegister(OfficeWriter writer) => _writer = writer;

    /// <summary>The account with its roles; null when it is not there or out of use.</summary>
    public async Task<Actor?> ActorAsync(int account, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == account && !u.IsDisabled, cancellation).ConfigureAwait(false) is not { } found)
            return null;
        var rows = await db.Assignments.AsNoTracking().Where(a => a.AccountId == account).ToListAsync(cancellation).ConfigureAwait(false);
        return new Actor(found.Id, found.UserName!, found.FullName, found.MustChangePassword, found.SecurityStamp ?? "", [.. rows.Select(Assignment)]);
    }

    /// <summary>All departments by name.</summary>
    public async Task<IReadOnlyList<Department>> DepartmentsAsync(CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return [.. (await db.Departments.AsNoTracking().OrderBy(d => d.Name).ToListAsync(cancellation).ConfigureAwait(false)).Select(Department)];
    }

    /// <summary>A department; null when there is none.</summary>
    public async Task<Department?> DepartmentAsync(int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Departments.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation).ConfigureAwait(false) is { } row ? Department(row) : null;
    }

    /// <summary>Its units, the department itself first.</summary>
    public async Task<IReadOnlyList<BudgetUnit>> UnitsAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return [.. (await UnitRows(db, department).ToListAsync(cancellation).ConfigureAwait(false)).Select(u => new BudgetUnit(u.Code, u.Name, u.ParentCode, u.Nature))];
    }

    /// <summary>All accounts with their roles.</summary>
    /// <param name="now">This moment, by which a lock is judged.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<AccountInfo>> AccountsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var roles = (await db.Assignments.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(a => a.AccountId);
        var accounts = await db.Users.AsNoTracking().OrderBy(u => u.UserName).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. accounts.Select(u => new AccountInfo(u.Id, u.UserName!, u.FullName, u.IsDisabled, u.LockoutEnd > now, [.. roles[u.Id].Select(Assignment)]))];
    }

    /// <summary>Accounts in use that may do something in a department, by name.</summary>
    public async Task<IReadOnlyList<(string UserName, string FullName)>> HoldersAsync(int department, Act act, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await HoldersAsync(db, department, act, cancellation).ConfigureAwait(false);
    }

    internal static async Task<IReadOnlyList<(string UserName, string FullName)>> HoldersAsync(OfficeContext db, int department, Act act, CancellationToken cancellation)
    {
        var rows = await (from a in db.Assignments.AsNoTracking() join u in db.Users.AsNoTracking() on a.AccountId equals u.Id where a.DepartmentId == department && !u.IsDisabled orderby u.UserName select new { a, u.UserName, u.FullName })
            .ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Where(r => r.a.UnitCode is null && Access.May([Assignment(r.a)], act, department)).Select(r => (r.UserName!, r.FullName)).Distinct()];
    }

    /// <summary>Stores a department; a new one gets a number.</summary>
    /// <returns>Its number, or in Chinese why it was not stored.</returns>
    public Task<(int Id, string? Refusal)> SaveAsync(Actor actor, Department department, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.Departments.AnyAsync(d => d.Name == department.Name && d.Id != department.Id, cancellation).ConfigureAwait(false))
            return (0, (string?)$"已有名为“{department.Name}”的部门。");
        var row = await db.Departments.FirstOrDefaultAsync(d => d.Id == department.Id, cancellation).ConfigureAwait(false);
        var before = row is null ? null : Department(row);
        if (row is null)
            db.Departments.Add(row = new DepartmentRow { Name = department.Name, ShortName = department.ShortName });
        (row.Name, row.ShortName, row.IsDepartment, row.Address, row.Telephone) = (department.Name, department.ShortName, department.IsDepartment, department.Address, department.Telephone);
        var changes = Fields(before).Zip(Fields(department), (old, @new) => new TrailChange(null, @new.Name, old.Value, @new.Value)).Where(c => c.Old != c.New).ToList();
        if (changes.Count > 0)
        {
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            trail.Note(row.Id, null, before is null ? "新建部门" : "修改部门", department.Name, changes);
        }

        return (row.Id, null);
    }, cancellation);

    /// <summary>Stores the units of a department in place of those it had.</summary>
    public Task<int> SaveUnitsAsync(Actor actor, int department, IReadOnlyList<BudgetUnit> units, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var before = await UnitRows(db, department).ToListAsync(cancellation).ConfigureAwait(false);
        if (before.Select(Text).SequenceEqual(units.Select(Text), StringComparer.Ordinal))
            return 0;
        await db.Units.Where(u => u.DepartmentId == department).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        for (var i = 0; i < units.Count; i++)
            db.Units.Add(new OfficeUnitRow { DepartmentId = department, Position = i, Code = units[i].Code, Name = units[i].Name, ParentCode = units[i].ParentCode, Nature = units[i].Nature });
        trail.Note(department, null, "修改单位", "单位", new TrailChange(null, "单位", string.Join('；', before.Select(Text)), string.Join('；', units.Select(Text))));
        return units.Count;
    }, cancellation);

    /// <summary>Makes an account outside the web site (示范账号), with a password for one use.</summary>
    /// <returns>Its number and password, or in Chinese why not.</returns>
    public Task<(int Id, string Password, string? Refusal)> AddAccountAsync(string name, string fullName, CancellationToken cancellation) => _writer.WriteAsync(null, async (db, trail) =>
    {
        if (await db.Users.AnyAsync(u => u.UserName == name, cancellation).ConfigureAwait(false))
            return (0, "", (string?)$"已有账号 {name}。");
        var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), FullName = fullName, MustChangePassword = true, LockoutEnabled = true, SecurityStamp = Guid.NewGuid().ToString("N") };
        var password = OneTimePassword.New();
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, password);
        db.Users.Add(account);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        trail.Note(null, null, "新建账号", name);
        return (account.Id, password, null);
    }, cancellation);

    /// <summary>Gives an account a role.</summary>
    public Task<bool> AssignAsync(Actor? actor, int account, Assignment assignment, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var held = (await db.Assignments.AsNoTracking().Where(a => a.AccountId == account).ToListAsync(cancellation).ConfigureAwait(false)).Select(Assignment);
        if (held.Contains(assignment))
            return false;
        db.Assignments.Add(new AssignmentRow { AccountId = account, DepartmentId = assignment.Department, UnitCode = assignment.UnitCode, Role = assignment.Role.ChineseName() });
        trail.Note(assignment.Department, null, "授予岗位", await NameAsync(db, account, cancellation).ConfigureAwait(false), new TrailChange(null, assignment.UnitCode ?? "全部门", null, assignment.Role.ChineseName()));
        return true;
    }, cancellation);

    /// <summary>Takes a role from an account.</summary>
    /// <returns>False when the account does not hold it, or is the last administrator.</returns>
    public Task<bool> DismissAsync(Actor actor, int account, Assignment assignment, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var word = assignment.Role.ChineseName();
        var row = await db.Assignments.FirstOrDefaultAsync(
            a => a.AccountId == account && a.DepartmentId == assignment.Department && a.UnitCode == assignment.UnitCode && a.Role == word, cancellation).ConfigureAwait(false);
        if (row is null || (assignment.Role == Role.Administrator && !await db.Assignments.AnyAsync(a => a.Role == word && a.AccountId != account, cancellation).ConfigureAwait(false)))
            return false;
        db.Assignments.Remove(row);
        trail.Note(assignment.Department, null, "收回岗位", await NameAsync(db, account, cancellation).ConfigureAwait(false), new TrailChange(null, assignment.UnitCode ?? "全部门", word, null));
        return true;
    }, cancellation);

    /// <summary>Notes what Identity did with an account (new account, password, lock), which it stores itself.</summary>
    public Task<bool> NoteAsync(Actor? actor, string act, string account, CancellationToken cancellation) => _writer.WriteAsync(actor, (_, trail) =>
    {
        trail.Note(null, null, act, account);
        return Task.FromResult(true);
    }, cancellation);

    private static IQueryable<OfficeUnitRow> UnitRows(OfficeContext db, int department) => db.Units.AsNoTracking().Where(u => u.DepartmentId == department).OrderBy(u => u.Position);

    private static async Task<string> NameAsync(OfficeContext db, int account, CancellationToken cancellation) =>
        await db.Users.Where(u => u.Id == account).Select(u => u.UserName).FirstAsync(cancellation).ConfigureAwait(false) ?? "";

    private static Department Department(DepartmentRow r) => new(r.Id, r.Name, r.ShortName, r.IsDepartment, r.Address, r.Telephone);

    private static Assignment Assignment(AssignmentRow r) => new(RoleWords.Parse(r.Role)!.Value, r.DepartmentId, r.UnitCode);

    private static string Text(OfficeUnitRow r) => string.Join(' ', r.Code, r.Name, r.ParentCode, r.Nature);

    private static string Text(BudgetUnit u) => string.Join(' ', u.Code, u.Name, u.ParentCode, u.Nature);

    private static (string Name, string? Value)[] Fields(Department? d) =>
        [("名称", d?.Name), ("简称", d?.ShortName), ("口径", d is null ? null : d.IsDepartment ? "部门" : "单位"), ("地址", d?.Address), ("电话", d?.Telephone)];
}
