using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Signing out (退出).</summary>
[Requires(Act.OwnAccount)]
internal sealed class LogoutModel(CurrentActor current, AccountService accounts) : WorkbenchPage(current)
{
    public void OnGet() => Title("退出");

    public async Task<IActionResult> OnPostAsync()
    {
        await accounts.SignOutAsync().ConfigureAwait(false);
        return LocalRedirect("/office/login");
    }
}
