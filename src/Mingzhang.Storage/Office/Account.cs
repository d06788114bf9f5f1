using Microsoft.AspNetCore.Identity;

namespace Mingzhang.Storage.Office;

/// <summary>An account (账号) of a person in the office. Passwords, lock-out and the rest are ASP.NET Core Identity's.</summary>
public sealed class Account : IdentityUser<int>
{
    /// <summary>姓名.</summary>
    public string FullName { get; set; } = "";

    /// <summary>Whether the password was given by someone else and has to be changed before anything else.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Whether the account was taken out of use (停用). Accounts are never deleted: the trail names them.</summary>
    public bool IsDisabled { get; set; }
}
