using System.Security.Cryptography;

namespace Mingzhang.Web.Assets;

/// <summary>A file that pages refer to.</summary>
/// <param name="Path">Its address, which holds a digest of its content and so never goes stale.</param>
/// <param name="Type">Media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SiteAsset(string Path, string Type, byte[] Content);

/// <summary>Style, scripts and pictures of the site (样式与脚本), resources of this program.</summary>
internal sealed class SiteAssets
{
    private const string Folder = "assets/";
    private const int DigestLength = 12;

    private readonly Dictionary<string, SiteAsset> _byName = Load();

    /// <summary>All of them.</summary>
    public IEnumerable<SiteAsset> All => _byName.Values;

    /// <summary>Address of a file; null when this build has none of the name.</summary>
    public string? PathOf(string name) => _byName.TryGetValue(name, out var asset) ? asset.Path : null;

    private static Dictionary<string, SiteAsset> Load()
    {
        var program = typeof(SiteAssets).Assembly;
        var assets = new Dictionary<string, SiteAsset>(StringComparer.Ordinal);
        foreach (var resource in program.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = program.GetManifestResourceStream(resource)!;
            using var memory = new MemoryStream();
            stream.CopyTo(memory);
            var content = memory.ToArray();
            var name = resource[Folder.Length..];
            var digest = Convert.ToHexStringLower(SHA256.HashData(content))[..DigestLength];
            assets[name] = new SiteAsset($"/{Folder}{digest}/{name}", Type(name), content);
        }

        return assets;
    }

    private static string Type(string name) => System.IO.Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No media type is known for this file."),
    };
}

/// <summary>Serves them.</summary>
internal static class AssetRoutes
{
    /// <summary>One address for each file.</summary>
    public static void MapAssets(this WebApplication site)
    {
        foreach (var asset in site.Services.GetRequiredService<SiteAssets>().All)
        {
            site.MapGet(asset.Path, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.Bytes(asset.Content, asset.Type);
            }).ExcludeFromDescription();
        }
    }
}
