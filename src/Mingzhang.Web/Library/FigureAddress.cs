using System.Globalization;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Publishing.Html;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Web.Library;

/// <summary>The address of a printed figure (数的地址): table, row and column by name, so that it stays when rows come and go.</summary>
/// <param name="Table">Title of the table.</param>
/// <param name="Row">Key of the row.</param>
/// <param name="Column">Header path of the column.</param>
/// <param name="Occurrence">Which of the rows with that key, from 1.</param>
internal sealed record FigureAddress(string Table, string Row, string Column, int Occurrence)
{
    /// <summary>The address of a cell.</summary>
    public static FigureAddress Of(Publication publication, FigurePlace place)
    {
        var statement = publication.Disclosure.Statements[place.Statement];
        return Of(statement, place.Row, statement.Columns[place.Column]);
    }

    /// <summary>The address of a cell of a statement.</summary>
    public static FigureAddress Of(Statement statement, int row, ColumnPath column)
    {
        var key = statement.Rows[row].Key;
        var occurrence = 1;
        for (var r = 0; r < row; r++)
            occurrence += statement.Rows[r].Key == key ? 1 : 0;
        return new FigureAddress(statement.Title, key, column.Text, occurrence);
    }

    /// <summary>The address of a figure that is known by its name.</summary>
    public static FigureAddress Of(FigureName name) => new(name.Statement, name.Row, name.Column.Text, 1);

    /// <summary>As the part of an address behind the document's.</summary>
    public string Query =>
        $"/trace?table={Addresses.Escape(Table)}&row={Addresses.Escape(Row)}&column={Addresses.Escape(Column)}"
        + (Occurrence > 1 ? string.Create(CultureInfo.InvariantCulture, $"&n={Occurrence}") : "");

    /// <summary>Where it stands in a document; null when the document has no such cell.</summary>
    public FigurePlace? In(Publication publication)
    {
        for (var s = 0; s < publication.Disclosure.Statements.Count; s++)
        {
            var statement = publication.Disclosure.Statements[s];
            if (statement.Title != Table)
                continue;
            var left = Occurrence;
            for (var r = 0; r < statement.Rows.Count; r++)
            {
                if (!Bears(statement.Rows[r]) || --left > 0)
                    continue;
                var column = statement.Columns.ToList().FindIndex(c => c.Text == Column);
                return column < 0 ? null : new FigurePlace(s, r, column);
            }
        }

        return null;
    }

    // A row without a key is known by its name.
    private bool Bears(StatementRow row) => row.Key == Row || (row.Key.Length == 0 && row.Name == Row);

    /// <summary>The cell at a place; null for a blank.</summary>
    public static Cell? CellAt(Publication publication, FigurePlace place)
    {
        var statement = publication.Disclosure.Statements[place.Statement];
        return statement.Rows[place.Row].Cells.FirstOrDefault(c => c.Column.Equals(statement.Columns[place.Column]));
    }
}

/// <summary>Leads the figures of a document's page to their traces.</summary>
/// <param name="publication">The document.</param>
internal sealed class TraceLinks(Publication publication) : IFigureLinks
{
    private readonly ILookup<int, SentenceLink> _sentences = publication.Sentences.ToLookup(s => s.Paragraph);

    /// <inheritdoc/>
    public string? OfCell(int table, PrintedColumn column, PrintedCell cell)
    {
        if (column.Header is not { } header || cell.Source < 0)
            return null;
        return publication.Key.KindWord + FigureAddress.Of(publication.Disclosure.Statements[table], cell.Source, header).Query;
    }

    /// <inheritdoc/>
    public IEnumerable<TextLink> OfText(int paragraph) =>
        _sentences[paragraph].Select(s => new TextLink(s.Start, s.End, publication.Key.KindWord + FigureAddress.Of(s.Cell.Name).Query));
}
