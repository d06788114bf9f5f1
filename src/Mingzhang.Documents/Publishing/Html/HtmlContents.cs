using System.Globalization;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>A line of the contents (目录).</summary>
/// <param name="Level">1 for a part, 2 for what stands in it.</param>
/// <param name="Number">Number of a table; null when it has none.</param>
/// <param name="Title">Title.</param>
/// <param name="Id">Where it leads.</param>
public sealed record ContentsEntry(int Level, string? Number, string Title, string Id);

/// <summary>Lists what a document holds, with the ids by which its blocks are found.</summary>
internal static class HtmlContents
{
    /// <summary>Selects the places of the page numbers, one a line, in the order of the lines.</summary>
    public const string PagePlaces = ".contents .page";

    /// <summary>The lines in order.</summary>
    public static IEnumerable<ContentsEntry> Of(PrintedDocument document)
    {
        for (var b = 0; b < document.Blocks.Count; b++)
        {
            ContentsEntry? entry = document.Blocks[b] switch
            {
                HeadingBlock { Level: <= 2 } heading => new ContentsEntry(heading.Level, null, Heading(heading), Id(b)),
                TableBlock { Table: var table } => new ContentsEntry(2, table.Number, table.Title, Id(b)),
                FormBlock { Form: var form } => new ContentsEntry(2, null, form.Title, Id(b)),
                _ => null,
            };
            if (entry is not null)
                yield return entry;
        }
    }

    /// <summary>Id of a block.</summary>
    public static string Id(int block) => string.Create(CultureInfo.InvariantCulture, $"b{block + 1}");

    /// <summary>A heading with room after the number of a part: “第一部分　概况”.</summary>
    public static string Heading(HeadingBlock heading)
    {
        var end = heading.Text.IndexOf("部分", StringComparison.Ordinal) + 2;
        return heading.Level == 1 && heading.Text.StartsWith('第') && end is > 2 and < 8 && end < heading.Text.Length
            ? heading.Text[..end] + "　" + heading.Text[end..].TrimStart()
            : heading.Text;
    }
}
