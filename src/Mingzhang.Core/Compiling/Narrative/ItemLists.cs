using Mingzhang.Core.Classifications;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>The items of the lists of an outline (清单), with their shares.</summary>
internal sealed class ItemLists(NarrativeOutline outline, FigureBook book, LedgerItems records, ClassificationCatalogue catalogue, int year)
{
    /// <summary>The items of a list by name; those of zero only where it keeps them.</summary>
    public IReadOnlyList<OutlineItem> Of(string name)
    {
        if (!outline.Lists.TryGetValue(name, out var list))
            return [.. records.Of(name)];
        var items = (list.Records is { } kind ? records.Of(kind) : list.Rows is { } rows ? Rows(list, rows) : Named(list))
            .Where(i => list.KeepsZero || i.Amount is not 0m).ToList();
        if (list.Whole is { } whole && book.Find(whole) is { } total && total != 0m)
            Share(items, total);
        return items;
    }

    private static void Share(List<OutlineItem> items, decimal whole)
    {
        var (decimals, shares) = ShareDecimals.Of([.. items.Select(i => i.Amount ?? 0m)], whole);
        for (var i = 0; i < items.Count; i++)
            (items[i].Share, items[i].ShareDecimals) = (shares[i], decimals);
    }

    // A figure this edition does not show is no item.
    private IEnumerable<OutlineItem> Named(OutlineList list)
    {
        foreach (var name in list.Figures)
        {
            if (book.Find(name) is not { } amount)
                continue;
            var item = new OutlineItem(name);
            item.Texts["名称"] = name;
            item.Amounts["金额"] = amount;
            yield return item;
        }
    }

    private IEnumerable<OutlineItem> Rows(OutlineList list, Auditing.Formulas.FormulaReference rows)
    {
        foreach (var code in book.Codes(rows).Where(c => list.Within.Count == 0 || list.Within.Any(w => c.StartsWith(w, StringComparison.Ordinal))))
        {
            if (book.Cell(rows, code) is not { } amount || NameOf(list, code) is not { } name)
                continue;
            var item = code.Length == 7 ? records.Function(code) : new OutlineItem(name);
            item.Texts["名称"] = name;
            item.Amounts["金额"] = amount;
            yield return item;
        }
    }

    // Economic codes begin with 3 and 5 digits as functional ones do: the list's codes say which they are.
    private string? NameOf(OutlineList list, string code) =>
        catalogue.Find(list.Within.Any(w => w[0] == '3') ? ClassificationCatalogue.Economic : ClassificationCatalogue.Function, year)?.Find(code)?.Name;
}
