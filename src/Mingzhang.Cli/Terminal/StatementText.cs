using Mingzhang.Core.Disclosures;

namespace Mingzhang.Cli.Terminal;

/// <summary>Shows a statement (报表) on a terminal. Columns and rows without any entry are counted, not shown.</summary>
internal static class StatementText
{
    /// <summary>Writes one statement.</summary>
    public static void Write(Session session, Statement statement)
    {
        var output = session.Output;
        output.WriteLine();
        output.WriteLine(string.Join("  ", new[] { statement.Number, statement.Title, Unit(session, statement) }.Where(t => !string.IsNullOrEmpty(t))));
        if (statement.IsEmpty)
            output.WriteLine("  " + session.Say("（空表）", "(empty)"));
        else
            WriteRows(session, statement);
        if (statement.Note is { Length: > 0 } note)
            TextWrap.Write(output, session.Say("注：", "Note: "), note);
    }

    private static void WriteRows(Session session, Statement statement)
    {
        var columns = statement.Columns.Where(c => statement.Rows.Any(r => r.Cells.Any(cell => cell.Column.Equals(c)))).ToList();
        var rows = statement.Rows.Where(r => r.Cells.Count > 0).ToList();
        var isSided = rows.TrueForAll(r => r.Key.Contains('/', StringComparison.Ordinal));
        var table = new TextTable(
            session.Say("项目", "Item"),
            [.. columns.Select(c => new TextColumn(string.Join('\n', c.Parts), rows.TrueForAll(r => r.Cells.All(cell => !cell.Column.Equals(c) || cell.Figure is null))))]);
        string? side = null;
        foreach (var row in rows)
        {
            if (isSided && side != Side(row))
            {
                side = Side(row);
                table.Add($"[{side}]", [.. columns.Select(_ => "")]);
            }

            table.Add(Label(row), [.. columns.Select(c => CellText(session, row, c))]);
        }

        table.Write(session.Output);
        var (hiddenColumns, hiddenRows) = (statement.Columns.Count - columns.Count, statement.Rows.Count - rows.Count);
        if (hiddenColumns + hiddenRows > 0)
            session.Output.WriteLine(session.Say($"（另有 {hiddenColumns} 栏、{hiddenRows} 行没有数）", $"({hiddenColumns} columns and {hiddenRows} rows without entries)"));
    }

    private static string? Unit(Session session, Statement statement) =>
        statement.Unit is null ? null : session.Say($"单位：{statement.Unit}", $"unit: {statement.Unit}");

    private static string Side(StatementRow row) => row.Key[..row.Key.IndexOf('/', StringComparison.Ordinal)];

    private static string Label(StatementRow row)
    {
        var indent = new string(' ', 2 * Math.Max(0, row.Level - 1));
        return indent + (row.Key.Length > 0 && row.Key.All(char.IsAsciiLetterOrDigit) ? $"{row.Key} {row.Name}" : row.Name);
    }

    private static string CellText(Session session, StatementRow row, ColumnPath column)
    {
        var cell = row.Cells.FirstOrDefault(c => c.Column.Equals(column));
        if (cell is null)
            return "";
        var text = cell.Text ?? session.Say("（看不清）", "(unreadable)");
        return cell.Sure ? text : text + "?";
    }
}
