using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Mingzhang.Web.Site;

/// <summary>Marks an answer to come from the content of the site: it gets an ETag, and is kept until the content changes.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class FromContentAttribute : Attribute;

/// <summary>
/// Gives pages and data their ETag (实体标签) and answers “not modified”. The tag is that of the whole content, so a browser asks
/// again each time and one small question to the database is the answer.
/// </summary>
internal sealed class ContentVersion(RequestDelegate next, SiteVersion version)
{
    /// <summary>Key of the tag among the items of a request.</summary>
    public static readonly object TagKey = new();

    /// <summary>Tags, or answers.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!Applies(context))
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var tag = await version.TagAsync(context.RequestAborted).ConfigureAwait(false);
        context.Items[TagKey] = tag;
        var weak = new EntityTagHeaderValue($"\"{tag}\"", isWeak: true);
        if (EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Compare(weak, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            Tag(context, weak);
            return;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
                Tag(context, weak);
            return Task.CompletedTask;
        });
        await next(context).ConfigureAwait(false);
    }

    private static void Tag(HttpContext context, EntityTagHeaderValue tag)
    {
        context.Response.Headers.ETag = tag.ToString();
        context.Response.Headers.CacheControl = "no-cache";
    }

    private static bool Applies(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && context.GetEndpoint()?.Metadata.GetMetadata<FromContentAttribute>() is not null;
}

/// <summary>Keeps answers in memory for as long as the content they were made of is the same.</summary>
internal sealed class ContentCache : IOutputCachePolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (!context.HttpContext.Items.TryGetValue(ContentVersion.TagKey, out var tag))
            return ValueTask.CompletedTask;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = new StringValues([HeaderNames.AcceptEncoding, HeaderNames.Accept]);
        context.CacheVaryByRules.VaryByValues["content"] = (string)tag!;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        if (context.HttpContext.Response.StatusCode != StatusCodes.Status200OK)
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
