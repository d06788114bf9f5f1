using System.Globalization;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Editions;

/// <summary>A performance form of an edition (绩效表样): what it asks for, in printed order.</summary>
/// <param name="Title">Title, e.g. 项目绩效自评表.</param>
/// <param name="IsWhole">True for one form of the whole department, false for one a project.</param>
/// <param name="Parts">Its parts from the top.</param>
public sealed record PerformanceLayout(string Title, bool IsWhole, IReadOnlyList<LayoutPart> Parts)
{
    /// <summary>Whether it is for several projects merged (汇总): those under one 一级项目, or of one name in several units.</summary>
    public bool IsMerged { get; init; }
}

/// <summary>A part of a performance form.</summary>
/// <param name="Group">Name printed at its left and put before its fields; "" for none.</param>
public abstract record LayoutPart(string Group)
{
    /// <summary>Name of a field of this part: the group before the label.</summary>
    public string FieldName(string label) => Group.Length == 0 ? label : $"{Group}/{label}";
}

/// <summary>Rows of labels, each with its value beside it.</summary>
/// <param name="Group">Name of the part.</param>
/// <param name="Rows">The rows; one may hold several labels.</param>
public sealed record FieldPart(string Group, IReadOnlyList<IReadOnlyList<LayoutField>> Rows) : LayoutPart(Group)
{
    /// <summary>Whether a row is left out where nothing stands in it (可缺).</summary>
    public bool IsOptional { get; init; }
}

/// <summary>A labelled field.</summary>
/// <param name="Label">Label as printed.</param>
/// <param name="Source">Where its value comes from: one of <see cref="LayoutWords.Fields"/>.</param>
public sealed record LayoutField(string Label, string Source);

/// <summary>A table inside a form.</summary>
/// <param name="Group">Name of the part.</param>
/// <param name="Kind">What its rows are: one of <see cref="LayoutWords.Tables"/>.</param>
/// <param name="Key">Header over the names of its rows; "" for none.</param>
/// <param name="Columns">Header path of each column, with {前年} and {上年} to be filled in, and what it shows, one of <see cref="LayoutWords.Columns"/>.</param>
/// <param name="Rows">Fixed rows with what they add up; for 目标 the words before the number of a long-term and an annual goal; empty where rows are records.</param>
/// <param name="Weight">分值 of the execution; null where the table gives no score.</param>
public sealed record TablePart(
    string Group, string Kind, string Key, IReadOnlyList<(ColumnPath Header, string Source)> Columns, IReadOnlyList<LayoutRow> Rows, int? Weight) : LayoutPart(Group)
{
    /// <summary>Name of the field of a row and column. 预算执行情况 has one row, known by its columns alone.</summary>
    public string FieldName(string row, string header) => IsExecution ? header : FieldName($"{row}/{header}");

    /// <summary>Remark printed after the name of the part, e.g. （万元）（20分）.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Whether it is budget and execution, of the year or of its first months: one row without a name.</summary>
    public bool IsExecution => Kind is "执行" or "年中执行";
}

/// <summary>A fixed row of a table inside a form.</summary>
/// <param name="Name">Name; parts of nested names are parted by “/”.</param>
/// <param name="Lines">Which ledger lines it adds up.</param>
public sealed record LayoutRow(string Name, Selector Lines);

/// <summary>The indicators of one term.</summary>
/// <param name="Group">Name of the part.</param>
/// <param name="IsLongTerm">长期 or 年度.</param>
/// <param name="Goals">How goals are told: one of <see cref="LayoutWords.Goals"/>.</param>
/// <param name="Columns">Columns after the levels: header path and where the value comes from, one of <see cref="LayoutWords.Values"/>.</param>
/// <param name="Weights">分值 printed after a 一级指标; empty where none are.</param>
public sealed record IndicatorPart(
    string Group, bool IsLongTerm, string Goals, IReadOnlyList<(ColumnPath Header, string Source)> Columns, IReadOnlyList<KeyValuePair<string, int>> Weights) : LayoutPart(Group)
{
    /// <summary>Remark printed after the name of the part, e.g. （80分）.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The word before the number of a goal, e.g. 年度绩效目标.</summary>
    public string GoalWord { get; init; } = "";
}

/// <summary>Long-term and annual indicators side by side under common 一级指标 (长期、年度指标并列), as application forms print them.</summary>
/// <param name="Group">Name of the part.</param>
/// <param name="Columns">Columns after the levels, the same for both terms.</param>
public sealed record IndicatorPairPart(string Group, IReadOnlyList<(ColumnPath Header, string Source)> Columns) : LayoutPart(Group)
{
    /// <summary>The terms from the left, as headers name them in brackets.</summary>
    public static IReadOnlyList<string> Terms { get; } = ["长期", "年度"];

    /// <summary>What the indicators of a term are told by: 长期目标, 年度目标.</summary>
    public static string Goal(string term) => term + "目标";
}

/// <summary>The words that layouts of performance forms may use (绩效表样的用词).</summary>
public static class LayoutWords
{
    /// <summary>A header with its years filled in.</summary>
    /// <param name="header">Header, with {前年} and {上年} to be filled in.</param>
    /// <param name="year">年度 of the document.</param>
    public static string Header(ColumnPath header, int year) => header.Text
        .Replace("{前年}", (year - 2).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{上年}", (year - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>填报: a text a person wrote.</summary>
    public const string Entry = "填报";

    /// <summary>Column of what a project is for, taken from 项目用途.</summary>
    public const string Use = "项目主要支出方向和用途";

    /// <summary>Sources of labelled fields.</summary>
    public static IReadOnlyList<string> Fields { get; } =
        [Entry, "机构", "项目名称", "项目编码", "项目单位", "项目分组", "预算数", "财政拨款", "其他资金", "总分", "长期目标", "年度目标", "监控原因", "监控措施", "汇总项目"];

    /// <summary>Kinds of tables inside a form: 构成 of income and expenditure, 资金 by source, 历年, 项目, 测算, 目标, 执行, 年中执行.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["构成", "资金", "历年", "项目", "测算", "目标", "执行", "年中执行"];

    /// <summary>What the columns of such tables show.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "当年金额", "当年预算收支", "金额", "占比", "前年", "上年", "预算数", "执行数", "执行率", "得分", "支出项目类别", "项目总预算", "项目本年度预算", "项目当年预算",
        Use, "项目活动", "活动内容表述", "支出经济分类", "测算依据及说明", "目标说明", "全年预计",
    ];

    /// <summary>How goals are told: 行 above their indicators, 栏 beside them, 无.</summary>
    public static IReadOnlyList<string> Goals { get; } = ["行", "栏", "无"];

    /// <summary>What the columns after the levels of an indicator show.</summary>
    public static IReadOnlyList<string> Values { get; } = ["指标值", "前年", "上年", "依据", "分值", "实际值", "得分", "年中值", "全年预计", "监控原因", "可能性"];
}
