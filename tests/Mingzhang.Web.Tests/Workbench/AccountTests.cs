using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mingzhang.Core.Office;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Signing in, passwords, and how an administrator sets an office up.</summary>
public class AccountTests(OfficeFixture office, BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_administrator_changes_the_password_before_anything_else()
    {
        await using var scope = office.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<AccountService>();
        var first = await accounts.FirstAdministratorAsync(Cancellation);
        var again = await accounts.FirstAdministratorAsync(Cancellation);
        Assert.NotNull(again);
        Assert.NotEqual(first, again);
        var page = await browser.PageAsync();
        await page.GotoAsync(office.Url + "/office/accounts");
        await SignInAsync(page, "admin", again);
        Assert.EndsWith("/office/password", page.Url, StringComparison.Ordinal);
        await page.GotoAsync(office.Url + "/office/departments");
        Assert.EndsWith("/office/password", page.Url, StringComparison.Ordinal);
        await ChangeAsync(page, again, "weak");
        await ChangeAsync(page, again, "allsmallletters1");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("大写字母");
        await ChangeAsync(page, again, "Good-password-9");
        await Assertions.Expect(page).ToHaveURLAsync(office.Url + "/office", new() { Timeout = 30_000 });
        await page.GotoAsync(office.Url + "/office/departments");
        Assert.Equal("部门", await page.Locator("h1").TextContentAsync());
        await using var later = office.Services.CreateAsyncScope();
        Assert.Null(await later.ServiceProvider.GetRequiredService<AccountService>().FirstAdministratorAsync(Cancellation));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_a_reset_opens_it()
    {
        var actor = await office.AccountAsync("clumsy", new Assignment(Role.Viewer, office.Own, null));
        using var client = await office.ClientAsync(null);
        string text = "";
        for (var i = 0; i < 5; i++)
            text = await LoginAsync(client, "clumsy", "Wrong-password-1");
        Assert.Contains("已锁定", text, StringComparison.Ordinal);
        Assert.Contains("已锁定", await LoginAsync(client, "clumsy", OfficeFixture.Password), StringComparison.Ordinal);
        await using var scope = office.Services.CreateAsyncScope();
        var password = await scope.ServiceProvider.GetRequiredService<AccountService>().ResetAsync(await office.ActorAsync("boss"), actor.Id, Cancellation);
        var answer = await client.PostAsync("/office/login", await OfficeFixture.FormAsync(client, "/office/login", ("name", "clumsy"), ("password", password!)), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Nothing_tells_whether_an_account_exists()
    {
        using var client = await office.ClientAsync(null);
        var unknown = await LoginAsync(client, "nobody-at-all", "Wrong-password-1");
        Assert.Contains("账号或密码不对", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_is_taken_counts_from_the_next_request()
    {
        var role = new Assignment(Role.Viewer, office.Own, null);
        var actor = await office.AccountAsync("leaver", role);
        using var client = await office.ClientAsync("leaver");
        Assert.Contains("公开查看", await client.GetStringAsync("/office", Cancellation), StringComparison.Ordinal);
        Assert.True(await office.Desk.Register.DismissAsync(await office.ActorAsync("boss"), actor.Id, role, Cancellation));
        Assert.DoesNotContain("公开查看", await client.GetStringAsync("/office", Cancellation), StringComparison.Ordinal);
        await using var scope = office.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountService>().DisableAsync(await office.ActorAsync("boss"), actor.Id, true, Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/office", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_sets_up_a_department_a_unit_and_a_clerk_who_signs_in()
    {
        var page = await office.PageAsync(browser, "boss");
        await page.GetByRole(AriaRole.Link, new() { Name = "建立部门，登记单位" }).ClickAsync();
        await page.GetByLabel("全称").FillAsync("某市新建局");
        await page.GetByLabel("部门代码").FillAsync("404");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建" }).ClickAsync();
        await page.GetByLabel("第 2 行 代码").FillAsync("404001");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存单位" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("第 2 行：代码和名称都要填。");
        await page.GetByLabel("第 2 行 名称").FillAsync("某市新建局本级");
        await page.GetByLabel("第 2 行 上级代码").FillAsync("404");
        await page.GetByLabel("第 2 行 性质").SelectOptionAsync("行政");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存单位" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("单位已保存");
        await page.GetByRole(AriaRole.Link, new() { Name = "账号" }).ClickAsync();
        await page.GetByLabel("账号", new() { Exact = true }).FillAsync("newclerk");
        await page.GetByLabel("姓名").FillAsync("新来的");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建" }).ClickAsync();
        var password = Regex.Match((await page.GetByRole(AriaRole.Status).TextContentAsync())!, "一次性密码 (?<p>[^，]+)").Groups["p"].Value;
        await page.GetByLabel("newclerk 的部门或单位").SelectOptionAsync(new SelectOptionValue { Label = "某市新建局" });
        await page.GetByLabel("newclerk 的岗位").SelectOptionAsync("经办人");
        await page.GetByRole(AriaRole.Row, new() { Name = "newclerk" }).GetByRole(AriaRole.Button, new() { Name = "授予" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "newclerk" })).ToContainTextAsync("某市新建局 经办人");
        await page.Context.CloseAsync();

        var clerk = await browser.PageAsync();
        await clerk.GotoAsync(office.Url + "/office");
        await SignInAsync(clerk, "newclerk", password);
        await ChangeAsync(clerk, password, OfficeFixture.Password);
        await Assertions.Expect(clerk.Locator(".cards")).ToContainTextAsync("某市新建局");
        await clerk.Context.CloseAsync();
        var trail = await office.Desk.Trail.AllAsync(Cancellation);
        Assert.Null(TrailEntry.Fault(trail));
        Assert.Contains(trail, e => e is { Account: "boss", Act: "授予岗位", Subject: "newclerk" });
    }

    private static async Task SignInAsync(IPage page, string name, string password)
    {
        await page.GetByLabel("账号").FillAsync(name);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
    }

    private static async Task ChangeAsync(IPage page, string old, string password)
    {
        await page.GetByLabel("原密码").FillAsync(old);
        await page.GetByLabel("新密码").FillAsync(password);
        await page.GetByLabel("再输一遍").FillAsync(password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "修改" }).ClickAsync();
    }

    private static async Task<string> LoginAsync(HttpClient client, string name, string password) =>
        await (await client.PostAsync("/office/login", await OfficeFixture.FormAsync(client, "/office/login", ("name", name), ("password", password)), Cancellation)).Content.ReadAsStringAsync(Cancellation);
}
