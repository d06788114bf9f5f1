using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mingzhang.Cli;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Site;
using Mingzhang.Web.Tests.Workbench;
using Mingzhang.Web.Workbench.Execution;

[assembly: AssemblyFixture(typeof(OfficeFixture))]

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>An office with two departments and a person for each role in the first, served on a port of its own.</summary>
public sealed class OfficeFixture : IAsyncLifetime
{
    public const string Password = "Aa-password-1";

    private readonly string _folder = Directory.CreateTempSubdirectory("mz-office-").FullName;
    private WebApplication? _site;
    private const int DemonstrationShare = 60;

    private readonly Lazy<Task<int>> _demonstration;
    private int _departments;

    public OfficeFixture() => _demonstration = new Lazy<Task<int>>(MakeDemonstrationAsync);

    public string Url { get; private set; } = "";

    /// <summary>The department the tests work in.</summary>
    public int Own { get; private set; }

    /// <summary>Another one, of which the people of the first must see nothing.</summary>
    public int Foreign { get; private set; }

    internal OfficeDesk Desk { get; private set; } = null!;

    internal Store Store { get; private set; } = null!;

    internal IServiceProvider Services => _site!.Services;

    /// <summary>Accounts by role: clerk, lead, reviewer, head, finance, viewer; stranger is the clerk of the other department, boss the administrator.</summary>
    private static readonly (string Name, Role Role)[] People =
    [
        ("clerk", Role.Clerk), ("clerk2", Role.Clerk), ("lead", Role.ProjectLead), ("reviewer", Role.Reviewer), ("head", Role.Head), ("finance", Role.FinanceReviewer), ("viewer", Role.Viewer),
    ];

    public async ValueTask InitializeAsync()
    {
        var session = new Session(new Language(false), Home.Find(), TextWriter.Null, TextWriter.Null);
        Store = (await Store.OpenAsync(StoreAddress.Parse(Environment.GetEnvironmentVariable("MINGZHANG_MEASURE_DB") ?? Path.Combine(_folder, "office.db")), CancellationToken.None)).Store!;
        await Store.SetUpAsync(isDemonstration: false, CancellationToken.None);
        _site = SiteHost.Build(new SiteSettings("http://127.0.0.1:0", session.Home, IsDemonstration: false), Store, session.Data);
        await _site.StartAsync();
        Url = _site.Urls.Single();
        Desk = _site.Services.GetRequiredService<OfficeDesk>();
        var boss = await AccountAsync("boss", new Assignment(Role.Administrator, null, null));
        Own = await NewDepartmentAsync(boss, "某市某区医疗保障局", "202");
        Foreign = await NewDepartmentAsync(boss, "某市某区别的局", "303");
        foreach (var (name, role) in People)
            await AccountAsync(name, new Assignment(role, Own, null));
        await AccountAsync("stranger", new Assignment(Role.Clerk, Foreign, null));
    }

    public async ValueTask DisposeAsync()
    {
        await _site!.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A department with one unit that keeps accounts.</summary>
    public async Task<int> NewDepartmentAsync(Actor boss, string name, string code)
    {
        var (id, _) = await Desk.Register.SaveAsync(boss, new Department(0, name, name, true, "", ""), CancellationToken.None);
        await Desk.Register.SaveUnitsAsync(boss, id, [new(code, name, null, null), new(code + "001", name + "本级", code, "行政")], CancellationToken.None);
        return id;
    }

    /// <summary>An account whose password is already its own.</summary>
    public async Task<Actor> AccountAsync(string name, params Assignment[] assignments)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = name, FullName = $"{name}同志", LockoutEnabled = true };
        Assert.True((await users.CreateAsync(account, Password)).Succeeded);
        foreach (var assignment in assignments)
            await Desk.Register.AssignAsync(null, account.Id, assignment, CancellationToken.None);
        return (await Desk.Register.ActorAsync(account.Id, CancellationToken.None))!;
    }

    public async Task<Actor> ActorAsync(string name)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByNameAsync(name);
        return (await Desk.Register.ActorAsync(account!.Id, CancellationToken.None))!;
    }

    /// <summary>A department of its own for a test, in which the people of the fixture have their roles, with a draft; empty, or with the records of a sample.</summary>
    internal async Task<(int Department, int Draft)> DraftAsync(string? sample, int year = 2023, string edition = "wuhan-2023-budget")
    {
        var number = Interlocked.Increment(ref _departments);
        var boss = await ActorAsync("boss");
        var department = await NewDepartmentAsync(boss, $"第{number}局", $"{900 + number}");
        foreach (var (name, role) in People)
            await Desk.Register.AssignAsync(boss, (await ActorAsync(name)).Id, new Assignment(role, department, null), CancellationToken.None);
        var units = await Desk.Register.UnitsAsync(department, CancellationToken.None);
        var sheets = sample is null ? [] : SheetsOf(sample);
        if (sample is null)
            sheets["单位"] = [.. units.Select(u => new Dictionary<string, string> { ["代码"] = u.Code, ["名称"] = u.Name, ["上级代码"] = u.ParentCode ?? "", ["性质"] = u.Nature ?? "" })];
        var (draft, refusal) = await Desk.Drafts.BeginAsync(await ActorAsync("clerk"), department, year, edition, sheets, CancellationToken.None);
        Assert.Null(refusal);
        return (department, draft);
    }

    /// <summary>The records of a sample as sheets of a budget.</summary>
    internal Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> SheetsOf(string sample)
    {
        var data = Services.GetRequiredService<Mingzhang.Data.DataFolder>();
        return LedgerSheets.Of(LedgerLoader.Load(Path.Combine(Home.Find(), "samples", sample), data.Catalogue).Ledger!).Where(r => data.Sheets.Any(s => s.Name == r.Sheet && s.IsFor(Stage.Budget)))
            .GroupBy(r => r.Sheet).ToDictionary(g => g.Key, g => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. g.Select(r => r.Cells)], StringComparer.Ordinal);
    }

    /// <summary>The made-up district, in small, in which the people of the fixture have their roles; made once.</summary>
    internal Task<int> DemonstrationAsync() => _demonstration.Value;

    private async Task<int> MakeDemonstrationAsync()
    {
        var (_, problem) = await new Mingzhang.Demonstration.DemonstrationMaker(Store, Services.GetRequiredService<Mingzhang.Data.DataFolder>(), TimeProvider.System).MakeAsync(DemonstrationShare, _ => { }, CancellationToken.None);
        Assert.Null(problem);
        var department = (await Desk.Register.DepartmentsAsync(CancellationToken.None)).Single(d => d.ShortName == "示范区医保局").Id;
        var boss = await ActorAsync("boss");
        foreach (var (name, role) in People)
            await Desk.Register.AssignAsync(boss, (await ActorAsync(name)).Id, new Assignment(role, department, null), CancellationToken.None);
        return department;
    }

    /// <summary>The same with the books of the year opened; the lines of its budget come with it.</summary>
    internal async Task<(int Department, IReadOnlyList<LineBalance> Lines)> BooksAsync(string sample, int year, string edition)
    {
        var (department, draft) = await DraftAsync(sample, year, edition);
        var clerk = await ActorAsync("clerk");
        var loaded = (await Desk.Drafts.LoadAsync(draft, CancellationToken.None))!.Value;
        var budget = Services.GetRequiredService<ExecutionContexts>().Budget((await Desk.Register.DepartmentAsync(department, CancellationToken.None))!, loaded.Draft, loaded.Records);
        Assert.Null(await Desk.Execution.OpenAsync(clerk, department, year, budget!, CancellationToken.None));
        var books = (await Desk.Execution.FindAsync(department, year, CancellationToken.None))!;
        return (department, await Desk.Execution.LinesAsync(books.Id, null, CancellationToken.None));
    }

    /// <summary>A client that is signed in; it does not follow redirections.</summary>
    public async Task<HttpClient> ClientAsync(string? name)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(Url) };
        if (name is null)
            return client;
        var answer = await client.PostAsync("/office/login", await FormAsync(client, "/office/login", ("name", name), ("password", Password)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>A form with the token of the page it stands on.</summary>
    public static async Task<FormUrlEncodedContent> FormAsync(HttpClient client, string page, params (string Name, string Value)[] fields) =>
        new([KeyValuePair.Create("__RequestVerificationToken", await TokenAsync(client, page)), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);

    public static async Task<string> TokenAsync(HttpClient client, string page) =>
        Regex.Match(await client.GetStringAsync(page), "__RequestVerificationToken\" type=\"hidden\" value=\"(?<t>[^\"]+)").Groups["t"].Value;

    /// <summary>A page of a browser that is signed in.</summary>
    public async Task<IPage> PageAsync(BrowserFixture browser, string? name, int width = 1280, int height = 900)
    {
        var page = await browser.PageAsync(width, height);
        if (name is null)
            return page;
        await page.GotoAsync(Url + "/office/login");
        await page.GetByLabel("账号").FillAsync(name);
        await page.GetByLabel("密码").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        // Waiting for the address by WaitForURLAsync loses the load event now and then on a loaded machine.
        await Assertions.Expect(page).ToHaveURLAsync(Url + "/office", new() { Timeout = 30_000 });
        return page;
    }
}
