namespace Mingzhang.Core.Execution.Monitoring;

/// <summary>A warning that monitoring may give (预警), with the threshold of offices that set none of their own.</summary>
/// <param name="Name">Its name, one of <see cref="MonitoringThresholds.Names"/>.</param>
/// <param name="Value">Threshold.</param>
/// <param name="Measure">Unit of the threshold: 个百分点, %, 个月, 元.</param>
/// <param name="Help">What it means.</param>
public sealed record WarningRule(string Name, decimal Value, string Measure, string Help);

/// <summary>Thresholds of an office (预警阈值).</summary>
/// <param name="Rules">All of them, with the office's values.</param>
public sealed record MonitoringThresholds(IReadOnlyList<WarningRule> Rules)
{
    /// <summary>进度滞后, in percentage points.</summary>
    public const string Lag = "进度滞后";

    /// <summary>进度超前, in percentage points.</summary>
    public const string Ahead = "进度超前";

    /// <summary>没有支付, in months.</summary>
    public const string Unpaid = "没有支付";

    /// <summary>年末突击: share of December, in percent.</summary>
    public const string LastMonth = "年末突击";

    /// <summary>末季集中: share of the last quarter, in percent.</summary>
    public const string LastQuarter = "末季集中";

    /// <summary>预计结余, in percent.</summary>
    public const string Leftover = "预计结余";

    /// <summary>指标超支, in 元.</summary>
    public const string Overdrawn = "指标超支";

    /// <summary>决算差异: deviation from the budget that needs a reason, in percent.</summary>
    public const string Deviation = "决算差异";

    /// <summary>The names that the program knows.</summary>
    public static IReadOnlyList<string> Names { get; } = [Lag, Ahead, Unpaid, LastMonth, LastQuarter, Leftover, Overdrawn, Deviation];

    /// <summary>Threshold of a rule.</summary>
    public decimal this[string name] => Rules.First(r => r.Name == name).Value;

    /// <summary>The same with an office's own values; names that are unknown are passed over.</summary>
    public MonitoringThresholds With(IReadOnlyDictionary<string, decimal> own) => new([.. Rules.Select(r => own.TryGetValue(r.Name, out var value) ? r with { Value = value } : r)]);
}
