namespace Mingzhang.Core.Classifications;

/// <summary>All classifications the product knows (分类目录), each in its versions by year.</summary>
/// <param name="all">The versions, in any order.</param>
public sealed class ClassificationCatalogue(IReadOnlyList<Classification> all)
{
    /// <summary>Name of the functional classification (支出功能分类): 类 3, 款 5, 项 7 digits.</summary>
    public const string Function = "功能分类";

    /// <summary>Name of the departmental economic classification (部门预算支出经济分类): 类 3, 款 5 digits.</summary>
    public const string Economic = "部门经济分类";

    /// <summary>Name of the classification of fund sources (资金来源).</summary>
    public const string Fund = "资金来源";

    /// <summary>Name of the classification of expenditure categories (支出类别).</summary>
    public const string Category = "支出类别";

    /// <summary>All versions of all classifications.</summary>
    public IReadOnlyList<Classification> All { get; } = [.. all.OrderBy(each => each.Name, StringComparer.Ordinal).ThenBy(each => each.FirstYear)];

    /// <summary>The version of a classification that is valid in a year; null when there is none.</summary>
    /// <param name="name">Name of the classification, e.g. <see cref="Function"/>.</param>
    /// <param name="year">年度; a classification without years is valid in every year.</param>
    public Classification? Find(string name, int year) =>
        All.LastOrDefault(each => each.Name == name && each.FirstYear <= year && year <= (each.LastYear ?? int.MaxValue));

    /// <summary>The newest version of a classification, for texts whose year is unknown; null when there is none.</summary>
    public Classification? Newest(string name) => All.LastOrDefault(each => each.Name == name);
}
