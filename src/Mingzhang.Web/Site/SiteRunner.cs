using System.Net.Sockets;
using Mingzhang.Cli;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Site;

/// <summary>Starts the site and waits for its end (启动网站).</summary>
internal static class SiteRunner
{
    /// <summary>Opens the database, makes it the demonstration when it is new, and serves until it is told to stop.</summary>
    public static async Task<int> RunAsync(Session session, ServeRequest request)
    {
        if (SiteUrls.Problem(request.Urls) is { } wrong)
            return session.Refuse(wrong);
        var opening = await Store.OpenAsync(StoreAddress.Parse(request.Database), CancellationToken.None).ConfigureAwait(false);
        if (opening.Store is not { } store)
            return session.Refuse(opening.Problem!);
        if (await SetUpAsync(session, request, store).ConfigureAwait(false) is { } problem)
            return session.Refuse(problem);
        var isDemonstration = await store.IsDemonstrationAsync(CancellationToken.None).ConfigureAwait(false);
        if (isDemonstration && !SiteUrls.AreLoopback(request.Urls))
            return session.Refuse($"{store.Address} 是演示库，只能在本机看：--urls 请用 http://127.0.0.1:端口；要给别人用，请用 --office 另建自己的库");
        return await ServeAsync(session, request, store, isDemonstration).ConfigureAwait(false);
    }

    private static async Task<int> ServeAsync(Session session, ServeRequest request, Store store, bool isDemonstration)
    {
        await using var site = SiteHost.Build(new SiteSettings(request.Urls, session.Home, isDemonstration), store, session.Data);
        try
        {
            await site.StartAsync().ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return session.Refuse($"地址 {request.Urls} 已被占用：请停掉占用它的程序，或加 --urls http://127.0.0.1:其他端口");
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return session.Refuse($"无法在 {request.Urls} 上监听（{e.Message}）：请检查 --urls 后的地址和端口");
        }

        var what = isDemonstration ? "演示库，只在本机" : "本单位的库";
        session.Output.WriteLine($"明账已就绪：{string.Join(' ', site.Urls)}（{what}：{store.Address}）；按 Ctrl+C 停止");
        if (!isDemonstration)
            await TellAdministratorAsync(session, site).ConfigureAwait(false);
        await session.Output.FlushAsync().ConfigureAwait(false);
        await site.WaitForShutdownAsync().ConfigureAwait(false);
        return ExitStatus.Fine;
    }

    // Whoever starts the program holds the database, so the password may be told there, and only there.
    private static async Task TellAdministratorAsync(Session session, WebApplication site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<AccountService>().FirstAdministratorAsync(CancellationToken.None).ConfigureAwait(false) is { } password)
            session.Output.WriteLine($"编报工作台：{site.Urls.First()}{WorkbenchRoutes.Root}　管理员账号 {AccountService.First}，一次性密码 {password}（登录后须修改；改好之前每次启动换一个）");
    }

    // A new database becomes what was asked for; the mark is set last, so that a start that was killed is gone through again.
    internal static async Task<string?> SetUpAsync(Session session, ServeRequest request, Store store)
    {
        if (await store.IsSetUpAsync(CancellationToken.None).ConfigureAwait(false))
        {
            return request.IsOffice && await store.IsDemonstrationAsync(CancellationToken.None).ConfigureAwait(false)
                ? $"{store.Address} 是演示库，不能当本单位的库：请用 --db 另指一个新文件"
                : null;
        }

        if (!request.IsOffice)
        {
            foreach (var folder in Directory.GetDirectories(Path.Combine(session.Home, "samples")).Order(StringComparer.Ordinal))
            {
                if (LedgerLoader.Load(folder, session.Data.Catalogue).Ledger is { } ledger)
                    await store.ImportAsync(ledger, CancellationToken.None).ConfigureAwait(false);
            }
        }

        await store.SetUpAsync(!request.IsOffice, CancellationToken.None).ConfigureAwait(false);
        return null;
    }
}
