using Mingzhang.Core.Classifications;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Tracing;

/// <summary>Traces printed figures of a compiled document back to its ledger (追溯), by the same forms that compiled it.</summary>
/// <param name="ledger">The ledger the document was compiled from.</param>
/// <param name="kind">Kind of the document.</param>
/// <param name="catalogue">The classifications.</param>
public sealed class FigureTracer(Ledger ledger, DisclosureKind kind, ClassificationCatalogue catalogue)
{
    private readonly LineTable _lines = new(ledger, catalogue);

    /// <summary>Traces one cell; null where the form does not say what its row or column is.</summary>
    /// <param name="bound">The statement, bound to its form.</param>
    /// <param name="row">Index of the row in the statement.</param>
    /// <param name="header">Header of the column.</param>
    public FigureTrace? Trace(BoundStatement bound, int row, ColumnPath header)
    {
        ArgumentNullException.ThrowIfNull(bound);
        var from = bound.Rows[row];
        if (bound.Form is not { } form || from.Side is not { } side || bound.Column(side, header) is not { Text: null } column)
            return null;
        if (side.Rows is RecordRows records)
            return Records(bound, row, records, form, column);
        var sheet = new SideSheet(form, side, ledger, kind);
        if (RowSource.Of(bound, row, _lines, _lines.Compile(form.Lines, sheet.Stage)) is not { } source)
            return null;
        var test = sheet.Tests(_lines, source.Lines)[Array.IndexOf(sheet.Amounts, column)];
        var found = Enumerable.Range(0, _lines.Lines.Count).Where(i => test.Accepts(_lines.Lines[i]) && source.Accepts(_lines.Lines[i])).ToList();
        var unit = column.Unit ?? form.Unit;
        return new FigureTrace(
            Conditions(form.Lines, source, column.Lines.Names(Dimension.Stage) ? [column.Lines] : [sheet.Stage, column.Lines]),
            [.. found.Where(i => i < ledger.Lines.Count).Select(i => ledger.Lines[i])],
            [.. found.Where(i => i >= ledger.Lines.Count).Select(i => ledger.ThreePublic[i - ledger.Lines.Count])],
            [],
            found.Sum(i => (decimal)_lines.Lines[i].Fen) / (100m * unit.InYuan()),
            unit,
            column.Decimals ?? form.Decimals);
    }

    private List<TraceCondition> Conditions(Selector table, RowSource row, IEnumerable<Selector> column) =>
    [
        .. Of(TracePart.Table, table),
        .. Of(TracePart.Row, row.Lines),
        .. row.Words is { } words ? (TraceCondition[])[words] : [],
        .. column.SelectMany(c => Of(TracePart.Column, c)),
    ];

    private IEnumerable<TraceCondition> Of(TracePart part, Selector selector) =>
        selector.Conditions.Select(c => new TraceCondition(part, c.Dimension.ChineseName(), [.. c.Members.Select(m => Named(c.Dimension, m))]));

    private string Named(Dimension dimension, string member)
    {
        var tree = dimension switch { Dimension.Function => _lines.Functions, Dimension.Economic => _lines.Economics, _ => null };
        return tree is not null && tree.TryFind(member, out var item) ? item.ToString() : member;
    }

    // The sums stand above the records, which keep the order of the ledger.
    private FigureTrace? Records(BoundStatement bound, int row, RecordRows rows, Form form, FormColumn column)
    {
        var sums = rows.Total is null ? 0 : rows.ByUnit && ledger.Units.Any(u => u.ParentCode is null) ? 2 : 1;
        var all = RecordList.Of(rows, ledger, _lines);
        if (column.RecordField is not { } field || bound.Rows.Count != sums + all.Count)
            return null;
        IReadOnlyList<TableRecord> records = row < sums ? all : [all[row - sums]];
        if (row < sums && RecordList.Adds(field) is false)
            return null;
        var unit = RecordList.IsMoney(field) ? column.Unit ?? form.Unit : Unit.None;
        List<TracedRecord> paid = [.. records.Select(r => new TracedRecord(rows.Records, r.Name, r.Item, r.Text("资金来源"), r.Number(field, form.Unit) ?? 0m)).Where(r => r.Value != 0m)];
        return new FigureTrace([new(TracePart.Table, "台账记录", [rows.Records]), new(TracePart.Column, "取数", [field])], [], [], paid, paid.Sum(r => r.Value), unit, column.Decimals ?? form.Decimals);
    }
}
