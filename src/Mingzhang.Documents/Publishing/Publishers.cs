using Mingzhang.Documents.Publishing.Excel;
using Mingzhang.Documents.Publishing.Html;
using Mingzhang.Documents.Publishing.OpenData;
using Mingzhang.Documents.Publishing.Pdf;
using Mingzhang.Documents.Publishing.Word;

namespace Mingzhang.Documents.Publishing;

/// <summary>All formats in which a disclosure can be published (公开格式一览).</summary>
public static class Publishers
{
    /// <summary>The publishers, in the order a person reads them.</summary>
    public static IReadOnlyList<IPublisher> All { get; } =
    [
        new WordPublisher(),
        new ExcelPublisher(),
        new HtmlPublisher(),
        new PdfPublisher(),
        new OpenDataPublisher(),
    ];

    /// <summary>The publisher of a format; null when there is none.</summary>
    /// <param name="format">Its short name.</param>
    public static IPublisher? Find(string format) => All.FirstOrDefault(p => p.Format == format);
}
