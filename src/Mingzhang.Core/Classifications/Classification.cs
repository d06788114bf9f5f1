using System.Diagnostics.CodeAnalysis;

namespace Mingzhang.Core.Classifications;

/// <summary>A classification (分类, e.g. 功能分类) as it is valid in a span of years: a tree of items with codes and names.</summary>
public sealed class Classification
{
    private readonly Dictionary<string, ClassificationItem> byCode;
    private readonly Dictionary<string, List<ClassificationItem>> byName = [];

    /// <summary>Builds the tree.</summary>
    /// <param name="name">Name, e.g. 功能分类.</param>
    /// <param name="firstYear">First year in which it is valid; 0 when it always was.</param>
    /// <param name="lastYear">Last year in which it is valid; null while nothing supersedes it.</param>
    /// <param name="entries">The rows, each below its parent; brothers keep their order.</param>
    /// <exception cref="ArgumentException">The rows have faults (see <see cref="Faults"/>), which the caller should have reported.</exception>
    public Classification(string name, int firstYear, int? lastYear, IReadOnlyList<ClassificationEntry> entries)
    {
        var faults = Faults(entries);
        if (faults.Count > 0)
            throw new ArgumentException($"{name}: {faults[0].Message}", nameof(entries));
        Name = name;
        FirstYear = firstYear;
        LastYear = lastYear;
        var below = entries.ToLookup(entry => entry.ParentCode);
        var items = new List<ClassificationItem>(entries.Count);
        Roots = [.. below[null].Select(entry => Grow(entry, null, below, items))];
        Items = items;
        byCode = items.ToDictionary(item => item.Code);
        foreach (var item in items)
        {
            foreach (var word in item.Aliases.Prepend(item.Name))
            {
                if (!byName.TryGetValue(word, out var named))
                    byName[word] = named = [];
                named.Add(item);
            }
        }
    }

    /// <summary>Name of the classification, e.g. 功能分类.</summary>
    public string Name { get; }

    /// <summary>First year in which it is valid (起始年度); 0 when it always was.</summary>
    public int FirstYear { get; }

    /// <summary>Last year in which it is valid (终止年度); null while nothing supersedes it.</summary>
    public int? LastYear { get; }

    /// <summary>All items, every parent right before its subtree; <c>Items[i].Index == i</c>.</summary>
    public IReadOnlyList<ClassificationItem> Items { get; }

    /// <summary>The top items, in the order of the file.</summary>
    public IReadOnlyList<ClassificationItem> Roots { get; }

    /// <summary>The item with this code; null when the classification has none.</summary>
    public ClassificationItem? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The items with this name or alias, in order: 行政运行 stands under many 款.</summary>
    public IReadOnlyList<ClassificationItem> Named(string name) => byName.TryGetValue(name, out var named) ? named : [];

    /// <summary>The one item with this code, name or alias; false when there is none or several bear the name.</summary>
    public bool TryFind(string codeOrName, [NotNullWhen(true)] out ClassificationItem? item)
    {
        item = Find(codeOrName);
        if (item is null && Named(codeOrName) is [var only])
            item = only;
        return item is not null;
    }

    /// <summary>A mask over <see cref="Items"/> that is set for the given items and all below them.</summary>
    /// <param name="tops">Items of this classification.</param>
    public bool[] Mask(params IEnumerable<ClassificationItem> tops)
    {
        var mask = new bool[Items.Count];
        foreach (var top in tops)
            mask.AsSpan(top.Index..top.End).Fill(true);
        return mask;
    }

    /// <summary>What hinders the rows from being a tree, in Chinese; empty when nothing does.</summary>
    /// <returns>Index of the row in <paramref name="entries"/> and what is wrong with it.</returns>
    public static IReadOnlyList<(int Entry, string Message)> Faults(IReadOnlyList<ClassificationEntry> entries)
    {
        var faults = new List<(int, string)>();
        var seen = new HashSet<string>();
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            // A parent stands before its children, which also rules out circles.
            if (entry.ParentCode is { } parent && !seen.Contains(parent))
                faults.Add((i, $"找不到上级“{parent}”：上级须写在它的下级之前。"));
            if (!seen.Add(entry.Code))
                faults.Add((i, $"“{entry.Code}”重复：同一编码只能写一行。"));
        }

        return faults;
    }

    /// <inheritdoc/>
    public override string ToString() => FirstYear == 0 ? Name : $"{Name}（{FirstYear}年起）";

    private static ClassificationItem Grow(
        ClassificationEntry entry,
        ClassificationItem? parent,
        ILookup<string?, ClassificationEntry> below,
        List<ClassificationItem> items)
    {
        var item = new ClassificationItem(items.Count, entry, parent);
        items.Add(item);
        foreach (var child in below[entry.Code])
            Grow(child, item, below, items);
        item.End = items.Count;
        return item;
    }
}
