using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>What a published document says of the figures that next year's will compare with (公开文件里的对比数).</summary>
public static class PublishedFigures
{
    // Records of a list, whose sums no outline names: the item and the list.
    private static readonly (string Item, string Records)[] Lists = [("政府采购", "政府采购"), ("政府购买服务", "政府购买服务")];

    /// <summary>The figures in 分 by the names of <see cref="Comparative.Items"/>; what the document does not show is not there.</summary>
    /// <param name="document">The document as it was read.</param>
    /// <param name="edition">The edition its tables follow.</param>
    /// <param name="outline">The outline of its kind, which says in which cell a figure stands.</param>
    public static IReadOnlyDictionary<string, long> Of(Disclosure document, Edition edition, NarrativeOutline outline)
    {
        ArgumentNullException.ThrowIfNull(document);
        var book = new FigureBook(null, edition, document, outline);
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var item in Comparative.Items)
        {
            if (book.Find(item) is { } value)
                found[item] = (long)(value * book.Unit.InYuan() * 100m);
            else if (Lists.FirstOrDefault(l => l.Item == item).Records is { } records && book.SumOf(records) is { } sum)
                found[item] = sum;
        }

        return found;
    }
}
