using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Mingzhang.Core.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Api;
using Mingzhang.Web.Workbench.Importing;
using Mingzhang.Web.Workbench.Performance;
using Mingzhang.Web.Workbench.Reviewing;

namespace Mingzhang.Web.Workbench;

/// <summary>What every request to the workbench passes through (工作台的请求).</summary>
internal static class WorkbenchRoutes
{
    /// <summary>Where it lies.</summary>
    public const string Root = "/office";

    // A block of thousands of rows.
    private const long LargestEdit = 8 * 1024 * 1024;

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

    /// <summary>The addresses that scripts ask.</summary>
    public static void MapWorkbench(this WebApplication site)
    {
        var drafts = site.MapGroup(Root + "/{department:int}/api/drafts/{draft:int}").ExcludeFromDescription().AddEndpointFilter(CheckFormAsync);
        drafts.MapGet("/sheets/{sheet}", SheetApi.GetAsync).WithMetadata(new RequiresAttribute(Act.See));
        drafts.MapPost("/sheets/{sheet}", SheetApi.PostAsync).WithMetadata(new RequiresAttribute(Act.Edit), new RequestSizeLimitAttribute(LargestEdit));
        drafts.MapGet("/calculate", SheetApi.Calculate).WithMetadata(new RequiresAttribute(Act.See));
        drafts.MapPost("/remarks", RemarkApi.PostAsync).WithMetadata(new RequiresAttribute(Act.Remark));
        site.MapGet(Root + "/{department:int}/drafts/{draft:int}/template", Template.GetAsync).WithMetadata(new RequiresAttribute(Act.See)).ExcludeFromDescription();
        site.MapGet(Root + "/{department:int}/drafts/{draft:int}/performance/forms/{which}/{format}", FormDownloads.GetAsync).WithMetadata(new RequiresAttribute(Act.See)).ExcludeFromDescription();
        site.MapGet(Root + "/{department:int}/trail", TrailExport.GetAsync).WithMetadata(new RequiresAttribute(Act.ReadTrail)).ExcludeFromDescription();
        site.MapGet(Root + "/{department:int}/api/execution/{year:int}/imports/{job}", ImportApi.Get).WithMetadata(new RequiresAttribute(Act.Book)).ExcludeFromDescription();
        var reviews = site.MapGroup(Root + "/{department:int}/reviews/{review:int}").ExcludeFromDescription();
        reviews.MapGet("/pages/{page:int}", ReviewDownloads.PageAsync).WithMetadata(new RequiresAttribute(Act.See));
        reviews.MapGet("/files/{which}", ReviewDownloads.FileAsync).WithMetadata(new RequiresAttribute(Act.See));
        drafts.MapGet("/state", StateApi.GetAsync).WithMetadata(new RequiresAttribute(Act.See));
    }

    // What changes something must come from a page of ours.
    private static async ValueTask<object?> CheckFormAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http).ConfigureAwait(false))
            return Results.Problem("页面已过期，请刷新后再试。", statusCode: StatusCodes.Status400BadRequest, title: "没有保存");
        return await next(context).ConfigureAwait(false);
    }
}
