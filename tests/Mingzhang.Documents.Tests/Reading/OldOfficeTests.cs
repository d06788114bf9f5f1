using System.Diagnostics;
using System.Text;
using Mingzhang.Core.Comparing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Tests.Reading;

/// <summary>Old formats are made by LibreOffice from our own publications and must say the same; without LibreOffice they are told to need it.</summary>
public class OldOfficeTests
{
    [Theory]
    [InlineData("docx", "doc")]
    [InlineData("docx", "rtf")]
    [InlineData("xlsx", "xls")]
    public void An_old_document_says_what_the_new_one_says(string format, string old)
    {
        var compiled = Publishing.Samples.Compile("hanyang-2023");
        var published = Publishing.Samples.Publish(format, compiled)[0].Content;
        var read = Read(Convert(published.Span, format, old), "x." + old);
        var comparison = DisclosureComparer.Compare(compiled, read, Publishing.Samples.Context.Editions);
        Assert.Empty(comparison.Differences);
        Assert.True(comparison.Same > 100, $"only {comparison.Same} cells");
    }

    [Fact]
    public void A_torn_old_document_ends_with_one_message()
    {
        var content = new byte[4096];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(content, 0);
        Encoding.Unicode.GetBytes("WordDocument\0").CopyTo(content, 600);
        var read = Shared.Read("x.doc", content);
        Assert.False(read.IsRead);
        Assert.Contains("另存为 .docx", read.Error, StringComparison.Ordinal);
    }

    private static Disclosure Read(byte[] content, string name)
    {
        var read = DisclosureReader.Read(name, content, Publishing.Samples.Context.Editions, Publishing.Samples.Data.Catalogue);
        Assert.True(read.IsRead, read.Error);
        return read.Value;
    }

    private static byte[] Convert(ReadOnlySpan<byte> content, string from, string to)
    {
        Assert.SkipUnless(TinyPdf.OnPath("soffice"), "LibreOffice is not here");
        var folder = Directory.CreateTempSubdirectory("mingzhang-test-");
        try
        {
            var source = Path.Combine(folder.FullName, "a." + from);
            File.WriteAllBytes(source, content);
            using var process = Process.Start(new ProcessStartInfo("soffice", ["-env:UserInstallation=" + new Uri(Path.Combine(folder.FullName, "p")).AbsoluteUri, "--headless", "--convert-to", to, "--outdir", folder.FullName, source])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            var made = Path.Combine(folder.FullName, "a." + to);
            Assert.SkipUnless(File.Exists(made), "this LibreOffice cannot write " + to);
            return File.ReadAllBytes(made);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
