using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>
/// The figures a narrative may state, by name, in its unit (取数). What a table shows is taken from the table as printed, so that text
/// and tables cannot differ.
/// </summary>
internal sealed class FigureBook
{
    private readonly CellFinder _cells;
    private readonly DocumentFigures _figures;
    private readonly NarrativeOutline _outline;
    private readonly Ledger? _ledger;

    public FigureBook(Ledger? ledger, Edition edition, Disclosure tables, NarrativeOutline outline)
    {
        _ledger = ledger;
        _outline = outline;
        var first = edition.Forms.Count > 0 ? edition.Forms[0] : null;
        (Unit, Decimals) = first is null || first.Unit == Unit.Yuan ? (Unit.WanYuan, 2) : (first.Unit, first.Decimals);
        _figures = new DocumentFigures(EditionChooser.Choose(tables, [edition]).Statements);
        _cells = new CellFinder(_figures);
    }

    /// <summary>Unit in which the narrative states amounts: that of the first table; 万元 where the tables are in 元, as texts are read, not added.</summary>
    public Unit Unit { get; }

    /// <summary>Decimals of the amounts in the narrative: those of the first table. More would claim what its rounded figures do not hold.</summary>
    public int Decimals { get; }

    /// <summary>A figure by name: from a table where one shows it, else from the ledger; null where neither has it.</summary>
    public decimal? Find(string name)
    {
        if (_outline.Figures.TryGetValue(name, out var cells) && cells.Select(c => Cell(c, null)).FirstOrDefault(v => v is not null) is { } shown)
            return shown;
        return _ledger is not null && LedgerFigures.Find(_ledger, _outline.Kind, name) is { } fen ? OfFen(fen) : null;
    }

    /// <summary>An amount in 分 as the narrative prints it.</summary>
    public decimal OfFen(long fen) => Precision.Round(fen / (100m * Unit.InYuan()), Decimals);

    /// <summary>A cell; a blank is zero, null where the document has none.</summary>
    public decimal? Cell(FormulaReference reference, string? code)
    {
        if (_cells.Table(reference.Table) is not { } statement)
            return null;
        var found = _cells.Find(statement, reference, code);
        if (found.IsNotThere)
            return null;
        var value = found.Figure is { } figure ? _figures.Nodes[figure].Value : 0m;
        return Precision.Round(value * _cells.UnitOf(statement).InYuan() / Unit.InYuan(), Decimals);
    }

    /// <summary>What the records of a list sum up to in 分, by the total of the table that prints them; null where there is no such table.</summary>
    public long? SumOf(string records)
    {
        foreach (var bound in _figures.Statements)
        {
            if (bound.Form is not { } form || form.Sides is not [{ Rows: RecordRows list } side] || list.Records != records)
                continue;
            if (bound.Statement.IsEmpty)
                return 0;
            var money = side.Columns.FirstOrDefault(c => c.RecordField == "金额");
            var total = bound.Rows.FirstOrDefault(r => r.Role == RowRole.Total)?.Row.Cells.FirstOrDefault(c => c is { Figure: not null, Sure: true } && bound.Column(side, c.Column) == money);
            var unit = money?.Unit ?? Units.Parse(bound.Statement.Unit ?? "") ?? form.Unit;
            if (money is not null && total?.Figure is { } figure)
                return (long)(figure.Value * unit.InYuan() * 100m);
        }

        return null;
    }

    /// <summary>Codes of the rows a reference with a variable row stands for, in printed order.</summary>
    public IEnumerable<string> Codes(FormulaReference rows)
    {
        if (_cells.Table(rows.Table) is not { } statement)
            return [];
        var level = CellFinder.VariableLevel(rows.Row!);
        return _figures.Statements[statement].Rows.Select(r => r.Code).OfType<string>().Distinct()
            .Where(c => level switch { 1 => c.Length == 3, 2 => c.Length == 5, 3 => c.Length == 7, _ => true });
    }

    /// <summary>Every functional 项 that a table of expenditure lists, in order of code.</summary>
    public IReadOnlyList<string> FunctionCodes() =>
        [.. _figures.Statements.Where(s => !s.Statement.Title.Contains("收入", StringComparison.Ordinal) || s.Statement.Title.Contains("支出", StringComparison.Ordinal)).SelectMany(s => s.Rows).Select(r => r.Code).OfType<string>().Where(c => c.Length == 7).Distinct().Order(StringComparer.Ordinal)];
}
