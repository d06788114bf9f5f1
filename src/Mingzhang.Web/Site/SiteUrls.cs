using System.Net;

namespace Mingzhang.Web.Site;

/// <summary>The addresses a site listens on (监听地址).</summary>
internal static class SiteUrls
{
    /// <summary>Why they cannot be used, in Chinese; null when they can.</summary>
    public static string? Problem(string urls)
    {
        foreach (var url in Split(urls))
        {
            if (!Uri.TryCreate(Plain(url), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.PathAndQuery != "/")
                return $"--urls 里的“{url}”不是地址：应写成 http://127.0.0.1:5080 这样";
        }

        return Split(urls).Length == 0 ? "--urls 是空的：应写成 http://127.0.0.1:5080 这样" : null;
    }

    /// <summary>Whether all of them are reached from this machine only.</summary>
    public static bool AreLoopback(string urls) =>
        Array.TrueForAll(Split(urls), u => Uri.TryCreate(u, UriKind.Absolute, out var address) && (address.Host == "localhost" || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))));

    private static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // The server also takes “*” and “+” for every address.
    private static string Plain(string url) => url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
}
