using System.Diagnostics;

namespace Mingzhang.Documents.Tests.Publishing;

/// <summary>Programs that open what is published as a person would.</summary>
internal static class Office
{
    /// <summary>Skips the test where one of the programs is not installed.</summary>
    public static void Need(params string[] programs)
    {
        foreach (var program in programs)
            Assert.SkipUnless(Exists(program), $"{program} is not installed");
    }

    /// <summary>Whether a program is on the path.</summary>
    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, program)));

    /// <summary>Converts with LibreOffice, in a profile of its own.</summary>
    /// <returns>The file made, in a folder below that of the source.</returns>
    public static string Convert(string path, string format)
    {
        var folder = Path.GetDirectoryName(path)!;
        var made = Path.Combine(folder, "made");
        Run("soffice", $"-env:UserInstallation={new Uri(folder)}/profile", "--headless", "--convert-to", format, "--outdir", made, path);
        var file = Path.Combine(made, Path.ChangeExtension(Path.GetFileName(path), format));
        Assert.True(File.Exists(file), $"LibreOffice made no {format}");
        return file;
    }

    /// <summary>Runs a program that must succeed, and gives what it prints.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, program + ": " + errors.Result);
        return output;
    }
}
