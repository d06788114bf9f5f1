using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Word;

/// <summary>
/// Where everything will stand (版面安排): the direction of pages, the fit of tables, and the page of each entry of the contents,
/// counted before any program has laid the document out. Lines and characters of the page and heights of rows are fixed, and
/// tables begin on pages of their own, so the count is right but for paragraphs that break otherwise than expected.
/// </summary>
/// <param name="Landscape">Which blocks stand on landscape pages.</param>
/// <param name="Tables">The fit of each block that is a table; null for others.</param>
/// <param name="Forms">The fit of each block that is a performance form; null for others.</param>
/// <param name="Pages">Page of each entry of the contents.</param>
internal sealed record PagePlan(IReadOnlyList<bool> Landscape, IReadOnlyList<TableFit?> Tables, IReadOnlyList<FormFit?> Forms, IReadOnlyList<int> Pages)
{
    private const int TitleHeight = 620;
    private const int EndHeight = 20;
    private const int NoteHeight = WordStyles.LineAround + 60;
    private const int ChartHeight = 4230;

    // What programs reckon otherwise: borders, rounding.
    private const int Slack = 80;

    /// <summary>Plans a document.</summary>
    public static PagePlan Of(PrintedDocument document)
    {
        var landscape = Directions(document.Blocks);
        var tables = new TableFit?[document.Blocks.Count];
        var forms = new FormFit?[document.Blocks.Count];
        var pages = new List<int>();
        var page = 1;
        var used = 0;
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            var block = document.Blocks[i];
            var height = WordPage.Height(landscape[i]);
            var afterPart = i > 0 && document.Blocks[i - 1] is HeadingBlock { Level: 1 };
            var turns = i > 0 && landscape[i] != landscape[i - 1];
            var starts = block is HeadingBlock { Level: 1 } || (block is TableBlock or FormBlock && !afterPart);
            // A heading keeps with the line after it.
            var isOver = WordBody.Entry(block) is not null && used + (2 * WordPage.Line) > height;
            if (used > 0 && (turns || starts || isOver))
                NewPage(0);
            if (WordBody.Entry(block) is not null)
                pages.Add(page);
            if (block is TableBlock { Table: var table })
                tables[i] = TableFit.Of(table, WordPage.Width(landscape[i]), height - used - Around(table, landscape[i]) - Slack);
            if (block is FormBlock { Form: var form })
                forms[i] = FormFit.Of(form, WordPage.Width(landscape[i]), height - used - Title(form.Title, landscape[i]) - EndHeight - Slack);
            var at = 0;
            foreach (var piece in Pieces(block, landscape[i], tables[i], forms[i]))
            {
                if (used > 0 && (used + piece > height || Turns(block, forms[i], at, used, height)))
                    NewPage(tables[i]?.Header ?? 0);
                used += piece;
                at++;
            }
        }

        return new PagePlan(landscape, tables, forms, pages);

        void NewPage(int header)
        {
            page++;
            used = header;
        }
    }

    /// <summary>Which blocks stand on landscape pages; a heading stands with what follows it.</summary>
    private static bool[] Directions(IReadOnlyList<PrintedBlock> blocks)
    {
        var result = new bool[blocks.Count];
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            result[i] = blocks[i] switch
            {
                TableBlock table => table.Table.IsWide,
                FormBlock form => form.Form.IsWide,
                HeadingBlock => i + 1 < blocks.Count && result[i + 1],
                _ => false,
            };
        }

        return result;
    }

    // Rows that stay together begin a new page when the rest of this one is too small for them but a whole one is not.
    private static bool Turns(PrintedBlock block, FormFit? fit, int row, int used, int height)
    {
        if (block is not FormBlock { Form: var form } || form.Together.FirstOrDefault(t => t.First == row) is not { } range)
            return false;
        var needed = fit!.Rows.Skip(range.First).Take(range.Count).Sum();
        return used + needed > height && needed <= height;
    }

    // Heights of the pieces that are not parted.
    private static IEnumerable<int> Pieces(PrintedBlock block, bool landscape, TableFit? fit, FormFit? formFit) => block switch
    {
        HeadingBlock { Level: 1 } heading => [PartHeight(heading.Text, landscape)],
        HeadingBlock heading => Enumerable.Repeat(WordPage.Line, TextLines.Count(heading.Text, WordPage.Characters)),
        TextBlock text => Enumerable.Repeat(WordPage.Line, TextLines.Count(text.Text, WordPage.Characters)),
        // The title keeps with the header and the first row.
        TableBlock { Table: var table } => [Above(table, landscape) + fit!.Header, .. fit.Rows, .. table.Notes.Select(_ => NoteHeight)],
        FormBlock { Form: var form } => [Title(form.Title, landscape) + formFit!.Rows[0], .. formFit.Rows.Skip(1)],
        _ => [ChartHeight],
    };

    private static int PartHeight(string text, bool landscape) =>
        WordStyles.PartAround + (WordStyles.PartLine * (((ColumnFit.HalfWidth(text) * WordStyles.PartSize * 5) / WordPage.Width(landscape)) + 1));

    // A long title takes several lines.
    private static int Title(string title, bool landscape) =>
        TitleHeight + (WordStyles.TableTitleLine * (((ColumnFit.HalfWidth(title) * WordStyles.TableTitleSize * 5) - 1) / WordPage.Width(landscape)));

    private static int Above(PrintedTable table, bool landscape) => Title(table.Title, landscape) + WordStyles.LineAround + (table.Number is null ? 0 : WordStyles.LineAround);

    private static int Around(PrintedTable table, bool landscape) => Above(table, landscape) + (table.Notes.Count * NoteHeight) + EndHeight;
}
