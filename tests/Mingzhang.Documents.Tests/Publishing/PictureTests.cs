using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Documents.Publishing.Pdf;

namespace Mingzhang.Documents.Tests.Publishing;

/// <summary>Pages as they look, against pictures of pages that were looked at; see Pictures/README.md.</summary>
public sealed partial class PictureTests : IDisposable
{
    // Per cent of the squares with anything in them.
    private const decimal Tolerance = 4m;
    private const string Resolution = "30";

    private static readonly string Pictures = Path.Combine(Samples.Root, "tests", "Mingzhang.Documents.Tests", "Publishing", "Pictures");
    private static readonly bool Writes = Environment.GetEnvironmentVariable("MINGZHANG_PICTURES") == "write";

    private readonly string _folder = Directory.CreateTempSubdirectory("mz-picture-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("docx", "dongxihu-2024", "公开04表", "图1：", "业务科工作经费项目绩效自评表")]
    [InlineData("docx", "caidian-2025", "表 2", "2025年医疗救助项目支出绩效目标表")]
    [InlineData("docx", "qingshan-2022", "城乡医疗救助项目绩效目标申报表")]
    [InlineData("xlsx", "caidian-2025", "表6", "2025年医疗救助手续费项目支出绩效目标表")]
    [InlineData("pdf", "dongxihu-2024", "公开03表", "图2：")]
    [InlineData("pdf", "jiangan-2024", "表四", "在职人员体检费项目支出绩效目标表")]
    public void Pages_look_as_they_did(string format, string sample, params string[] marks)
    {
        Office.Need("pdftoppm", "pdftotext", "pdffonts");
        var pdf = Pdf(format, sample);
        var name = $"{sample}-{format}";
        Fonts(pdf, name);
        var pages = Office.Run("pdftotext", "-layout", pdf, "-").Split('\f').Select(p => string.Concat(p.Where(c => !char.IsWhiteSpace(c)))).ToList();
        foreach (var (mark, number) in marks.Select((m, i) => (string.Concat(m.Where(c => !char.IsWhiteSpace(c))), i + 1)))
        {
            // What the contents list stands there first.
            var page = pages.FindLastIndex(p => p.Contains(mark, StringComparison.Ordinal)) + 1;
            Assert.True(page > 0, $"no page with {mark}");
            var file = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
            var text = page.ToString(CultureInfo.InvariantCulture);
            Office.Run("pdftoppm", "-gray", "-png", "-singlefile", "-r", Resolution, "-f", text, "-l", text, pdf, Path.Combine(_folder, file));
            var (made, kept) = (Path.Combine(_folder, file + ".png"), Path.Combine(Pictures, file + ".png"));
            if (Writes)
                File.Copy(made, kept, overwrite: true);
            var unlike = GreyPicture.Read(kept).Unlike(GreyPicture.Read(made));
            Assert.True(unlike <= Tolerance, $"{file} ({mark}, page {text}): {unlike:F1} % of the page looks otherwise; look at it, then see Pictures/README.md");
        }
    }

    [Fact]
    public void A_row_that_disappears_is_seen()
    {
        foreach (var picture in Directory.GetFiles(Pictures, "*.png").Select(GreyPicture.Read))
        {
            Assert.Equal(0m, picture.Unlike(picture));
            Assert.True(picture.Unlike(picture.Without(picture.Height / 5, picture.Height / 8)) > Tolerance);
        }
    }

    private string Pdf(string format, string sample)
    {
        if (format == "pdf")
            Assert.SkipUnless(Browser.Find() is not null, "no browser here");
        else
            Office.Need("soffice");
        var path = Path.Combine(_folder, "x." + format);
        using (var file = File.Create(path))
            file.Write(Samples.Publish(format, Samples.Whole(sample))[0].Content.Span);
        return format == "pdf" ? path : Office.Convert(path, "pdf");
    }

    // Other fonts give other pictures: that is no fault of the page.
    private static void Fonts(string pdf, string name)
    {
        var fonts = string.Join(' ', Office.Run("pdffonts", pdf).Split('\n').Skip(2).Select(l => Subset().Match(l).Groups[1].Value).Where(f => f.Length > 0 && f != "[none]").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        // The browser embeds fonts of CJK without their names.
        if (Office.Exists("fc-match"))
            fonts += " | " + string.Join(' ', Office.Run("fc-match", "-f", "%{postscriptname}", "Noto Sans CJK SC"), Office.Run("fc-match", "-f", "%{postscriptname}", "Noto Serif CJK SC"));
        var list = Path.Combine(Pictures, "fonts.txt");
        var lines = File.Exists(list) ? File.ReadAllLines(list).ToList() : [];
        if (Writes)
        {
            lines.RemoveAll(l => l.StartsWith(name + ":", StringComparison.Ordinal));
            lines.Add($"{name}: {fonts}");
            File.WriteAllLines(list, lines.Order(StringComparer.Ordinal));
        }
        else
        {
            var known = lines.Find(l => l.StartsWith(name + ":", StringComparison.Ordinal));
            Assert.SkipUnless(known == $"{name}: {fonts}", $"the pictures were made with other fonts: {known}; here: {fonts}");
        }
    }

    [GeneratedRegex(@"^(?:[A-Z]{6}\+)?(\S+)")]
    private static partial Regex Subset();
}
