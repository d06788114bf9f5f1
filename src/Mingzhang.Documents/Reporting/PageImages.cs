using System.Buffers.Binary;
using System.Globalization;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Reporting;

/// <summary>Picture of a page.</summary>
/// <param name="Png">Its bytes.</param>
/// <param name="Width">Width of the page in points.</param>
/// <param name="Height">Height of the page in points.</param>
public sealed record PageImage(byte[] Png, double Width, double Height);

/// <summary>Pictures of the pages of a PDF by poppler, where it is installed (页面图).</summary>
public static class PageImages
{
    /// <summary>Coarse enough that a report of many pages stays small.</summary>
    public const int ReportDots = 80;

    /// <summary>The pictures of these pages; none where the program is missing or the file is no PDF.</summary>
    /// <param name="content">The PDF.</param>
    /// <param name="pages">Pages from 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="dotsPerInch">How fine they are.</param>
    public static IReadOnlyDictionary<int, PageImage> Of(ReadOnlyMemory<byte> content, IReadOnlyCollection<int> pages, CancellationToken cancellation, int dotsPerInch = ReportDots)
    {
        var images = new Dictionary<int, PageImage>();
        if (pages.Count == 0 || content.Span[..Math.Min(1024, content.Length)].IndexOf("%PDF-"u8) < 0)
            return images;
        var folder = Directory.CreateTempSubdirectory("mingzhang-pages-");
        try
        {
            var path = Path.Combine(folder.FullName, "in.pdf");
            using (var stream = File.Create(path))
                stream.Write(content.Span);
            foreach (var page in pages)
            {
                var number = page.ToString(CultureInfo.InvariantCulture);
                var run = ExternalProgram.Run("pdftoppm", ["-png", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, path], ProgramBounds.Foreign, cancellation);
                if (run.End == ProgramEnd.Missing)
                    break;
                // Width and height stand in the head of a PNG.
                if (run.ExitCode == 0 && run.Output.Length > 24)
                    images[page] = new PageImage(run.Output, Points(run.Output, 16, dotsPerInch), Points(run.Output, 20, dotsPerInch));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return images;
    }

    private static double Points(byte[] png, int at, int dotsPerInch) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)) * 72.0 / dotsPerInch;
}
