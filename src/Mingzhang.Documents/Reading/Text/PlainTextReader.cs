using System.Text.RegularExpressions;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Text;

/// <summary>Reads plain text (纯文本). Tables are known by their tabs or bars; lines without them stay lines.</summary>
public sealed partial class PlainTextReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "文本";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> content) => TextDecoding.Decode(content) is not null;

    /// <inheritdoc/>
    public ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (TextDecoding.Decode(content.Span) is not { } text)
            return ReadResult<SourceDocument>.Failed($"{file}：{TextDecoding.Fault}");
        var notes = new List<string>();
        var lines = GapTabs.Spaced(RawLine.Cut(text, notes));
        var blocks = CellLineLayout.Fits(lines) ? CellLineLayout.Read(lines) : LateTitles.PutFirst(TabRowLayout.Read(lines));
        return blocks.Count == 0
            ? ReadResult<SourceDocument>.Failed($"{file}：文件里没有文字。请确认内容已保存。")
            : ReadResult<SourceDocument>.Of(new SourceDocument(file, null, blocks) { Notes = notes });
    }

    /// <summary>The line as a block; null when nothing is printed on it.</summary>
    internal static TextLine? Line(RawLine line)
    {
        var text = TextMarkup.CleanLine(line.Text);
        // A number between dashes is the foot of a page and nothing else anywhere.
        if (text.Length == 0 || PageNumber().IsMatch(text))
            return null;
        // Signs of markup that were taken away leave the columns of the line unknown.
        var printed = line.Text.AsSpan().TrimStart('\f');
        var indent = printed.Length - printed.TrimStart().Length;
        return new TextLine(text, new Place(Line: line.Number))
        {
            Places = printed.Trim().SequenceEqual(text) ? PrintedPlaces.BySpaces(text, indent) : null,
            BeginsPage = printed.Length < line.Text.Length,
        };
    }

    /// <summary>A row of cells that stand beside each other, each column being its position.</summary>
    internal static SourceRow Row(IEnumerable<LineCell> cells) =>
        new([.. cells.Select((c, i) => new SourceCell(TextMarkup.Clean(c.Text), i, 1, 1, new Place(Line: c.Line)))]);

    /// <summary>The rows as a block: a table, or a line where there is but one cell in all; null when there is nothing in them.</summary>
    internal static SourceBlock? Table(IReadOnlyList<SourceRow> rows)
    {
        if (rows.Count == 0)
            return null;
        var first = rows[0].Cells[0];
        if (rows.Count > 1 || rows[0].Cells.Count > 1)
            return new SourceGrid(rows, first.At);
        return first.Text.Length == 0 ? null : new TextLine(first.Text, first.At);
    }

    [GeneratedRegex(@"^[-—–－]+\s*\d{1,4}\s*[-—–－]+$")]
    private static partial Regex PageNumber();
}

/// <summary>A cell of a table of text.</summary>
/// <param name="Text">What is printed in it.</param>
/// <param name="Line">The line it begins in, from 1.</param>
internal sealed record LineCell(string Text, int Line);
