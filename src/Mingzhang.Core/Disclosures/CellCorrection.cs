using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Disclosures;

/// <summary>A correction of what was read in a cell (人工更正): the cell carries the new text, this what stood there before.</summary>
/// <param name="Printed">What was read; null when nothing was read there or it could not be read.</param>
/// <param name="By">Who corrected it.</param>
/// <param name="At">When, in UTC.</param>
public sealed record CellCorrection(string? Printed, string By, string At);

/// <summary>A cell by words (单元格的名称), so that it is found again when the document is read anew.</summary>
/// <param name="Statement">Title of its table.</param>
/// <param name="Table">Which of the tables of that title, from 1.</param>
/// <param name="Row">Key of its row.</param>
/// <param name="Repeat">Which of the rows of that key, from 1.</param>
/// <param name="Column">Header path of its column.</param>
public sealed record CellName(string Statement, int Table, string Row, int Repeat, string Column);

/// <summary>What a person says stands in a cell (更正值).</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Text">What stands there; empty for a blank.</param>
/// <param name="By">Who says so.</param>
/// <param name="At">When, in UTC.</param>
public sealed record CorrectedText(CellName Cell, string Text, string By, string At);

/// <summary>Puts corrections into a document that was read (套用人工更正).</summary>
public static class Corrections
{
    /// <summary>The name of a cell.</summary>
    /// <param name="disclosure">The document.</param>
    /// <param name="statement">Ordinal of the table, from 0.</param>
    /// <param name="row">Ordinal of the row, from 0.</param>
    /// <param name="column">Its column.</param>
    public static CellName NameOf(Disclosure disclosure, int statement, int row, ColumnPath column)
    {
        var table = disclosure.Statements[statement];
        var key = table.Rows[row].Key;
        return new CellName(
            table.Title, disclosure.Statements.Take(statement + 1).Count(s => s.Title == table.Title), key, table.Rows.Take(row + 1).Count(r => r.Key == key), column.Text);
    }

    /// <summary>The document with the corrections; the later of two for one cell counts.</summary>
    /// <param name="disclosure">What was read.</param>
    /// <param name="corrections">The corrections in the order they were made.</param>
    /// <returns>The corrected document, and the corrections whose cell it does not have.</returns>
    public static (Disclosure Corrected, IReadOnlyList<CorrectedText> Lost) Apply(Disclosure disclosure, IReadOnlyList<CorrectedText> corrections)
    {
        if (corrections.Count == 0)
            return (disclosure, []);
        var latest = new Dictionary<CellName, CorrectedText>();
        foreach (var correction in corrections)
            latest[correction.Cell] = correction;
        var statements = disclosure.Statements.ToArray();
        var lost = new List<CorrectedText>();
        foreach (var correction in latest.Values)
        {
            var (table, row) = Find(statements, correction.Cell);
            if (row < 0)
                lost.Add(correction);
            else
                statements[table] = With(statements[table], row, correction);
        }

        return (disclosure with { Statements = statements }, lost);
    }

    private static (int Table, int Row) Find(Statement[] statements, CellName name)
    {
        var table = Nth(statements, s => s.Title == name.Statement, name.Table);
        if (table < 0 || !statements[table].Columns.Any(c => c.Text == name.Column))
            return (-1, -1);
        return (table, Nth(statements[table].Rows, r => r.Key == name.Row, name.Repeat));
    }

    private static int Nth<T>(IReadOnlyList<T> items, Func<T, bool> matches, int number)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (matches(items[i]) && --number == 0)
                return i;
        }

        return -1;
    }

    private static Statement With(Statement statement, int row, CorrectedText correction)
    {
        var old = statement.Rows[row];
        var column = statement.Columns.First(c => c.Text == correction.Cell.Column);
        var at = old.Cells.ToList().FindIndex(c => c.Column.Equals(column));
        var read = at < 0 ? null : old.Cells[at];
        // A column of names stays one: only where figures are printed is a number a figure.
        var isText = read is { Figure: null, Text: not null } && !statement.Rows.Any(r => r.Cells.Any(c => c.Figure is not null && c.Column.Equals(column)));
        var cell = new Cell(column, correction.Text, isText ? null : FigureText.Parse(correction.Text), true, read?.At ?? Place.Unknown)
        {
            Correction = new CellCorrection(read?.Text, correction.By, correction.At),
        };
        List<Cell> cells = at < 0 ? [.. old.Cells, cell] : [.. old.Cells.Select((c, i) => i == at ? cell : c)];
        return statement with { Rows = [.. statement.Rows.Select((r, i) => i == row ? r with { Cells = cells } : r)] };
    }
}
