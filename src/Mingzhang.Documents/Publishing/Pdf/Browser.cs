using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Publishing.Pdf;

/// <summary>Prints pages with Chromium or Edge (浏览器打印), as a separate program within bounds of time.</summary>
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

    /// <summary>Prints a page as a tagged PDF with bookmarks.</summary>
    /// <param name="program">The browser.</param>
    /// <param name="page">The page's file.</param>
    /// <param name="pdf">Where the PDF goes.</param>
    /// <param name="profile">A folder of its own for what the browser keeps.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Null when it is printed, else why not.</returns>
    public static string? Print(string program, string page, string pdf, string profile, CancellationToken cancellation)
    {
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--user-data-dir=" + profile,
            // Chromium refuses its sandbox to root, as whom services in containers run; the page holds no script and may load nothing.
            .. Environment.UserName == "root" ? (string[])["--no-sandbox"] : [],
            "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf", "--print-to-pdf=" + pdf, new Uri(page).AbsoluteUri,
        ];
        var run = ExternalProgram.Run(program, arguments, cancellation);
        return run.End switch
        {
            ProgramEnd.Exited when File.Exists(pdf) => null,
            ProgramEnd.Exited => "浏览器没有生成 PDF（" + LastLine(run.Errors) + "）。请确认浏览器能正常启动。",
            ProgramEnd.Missing => Missing,
            _ => "浏览器没有在一分钟内完成打印。请关闭其他程序后再试。",
        };
    }

    /// <summary>What is told where there is no browser.</summary>
    public const string Missing = "生成 PDF 需要 Chromium 或 Edge 浏览器，这台机器上没有。请安装：apt-get install chromium fonts-noto-cjk，或先公开为 html，再用浏览器打印为 PDF。";

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim();
}
