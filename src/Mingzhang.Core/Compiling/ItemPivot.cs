using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Compiling;

/// <summary>Fixed items: each row adds up the lines its own condition names.</summary>
internal static class ItemPivot
{
    public static IEnumerable<StatementRow> Rows(SideSheet sheet, ItemRows rows, LineTable lines)
    {
        foreach (var item in rows.Items)
        {
            var tests = sheet.Tests(lines, item.Lines);
            var sums = new long[tests.Length];
            foreach (var line in lines.Lines)
            {
                for (var c = 0; c < tests.Length; c++)
                {
                    if (tests[c].Accepts(line))
                        sums[c] += line.Fen;
                }
            }

            yield return Row(sheet, item, sums);
        }
    }

    private static StatementRow Row(SideSheet sheet, FormItem item, long[] sums)
    {
        // A row labelled by its code is known by the code alone, as in classified tables.
        var byCode = item.Code is not null && item.Label.StartsWith(item.Code, StringComparison.Ordinal);
        var row = sheet.Row(Labels.Bare(item.Label), item.Label, item.Level, sums);
        return byCode ? row with { Key = item.Code!, Name = item.Label[item.Code!.Length..].Trim() } : row;
    }
}
