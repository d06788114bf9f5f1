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

    [Fact]
    public void Fonts_are_embedded_the_file_is_sound_and_bookmarks_lead_to_every_table()
    {
        Assert.SkipUnless(Browser.Find() is not null, "no browser here");
        Office.Need("pdffonts", "qpdf");
        var disclosure = Samples.Whole("dongxihu-2024");
        var path = Path.Combine(_folder, "x.pdf");
        using (var file = File.Create(path))
            file.Write(Assert.Single(Samples.Publish("pdf", disclosure)).Content.Span);
        var fonts = Office.Run("pdffonts", path).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.NotEmpty(fonts);
        Assert.All(fonts, f => Assert.Matches(" yes +(yes|no) +(yes|no) +[0-9]+ +[0-9]+ *$", f));
        Office.Run("qpdf", "--check", path);
        using var outline = System.Text.Json.JsonDocument.Parse(Office.Run("qpdf", "--json=2", "--json-key=outlines", path));
        var titles = Titles(outline.RootElement.GetProperty("outlines")).ToList();
        Assert.All(disclosure.Statements, s => Assert.Contains(titles, t => t.Contains(s.Title, StringComparison.Ordinal)));
        Assert.All(disclosure.Performance, f => Assert.Contains(titles, t => t.Contains(f.Form, StringComparison.Ordinal)));
        Assert.Contains(titles, t => t.Contains("名词解释", StringComparison.Ordinal));
    }

    [Fact]
    public void A_browser_that_was_ended_while_it_waited_is_replaced()
    {
        Assert.SkipUnless(Browser.Find() is not null, "no browser here");
        var pages = Enumerable.Range(0, 2).Select(_ =>
        {
            string? error = null;
            var first = BrowserPool.Run(Browser.Find()!, session => error = session.Print(isFinal: false, out var pdf) ?? (pdf.Length > 0 ? null : "empty"), TestContext.Current.CancellationToken);
            BrowserPool.EndProcesses();
            return first ?? error;
        });
        Assert.All(pages, Assert.Null);
    }

    private static IEnumerable<string> Titles(System.Text.Json.JsonElement outlines) =>
        outlines.EnumerateArray().SelectMany(o => Titles(o.GetProperty("kids")).Prepend(o.GetProperty("title").GetString()!));

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
