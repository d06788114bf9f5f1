using Mingzhang.Core.Classifications;

namespace Mingzhang.Core.Editions;

/// <summary>The members each dimension has (维度的取值): fixed words, or the items of a classification.</summary>
public static class DimensionMembers
{
    /// <summary>Words of 收支, in the order of <see cref="Ledgers.Flow"/>.</summary>
    internal static readonly string[] Flows = ["收入", "支出", "年初结转和结余", "年末结转和结余", "使用非财政拨款结余", "结余分配"];

    /// <summary>Words of 阶段: the kinds of a document in their order, then the budget side of the final “三公” table.</summary>
    internal static readonly string[] Stages = ["预算", "决算", "全年预算"];

    /// <summary>Words of 资金年度, in the order of <see cref="Ledgers.MoneyYear"/>.</summary>
    internal static readonly string[] MoneyYears = ["本年", "上年结转"];

    /// <summary>Why the text is no member of the dimension, in Chinese, with what may have been meant; null when it is one.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="member">Code or name.</param>
    /// <param name="catalogue">The classifications; a member that any version of them has is known.</param>
    public static string? Why(Dimension dimension, string member, ClassificationCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        if (Words(dimension) is { } words)
            return words.Contains(member) ? null : $"“{dimension.ChineseName()}”没有“{member}”，可以写：{string.Join('、', words)}。";
        var name = Classification(dimension);
        var versions = catalogue.All.Where(c => c.Name == name).ToList();
        if (versions.Exists(v => v.TryFind(member, out _)))
            return null;
        if (versions.Find(v => v.Named(member).Count > 1) is { } several)
            return $"{name}里有几个“{member}”，请写编码：{string.Join('、', several.Named(member).Take(6).Select(i => i.Code))}。";
        var near = versions.Count == 0 ? [] : Nearest.Items(versions[^1], member);
        return $"{name}里没有“{member}”" + (near.Count == 0 ? "，请检查 data/classifications 下的文件。" : $"，是不是：{string.Join('、', near)}？");
    }

    /// <summary>Name of the classification whose items the dimension has; null for a dimension of fixed words.</summary>
    public static string? Classification(Dimension dimension) => dimension switch
    {
        Dimension.Fund => ClassificationCatalogue.Fund,
        Dimension.Category => ClassificationCatalogue.Category,
        Dimension.Function => ClassificationCatalogue.Function,
        Dimension.Economic => ClassificationCatalogue.Economic,
        _ => null,
    };

    private static string[]? Words(Dimension dimension) => dimension switch
    {
        Dimension.Flow => Flows,
        Dimension.Stage => Stages,
        Dimension.MoneyYear => MoneyYears,
        _ => null,
    };
}
