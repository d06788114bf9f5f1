using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>The labels of one side in their order, ready to be found in broken lines.</summary>
internal sealed class ItemTrack
{
    public ItemTrack(FormSide side, IReadOnlyList<FormItem> items)
    {
        Side = side;
        Items = items;
        Columns = side.Amounts.Count();
        HasLineNumbers = side.Columns.Any(c => c.Text == "行次");
        Labels = [.. items.Select(Variants)];
    }

    public FormSide Side { get; }

    public IReadOnlyList<FormItem> Items { get; }

    public int Columns { get; }

    public bool HasLineNumbers { get; }

    /// <summary>For each item the texts it may be printed as, bare and normal; its own label first.</summary>
    public IReadOnlyList<string[]> Labels { get; }

    /// <summary>A label as it is compared: bare, normal, without “其中”.</summary>
    public static string Compared(string text)
    {
        var bare = NameText.Normal(Core.Editions.Labels.Bare(NameText.Normal(text)));
        return bare.StartsWith("其中：", StringComparison.Ordinal) ? bare[3..] : bare;
    }

    private static string[] Variants(FormItem item)
    {
        var label = item.Label;
        if (item.Code is { } code && label.StartsWith(code, StringComparison.Ordinal))
            label = label[code.Length..];
        return [.. new[] { label }.Concat(item.Aliases).Select(Compared).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>A row begun in the stream of words: an item of a side, or a label no form knows.</summary>
/// <param name="Track">Index of its side.</param>
/// <param name="Item">Index of the item; -1 for an unknown label.</param>
/// <param name="Before">The step before; null at the start.</param>
/// <param name="Token">The word or number this step took.</param>
/// <param name="Kind">What it was taken for.</param>
internal sealed record ItemStep(int Track, int Item, ItemStep? Before, LooseToken? Token, ItemStepKind Kind);

/// <summary>What a word or number was taken for.</summary>
internal enum ItemStepKind
{
    /// <summary>The beginning of a label.</summary>
    Start,

    /// <summary>The rest of a label.</summary>
    Rest,

    /// <summary>An amount of the row last named.</summary>
    Value,
}
