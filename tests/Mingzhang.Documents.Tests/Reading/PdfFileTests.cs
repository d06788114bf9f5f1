using System.Diagnostics;
using Mingzhang.Documents.Reading.Pdf;

namespace Mingzhang.Documents.Tests.Reading;

/// <summary>Our own reader of PDF objects must see what qpdf sees, or leave the file to it.</summary>
public class PdfFileTests
{
    public static TheoryData<string> Forms =>
    [
        "--object-streams=generate --compress-streams=y",
        "--object-streams=disable --compress-streams=y",
        "--object-streams=generate --linearize",
        "--qdf",
        "--object-streams=preserve --stream-data=uncompress",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Our_reader_sees_the_lines_and_pictures_that_qpdf_sees_in_every_form_of_a_file(string options)
    {
        Assert.SkipUnless(TinyPdf.CanRead, "qpdf is not here");
        var folder = Directory.CreateTempSubdirectory("mingzhang-test-");
        try
        {
            var source = Path.Combine(folder.FullName, "source.pdf");
            var real = Shared.Folder is null ? "" : Path.Combine(Shared.Folder, "real", "putuo-guihua-2024-final.pdf");
            File.WriteAllBytes(source, File.Exists(real) ? File.ReadAllBytes(real) : new TinyPdf().Grid([50, 100, 200], [50, 80, 120]).AsForm(10, 20).Grid([50, 60], [300, 400]).EndPage(90).Text(50, 50, "甲").EndPage().Bytes());
            var path = Path.Combine(folder.FullName, "made.pdf");
            using (var qpdf = Process.Start("qpdf", [.. options.Split(' '), source, path]))
                qpdf.WaitForExit();
            var own = PdfTools.OwnDrawings(File.ReadAllBytes(path), TestContext.Current.CancellationToken);
            Assert.NotNull(own);
            var other = PdfTools.QpdfDrawings(path, TestContext.Current.CancellationToken);
            Assert.Equal(other.Count, own.Count);
            Assert.All(own.Zip(other), pair =>
            {
                Assert.Equal(pair.Second.HasImage, pair.First.HasImage);
                Assert.Equal(pair.Second.Rules, pair.First.Rules);
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_form_and_an_inherited_box_and_a_picture_are_found()
    {
        var own = PdfTools.OwnDrawings(new TinyPdf().Grid([50, 100, 200], [50, 80, 120]).AsForm(10, 20).Bytes(), TestContext.Current.CancellationToken);
        Assert.NotNull(own);
        Assert.Equal(6, own[0].Rules.Count);
        Assert.True(own[0].HasImage);
    }

    [Theory]
    [InlineData("startxref", "startxxxx")]
    [InlineData("/Root 1 0 R", "/Root 9 0 X")]
    [InlineData("/Length ", "/Length 9")]
    [InlineData("/Kids [9 0 R]", "/Kids [2 0 R]")]
    [InlineData("/Root 1 0 R", "/Encrypt 3 0 R /Root 1 0 R")]
    [InlineData("0000000000 65535 f", "0000000000 65535 q")]
    public void What_is_broken_or_encrypted_is_left_to_qpdf(string old, string broken)
    {
        var text = System.Text.Encoding.Latin1.GetString(new TinyPdf().Grid([50, 100], [50, 80]).Bytes());
        Assert.Contains(old, text, StringComparison.Ordinal);
        Assert.Null(PdfTools.OwnDrawings(System.Text.Encoding.Latin1.GetBytes(text.Replace(old, broken, StringComparison.Ordinal)), TestContext.Current.CancellationToken));
    }
}
