using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Data.Intake;

/// <summary>A cell of a published table in its finest row and column, and what these say of the money in it.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Fen">Amount in 分.</param>
/// <param name="Members">For each dimension the one member that table, row and column leave; absent where they leave several.</param>
internal sealed record PublishedCell(BoundRow Row, long Fen, IReadOnlyDictionary<Dimension, string> Members)
{
    /// <summary>The member of a dimension; null when it is open.</summary>
    public string? Of(Dimension dimension) => Members.GetValueOrDefault(dimension);
}

/// <summary>Takes the finest cells of a table: sums over others are left out (表中最细的格).</summary>
internal sealed class PublishedCells(ClassificationCatalogue catalogue, int year)
{
    /// <summary>The cells of one side; what is unsure or does not add up is told.</summary>
    public IReadOnlyList<PublishedCell> Of(BoundStatement bound, FormSide side, DraftNotes notes)
    {
        var form = bound.Form!;
        var printed = side.Amounts.Where(c => c.RecordField is null && bound.Printed(side, c.Id) is not null).ToList();
        var parents = Enumerable.Range(0, bound.Rows.Count).Where(i => bound.Rows[i].Row.Cells.Any(c => c.Figure is not null)).Select(i => bound.Rows[i].Parent).ToHashSet();
        var cells = new List<PublishedCell>();
        for (var r = 0; r < bound.Rows.Count; r++)
        {
            var row = bound.Rows[r];
            if (!ReferenceEquals(row.Side, side) || parents.Contains(r) || row.Role is RowRole.Total or RowRole.Other || row.Item?.IsPart == true)
                continue;
            var amounts = row.Row.Cells.Where(c => c.Figure is not null).Select(c => (Cell: c, Column: bound.Column(side, c.Column))).Where(c => c.Column is not null).ToList();
            if (amounts.Exists(a => !a.Cell.Sure))
            {
                notes.Problems.Add($"《{bound.Statement.Title}》“{row.Row.Name}”一行的数对不准栏，没有采用。");
                continue;
            }

            var there = amounts.Where(a => a.Cell.Figure!.Value.Value != 0m).ToList();
            // A column that another one with an amount divides further is a sum.
            var finest = there.Where(a => !there.Exists(b => b.Column != a.Column && Refines(b.Column!.Lines, a.Column!.Lines) && !Refines(a.Column.Lines, b.Column.Lines))).ToList();
            var whole = there.Where(a => printed.TrueForAll(p => Refines(p.Lines, a.Column!.Lines))).ToList();
            if (whole is [var sum] && finest.Count > 1 && IsOff(finest.Sum(f => f.Cell.Figure!.Value.Value), sum.Cell.Figure!.Value, finest.Count))
                notes.Problems.Add($"《{bound.Statement.Title}》“{row.Row.Name}”一行各栏之和与{sum.Cell.Column.Leaf}不符，按各栏采用，请核对。");
            foreach (var (cell, column) in finest)
            {
                var unit = column!.Unit ?? Units.Parse(bound.Statement.Unit ?? "") ?? form.Unit;
                cells.Add(new PublishedCell(row, (long)(cell.Figure!.Value.Value * unit.InYuan() * 100m), Members(form, row, column)));
            }
        }

        return cells;
    }

    // Each figure is rounded to its last decimal.
    private static bool IsOff(decimal parts, Figure whole, int count) => Math.Abs(parts - whole.Value) > Precision.HalfStep(whole.Decimals) * (count + 1);

    /// <summary>Whether every line that the first accepts is accepted by the second.</summary>
    private bool Refines(Selector fine, Selector coarse) =>
        coarse.Conditions.All(c => fine.Conditions.Any(f => f.Dimension == c.Dimension && f.Members.All(m => c.Members.Any(top => IsWithin(c.Dimension, m, top)))));

    private bool IsWithin(Dimension dimension, string member, string top) =>
        member == top || (Tree(dimension) is { } tree && tree.TryFind(member, out var low) && tree.TryFind(top, out var high) && low.IsWithin(high));

    private Dictionary<Dimension, string> Members(Form form, BoundRow row, FormColumn column)
    {
        var members = new Dictionary<Dimension, string>();
        // The narrower condition counts: table, then row, then column.
        foreach (var condition in form.Lines.Conditions.Concat(row.Item?.Lines.Conditions ?? []).Concat(column.Lines.Conditions))
        {
            if (condition.Members is not [var only])
                continue;
            if (!members.TryGetValue(condition.Dimension, out var known) || IsWithin(condition.Dimension, only, known))
                members[condition.Dimension] = only;
        }

        if (row is { Code: { } code, Side.Rows: TreeRows tree })
            members[tree.Dimension] = code;
        return members;
    }

    private Classification? Tree(Dimension dimension) => DimensionMembers.Classification(dimension) is { } name ? catalogue.Find(name, year) : null;
}
