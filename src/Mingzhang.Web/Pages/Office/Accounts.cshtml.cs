using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Accounts and their roles (账号与岗位).</summary>
[Requires(Act.Manage)]
internal sealed class AccountsModel(CurrentActor current, AccountService accounts, OfficeDesk desk, TimeProvider clock) : WorkbenchPage(current)
{
    private IReadOnlyList<Department> _departments = [];

    public IReadOnlyList<AccountInfo> All { get; private set; } = [];

    /// <summary>Where a role may be held: value of the choice and its words.</summary>
    public IReadOnlyList<(string Value, string Words)> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title("账号与岗位");
        All = await desk.Register.AccountsAsync(clock.GetUtcNow(), cancellation).ConfigureAwait(false);
        _departments = await desk.Register.DepartmentsAsync(cancellation).ConfigureAwait(false);
        var places = new List<(string, string)>();
        foreach (var department in _departments)
        {
            places.Add(($"{department.Id}/", department.ShortName));
            foreach (var unit in (await desk.Register.UnitsAsync(department.Id, cancellation).ConfigureAwait(false)).Skip(1))
                places.Add(($"{department.Id}/{unit.Code}", $"{department.ShortName} › {unit.Name}"));
        }

        places.Add(("/", "全系统（仅管理员）"));
        Places = places;
    }

    /// <summary>A role in words.</summary>
    public string Words(Assignment held)
    {
        var department = _departments.FirstOrDefault(d => d.Id == held.Department)?.ShortName;
        return string.Join(' ', new[] { department, held.UnitCode, held.Role.ChineseName() }.Where(w => w is not null));
    }

    public async Task<IActionResult> OnPostCreateAsync(string? name, string? fullName, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(name) || string.IsNullOrWhiteSpace(fullName))
            Problems = ["账号和姓名都要填。"];
        else
        {
            var (_, password, problems) = await accounts.CreateAsync(Actor, name.Trim(), fullName.Trim(), cancellation).ConfigureAwait(false);
            Problems = problems;
            if (password is not null)
                Done = $"已建立账号 {name.Trim()}，一次性密码 {password}，请当面交给本人；只显示这一次。";
        }

        await OnGetAsync(cancellation).ConfigureAwait(false);
        return Page();
    }

    public async Task<IActionResult> OnPostAssignAsync(int account, string? place, string? role, CancellationToken cancellation)
    {
        var parts = (place ?? "").Split('/', 2);
        if (RoleWords.Parse(role) is not { } known || parts.Length != 2)
            return BadRequest();
        int? department = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        if ((known == Role.Administrator) != (department is null))
            Problems = [known == Role.Administrator ? "管理员管全系统，请选“全系统”。" : "请选这个岗位所在的部门或单位。"];
        else if (await desk.Register.AssignAsync(Actor, account, new Assignment(known, department, parts[1].Length == 0 ? null : parts[1]), cancellation).ConfigureAwait(false))
            Done = "已授予。";
        else
            Problems = ["已经有这个岗位。"];
        await OnGetAsync(cancellation).ConfigureAwait(false);
        return Page();
    }

    public async Task<IActionResult> OnPostDismissAsync(int account, string? role, int? where, string? unit, CancellationToken cancellation)
    {
        if (RoleWords.Parse(role) is not { } known)
            return BadRequest();
        if (await desk.Register.DismissAsync(Actor, account, new Assignment(known, where, string.IsNullOrEmpty(unit) ? null : unit), cancellation).ConfigureAwait(false))
            Done = "已收回。";
        else
            Problems = ["没有收回：账号没有这个岗位，或者它是最后一个管理员。"];
        if (!Core.Office.Access.May((await desk.Register.ActorAsync(Actor.Id, cancellation).ConfigureAwait(false))!.Assignments, Act.Manage, null))
            return LocalRedirect("/office");
        await OnGetAsync(cancellation).ConfigureAwait(false);
        return Page();
    }

    public async Task<IActionResult> OnPostResetAsync(int account, CancellationToken cancellation)
    {
        if (await accounts.ResetAsync(Actor, account, cancellation).ConfigureAwait(false) is { } password)
            Done = $"新的一次性密码是 {password}，请当面交给本人；只显示这一次。";
        await OnGetAsync(cancellation).ConfigureAwait(false);
        return Page();
    }

    public async Task<IActionResult> OnPostDisableAsync(int account, bool off, CancellationToken cancellation)
    {
        await accounts.DisableAsync(Actor, account, off, cancellation).ConfigureAwait(false);
        Done = off ? "已停用。" : "已启用。";
        await OnGetAsync(cancellation).ConfigureAwait(false);
        return Page();
    }
}
