using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Cli.Outputs;

/// <summary>Writes ledger folders, all or none (写台账文件夹).</summary>
internal static class LedgerOutput
{
    /// <summary>Writes into a folder beside the wanted one, which takes its name when the last file is written. A folder with anything in it is left alone.</summary>
    /// <param name="session">The call.</param>
    /// <param name="folder">The folder that will hold everything.</param>
    /// <param name="ledgers">Each ledger with its own folder: that folder, or one below it.</param>
    /// <returns>Whether it was written; if not, why is told in one line.</returns>
    public static bool Write(Session session, string folder, IReadOnlyList<(string Folder, Ledger Ledger)> ledgers)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            session.Refuse($"{folder} 里已有文件，没有写入：请换一个新的或空的文件夹", $"{folder} is not empty and was left alone: name a new or empty folder");
            return false;
        }

        var unfinished = $"{target}.{Path.GetRandomFileName()}";
        try
        {
            foreach (var (path, ledger) in ledgers)
                LedgerWriter.Write(ledger, Path.Combine(unfinished, Path.GetRelativePath(target, Path.GetFullPath(path))));
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(unfinished, target);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
            session.Refuse($"写不进 {folder}（{e.Message}）：请检查磁盘空间和写权限", $"cannot write to {folder} ({e.Message}): check disk space and permissions");
            return false;
        }
    }
}
