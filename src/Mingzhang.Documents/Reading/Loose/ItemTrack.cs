using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>The labels of one side in their order, ready to be found in broken lines.</summary>
internal sealed class ItemTrack
{
    private readonly Dictionary<string, LabelMatch[]> _matches = new(StringComparer.Ordinal);

    public ItemTrack(FormSide side, IReadOnlyList<FormItem> items)
    {
        Side = side;
        Items = items;
        Columns = side.Amounts.Count();
        HasLineNumbers = side.Columns.Any(c => c.Text == "行次");
        Labels = [.. items.Select(Variants)];
        NameCharacters = side.Name.Split('性')[0];
    }

    public FormSide Side { get; }

    public IReadOnlyList<FormItem> Items { get; }

    public int Columns { get; }

    public bool HasLineNumbers { get; }

    /// <summary>For each item the texts it may be printed as, bare and normal; its own label first.</summary>
    public IReadOnlyList<string[]> Labels { get; }

    /// <summary>The characters that tell this side from the others in a label (支出性质: 支出).</summary>
    public string NameCharacters { get; }

    /// <summary>A label as it is compared: bare, normal, without “其中”.</summary>
    public static string Compared(string text)
    {
        var bare = NameText.Normal(Core.Editions.Labels.Bare(NameText.Normal(text)));
        return bare.StartsWith("其中：", StringComparison.Ordinal) ? bare[3..] : bare;
    }

    /// <summary>The items a text may be the label or the beginning of the label of, whatever was read before.</summary>
    public LabelMatch[] Matches(string text)
    {
        if (!_matches.TryGetValue(text, out var known))
            _matches[text] = known = [.. Find(text)];
        return known;
    }

    private IEnumerable<LabelMatch> Find(string text)
    {
        var bare = Compared(text);
        if (bare.Length == 0)
            yield break;
        for (var i = 0; i < Items.Count; i++)
        {
            var found = false;
            foreach (var label in Labels[i])
            {
                if (bare.StartsWith(label, StringComparison.Ordinal))
                    yield return new LabelMatch(i, null, bare[label.Length..], (label.Length * 2) + 3 + Ordinal(i, text));
                else if (label.StartsWith(bare, StringComparison.Ordinal))
                    yield return new LabelMatch(i, label[bare.Length..], "", (bare.Length * 2) + Ordinal(i, text));
                else
                    continue;
                found = true;
            }

            if (!found && bare.Length >= 4 && NameText.Likeness(bare, Labels[i][0]) >= 750)
                yield return new LabelMatch(i, null, "", bare.Length);
        }
    }

    // An ordinal that is the form's own speaks for the item, another one against it.
    private int Ordinal(int i, string text)
    {
        var own = NameText.Normal(Items[i].Label);
        var printed = text[..^Core.Editions.Labels.Bare(text).Length];
        var formal = own[..^Core.Editions.Labels.Bare(own).Length];
        return printed == formal ? printed.Length > 0 ? 2 : 0 : printed.Length > 0 ? -2 : -1;
    }

    private static string[] Variants(FormItem item)
    {
        var label = item.Label;
        if (item.Code is { } code && label.StartsWith(code, StringComparison.Ordinal))
            label = label[code.Length..];
        return [.. new[] { label }.Concat(item.Aliases).Select(Compared).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>An item a text may name.</summary>
/// <param name="Item">Index of the item.</param>
/// <param name="Rest">What is missing of its label; null when the label is whole.</param>
/// <param name="Left">What the text holds beyond the label.</param>
/// <param name="Gain">How much speaks for it.</param>
internal sealed record LabelMatch(int Item, string? Rest, string Left, int Gain);

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
