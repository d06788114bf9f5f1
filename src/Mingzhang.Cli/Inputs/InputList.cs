namespace Mingzhang.Cli.Inputs;

/// <summary>The inputs that the words of a call stand for (输入清单): a folder stands for the documents and ledgers in it.</summary>
/// <param name="Paths">Files and ledger folders, in order; a path that is not there stays, to be told when it is read.</param>
/// <param name="IsMany">Whether the call is about several, so that its JSON is an array.</param>
internal sealed record InputList(IReadOnlyList<string> Paths, bool IsMany)
{
    // Formats in which offices publish, and disclosure JSON. Other files of a folder are none of the call's business.
    private static readonly string[] Extensions =
        [".pdf", ".ofd", ".docx", ".doc", ".wps", ".xlsx", ".xls", ".et", ".html", ".htm", ".md", ".txt", ".rtf", ".json"];

    /// <summary>Finds the inputs.</summary>
    public static InputList Of(IReadOnlyList<string> words)
    {
        var paths = new List<string>();
        var hasFolder = false;
        foreach (var word in words)
        {
            if (Directory.Exists(word) && !LedgerInput.Is(word))
            {
                hasFolder = true;
                Walk(word, paths);
            }
            else
            {
                paths.Add(word);
            }
        }

        return new InputList(paths, hasFolder || paths.Count > 1);
    }

    private static void Walk(string folder, List<string> paths)
    {
        // Hidden files, and folders that may not be opened, are passed over.
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = true };
        foreach (var path in Directory.EnumerateFileSystemEntries(folder, "*", options).Order(StringComparer.Ordinal))
        {
            if (LedgerInput.Is(path))
                paths.Add(path);
            else if (Directory.Exists(path))
                Walk(path, paths);
            else if (Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
                paths.Add(path);
        }
    }
}
