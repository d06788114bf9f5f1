using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Logging.Console;
using Mingzhang.Data;
using Mingzhang.Storage;
using Mingzhang.Web.Api;
using Mingzhang.Web.Assets;
using Mingzhang.Web.Library;
using Mingzhang.Web.Workbench;

namespace Mingzhang.Web.Site;

/// <summary>What a site is told.</summary>
/// <param name="Urls">Addresses, parted by “;”.</param>
/// <param name="Home">Folder that holds <c>data/</c>.</param>
/// <param name="IsDemonstration">Whether the database is the demonstration.</param>
internal sealed record SiteSettings(string Urls, string Home, bool IsDemonstration);

/// <summary>Puts the site together (网站的组成): services, then what every request passes through.</summary>
internal static class SiteHost
{
    private const int LeastThreads = 32;

    // Forms are a few lines; the addresses that take files or tables say how much they take.
    private const long LargestRequest = 64 * 1024;

    /// <summary>A site ready to be started.</summary>
    public static WebApplication Build(SiteSettings settings, Store store, DataFolder data)
    {
        // Several people of a department wait for one audit of their draft; who wants something else must not wait for a thread.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, LeastThreads), ports);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = typeof(SiteHost).Assembly.GetName().Name });
        builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        if (settings.Urls.Contains("https:", StringComparison.OrdinalIgnoreCase))
            builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestRequest;
            server.Limits.MaxRequestLineSize = 16 * 1024;
        });
        Log(builder);
        Telemetry.Add(builder);
        var services = builder.Services;
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(3));
        if (SiteUrls.AreLoopback(settings.Urls))
            services.Configure<HostFilteringOptions>(o => o.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        services.AddSingleton(settings);
        services.AddSingleton(store);
        services.AddSingleton(data);
        services.AddSingleton<DisclosureLibrary>();
        services.AddSingleton<SiteAssets>();
        services.AddSingleton<SiteVersion>();
        // Chinese is written as it is, not as numbers of characters.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        if (settings.IsDemonstration)
        {
            // Nobody signs in, no page keeps a secret in a cookie, so no key needs to be kept.
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
            // Without an address its pages are not there.
            services.AddRazorPages(o => o.Conventions.AddFolderRouteModelConvention("/Office", page => page.Selectors.Clear()));
        }
        else
        {
            services.AddRazorPages();
            services.AddWorkbench(store);
        }

        services.AddProblemDetails();
        services.AddOpenApi("v1", ApiDescription.Describe);
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv"];
        });
        services.AddOutputCache(o => o.AddBasePolicy(new ContentCache()));
        var site = builder.Build();
        Pass(site, settings);
        return site;
    }

    private static void Pass(WebApplication site, SiteSettings settings)
    {
        site.UseHostFiltering();
        site.UseMiddleware<SecurityHeaders>();
        site.UseWhen(c => !ApiRoutes.Owns(c.Request.Path), pages =>
        {
            pages.UseExceptionHandler("/error/500");
            pages.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        site.UseWhen(c => ApiRoutes.Owns(c.Request.Path), api =>
        {
            api.UseExceptionHandler();
            api.UseStatusCodePages();
        });
        site.UseMiddleware<ReadOnlyRequests>();
        site.UseRouting();
        if (!settings.IsDemonstration)
            site.UseWorkbench();
        site.UseMiddleware<ContentVersion>();
        site.UseOutputCache();
        site.UseResponseCompression();
        site.MapRazorPages();
        site.MapAssets();
        site.MapHealth();
        site.MapApi();
        if (!settings.IsDemonstration)
            site.MapWorkbench();
    }

    private static void Log(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Error)
            // Why the site could not start is told in a sentence.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
        // Standard output is for the line that says that the site is ready.
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
