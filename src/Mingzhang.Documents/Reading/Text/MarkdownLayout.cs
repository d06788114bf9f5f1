using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Html;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Text;

/// <summary>
/// Markdown to lines and tables. Lists, quotes, emphasis and links are not parsed: an ordinal is part of a printed line, a
/// star stands for “times” as often as for emphasis, and nothing that nests can be nested without end.
/// </summary>
internal sealed class MarkdownLayout
{
    /// <summary>A line of fewer half-width signs was ended, not wrapped.</summary>
    private const int ShortLine = 40;

    private static readonly MarkdownPipeline Pipeline = Build();
    private readonly List<SourceBlock> _blocks = [];
    private readonly List<int> _numbers = [];
    private int _next;

    /// <summary>The blocks; null when a table goes beyond all bounds.</summary>
    public List<SourceBlock>? Read(IReadOnlyList<RawLine> lines, CancellationToken cancellation)
    {
        var text = Spaced(lines);
        foreach (var block in Markdown.Parse(text, Pipeline))
        {
            cancellation.ThrowIfCancellationRequested();
            if (block.Span.Start < _next)
                continue;
            switch (block)
            {
                case Table table:
                    Take(table);
                    break;
                case HeadingBlock heading:
                    Line(Text(heading.Inline), heading.Line, heading.Level);
                    break;
                case HtmlBlock html:
                    if (!Take(html, text))
                        return null;
                    break;
                case LeafBlock leaf:
                    Paragraph(leaf);
                    break;
            }
        }

        return _blocks;
    }

    // A table begins and ends at its bars, though no blank line parts it from the text.
    private string Spaced(IReadOnlyList<RawLine> lines)
    {
        var spaced = new List<string>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var begins = IsRow(lines[i].Text) && (i == 0 || !IsRow(lines[i - 1].Text));
            if (begins || (i > 0 && IsRow(lines[i].Text) != IsRow(lines[i - 1].Text)))
                Add("", lines[i].Number);
            // Below a header of several rows the rule stands too low for Markdown, which knows one row only.
            if (!IsRule(lines[i].Text))
                Add(lines[i].Text.Replace('\u001A', ' '), lines[i].Number);
            if (begins)
                Add(string.Concat(Enumerable.Repeat("|---", lines[i].Text.AsSpan().Trim().Count('|') - 1)) + "|", lines[i].Number);
        }

        return string.Join('\n', spaced);

        void Add(string text, int number)
        {
            spaced.Add(text);
            _numbers.Add(number);
        }
    }

    private static bool IsRow(string line) => line.AsSpan().Trim() is [.., '|'] bare && bare.Length > 2 && bare[0] == '|';

    private static bool IsRule(string line) => IsRow(line) && line.AsSpan().ContainsAny('-', '－') && line.AsSpan().IndexOfAnyExcept("|-: ") < 0;

    private void Take(Table table)
    {
        var rows = new List<SourceRow>();
        foreach (var row in table.OfType<TableRow>())
        {
            var cells = row.OfType<TableCell>().Select((c, i) => new LineCell(Text(c), Number(c.Line > 0 ? c.Line : row.Line))).ToList();
            if (cells.Count > 0)
                rows.Add(PlainTextReader.Row(cells));
        }

        if (PlainTextReader.Table(rows) is { } block)
            _blocks.Add(block);
    }

    // A table in HTML may hold blank lines, at which the block of Markdown ends and the table does not.
    private bool Take(HtmlBlock html, string text)
    {
        const string End = "</table>";
        var (start, end) = (html.Span.Start, Math.Min(html.Span.End + 1, text.Length));
        if (text.AsSpan(start, end - start).Contains("<table", StringComparison.OrdinalIgnoreCase)
            && !text.AsSpan(start, end - start).Contains(End, StringComparison.OrdinalIgnoreCase))
        {
            var close = text.IndexOf(End, end, StringComparison.OrdinalIgnoreCase);
            end = close < 0 ? end : close + End.Length;
            _next = end;
        }

        var layout = new HtmlLayout();
        if (!layout.Read(text[start..end], CancellationToken.None))
            return false;
        foreach (var block in layout.Blocks)
            _blocks.Add(Moved(block, html.Line));
        return true;
    }

    private SourceBlock Moved(SourceBlock block, int lines) => block switch
    {
        TextLine line => line with { At = Moved(line.At, lines) },
        SourceGrid grid => new SourceGrid([.. grid.Rows.Select(r => new SourceRow([.. r.Cells.Select(c => c with { At = Moved(c.At, lines) })]))], Moved(grid.At, lines)),
        _ => block,
    };

    private Place Moved(Place at, int lines) => at with { Line = Number((at.Line ?? 1) - 1 + lines) };

    private void Paragraph(LeafBlock block)
    {
        var lines = block.Inline is { } inline ? Lines(inline) : [.. block.Lines.Lines.Take(block.Lines.Count).Select(l => l.Slice.ToString())];
        var wrapped = new List<string>();
        var first = block.Line;
        for (var i = 0; i < lines.Count; i++)
        {
            wrapped.Add(lines[i]);
            if (i + 1 < lines.Count && lines[i].Sum(c => c >= '\u2e80' ? 2 : 1) >= ShortLine)
                continue;
            Line(TextFlow.Join(wrapped), first, 0);
            wrapped.Clear();
            first = block.Line + i + 1;
        }
    }

    private void Line(string text, int line, int heading)
    {
        if (TextMarkup.CleanLine(text) is { Length: > 0 } clean)
            _blocks.Add(new TextLine(clean, new Place(Line: Number(line))) { IsParagraph = true, Heading = heading });
    }

    private int Number(int line) => _numbers.Count == 0 ? line + 1 : _numbers[Math.Clamp(line, 0, _numbers.Count - 1)];

    private static string Text(TableCell cell) => TextFlow.Join(cell.OfType<LeafBlock>().Select(b => Text(b.Inline)));

    private static string Text(ContainerInline? inline) => TextFlow.Join(Lines(inline));

    private static List<string> Lines(ContainerInline? inline)
    {
        var lines = new List<string> { "" };
        foreach (var part in inline ?? [])
        {
            if (part is LineBreakInline)
                lines.Add("");
            else
                lines[^1] += part switch
                {
                    LiteralInline literal => literal.Content.ToString(),
                    HtmlEntityInline entity => entity.Transcoded.ToString(),
                    // Bars of what is no table.
                    PipeTableDelimiterInline delimiter => delimiter.ToLiteral() + Text(delimiter),
                    ContainerInline container => Text(container),
                    _ => "",
                };
        }

        return lines;
    }

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange([new PipeTableBlockParser(), new ThematicBreakParser(), new HeadingBlockParser(), new HtmlBlockParser(), new ParagraphBlockParser()]);
        var breaks = new LineBreakInlineParser();
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange([new PipeTableParser(breaks, new PipeTableOptions { RequireHeaderSeparator = true }), new EscapeInlineParser(), new HtmlEntityParser(), breaks]);
        return builder.Build();
    }
}
