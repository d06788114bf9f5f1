using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Compiling;

/// <summary>Rows along a code tree: sums of each code present, then of everything above it.</summary>
internal static class TreePivot
{
    public static IEnumerable<StatementRow> Rows(SideSheet sheet, TreeRows rows, LineTable lines)
    {
        var tree = rows.Dimension == Dimension.Function ? lines.Functions : lines.Economics;
        var tests = sheet.Tests(lines, Roots(rows));
        var any = lines.Compile(sheet.Form.Lines, Roots(rows), sheet.Stage);
        var sums = new long[tree.Items.Count][];
        var total = new long[tests.Length];
        foreach (var line in lines.Lines)
        {
            var index = rows.Dimension == Dimension.Function ? line.Function : line.Economic;
            if (index < 0 || !any.Accepts(line))
                continue;
            for (var c = 0; c < tests.Length; c++)
            {
                if (!tests[c].Accepts(line))
                    continue;
                total[c] += line.Fen;
                for (var item = tree.Items[index]; item is not null; item = item.Parent)
                    (sums[item.Index] ??= new long[tests.Length])[c] += line.Fen;
            }

            // A line of zero still shows its code.
            for (var item = tree.Items[index]; item is not null; item = item.Parent)
                sums[item.Index] ??= new long[tests.Length];
        }

        if (rows.Total is { } label && !rows.TotalLast)
            yield return sheet.Row(label, label, 0, total);
        foreach (var item in tree.Items)
        {
            if (item.Level > rows.Depth || !Wanted(item, rows))
                continue;
            if ((sums[item.Index] ?? (rows.Complete ? new long[tests.Length] : null)) is { } sum)
                yield return sheet.Row(item.Code, item.Name, item.Level, sum) with { Key = item.Code };
        }

        if (rows.Total is { } foot && rows.TotalLast)
            yield return sheet.Row(foot, foot, 0, total);
    }

    private static Selector Roots(TreeRows rows) =>
        rows.Roots.Count == 0 ? Selector.Everything : new Selector([new SelectorCondition(rows.Dimension, rows.Roots)]);

    private static bool Wanted(ClassificationItem item, TreeRows rows) =>
        rows.Roots.Count == 0 || rows.Roots.Contains(item.AncestorsOrSelf[0].Code);
}
