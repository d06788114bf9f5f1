using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Workbench;

/// <summary>What every request to the workbench passes through (工作台的请求).</summary>
internal static class WorkbenchRoutes
{
    /// <summary>Where it lies.</summary>
    public const string Root = "/office";

    /// <summary>Whether an address belongs to it.</summary>
    public static bool Owns(PathString path) => path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether an address is asked by scripts.</summary>
    public static bool IsApi(PathString path) => Owns(path) && path.Value!.Contains("/api/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Identity, permission, and nothing kept by the browser. Stands after routing.</summary>
    public static void UseWorkbench(this WebApplication site)
    {
        site.UseAuthentication();
        site.Use((context, next) =>
        {
            if (!Owns(context.Request.Path))
                return next(context);
            context.Response.Headers[HeaderNames.CacheControl] = "no-cache, no-store";
            context.Response.Headers[HeaderNames.Pragma] = "no-cache";
            // An address that was forgotten answers nobody rather than everybody.
            if (context.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<RequiresAttribute>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
                throw new InvalidOperationException($"{endpoint.DisplayName} does not say what it requires.");
            return next(context);
        });
        site.UseAuthorization();
    }

    /// <summary>The addresses that are no pages.</summary>
    public static void MapWorkbench(this WebApplication site) => ArgumentNullException.ThrowIfNull(site);
}
