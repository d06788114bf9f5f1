using Microsoft.Net.Http.Headers;

namespace Mingzhang.Web.Site;

/// <summary>Turns away what would change something (只读): but for the workbench of an office the site only shows. Nothing of such a request is read.</summary>
internal sealed class ReadOnlyRequests(RequestDelegate next, SiteSettings settings)
{
    /// <summary>Lets reading through.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // A page that tells of an error is shown for the request that led to it.
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) || context.Response.StatusCode >= StatusCodes.Status400BadRequest
            || (!settings.IsDemonstration && Workbench.WorkbenchRoutes.Owns(context.Request.Path)))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers[HeaderNames.Allow] = "GET, HEAD";
        return Task.CompletedTask;
    }
}
