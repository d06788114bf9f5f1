using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Mingzhang.Web.Tests;

/// <summary>The data interface.</summary>
public class ApiTests(SiteFixture site)
{
    private static readonly string Document = "/api/v1" + SiteFixture.Budget.Path;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_names_every_document_and_where_it_is()
    {
        var list = await Json("/api/v1/disclosures");
        Assert.Equal(5, list.GetArrayLength());
        foreach (var entry in list.EnumerateArray())
            Assert.Equal(entry.GetProperty("agency").GetString(), (await Json(entry.GetProperty("href").GetString()!)).GetProperty("document").GetProperty("agency").GetString());
    }

    [Fact]
    public async Task A_table_comes_as_JSON_and_as_CSV()
    {
        var table = await Json(Document + "/tables/一般公共预算支出表");
        Assert.Equal("表5", table.GetProperty("no").GetString());
        var csv = await site.Client.GetAsync(Document + "/tables/一般公共预算支出表?format=csv", Cancellation);
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Contains("21013,医疗救助,2,788.00", await csv.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/rules");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        Assert.Equal("text/csv", (await site.Client.SendAsync(request, Cancellation)).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_trace_names_the_lines_that_make_the_figure()
    {
        var trace = await Json(Document + "/trace?table=一般公共预算支出表&row=21013&column=合计");
        Assert.Equal("788.00", trace.GetProperty("text").GetString());
        Assert.Equal(788_000_000, trace.GetProperty("lines").EnumerateArray().Sum(l => l.GetProperty("fen").GetInt64()));
        Assert.NotEmpty(trace.GetProperty("relations").EnumerateArray());
    }

    [Theory]
    [InlineData("/findings")]
    [InlineData("/tables")]
    public async Task The_parts_of_a_document_have_addresses(string part) => await Json(Document + part);

    [Theory]
    [InlineData("/api/v1/disclosures/没有的局/2022/budget", 404)]
    [InlineData("/api/v1/disclosures/x/2022/other", 404)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/classifications/没有的", 404)]
    [InlineData("/api/v1/rules?format=xml", 400)]
    [InlineData("/api/v1/classifications/功能分类?year=abc", 400)]
    [InlineData("/api/v1/disclosures/武汉市青山区医疗保障局/2022/budget/trace", 400)]
    public async Task What_is_wrong_is_problem_JSON(string path, int status)
    {
        var answer = await site.Client.GetAsync(path, Cancellation);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("Exception", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_names_every_address()
    {
        var description = await Json("/openapi/v1.json");
        var paths = description.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Equal(9, paths.Count);
        Assert.Contains("/api/v1/disclosures/{agency}/{year}/{kind}/trace", paths);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/v1/disclosures")]
    [InlineData("/rules")]
    public async Task What_has_not_changed_is_not_sent_again(string path)
    {
        var first = await site.Client.GetAsync(path, Cancellation);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await site.Client.SendAsync(again, Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("docx", "PK")]
    [InlineData("xlsx", "PK")]
    [InlineData("html", "<!DOCTYPE html>")]
    [InlineData("data", "PK")]
    public async Task A_document_is_downloaded(string format, string start)
    {
        var answer = await site.Client.GetAsync($"{SiteFixture.Budget.Path}/download/{format}", Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith(start, await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Json(string path)
    {
        var answer = await site.Client.GetAsync(path, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement;
    }
}
