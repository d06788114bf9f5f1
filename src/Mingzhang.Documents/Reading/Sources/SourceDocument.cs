using System.Collections.Frozen;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Sources;

/// <summary>The neutral layout of a document (版面): its lines and tables in reading order, without any meaning.</summary>
/// <param name="File">Name of the file as the caller gave it.</param>
/// <param name="Pages">Number of pages; null for what has no pages.</param>
/// <param name="Blocks">Lines and tables in reading order.</param>
public sealed record SourceDocument(string File, int? Pages, IReadOnlyList<SourceBlock> Blocks)
{
    /// <summary>What the document says of itself outside its text: title of a page, document properties, the words of its cover. Empty where the format has none.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Id of the edition that the document says its forms follow, as our own publications do; null when it says nothing. A hint: the forms decide.</summary>
    public string? Edition { get; init; }

    /// <summary>Pages whose words were recognised from a picture (文字识别的页): what they say is unsure until arithmetic confirms it.</summary>
    public IReadOnlySet<int> Recognised { get; init; } = FrozenSet<int>.Empty;

    /// <summary>What was left out and why, for the person who gave the file (未读取的部分).</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>A line or a table of the layout.</summary>
/// <param name="At">Where it starts.</param>
public abstract record SourceBlock(Place At);

/// <summary>One printed line outside tables, or of a table whose cells are lost (一行文字).</summary>
/// <param name="Text">As printed, trimmed at both ends; spaces inside are kept. Never empty.</param>
/// <param name="At">Its line or box.</param>
public sealed record TextLine(string Text, Place At) : SourceBlock(At)
{
    /// <summary>Whether it is a whole paragraph, so that the next line does not go on with it. Formats with paragraphs know; printed lines do not.</summary>
    public bool IsParagraph { get; init; }

    /// <summary>Where its characters other than spaces are printed; null where that is not known.</summary>
    public PrintedPlaces? Places { get; init; }

    /// <summary>Whether a new page begins with it, where the text says so by a form feed.</summary>
    public bool BeginsPage { get; init; }

    /// <summary>Level of a heading from 1, where the format says that the paragraph is one; 0 where it does not say so.</summary>
    public int Heading { get; init; }

    /// <summary>Whether the table of contents names it as a part of the document: no table goes on beyond it.</summary>
    public bool IsListed { get; init; }
}

/// <summary>Where the characters of a line are printed (字的位置), spaces left out.</summary>
/// <param name="Left">Left end of each, in steps of about half a character.</param>
/// <param name="Right">Right end of each.</param>
/// <param name="IsMeasured">Whether they were measured on a page. Text that keeps its columns by spaces squeezes lines of wide characters.</param>
public sealed record PrintedPlaces(IReadOnlyList<int> Left, IReadOnlyList<int> Right, bool IsMeasured)
{
    /// <summary>The places in a line of text that keeps its columns by spaces (版面文本).</summary>
    /// <param name="text">The line.</param>
    /// <param name="indent">Spaces before it.</param>
    public static PrintedPlaces BySpaces(string text, int indent)
    {
        var left = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPrinted(text[i]))
                left.Add(indent + i);
        }

        return new PrintedPlaces(left, left.ConvertAll(c => c + 1), false);
    }

    /// <summary>Whether a character is no space.</summary>
    public static bool IsPrinted(char c) => !char.IsWhiteSpace(c) && c is not ('\u200b' or '\ufeff');
}

/// <summary>A table whose cells are known (表格).</summary>
/// <param name="Rows">Rows from the top; never empty.</param>
/// <param name="At">Where it starts.</param>
public sealed record SourceGrid(IReadOnlyList<SourceRow> Rows, Place At) : SourceBlock(At);

/// <summary>A row of a table. A cell that spans rows stands only in its first row.</summary>
/// <param name="Cells">Cells from the left; empty ones are present.</param>
public sealed record SourceRow(IReadOnlyList<SourceCell> Cells);

/// <summary>A cell of a table (单元格).</summary>
/// <param name="Text">As printed, its lines joined, trimmed; "" when it is empty.</param>
/// <param name="Column">Column of the grid from 0. In plain text this is its position in the row, as merged cells are not told.</param>
/// <param name="ColumnSpan">How many grid columns it covers, from 1.</param>
/// <param name="RowSpan">How many grid rows it covers, from 1.</param>
/// <param name="At">Its line or box.</param>
public sealed record SourceCell(string Text, int Column, int ColumnSpan, int RowSpan, Place At);
