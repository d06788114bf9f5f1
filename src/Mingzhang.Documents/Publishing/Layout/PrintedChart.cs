using System.Globalization;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>Kind of a chart.</summary>
public enum ChartKind
{
    /// <summary>饼图: shares of a whole.</summary>
    Pie,

    /// <summary>柱形图: amounts beside each other.</summary>
    Column,
}

/// <summary>A chart of a document with its data (图).</summary>
/// <param name="Title">Title, e.g. 收入决算结构.</param>
/// <param name="Section">Heading under which it stands, without ordinal.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Categories">Names along the axis or of the slices.</param>
/// <param name="Series">Series with one value for each category.</param>
public sealed record PrintedChart(
    string Title, string Section, ChartKind Kind, string Unit, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>Number of the chart in its document, from 1.</summary>
    public int Number { get; init; } = 1;

    /// <summary>What stands over it: 图1：收入决算结构（单位：万元）.</summary>
    public string Caption => string.Create(CultureInfo.InvariantCulture, $"图{Number}：{Title}（单位：{Unit}）");
}

/// <summary>A series of a chart.</summary>
/// <param name="Name">Name.</param>
/// <param name="Values">Values in the unit of the chart.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal> Values);
