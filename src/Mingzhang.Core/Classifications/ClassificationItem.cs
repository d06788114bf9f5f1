namespace Mingzhang.Core.Classifications;

/// <summary>An item of a classification tree (分类项目), e.g. the 项 2101501 行政运行.</summary>
public sealed class ClassificationItem
{
    private readonly List<ClassificationItem> children = [];

    internal ClassificationItem(int index, ClassificationEntry entry, ClassificationItem? parent)
    {
        Index = index;
        Code = entry.Code;
        Name = entry.Name;
        Aliases = entry.Aliases ?? [];
        IsSummary = entry.IsSummary;
        Source = entry.Source;
        Parent = parent;
        AncestorsOrSelf = parent is null ? [this] : [.. parent.AncestorsOrSelf, this];
        parent?.children.Add(this);
    }

    /// <summary>Position in <see cref="Classification.Items"/>, from 0. A subtree is the run from here up to <see cref="End"/>.</summary>
    public int Index { get; }

    /// <summary>One past the index of the last item below it; <c>Index + 1</c> for a leaf.</summary>
    public int End { get; internal set; }

    /// <summary>编码; the name itself where the classification has no official codes.</summary>
    public string Code { get; }

    /// <summary>名称, the official full name.</summary>
    public string Name { get; }

    /// <summary>Other names that documents print for it; mostly empty.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>Whether it only sums up others (汇总项), so that no ledger line may carry it.</summary>
    public bool IsSummary { get; }

    /// <summary>Where it comes from, e.g. 财政部科目; null when not said.</summary>
    public string? Source { get; }

    /// <summary>The item above (上级); null for a top item.</summary>
    public ClassificationItem? Parent { get; }

    /// <summary>Code of the item above; null for a top item.</summary>
    public string? ParentCode => Parent?.Code;

    /// <summary>Depth from 1: 类 1, 款 2, 项 3 in the functional classification.</summary>
    public int Level => AncestorsOrSelf.Count;

    /// <summary>The items right below it, in the order of the file.</summary>
    public IReadOnlyList<ClassificationItem> Children => children;

    /// <summary>The way from the top item down to this one, both included.</summary>
    public IReadOnlyList<ClassificationItem> AncestorsOrSelf { get; }

    /// <summary>Whether it is the given item or lies below it.</summary>
    /// <param name="ancestor">An item of the same classification.</param>
    public bool IsWithin(ClassificationItem ancestor) => ancestor.Index <= Index && Index < ancestor.End;

    /// <summary>Whether the text is its name or one of its aliases.</summary>
    public bool IsNamed(string text) => text == Name || Aliases.Contains(text);

    /// <inheritdoc/>
    public override string ToString() => Code == Name ? Name : $"{Code} {Name}";
}
