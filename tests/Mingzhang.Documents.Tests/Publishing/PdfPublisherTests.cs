using System.Diagnostics;
using Mingzhang.Documents.Publishing.Pdf;

namespace Mingzhang.Documents.Tests.Publishing;

public sealed class PdfPublisherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mz-pdf-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_contents_name_the_pages_on_which_the_tables_stand()
    {
        Assert.SkipUnless(Browser.Find() is not null && Run("pdftotext", "-v") is not null, "no browser or no pdftotext here");
        var path = Path.Combine(_folder, "x.pdf");
        using (var file = File.Create(path))
            file.Write(Assert.Single(Samples.Publish("pdf", Samples.Compile("caidian-2025"))).Content.Span);
        var pages = Run("pdftotext", "-layout", path, "-")!.Split('\f');
        var lines = pages[1].Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length == 3 && l[0].StartsWith('表')).ToList();
        Assert.Equal(10, lines.Count);
        Assert.All(lines, l => Assert.Contains(l[1], pages[int.Parse(l[2], System.Globalization.CultureInfo.InvariantCulture) - 1], StringComparison.Ordinal));
        Assert.Matches("Tagged: +yes", Run("pdfinfo", path)!);
    }

    // Null when the program is missing.
    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output + errors.Result;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
