using System.Security.Cryptography;
using System.Text;
using Mingzhang.Storage;

namespace Mingzhang.Web.Site;

/// <summary>What every page is made of (内容版本): the program, its data files, and the ledgers in the database.</summary>
internal sealed class SiteVersion(Store store, SiteSettings settings)
{
    private const int Length = 20;
    private readonly string _program = Program(Path.Combine(settings.Home, "data"));

    /// <summary>A tag that changes when any of them does.</summary>
    public async Task<string> TagAsync(CancellationToken cancellation)
    {
        var revision = await store.RevisionAsync(cancellation).ConfigureAwait(false);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_program + revision)))[..Length];
    }

    private static string Program(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var module in new[] { typeof(SiteVersion), typeof(Core.Auditing.Auditor), typeof(Data.DataFolder), typeof(Documents.Publishing.Publishers) })
            hash.AppendData(module.Assembly.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            hash.AppendData(File.ReadAllBytes(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
