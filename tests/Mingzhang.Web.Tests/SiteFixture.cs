using Microsoft.AspNetCore.Builder;
using Mingzhang.Cli;
using Mingzhang.Storage;
using Mingzhang.Web.Library;
using Mingzhang.Web.Site;
using Mingzhang.Web.Tests;

[assembly: AssemblyFixture(typeof(SiteFixture))]

namespace Mingzhang.Web.Tests;

/// <summary>The demonstration, served on a port of its own for all tests.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mz-site-").FullName;
    private WebApplication? _site;

    /// <summary>Its address, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <summary>A client that does not follow redirections.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>A document of the demonstration.</summary>
    public static PublicationKey Budget { get; } = new("武汉市青山区医疗保障局", 2022, Core.Disclosures.DisclosureKind.Budget);

    /// <summary>Final accounts of the demonstration.</summary>
    public static PublicationKey Final { get; } = new("武汉市东西湖区医疗保障局", 2024, Core.Disclosures.DisclosureKind.Final);

    internal Store Store { get; private set; } = null!;

    /// <summary>Every page by its address.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        "/",
        "/?year=2024&kind=final",
        Budget.Path,
        Final.Path,
        Budget.Path + "/audit",
        Final.Path + "/audit",
        Budget.Path + "/trace?table=一般公共预算支出表&row=21013&column=合计",
        Budget.Path + "/trace?table=政府采购预算表&row=合计&column=采购金额/采购金额（合计）",
        Final.Path + "/trace?table=支出决算表&row=合计&column=项目支出",
        "/compare",
        $"/compare?doc={Budget.Word}&doc={Final.Word}",
        "/classifications",
        "/classifications/部门经济分类?q=医疗",
        "/rules",
        "/rules/BG-0501",
        "/about",
        "/nothing-here",
    ];

    public async ValueTask InitializeAsync()
    {
        var session = new Session(new Language(false), Home.Find(), TextWriter.Null, TextWriter.Null);
        Store = (await Store.OpenAsync(StoreAddress.Parse(Path.Combine(_folder, "demo.db")), CancellationToken.None)).Store!;
        Assert.Null(await SiteRunner.SetUpAsync(session, new ServeRequest("", null, IsOffice: false), Store));
        _site = SiteHost.Build(new SiteSettings("http://127.0.0.1:0", session.Home, IsDemonstration: true), Store, session.Data);
        await _site.StartAsync();
        Url = _site.Urls.Single();
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Url) };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _site!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
