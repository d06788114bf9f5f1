using System.Net;
using System.Text;

namespace Mingzhang.Web.Tests;

/// <summary>What every answer must and must not hold.</summary>
public class SecurityTests(SiteFixture site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/api/v1/disclosures")]
    [InlineData("/api/v1/nothing-here")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        var answer = await site.Client.GetAsync(path, Cancellation);
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
        Assert.Empty(answer.Headers.Server);
    }

    [Fact]
    public async Task No_page_holds_script_or_style_of_its_own()
    {
        foreach (var path in SiteFixture.Pages)
        {
            var page = await (await site.Client.GetAsync(path, Cancellation)).Content.ReadAsStringAsync(Cancellation);
            Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<style", page, StringComparison.Ordinal);
            Assert.DoesNotMatch("<script(?![^>]* src=)", page);
            Assert.DoesNotMatch(" on[a-z]+=", page);
        }
    }

    [Theory]
    [InlineData("/disclosures/没有的局/2022/budget", HttpStatusCode.NotFound)]
    [InlineData("/disclosures/x/notayear/budget", HttpStatusCode.NotFound)]
    [InlineData("/disclosures/武汉市青山区医疗保障局/2022/final", HttpStatusCode.NotFound)]
    [InlineData("/disclosures/武汉市青山区医疗保障局/2022/budget/trace?table=没有的表&row=1&column=2", HttpStatusCode.NotFound)]
    [InlineData("/disclosures/武汉市青山区医疗保障局/2022/budget/trace", HttpStatusCode.BadRequest)]
    [InlineData("/disclosures/武汉市青山区医疗保障局/2022/budget/trace?table=收支总表&column=预算数&n=x", HttpStatusCode.BadRequest)]
    [InlineData("/disclosures/武汉市青山区医疗保障局/2022/budget/download/exe", HttpStatusCode.NotFound)]
    [InlineData("/?year=abc", HttpStatusCode.BadRequest)]
    [InlineData("/?kind=abc", HttpStatusCode.BadRequest)]
    [InlineData("/compare?doc=x", HttpStatusCode.NotFound)]
    [InlineData("/classifications/没有的", HttpStatusCode.NotFound)]
    [InlineData("/rules/XX-9999", HttpStatusCode.NotFound)]
    [InlineData("/assets/", HttpStatusCode.NotFound)]
    [InlineData("/../../etc/passwd", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_a_friendly_page(string path, HttpStatusCode status)
    {
        var answer = await site.Client.GetAsync(path, Cancellation);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("公开文件一览", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_is_refused_unread()
    {
        using var content = new StringContent(new string('x', 1024 * 1024), Encoding.UTF8, "application/x-www-form-urlencoded");
        // The answer comes before the body is sent: whoever sends it all the same finds the connection closed.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/compare") { Content = content, Headers = { ExpectContinue = true } };
        var answer = await site.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("只供阅读", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Client.SendAsync(request, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task What_is_asked_for_is_written_as_text()
    {
        var page = await site.Client.GetStringAsync("/?q=%3Cscript%3Ealert(1)%3C/script%3E", Cancellation);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }
}
