using System.Buffers.Binary;
using System.Globalization;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Reporting;

/// <summary>Picture of a page.</summary>
/// <param name="Png">Its bytes.</param>
/// <param name="Width">Width of the page in points.</param>
/// <param name="Height">Height of the page in points.</param>
internal sealed record PageImage(byte[] Png, double Width, double Height);

/// <summary>Pictures of the pages of a PDF by poppler, where it is installed (页面图).</summary>
internal static class PageImages
{
    private const int DotsPerInch = 80;

    /// <summary>The pictures of these pages; none where the program is missing or the file is no PDF.</summary>
    public static Dictionary<int, PageImage> Of(ReadOnlyMemory<byte> content, IReadOnlyCollection<int> pages, CancellationToken cancellation)
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
                var run = ExternalProgram.Run("pdftoppm", ["-png", "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, path], ProgramBounds.Foreign, cancellation);
                if (run.End == ProgramEnd.Missing)
                    break;
                // Width and height stand in the head of a PNG.
                if (run.ExitCode == 0 && run.Output.Length > 24)
                    images[page] = new PageImage(run.Output, Points(run.Output, 16), Points(run.Output, 20));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return images;
    }

    private static double Points(byte[] png, int at) => BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)) * 72.0 / DotsPerInch;
}
