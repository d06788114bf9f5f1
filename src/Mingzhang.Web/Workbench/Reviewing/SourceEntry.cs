using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Web.Workbench.Reviewing;

/// <summary>A line of the original, or a row of one of its tables (原文的一行).</summary>
/// <param name="Text">Its text; cells are parted by “ | ”.</param>
/// <param name="At">Where it stands.</param>
/// <param name="IsHit">Whether it is the one looked for.</param>
internal sealed record SourceEntry(string Text, Place At, bool IsHit)
{
    private const int Near = 8;

    /// <summary>What stands around a place, for documents without pages.</summary>
    /// <param name="source">The layout.</param>
    /// <param name="at">The place.</param>
    /// <param name="words">What stands there, for formats that give no places.</param>
    public static IReadOnlyList<SourceEntry> Around(SourceDocument source, Place at, IReadOnlyList<string> words)
    {
        var all = source.Blocks.SelectMany(Entries).ToList();
        var hit = at.Paragraph is { } paragraph ? all.FindLastIndex(e => e.At.Paragraph <= paragraph)
            : at.Line is { } line ? all.FindLastIndex(e => e.At.Line <= line)
            : at.Page is { } page ? all.FindIndex(e => e.At.Page == page)
            : Likest(all, words);
        if (hit < 0)
            return [];
        var first = Math.Max(0, hit - Near);
        return [.. all.Skip(first).Take((2 * Near) + 1).Select((e, i) => e with { IsHit = first + i == hit })];
    }

    // The line that has most of the words.
    private static int Likest(List<SourceEntry> all, IReadOnlyList<string> words)
    {
        var (best, most) = (-1, 0);
        for (var i = 0; i < all.Count; i++)
        {
            var count = words.Count(w => w.Length > 0 && all[i].Text.Contains(w, StringComparison.Ordinal));
            if (count > most)
                (best, most) = (i, count);
        }

        return best;
    }

    private static IEnumerable<SourceEntry> Entries(SourceBlock block) => block switch
    {
        TextLine line => [new SourceEntry(line.Text, line.At, false)],
        SourceGrid grid => grid.Rows.Select(r => new SourceEntry(
            string.Join(" | ", r.Cells.Select(c => TightText.Of(c.Text))), r.Cells.Select(c => c.At).FirstOrDefault(a => a != Place.Unknown) ?? grid.At, false)),
        _ => [],
    };
}
