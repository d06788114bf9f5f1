using System.Diagnostics;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Data;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Tests.Reading;

/// <summary>One document pulled out of its PDF in different ways is one document.</summary>
public class RenderingTests
{
    private static readonly DataFolder Data = new(Path.Combine(Root(), "data"));

    [Theory]
    [InlineData("-layout")]
    [InlineData("-raw")]
    public void Text_pulled_out_of_a_pdf_holds_the_figures_of_the_pdf_in_their_places(string mode)
    {
        Assert.SkipUnless(TinyPdf.CanRead, "pdftotext or qpdf is not here");
        Assert.SkipUnless(Shared.Folder is not null && Directory.Exists(Path.Combine(Shared.Folder, "real")), "../shared/real is not here");
        var pdf = Directory.GetFiles(Path.Combine(Shared.Folder!, "real"), "*.pdf")[0];
        var printed = Figures(Read("原件.pdf", File.ReadAllBytes(pdf)));
        var pulled = Figures(Read("文字.txt", Text(mode, pdf)));
        Assert.True(printed.Count > 200);
        // Figures, not labels: a sentence put in a wrong place would be missing here and too many there.
        Assert.Empty(printed.Except(pulled).Concat(pulled.Except(printed)));
    }

    private static Disclosure Read(string file, byte[] content)
    {
        var read = DisclosureReader.Read(file, content, [.. Data.Editions.Editions], Data.Catalogue);
        Assert.True(read.IsRead, read.Error);
        return read.Value;
    }

    private static HashSet<string> Figures(Disclosure disclosure) =>
    [
        .. disclosure.Statements.SelectMany(s => s.Rows.SelectMany(r => r.Cells
            .Where(c => c.Figure is not null)
            .Select(c => $"{s.Title} {r.Key} {c.Column.Leaf} {FigureText.Format(c.Figure!.Value.Value, 2)}"))),
    ];

    private static byte[] Text(string mode, string pdf)
    {
        using var process = Process.Start(new ProcessStartInfo("pdftotext", [mode, pdf, "-"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using var text = new MemoryStream();
        process.StandardOutput.BaseStream.CopyTo(text);
        process.WaitForExit();
        return text.ToArray();
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Mingzhang.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
