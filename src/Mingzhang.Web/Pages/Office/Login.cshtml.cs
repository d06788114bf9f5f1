using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Signing in (登录).</summary>
[AllowAnonymous]
internal sealed class LoginModel(CurrentActor current, AccountService accounts) : WorkbenchPage(current)
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    public void OnGet() => Title("登录");

    public async Task<IActionResult> OnPostAsync(string? password, CancellationToken cancellation)
    {
        Title("登录");
        if (await accounts.SignInAsync(Name?.Trim() ?? "", password ?? "", cancellation).ConfigureAwait(false) is { } problem)
        {
            Problems = [problem];
            return Page();
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/office");
    }
}
