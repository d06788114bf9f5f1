namespace Mingzhang.Cli;

/// <summary>Where the product's folder lies (安装目录).</summary>
internal static class Home
{
    /// <summary>The variable by which <c>mz</c> names it.</summary>
    public const string Variable = "MINGZHANG_HOME";

    /// <summary>The folder named by <c>mz</c>; without it the nearest one above the program that holds <c>data</c>; else the program's own.</summary>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return Path.GetFullPath(named);
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "data")))
                return folder.FullName;
        }

        return AppContext.BaseDirectory;
    }
}
