using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Core.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Who may see and do what, asked of every address there is.</summary>
public class AccessTests(OfficeFixture office, SiteFixture demonstration)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IEnumerable<RouteEndpoint> Endpoints => office.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .Where(e => WorkbenchRoutes.Owns("/" + e.RoutePattern.RawText!.TrimStart('/')));

    [Fact]
    public async Task Nobody_who_is_not_signed_in_sees_anything_but_the_login()
    {
        using var client = await office.ClientAsync(null);
        var seen = 0;
        foreach (var endpoint in Endpoints)
        {
            var path = Address(endpoint, office.Own);
            if (path == "/office/login")
                continue;
            seen++;
            var answer = await client.SendAsync(new HttpRequestMessage(MethodOf(endpoint), path), Cancellation);
            Assert.True(
                answer.StatusCode == HttpStatusCode.Unauthorized || (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.StartsWith("/office/login", StringComparison.Ordinal)),
                $"{path}: {answer.StatusCode}");
        }

        Assert.True(seen >= 6);
    }

    [Fact]
    public async Task Of_another_department_nothing_is_found()
    {
        using var client = await office.ClientAsync("stranger");
        var asked = 0;
        foreach (var endpoint in Endpoints.Where(e => e.RoutePattern.Parameters.Any(p => p.Name == RequiresHandler.Department)))
        {
            asked++;
            var answer = await client.SendAsync(new HttpRequestMessage(MethodOf(endpoint), Address(endpoint, office.Own)), Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{endpoint.RoutePattern.RawText}: {answer.StatusCode}");
            Assert.DoesNotContain("某市某区医疗保障局", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.True(asked >= 1);
        Assert.DoesNotContain("某市某区医疗保障局", await client.GetStringAsync("/office", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_keeps_no_accounts_is_told_so()
    {
        using var client = await office.ClientAsync("viewer");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/office/accounts", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/office/{office.Own}/settings", Cancellation)).StatusCode);
    }

    [Fact]
    public void Every_page_says_what_it_requires()
    {
        var pages = typeof(WebProgram).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(WorkbenchPage)) && !t.IsAbstract).ToList();
        Assert.True(pages.Count >= 7);
        Assert.DoesNotContain(pages, t => !t.IsDefined(typeof(RequiresAttribute), true) && !t.IsDefined(typeof(AllowAnonymousAttribute), true));
    }

    [Theory]
    [InlineData(Role.Administrator, Act.See, false)]
    [InlineData(Role.Clerk, Act.Edit, true)]
    [InlineData(Role.Clerk, Act.Manage, false)]
    [InlineData(Role.Reviewer, Act.Edit, false)]
    [InlineData(Role.Reviewer, Act.Remark, true)]
    [InlineData(Role.Head, Act.Publish, true)]
    [InlineData(Role.Viewer, Act.See, true)]
    [InlineData(Role.Viewer, Act.Remark, false)]
    public void A_role_may_what_its_work_needs(Role role, Act act, bool may) =>
        Assert.Equal(may, Core.Office.Access.May([new Assignment(role, role == Role.Administrator ? null : 1, null)], act, role == Role.Administrator ? null : 1));

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = await office.ClientAsync("boss");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "某局"), KeyValuePair.Create("code", "1")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/office/departments", form, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Pages_of_the_workbench_are_kept_by_no_browser_and_cookies_are_out_of_reach_of_scripts()
    {
        using var client = await office.ClientAsync(null);
        var answer = await client.PostAsync("/office/login", await OfficeFixture.FormAsync(client, "/office/login", ("name", "viewer"), ("password", OfficeFixture.Password)), Cancellation);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("mingzhang=", StringComparison.Ordinal) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase) && c.Contains("samesite=lax", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("no-store", (await client.GetAsync("/office", Cancellation)).Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_has_no_workbench()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await demonstration.Client.GetAsync("/office", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await demonstration.Client.GetAsync("/office/login", Cancellation)).StatusCode);
    }

    internal static string Address(RouteEndpoint endpoint, int department)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        return System.Text.RegularExpressions.Regex.Replace(path, @"\{(?<name>\w+)(:\w+)?\??\}", m => m.Groups["name"].Value == RequiresHandler.Department ? $"{department}" : m.Value.Contains(":int", StringComparison.Ordinal) ? "1" : "预算支出");
    }

    internal static HttpMethod MethodOf(RouteEndpoint endpoint) =>
        new(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0] ?? "GET");
}
