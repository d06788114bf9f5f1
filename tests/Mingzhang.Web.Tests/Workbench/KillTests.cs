using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Cli;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Site;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>The program is killed in the middle of saving: what was confirmed is there, what was not is there whole or not at all.</summary>
public sealed class KillTests : IDisposable
{
    private const string Sheet = "职责";

    private readonly string _folder = Directory.CreateTempSubdirectory("mz-kill-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_confirmed_survives_a_kill()
    {
        var file = Path.Combine(_folder, "office.db");
        var (department, draft) = await SetUpAsync(file);
        using var site = Process.Start(new ProcessStartInfo("dotnet", [typeof(WebProgram).Assembly.Location, "serve", "--db", file, "--urls", "http://127.0.0.1:0", "--office"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["MINGZHANG_HOME"] = Home.Find() },
        })!;
        site.ErrorDataReceived += (_, _) => { };
        site.BeginErrorReadLine();
        var url = (await site.StandardOutput.ReadLineAsync(Cancellation))!.Split('：')[1].Split('（')[0];
        var confirmed = new ConcurrentBag<string>();
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(() => WriteAsync(url, department, draft, w, confirmed), Cancellation)).ToList();
        while (confirmed.Count < 40)
        {
            Assert.False(site.HasExited || writers.TrueForAll(w => w.IsCompleted), "The writers stopped before the site was killed.");
            await Task.Delay(5, Cancellation);
        }

        site.Kill();
        await site.WaitForExitAsync(Cancellation);
        await Task.WhenAll(writers);

        var store = (await Store.OpenAsync(StoreAddress.Parse(file), Cancellation)).Store!;
        var desk = new OfficeDesk(store, TimeProvider.System);
        var there = (await desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records.Where(r => r.Sheet == Sheet).Select(r => r[Sheet]).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(confirmed.Except(there));
        var (entries, fault) = await desk.Trail.VerifyAsync(Cancellation);
        Assert.Null(fault);
        // Every record has its entry: neither is there without the other.
        var notes = string.Concat((await desk.Trail.AllAsync(Cancellation)).Where(e => e is { Act: "修改", Subject: Sheet }).Select(e => e.Changes));
        Assert.DoesNotContain(there, t => !notes.Contains(t, StringComparison.Ordinal));
        Assert.True(entries > 40);
    }

    private static async Task WriteAsync(string url, int department, int draft, int writer, ConcurrentBag<string> confirmed)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(url) };
        await client.PostAsync("/office/login", await OfficeFixture.FormAsync(client, "/office/login", ("name", "clerk"), ("password", OfficeFixture.Password)), Cancellation);
        client.DefaultRequestHeaders.Add("X-CSRF", await OfficeFixture.TokenAsync(client, "/office/password"));
        for (var i = 0; ; i++)
        {
            var text = $"职责-{writer}-{i}-末";
            try
            {
                var answer = await client.PostAsJsonAsync(
                    $"/office/{department}/api/drafts/{draft}/sheets/{Sheet}", new { added = new[] { new { key = "k", cells = new Dictionary<string, string> { [Sheet] = text } } } }, Cancellation);
                if (answer.StatusCode != HttpStatusCode.OK)
                    return;
                await answer.Content.ReadAsStringAsync(Cancellation);
                confirmed.Add(text);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private static async Task<(int Department, int Draft)> SetUpAsync(string file)
    {
        var session = new Session(new Language(false), Home.Find(), TextWriter.Null, TextWriter.Null);
        var store = (await Store.OpenAsync(StoreAddress.Parse(file), Cancellation)).Store!;
        await store.SetUpAsync(isDemonstration: false, Cancellation);
        await using var site = SiteHost.Build(new SiteSettings("http://127.0.0.1:0", session.Home, IsDemonstration: false), store, session.Data);
        await using var scope = site.Services.CreateAsyncScope();
        var desk = site.Services.GetRequiredService<OfficeDesk>();
        var account = new Account { UserName = "clerk", FullName = "经办", LockoutEnabled = true };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, OfficeFixture.Password)).Succeeded);
        var actor = (await desk.Register.ActorAsync(account.Id, Cancellation))!;
        var (department, _) = await desk.Register.SaveAsync(actor, new Department(0, "某局", "某局", true, "", ""), Cancellation);
        await desk.Register.SaveUnitsAsync(actor, department, [new BudgetUnit("202", "某局", null, null)], Cancellation);
        await desk.Register.AssignAsync(actor, account.Id, new Assignment(Role.Clerk, department, null), Cancellation);
        var (draft, _) = await desk.Drafts.BeginAsync(actor, department, 2024, "national-budget", new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>(), Cancellation);
        return (department, draft);
    }
}
