using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling;

/// <summary>One side of a form while it is filled: its amount columns and how their sums are printed.</summary>
internal sealed class SideSheet
{
    private readonly ColumnPath[] _headers;

    public SideSheet(Form form, FormSide side, Ledger ledger, DisclosureKind kind)
    {
        Form = form;
        Side = side;
        Amounts = [.. side.Amounts];
        Stage = new Selector([new SelectorCondition(Dimension.Stage, [DimensionMembers.Stages[(int)kind]])]);
        _headers = [.. side.Columns.Select(c => Header(c, ledger.Settings))];
    }

    public Form Form { get; }

    public FormSide Side { get; }

    /// <summary>Amount columns in printed order.</summary>
    public FormColumn[] Amounts { get; }

    /// <summary>The stage of the document (预算 or 决算), unless a column names its own.</summary>
    public Selector Stage { get; }

    /// <summary>Headers of all columns but those that hold code and name, which are the row itself.</summary>
    public IEnumerable<ColumnPath> Printed =>
        Side.Columns.Zip(_headers).Where(c => c.First.Text is not ("编码" or "名称" or "行次")).Select(c => c.Second);

    /// <summary>Position of a column on the side, from 0.</summary>
    public int PositionOf(ColumnPath header) => Array.IndexOf(_headers, header);

    /// <summary>The tests of the amount columns, those of the form and of the row included.</summary>
    public LineTest[] Tests(LineTable lines, Selector row) =>
    [
        .. Amounts.Select(c => c.Lines.Names(Dimension.Stage)
            ? lines.Compile(Form.Lines, c.Lines, row)
            : lines.Compile(Form.Lines, c.Lines, row, Stage)),
    ];

    /// <summary>A row of amounts in 分, printed in the units and decimals of the columns; text columns are asked for by name.</summary>
    public StatementRow Row(string key, string name, int level, ReadOnlySpan<long> fen, Func<string, string?>? text = null)
    {
        var cells = new List<Cell>(_headers.Length);
        var amount = 0;
        for (var i = 0; i < _headers.Length; i++)
        {
            var column = Side.Columns[i];
            if (column.Text is { } field)
            {
                if (field is not ("编码" or "名称" or "行次") && text?.Invoke(field) is { Length: > 0 } words)
                    cells.Add(new Cell(_headers[i], words, null, true, Place.Unknown));
                continue;
            }

            var cell = Amount(column, _headers[i], fen[amount++]);
            if (cell is not null)
                cells.Add(cell);
        }

        return new StatementRow(Side.KeyPrefix + key, name, level, cells);
    }

    /// <summary>A printed figure that is no amount of money.</summary>
    public Cell? Number(FormColumn column, decimal? value)
    {
        if (value is not { } number || (number == 0 && !Form.PrintsZero))
            return null;
        var decimals = column.Decimals ?? Form.Decimals;
        return new Cell(_headers[Side.Columns.ToList().IndexOf(column)], FigureText.Format(number, decimals, thousands: true), new Figure(Precision.Round(number, decimals), decimals), true, Place.Unknown);
    }

    /// <summary>Whether the rows print codes.</summary>
    public bool HasCodes => Side.Columns.Any(c => c.Text == "编码");

    /// <summary>The label of a sum in a table whose rows have no label column: it stands in the first column of text.</summary>
    public Cell Label(string text) =>
        new(_headers[Side.Columns.TakeWhile(c => c.Text is null or "编码").Count()], text, null, true, Place.Unknown);

    private Cell? Amount(FormColumn column, ColumnPath header, long fen)
    {
        if (fen == 0 && !Form.PrintsZero)
            return null;
        var decimals = column.Decimals ?? Form.Decimals;
        var value = Precision.Round(fen / (100m * (column.Unit ?? Form.Unit).InYuan()), decimals);
        return new Cell(header, FigureText.Format(value, decimals, thousands: true), new Figure(value, decimals), true, Place.Unknown);
    }

    private static ColumnPath Header(FormColumn column, LedgerSettings settings) =>
        column.Header.Text.Contains('{') ? ColumnPath.Parse(Compiler.Fill(column.Header.Text, settings)) : column.Header;
}
