using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Mingzhang.Core.Office;

namespace Mingzhang.Web.Workbench.Access;

/// <summary>
/// Says what a page or an address of the workbench lets a person do (所需权限). It is the only check there is: the department is the
/// one in the address, the answer comes from <see cref="Core.Office.Access"/>. An address under /office without it answers nobody.
/// </summary>
/// <param name="act">The act.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class RequiresAttribute(Act act) : Attribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The act.</summary>
    public Act Act { get; } = act;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Judges it.</summary>
internal sealed class RequiresHandler(CurrentActor current) : AuthorizationHandler<RequiresAttribute>
{
    /// <summary>Part of an address that names the department.</summary>
    public const string Department = "department";

    /// <summary>The department in the address; null when it names none.</summary>
    public static int? DepartmentOf(HttpContext context) =>
        context.Request.RouteValues.TryGetValue(Department, out var value) && int.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <inheritdoc/>
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, RequiresAttribute requirement)
    {
        if (context.Resource is not HttpContext http || await current.GetAsync(http.RequestAborted).ConfigureAwait(false) is not { } actor)
            return;
        var department = DepartmentOf(http);
        if (actor.MustChangePassword && requirement.Act != Act.OwnAccount)
            return;
        if (department is { } named && !Core.Office.Access.Knows(actor.Assignments, named))
            return;
        if (Core.Office.Access.May(actor.Assignments, requirement.Act, department))
            context.Succeed(requirement);
    }
}

/// <summary>What a refusal looks like: sign in; change the password; not found, for what is not to be known; not allowed.</summary>
internal sealed class RefusalAnswers(CurrentActor current) : IAuthorizationMiddlewareResultHandler
{
    /// <inheritdoc/>
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var actor = await current.GetAsync(context.RequestAborted).ConfigureAwait(false);
        var isPage = !WorkbenchRoutes.IsApi(context.Request.Path);
        var isForeign = RequiresHandler.DepartmentOf(context) is { } department && actor is not null && !Core.Office.Access.Knows(actor.Assignments, department);
        if (actor is null && isPage && HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect("/office/login?returnUrl=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
        else if (actor is null)
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else if (actor.MustChangePassword && isPage)
            context.Response.Redirect("/office/password");
        else
            context.Response.StatusCode = isForeign ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
    }
}
