using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Words by which a reason tells growth or decline (增减原因用语).</summary>
/// <param name="Growth">Words of growth, e.g. 新增.</param>
/// <param name="Decline">Words of decline, e.g. 压减.</param>
public sealed record ReasonWords(IReadOnlyList<string> Growth, IReadOnlyList<string> Decline)
{
    /// <summary>1 for a reason of growth, -1 for one of decline, 0 where it tells both or neither.</summary>
    public int DirectionOf(string reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        var growth = Growth.Any(w => reason.Contains(w, StringComparison.Ordinal));
        var decline = Decline.Any(w => reason.Contains(w, StringComparison.Ordinal));
        return growth == decline ? 0 : growth ? 1 : -1;
    }
}

/// <summary>A reason that a person wrote and that no longer fits its figures (不再相符的原因).</summary>
/// <param name="Item">What is compared, one of the names of 上年数.</param>
/// <param name="Message">Why it does not fit and what to do.</param>
public sealed record KeptReason(string Item, string Message);

/// <summary>Finds reasons that stayed while their figures changed. They are kept as they are; only a person may change them.</summary>
public static class KeptReasons
{
    /// <summary>The reasons that no longer fit.</summary>
    /// <param name="ledger">The ledger with its reasons.</param>
    /// <param name="edition">The edition the document follows.</param>
    /// <param name="document">The compiled document.</param>
    /// <param name="outline">Its outline.</param>
    /// <param name="words">Words of growth and decline.</param>
    public static IReadOnlyList<KeptReason> Check(Ledger ledger, Edition edition, Disclosure document, NarrativeOutline outline, ReasonWords words)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(outline);
        var book = new FigureBook(ledger, edition, document, outline);
        var kept = new List<KeptReason>();
        foreach (var record in ledger.Narrative.Comparatives.Where(c => c.Stage == LedgerFigures.StageOf(outline.Kind)))
        {
            if (record is not { Fen: { } before, Reason: { } reason } || book.Find(record.Item) is not { } now)
                continue;
            var change = now - book.OfFen(before);
            var said = words.DirectionOf(reason);
            var amount = Math.Abs(change).ToString("F" + book.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + Figures.Units.ChineseName(book.Unit);
            if (change == 0m)
                kept.Add(new KeptReason(record.Item, $"“{record.Item}”现在与上年持平，原来写的原因“{reason}”不会印出，请确认。"));
            else if (said != 0 && said != Math.Sign(change))
                kept.Add(new KeptReason(record.Item, $"“{record.Item}”现在比上年{(change > 0m ? "增加" : "减少")} {amount}，写的原因“{reason}”像是{(said > 0 ? "增加" : "减少")}的原因，请改写。"));
        }

        return kept;
    }
}
