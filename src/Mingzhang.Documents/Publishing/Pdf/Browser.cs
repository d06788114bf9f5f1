namespace Mingzhang.Documents.Publishing.Pdf;

/// <summary>Finds Chromium or Edge, which print pages as PDF (打印用的浏览器).</summary>
internal static class Browser
{
    // On the search path under these names; Windows keeps Edge elsewhere.
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "microsoft-edge", "msedge"];

    /// <summary>The program; null when none is installed.</summary>
    public static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var ending = OperatingSystem.IsWindows() ? ".exe" : "";
        var onPath = Names.SelectMany(n => folders.Select(f => Path.Combine(f, n + ending)));
        Environment.SpecialFolder[] programs = [Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.ProgramFiles];
        var edge = programs.Select(p => Path.Combine(Environment.GetFolderPath(p), "Microsoft", "Edge", "Application", "msedge.exe"));
        return onPath.Concat(OperatingSystem.IsWindows() ? edge : []).FirstOrDefault(File.Exists);
    }

    /// <summary>Arguments with which it runs without a window, keeps to its own folder, and asks nobody for anything.</summary>
    /// <param name="profile">A folder of its own for what the browser keeps.</param>
    public static IEnumerable<string> Arguments(string profile) =>
    [
        "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
        "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--user-data-dir=" + profile,
        // Chromium refuses its sandbox to root, as whom services in containers run; the page holds no script and may load nothing.
        .. Environment.UserName == "root" ? (string[])["--no-sandbox"] : [],
    ];

    /// <summary>What is told where there is no browser.</summary>
    public const string Missing = "生成 PDF 需要 Chromium 或 Edge 浏览器，这台机器上没有。请安装：apt-get install chromium fonts-noto-cjk，或先公开为 html，再用浏览器打印为 PDF。";
}
