using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Access;

/// <summary>Signing in, passwords and new accounts (登录与账号), by ASP.NET Core Identity; each of them leaves an entry in the trail.</summary>
internal sealed class AccountService(UserManager<Account> users, SignInManager<Account> signIn, OfficeDesk desk, IHttpContextAccessor accessor)
{
    /// <summary>Name of the first administrator.</summary>
    public const string First = "admin";

    /// <summary>Signs in.</summary>
    /// <returns>In Chinese why not; null when it worked.</returns>
    public async Task<string?> SignInAsync(string name, string password, CancellationToken cancellation)
    {
        if (await users.FindByNameAsync(name).ConfigureAwait(false) is not { IsDisabled: false } account)
        {
            // As long as for an account that exists: the answer must not tell which do.
            users.PasswordHasher.HashPassword(new Account(), password);
            return "账号或密码不对。";
        }

        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true).ConfigureAwait(false);
        if (result.IsLockedOut)
        {
            await desk.Register.NoteAsync(null, "账号锁定", name, cancellation).ConfigureAwait(false);
            return "密码错误次数太多，账号已锁定十分钟；也可以请管理员解锁。";
        }

        if (!result.Succeeded)
            return "账号或密码不对。";
        await IssueAsync(account).ConfigureAwait(false);
        await desk.Register.NoteAsync(await desk.Register.ActorAsync(account.Id, cancellation).ConfigureAwait(false), "登录", name, cancellation).ConfigureAwait(false);
        return null;
    }

    /// <summary>Signs out.</summary>
    public Task SignOutAsync() => accessor.HttpContext!.SignOutAsync(IdentityConstants.ApplicationScheme);

    /// <summary>Changes one's own password; all other sessions end.</summary>
    /// <returns>What is wrong; empty when it worked.</returns>
    public async Task<IReadOnlyList<string>> ChangePasswordAsync(Actor actor, string old, string password, CancellationToken cancellation)
    {
        var account = (await users.FindByIdAsync(Text(actor.Id)).ConfigureAwait(false))!;
        if (old == password)
            return ["新密码不能和原密码相同。"];
        account.MustChangePassword = false;
        var result = await users.ChangePasswordAsync(account, old, password).ConfigureAwait(false);
        if (!result.Succeeded)
            return [.. result.Errors.Select(e => e.Description)];
        await IssueAsync(account).ConfigureAwait(false);
        await desk.Register.NoteAsync(actor, "修改密码", actor.UserName, cancellation).ConfigureAwait(false);
        return [];
    }

    /// <summary>Makes an account with a password for one use.</summary>
    public async Task<(int Id, string? Password, IReadOnlyList<string> Problems)> CreateAsync(Actor? actor, string name, string fullName, CancellationToken cancellation)
    {
        var password = OneTimePassword.New();
        var account = new Account { UserName = name, FullName = fullName, MustChangePassword = true, LockoutEnabled = true };
        var result = await users.CreateAsync(account, password).ConfigureAwait(false);
        if (!result.Succeeded)
            return (0, null, [.. result.Errors.Select(e => e.Description)]);
        await desk.Register.NoteAsync(actor, "新建账号", name, cancellation).ConfigureAwait(false);
        return (account.Id, password, []);
    }

    /// <summary>Gives an account a new password for one use and unlocks it.</summary>
    public async Task<string?> ResetAsync(Actor? actor, int id, CancellationToken cancellation)
    {
        if (await users.FindByIdAsync(Text(id)).ConfigureAwait(false) is not { } account)
            return null;
        var password = OneTimePassword.New();
        (account.MustChangePassword, account.LockoutEnd, account.AccessFailedCount) = (true, null, 0);
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        await users.UpdateSecurityStampAsync(account).ConfigureAwait(false);
        await desk.Register.NoteAsync(actor, "重置密码", account.UserName!, cancellation).ConfigureAwait(false);
        return password;
    }

    /// <summary>Takes an account out of use, or into use again.</summary>
    public async Task DisableAsync(Actor actor, int id, bool isDisabled, CancellationToken cancellation)
    {
        if (id == actor.Id || await users.FindByIdAsync(Text(id)).ConfigureAwait(false) is not { } account || account.IsDisabled == isDisabled)
            return;
        account.IsDisabled = isDisabled;
        await users.UpdateSecurityStampAsync(account).ConfigureAwait(false);
        await desk.Register.NoteAsync(actor, isDisabled ? "停用账号" : "启用账号", account.UserName!, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sees to it that somebody can begin: until the first administrator has a password of their own, every start gives a new one for one use.</summary>
    /// <returns>That password; null when it is no longer needed.</returns>
    public async Task<string?> FirstAdministratorAsync(CancellationToken cancellation)
    {
        if (await users.FindByNameAsync(First).ConfigureAwait(false) is { } there)
            return there.MustChangePassword ? await ResetAsync(null, there.Id, cancellation).ConfigureAwait(false) : null;
        var (id, password, _) = await CreateAsync(null, First, "管理员", cancellation).ConfigureAwait(false);
        await desk.Register.AssignAsync(null, id, new Assignment(Role.Administrator, null, null), cancellation).ConfigureAwait(false);
        return password;
    }

    private async Task IssueAsync(Account account)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, Text(account.Id)), new Claim(ClaimTypes.Name, account.UserName!), new Claim(CurrentActor.Stamp, account.SecurityStamp ?? "")],
            IdentityConstants.ApplicationScheme);
        await accessor.HttpContext!.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity)).ConfigureAwait(false);
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);
}
