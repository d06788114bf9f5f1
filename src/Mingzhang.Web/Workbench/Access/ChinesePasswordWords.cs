using Microsoft.AspNetCore.Identity;

namespace Mingzhang.Web.Workbench.Access;

/// <summary>What Identity has to say, in Chinese (账号与密码的提示).</summary>
internal sealed class ChinesePasswordWords : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"密码至少 {length} 位。");

    public override IdentityError PasswordRequiresDigit() => Say(nameof(PasswordRequiresDigit), "密码要有数字。");

    public override IdentityError PasswordRequiresLower() => Say(nameof(PasswordRequiresLower), "密码要有小写字母。");

    public override IdentityError PasswordRequiresUpper() => Say(nameof(PasswordRequiresUpper), "密码要有大写字母。");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Say(nameof(PasswordRequiresUniqueChars), $"密码至少要有 {uniqueChars} 个不同的字符。");

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "原密码不对。");

    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), $"账号“{userName}”已经有人用。");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "账号只能用字母、数字和 - . _ @。");

    public override IdentityError ConcurrencyFailure() => Say(nameof(ConcurrencyFailure), "这个账号刚被别人改过，请刷新后再试。");

    private static IdentityError Say(string code, string words) => new() { Code = code, Description = words };
}
