namespace Mingzhang.Core.Editions;

/// <summary>A dimension of ledger lines (维度).</summary>
public enum Dimension
{
    /// <summary>收支: 收入, 支出, 年初结转和结余, 年末结转和结余, 使用非财政拨款结余, 结余分配.</summary>
    Flow,

    /// <summary>阶段: 预算, 决算, 全年预算.</summary>
    Stage,

    /// <summary>资金来源.</summary>
    Fund,

    /// <summary>资金年度: 本年, 上年结转.</summary>
    MoneyYear,

    /// <summary>支出类别.</summary>
    Category,

    /// <summary>功能科目.</summary>
    Function,

    /// <summary>经济科目.</summary>
    Economic,
}

/// <summary>Chinese names of the dimensions, as edition files write them.</summary>
public static class Dimensions
{
    private static readonly (Dimension Dimension, string Name)[] Names =
    [
        (Dimension.Flow, "收支"), (Dimension.Stage, "阶段"), (Dimension.Fund, "资金来源"), (Dimension.MoneyYear, "资金年度"),
        (Dimension.Category, "支出类别"), (Dimension.Function, "功能科目"), (Dimension.Economic, "经济科目"),
    ];

    /// <summary>Number of dimensions.</summary>
    public static int Count => Names.Length;

    /// <summary>The Chinese name.</summary>
    public static string ChineseName(this Dimension dimension) => Names[(int)dimension].Name;

    /// <summary>The dimension with this Chinese name; null when there is none.</summary>
    public static Dimension? Parse(string name)
    {
        foreach (var entry in Names)
        {
            if (entry.Name == name)
                return entry.Dimension;
        }

        return null;
    }
}

/// <summary>Which ledger lines enter a table, row or column (取数条件): for each dimension named, one of the members or anything below them.</summary>
/// <param name="Conditions">The conditions; all must hold.</param>
public sealed record Selector(IReadOnlyList<SelectorCondition> Conditions)
{
    /// <summary>No condition: every line.</summary>
    public static Selector Everything { get; } = new([]);

    /// <summary>Whether it has a condition on the dimension.</summary>
    public bool Names(Dimension dimension) => Conditions.Any(c => c.Dimension == dimension);
}

/// <summary>One condition of a selector.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Members">Codes or names of its members.</param>
public sealed record SelectorCondition(Dimension Dimension, IReadOnlyList<string> Members);
