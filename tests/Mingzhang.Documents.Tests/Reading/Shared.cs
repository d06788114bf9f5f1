using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Tests.Reading;

/// <summary>The real documents beside the checkout; tests that need them skip where they are missing.</summary>
internal static class Shared
{
    public static string? Folder { get; } = Find();

    public static string File(string relative)
    {
        var path = Folder is null ? null : Path.Combine(Folder, relative);
        Assert.SkipUnless(path is not null && System.IO.File.Exists(path), $"../shared/{relative} is not here");
        return path!;
    }

    public static SourceDocument Read(string relative) => Must(SourceReaders.ReadFile(File(relative), TestContext.Current.CancellationToken));

    public static ReadResult<SourceDocument> Read(string file, byte[] content) =>
        SourceReaders.Read(file, content, TestContext.Current.CancellationToken);

    public static SourceDocument Must(ReadResult<SourceDocument> result)
    {
        Assert.True(result.IsRead, result.Error);
        return result.Value;
    }

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at?.Parent is not null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Mingzhang.slnx")))
                return Path.Combine(at.Parent.FullName, "shared");
        }

        return null;
    }
}
