using Mingzhang.Documents.Publishing;

namespace Mingzhang.Cli.Outputs;

/// <summary>Writes a set of files into a folder, all or none (写文件).</summary>
internal static class FileOutput
{
    private const string Unfinished = ".mz-unfinished";

    /// <summary>Writes all under names of their own first, and renames them when the last is written.</summary>
    /// <returns>The paths, in order; null when they could not be written, which is then told in one line.</returns>
    public static IReadOnlyList<string>? Write(Session session, string folder, IReadOnlyList<PublishedFile> files)
    {
        var written = new List<(string From, string To)>();
        try
        {
            foreach (var file in files)
            {
                var path = Path.Combine([folder, .. file.Name.Split('/')]);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                written.Add((path + Unfinished, path));
                using var stream = new FileStream(path + Unfinished, FileMode.Create);
                stream.Write(file.Content.Span);
            }

            foreach (var (from, to) in written)
                File.Move(from, to, overwrite: true);
            return [.. written.Select(w => w.To)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Clear(written.Select(w => w.From));
            session.Refuse($"写不进 {folder}（{e.Message}）：请检查文件夹、磁盘空间和写权限，以及文件是否正被打开", $"cannot write to {folder} ({e.Message}): check folder, disk space, permissions and open files");
            return null;
        }
    }

    private static void Clear(IEnumerable<string> unfinished)
    {
        foreach (var path in unfinished)
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Whatever kept us from writing keeps us from clearing up too.
            }
        }
    }
}
