using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>One's own password (修改密码).</summary>
[Requires(Act.OwnAccount)]
internal sealed class PasswordModel(CurrentActor current, AccountService accounts) : WorkbenchPage(current)
{
    public void OnGet() => Title("修改密码");

    public async Task<IActionResult> OnPostAsync(string? old, string? password, string? again, CancellationToken cancellation)
    {
        Title("修改密码");
        Problems = password == again ? await accounts.ChangePasswordAsync(Actor, old ?? "", password ?? "", cancellation).ConfigureAwait(false) : ["两次输入的新密码不一样。"];
        if (Problems.Count > 0)
            return Page();
        Done = "密码已修改，其他地方的登录已失效。";
        return LocalRedirect("/office");
    }
}
