using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Compiles the narrative of a document (情况说明) from its tables and the ledger's records, by an outline.</summary>
public static class NarrativeCompiler
{
    /// <summary>Compiles the paragraphs of a document.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="edition">The edition its tables follow.</param>
    /// <param name="tables">The compiled tables.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <param name="outline">What to say.</param>
    /// <param name="terms">What functional codes mean, by code.</param>
    public static IReadOnlyList<CompiledParagraph> Compile(
        Ledger ledger, Edition edition, Disclosure tables, ClassificationCatalogue catalogue, NarrativeOutline outline, IReadOnlyDictionary<string, string> terms)
    {
        var book = new FigureBook(ledger, edition, tables, outline);
        var functions = catalogue.Find(ClassificationCatalogue.Function, ledger.Settings.Year)
            ?? throw new InvalidOperationException($"没有 {ledger.Settings.Year} 年的功能分类。");
        var items = new LedgerItems(ledger, LedgerFigures.StageOf(outline.Kind), book, functions, terms);
        var slots = new SlotFiller(ledger, outline, book, items, new ItemLists(outline, book, items, catalogue, ledger.Settings.Year));
        return new OutlineWalker(slots).Walk(outline);
    }

    /// <summary>The paragraphs as a disclosure holds them: what they state is read from them by the grammar that reads any document.</summary>
    public static IReadOnlyList<Paragraph> Paragraphs(IEnumerable<CompiledParagraph> compiled) =>
        [.. compiled.Select(p => new Paragraph(p.Section, p.Text, Figures.Place.Unknown, ClaimList.Of(p.Text)))];
}
