using System.Diagnostics;
using Mingzhang.Cli;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage;
using Mingzhang.Web.Site;

namespace Mingzhang.Web.Tests;

/// <summary>Starting and stopping.</summary>
public sealed class ServeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mz-serve-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_started_site_says_where_it_is_answers_and_stops_cleanly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends a signal");
        var program = typeof(WebProgram).Assembly.Location;
        using var site = Process.Start(new ProcessStartInfo("dotnet", [program, "serve", "--db", At("a.db"), "--urls", "http://127.0.0.1:0", "--office"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["MINGZHANG_HOME"] = Home.Find() },
        })!;
        var ready = await site.StandardOutput.ReadLineAsync(Cancellation);
        Assert.StartsWith("明账已就绪：http://127.0.0.1:", ready, StringComparison.Ordinal);
        var url = ready!.Split('：')[1].Split('（')[0];
        using var client = new HttpClient();
        Assert.Equal("ok\n", await client.GetStringAsync($"{url}/health/ready", Cancellation));
        Assert.Contains("库里还没有台账", await client.GetStringAsync(url, Cancellation), StringComparison.Ordinal);
        using var kill = Process.Start("kill", ["-TERM", site.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await site.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        Assert.Equal(0, site.ExitCode);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.1:5080")]
    public async Task A_demonstration_is_shown_on_this_machine_only(string urls)
    {
        var (status, error) = await Run(new ServeRequest(urls, At("demo.db"), IsOffice: false));
        Assert.Equal(ExitStatus.Unusable, status);
        Assert.Contains("是演示库，只能在本机看", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demonstration_is_no_database_of_an_office()
    {
        await Run(new ServeRequest("http://0.0.0.0:5080", At("demo.db"), IsOffice: false));
        var (status, error) = await Run(new ServeRequest("http://127.0.0.1:5080", At("demo.db"), IsOffice: true));
        Assert.Equal(ExitStatus.Unusable, status);
        Assert.Contains("不能当本单位的库", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://127.0.0.1:5080/path")]
    [InlineData("")]
    public async Task A_wrong_address_is_told_before_anything_is_made(string urls)
    {
        var (status, error) = await Run(new ServeRequest(urls, At("none.db"), IsOffice: false));
        Assert.Equal(ExitStatus.Unusable, status);
        Assert.Contains("应写成 http://127.0.0.1:5080 这样", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("none.db")));
    }

    [Fact]
    public async Task An_address_in_use_is_told()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        var (status, error) = await Run(new ServeRequest($"http://{other.LocalEndpoint}", At("office.db"), IsOffice: true));
        Assert.Equal(ExitStatus.Unusable, status);
        Assert.Contains("已被占用", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_shows_at_once()
    {
        var session = new Session(new Language(false), Home.Find(), TextWriter.Null, TextWriter.Null);
        var store = (await Store.OpenAsync(StoreAddress.Parse(At("live.db")), Cancellation)).Store!;
        await store.SetUpAsync(isDemonstration: false, Cancellation);
        await using var site = SiteHost.Build(new SiteSettings("http://127.0.0.1:0", session.Home, IsDemonstration: false), store, session.Data);
        await site.StartAsync(Cancellation);
        using var client = new HttpClient { BaseAddress = new Uri(site.Urls.Single()) };
        var before = await client.GetAsync("/", Cancellation);
        var ledger = LedgerLoader.Load(Path.Combine(session.Home, "samples", "qingshan-2022"), session.Data.Catalogue).Ledger!;
        await store.ImportAsync(ledger, Cancellation);
        var after = await client.GetAsync("/", Cancellation);
        Assert.NotEqual(before.Headers.ETag, after.Headers.ETag);
        Assert.Contains(ledger.Settings.Agency, await after.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Error)> Run(ServeRequest request)
    {
        using var error = new StringWriter();
        var status = await SiteRunner.RunAsync(new Session(new Language(false), Home.Find(), TextWriter.Null, error), request);
        return (status, error.ToString());
    }

    private string At(string name) => Path.Combine(_folder, name);
}
