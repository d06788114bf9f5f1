using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>What an outline compares (对比事项), and the figures of another document that it is compared with.</summary>
public static class ComparedFigures
{
    private const string Plain = "增减";

    /// <summary>The items that an outline compares with another document: names of 上年数, each with the figure it is about.</summary>
    /// <returns>Item and figure; they differ where something else than last year is compared with, e.g. 机关运行经费年初预算.</returns>
    public static IReadOnlyList<(string Item, string Figure)> Items(NarrativeOutline outline)
    {
        ArgumentNullException.ThrowIfNull(outline);
        var found = new List<(string, string)>();
        foreach (var token in outline.Sections.SelectMany(Texts).SelectMany(t => t.Tokens).Where(t => t.IsSlot))
        {
            if (token.Words is [Plain, var name, .. var style] && outline.Styles.TryGetValue(style.Length > 0 ? style[0] : Plain, out var how) && !found.Contains((name + how.Suffix, name)))
                found.Add((name + how.Suffix, name));
        }

        return found;
    }

    /// <summary>A figure as a document states it, in 分; null where it has none.</summary>
    /// <param name="ledger">The ledger it was compiled from.</param>
    /// <param name="edition">Its edition.</param>
    /// <param name="document">The document.</param>
    /// <param name="outline">The outline of its narrative.</param>
    /// <param name="figures">Names of figures.</param>
    public static IReadOnlyDictionary<string, long> Of(Ledger ledger, Edition edition, Disclosure document, NarrativeOutline outline, IEnumerable<string> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var book = new FigureBook(ledger, edition, document, outline);
        return figures.Distinct().Select(f => (Name: f, Value: book.Find(f))).Where(f => f.Value is not null)
            .ToDictionary(f => f.Name, f => (long)(f.Value!.Value * book.Unit.InYuan() * 100m), StringComparer.Ordinal);
    }

    /// <summary>A figure that the records of a ledger give, in 分; null for another.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="kind">Which of its documents.</param>
    /// <param name="figure">Name of the figure.</param>
    public static long? Of(Ledger ledger, DisclosureKind kind, string figure) => LedgerFigures.Find(ledger, kind, figure);

    private static IEnumerable<OutlineText> Texts(OutlineBlock block) => block switch
    {
        OutlineSection section => section.Blocks.SelectMany(Texts).Prepend(section.Title),
        OutlineParagraph paragraph => paragraph.Pieces.Select(p => p.Text),
        _ => [],
    };
}
