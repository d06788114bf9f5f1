using Mingzhang.Storage;

namespace Mingzhang.Web.Site;

/// <summary>Whether the site lives, and whether it can work (健康检查), for whoever watches it.</summary>
internal static class HealthRoutes
{
    /// <summary>Two addresses: /health/live and /health/ready.</summary>
    public static void MapHealth(this WebApplication site)
    {
        site.MapGet("/health/live", () => Results.Text("ok\n")).ExcludeFromDescription();
        site.MapGet("/health/ready", async (Store store, CancellationToken cancellation) =>
            await store.AnswersAsync(cancellation).ConfigureAwait(false)
                ? Results.Text("ok\n")
                : Results.Text("database does not answer\n", statusCode: StatusCodes.Status503ServiceUnavailable)).ExcludeFromDescription();
    }
}
