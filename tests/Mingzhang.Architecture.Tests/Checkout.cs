using System.Diagnostics;

namespace Mingzhang.Architecture.Tests;

/// <summary>A text file of the checkout.</summary>
/// <param name="Path">Relative to the root, with “/”.</param>
/// <param name="Text">Its contents.</param>
public sealed record SourceFile(string Path, string Text);

/// <summary>The files of this checkout that belong to the project: tracked ones, and new ones that are not ignored.</summary>
public static class Checkout
{
    private static readonly HashSet<string> Binary =
        new([".pdf", ".ofd", ".docx", ".xlsx", ".xls", ".doc", ".png", ".ttf", ".zip"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Folder that holds the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Every text file.</summary>
    public static IReadOnlyList<SourceFile> Files { get; } = [.. Paths()
        .Where(p => !Binary.Contains(Path.GetExtension(p)) && File.Exists(Path.Combine(Root, p)))
        .Select(p => new SourceFile(p, File.ReadAllText(Path.Combine(Root, p))))];

    /// <summary>The C# files under src.</summary>
    public static IEnumerable<SourceFile> Sources =>
        Files.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal) && f.Path.EndsWith(".cs", StringComparison.Ordinal));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mingzhang.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests lie outside a checkout.");
    }

    private static IEnumerable<string> Paths()
    {
        var listed = ListedByGit();
        return listed.Count > 0 ? listed : Walk(new DirectoryInfo(Root));
    }

    private static IReadOnlyList<string> ListedByGit()
    {
        // Whoever runs the tests need not own the checkout.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        try
        {
            using var git = Process.Start(start)!;
            git.ErrorDataReceived += (_, _) => { };
            git.BeginErrorReadLine();
            var output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output.Split('\0', StringSplitOptions.RemoveEmptyEntries) : [];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // No git here: an unpacked archive is walked instead.
            return [];
        }
    }

    private static IEnumerable<string> Walk(DirectoryInfo folder)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            if (entry is FileInfo)
                yield return Path.GetRelativePath(Root, entry.FullName).Replace('\\', '/');
            else if (entry is DirectoryInfo inner && entry.Name is not (".git" or ".build" or "bin" or "obj" or "node_modules"))
            {
                foreach (var path in Walk(inner))
                    yield return path;
            }
        }
    }
}
