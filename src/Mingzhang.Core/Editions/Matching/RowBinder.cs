using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Editions.Matching;

/// <summary>Recognises what the rows of a statement are: totals, codes, fixed items, units, projects, records.</summary>
internal static class RowBinder
{
    public static IReadOnlyList<BoundRow> Bind(Statement statement, Form? form)
    {
        var found = new List<BoundRow>(statement.Rows.Count);
        var taken = new HashSet<FormItem>(ReferenceEqualityComparer.Instance);
        foreach (var row in statement.Rows)
            found.Add(form is null ? Free(row) : Bind(row, form, taken));
        return WithParents(found);
    }

    /// <summary>Whether a label is that of a grand total.</summary>
    public static bool IsTotal(string label) => Labels.Bare(label) is "合计" or "总计" or "共计" or "总合计";

    private static BoundRow Bind(StatementRow row, Form form, HashSet<FormItem> taken)
    {
        foreach (var side in form.Sides)
        {
            if (side.KeyPrefix.Length > 0 && row.Key.Contains('/') && !row.Key.StartsWith(side.KeyPrefix, StringComparison.Ordinal))
                continue;
            var bound = side.Rows switch
            {
                ItemRows items => Item(row, side, items.Items, taken),
                SingleRow => new BoundRow(row, side, RowRole.Total, null, null, 0, -1),
                TreeRows tree => Tree(row, side, tree),
                UnitRows or ProjectRows => Node(row, side),
                RecordRows => Record(row, side),
                _ => null,
            };
            if (bound is not null)
                return bound;
        }

        return Free(row) with { Side = form.Sides.FirstOrDefault(s => s.KeyPrefix.Length > 0 && row.Key.StartsWith(s.KeyPrefix, StringComparison.Ordinal)) ?? form.Sides[0] };
    }

    private static BoundRow? Item(StatementRow row, FormSide side, IReadOnlyList<FormItem> items, HashSet<FormItem> taken)
    {
        var key = row.Key.StartsWith(side.KeyPrefix, StringComparison.Ordinal) ? row.Key[side.KeyPrefix.Length..] : row.Key;
        var label = NameText.Normal(Labels.Bare(key));
        var name = NameText.Normal(Labels.Bare(row.Name));
        FormItem? best = null;
        var bestScore = 799;
        foreach (var item in items)
        {
            if (taken.Contains(item))
                continue;
            var score = Score(item, label, name);
            if (score > bestScore)
                (best, bestScore) = (item, score);
        }

        if (best is null)
            return null;
        taken.Add(best);
        return new BoundRow(row, side, RowRole.Item, best, best.Code, best.Level, -1);
    }

    private static int Score(FormItem item, string label, string name)
    {
        if (item.Code is not null && label == item.Code)
            return 1000;
        var own = NameText.Normal(Labels.Bare(item.Label));
        var best = Math.Max(NameText.Likeness(label, own), NameText.Likeness(name, own));
        foreach (var alias in item.Aliases)
        {
            // An alias never beats the printed label of another item.
            var other = NameText.Normal(alias);
            best = Math.Max(best, label == other || name == other ? 990 : NameText.Likeness(label, other) * 9 / 10);
        }

        return best;
    }

    private static BoundRow? Tree(StatementRow row, FormSide side, TreeRows tree)
    {
        if (CodeOf(row.Key) is { } code)
        {
            var wanted = tree.Roots.Count == 0 || tree.Roots.Any(r => code.StartsWith(r, StringComparison.Ordinal));
            return wanted ? new BoundRow(row, side, RowRole.Code, null, code, LevelOf(code), -1) : null;
        }

        var label = Labels.Bare(row.Name);
        var total = tree.Total is { } own && NameText.Normal(label) == NameText.Normal(own);
        if (total || (!tree.TotalLast && IsTotal(label)))
            return new BoundRow(row, side, RowRole.Total, null, null, 0, -1);
        return null;
    }

    private static BoundRow Node(StatementRow row, FormSide side)
    {
        if (IsTotal(row.Key) || (row.Key.Length == 0 && row.Name.Length == 0))
            return new BoundRow(row, side, RowRole.Total, null, null, 0, -1);
        return new BoundRow(row, side, RowRole.Node, null, null, NodeDepth(row), -1);
    }

    // Units have codes of 3, 6 or 9 digits, kinds of project shorter or 4-digit ones, projects long ones.
    private static int NodeDepth(StatementRow row)
    {
        var code = row.Key;
        var digits = code.TakeWhile(char.IsAsciiDigit).Count();
        if (digits == code.Length && digits > 0)
            return digits is 3 or 6 or 9 ? digits / 3 : 10 + digits;
        return code.Length >= 15 || row.Level == 0 ? 100 : code.Contains('/') ? 100 : 90;
    }

    // Kind 31 of projects is no part of kind 2, for all its longer code.
    private static bool IsOtherKind(BoundRow above, BoundRow row) =>
        above.Role is RowRole.Node && row.Role is RowRole.Node && above.Depth is > 10 and < 90 && row.Depth is > 10 and < 90
        && !row.Row.Key.StartsWith(above.Row.Key, StringComparison.Ordinal);

    private static BoundRow Record(StatementRow row, FormSide side)
    {
        var sum = IsTotal(row.Key) || IsTotal(row.Name);
        if (sum)
            return new BoundRow(row, side, RowRole.Total, null, null, 0, -1);
        // A sum over the records of a unit shows the unit's name at most, no item of its own.
        var isSum = row.Cells.Count(c => c.Figure is null) <= 1;
        return new BoundRow(row, side, isSum ? RowRole.Node : RowRole.Record, null, null, isSum ? row.Level : 100, -1);
    }

    private static BoundRow Free(StatementRow row)
    {
        if (IsTotal(row.Key) || IsTotal(row.Name))
            return new BoundRow(row, null, RowRole.Total, null, null, 0, -1);
        return CodeOf(row.Key) is { } code
            ? new BoundRow(row, null, RowRole.Code, null, code, LevelOf(code), -1)
            : new BoundRow(row, null, RowRole.Other, null, null, 0, -1);
    }

    /// <summary>The code a key is, 3 to 7 digits; null when it is none.</summary>
    private static string? CodeOf(string key) =>
        key.Length is >= 3 and <= 7 && key.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? key : null;

    // 类 3, 款 5, 项 7 digits; a code printed without its last digit is still at its level.
    private static int LevelOf(string code) => code.Length switch { <= 3 => 1, <= 5 => 2, _ => 3 };

    // The parent of a row is the nearest row before it, on its side, with a smaller depth; a total that stands last is the parent of all without one.
    private static IReadOnlyList<BoundRow> WithParents(List<BoundRow> rows)
    {
        foreach (var group in Enumerable.Range(0, rows.Count).GroupBy(i => rows[i].Side, ReferenceEqualityComparer.Instance))
        {
            var open = new Stack<int>();
            foreach (var i in group)
            {
                if (rows[i].Role is RowRole.Other)
                    continue;
                // Sums over records that follow one another go from the whole to its part.
                if (rows[i].Side?.Rows is RecordRows && rows[i].Role is RowRole.Node && open.Count > 0)
                    rows[i] = rows[i] with { Depth = rows[open.Peek()].Depth + (open.Peek() == i - 1 ? 1 : 0) };
                while (open.Count > 0 && (rows[open.Peek()].Depth >= rows[i].Depth || IsOtherKind(rows[open.Peek()], rows[i])))
                    open.Pop();
                if (open.Count > 0)
                    rows[i] = rows[i] with { Parent = open.Peek() };
                if (rows[i].Role is not RowRole.Record)
                    open.Push(i);
            }

            var last = group.LastOrDefault(i => rows[i].Role is RowRole.Total, -1);
            if (last <= group.First())
                continue;
            foreach (var i in group)
            {
                if (rows[i].Parent < 0 && rows[i].Role is not (RowRole.Other or RowRole.Item or RowRole.Total))
                    rows[i] = rows[i] with { Parent = last };
            }
        }

        return rows;
    }
}
