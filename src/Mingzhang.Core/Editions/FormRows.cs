namespace Mingzhang.Core.Editions;

/// <summary>What the rows of a side are (行的来源).</summary>
public abstract record FormRows;

/// <summary>Fixed items in a fixed order (固定项目).</summary>
/// <param name="Items">The items.</param>
public sealed record ItemRows(IReadOnlyList<FormItem> Items) : FormRows;

/// <summary>A fixed item.</summary>
/// <param name="Id">Identity across editions: its label without ordinals and spaces, made unique by a prefix where a label occurs twice.</param>
/// <param name="Label">Label as printed.</param>
/// <param name="Level">Depth from 1.</param>
/// <param name="Lines">Which lines it adds up.</param>
/// <param name="Code">Functional 类 it stands for; null for other items.</param>
/// <param name="Aliases">Other labels under which documents print it.</param>
public sealed record FormItem(string Id, string Label, int Level, Selector Lines, string? Code, IReadOnlyList<string> Aliases)
{
    /// <summary>Whether it is only an “其中” of the row above: its siblings need not add up to it.</summary>
    public bool IsPart { get; init; }
}

/// <summary>Rows that follow a code tree (科目树): the total, then 类 > 款 > 项 of the lines present.</summary>
/// <param name="Dimension">功能科目 or 经济科目.</param>
/// <param name="Total">Label of the total; null when the table has none.</param>
/// <param name="Roots">Only these 类; empty for all.</param>
/// <param name="Complete">Whether every code of the classification is printed, present or not.</param>
/// <param name="TotalLast">Whether the total stands below.</param>
/// <param name="Depth">Deepest level printed, 1 to 3.</param>
public sealed record TreeRows(Dimension Dimension, string? Total, IReadOnlyList<string> Roots, bool Complete, bool TotalLast, int Depth) : FormRows;

/// <summary>Rows that follow the units (单位): total, department, units.</summary>
/// <param name="Total">Label of the total.</param>
public sealed record UnitRows(string Total) : FormRows;

/// <summary>Rows that follow the projects (项目) under their units and kinds.</summary>
/// <param name="Total">Label of the total; empty when the total row has no label.</param>
/// <param name="ByFunction">True for one row per functional code and project instead of the tree of units.</param>
public sealed record ProjectRows(string Total, bool ByFunction) : FormRows;

/// <summary>One row per record of a list (明细记录), below a total.</summary>
/// <param name="Records">Which list: 政府采购, 政府购买服务, 资产配置.</param>
/// <param name="Total">Label of the total; null when the table has none.</param>
/// <param name="ByUnit">Whether the department's sum follows the total.</param>
public sealed record RecordRows(string Records, string? Total, bool ByUnit) : FormRows
{
    /// <summary>The lists there are.</summary>
    public static string[] Kinds => ["政府采购", "政府购买服务", "资产配置"];
}

/// <summary>A single row (单行), as in the “三公” table.</summary>
/// <param name="Label">Its key.</param>
public sealed record SingleRow(string Label) : FormRows;
