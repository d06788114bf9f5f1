namespace Mingzhang.Core.Ledgers.Performance;

/// <summary>At which moment of the year a value was measured (时点).</summary>
public enum MeasureTime
{
    /// <summary>年中: for monitoring.</summary>
    MidYear,

    /// <summary>年末: for self-evaluation.</summary>
    YearEnd,
}

/// <summary>An actual value of an indicator with its evidence (绩效监测).</summary>
/// <param name="ProjectCode">Its project; null for the whole department.</param>
/// <param name="Indicator">三级指标, or 二级指标 where the indicator has no third level.</param>
/// <param name="Level2">二级指标, where the name alone is not enough; null elsewhere.</param>
/// <param name="Time">时点.</param>
/// <param name="Date">日期 of the measurement; null where it is not stated.</param>
/// <param name="Value">完成值 typed by hand, or computed on the day over records that are not in the ledger; null where it is computed from the ledger.</param>
/// <param name="Query">取数 over the office's records; null where it was typed.</param>
/// <param name="Band">等次 of graded quality; null for quantities.</param>
/// <param name="Score">得分 that a person gave; null where it follows from target and value.</param>
/// <param name="Expected">全年预计完成值, in mid-year; null elsewhere.</param>
/// <param name="Prospect">完成可能性, in mid-year: one of <see cref="Prospects"/>; null elsewhere.</param>
/// <param name="Evidence">材料: the file that proves it; null where none is named.</param>
/// <param name="By">填报人; null where nobody is named.</param>
/// <param name="Records">记录数 of the businesses of the office from which the value was computed; null where it was typed or comes from the ledger.</param>
public sealed record Measurement(
    string? ProjectCode,
    string Indicator,
    string? Level2,
    MeasureTime Time,
    DateOnly? Date,
    string? Value,
    string? Query,
    string? Band = null,
    decimal? Score = null,
    string? Expected = null,
    string? Prospect = null,
    string? Evidence = null,
    string? By = null,
    int? Records = null)
{
    /// <summary>What may be said of a goal in mid-year (完成目标可能性).</summary>
    public static IReadOnlyList<string> Prospects { get; } = ["确定能", "有可能", "完全不可能"];

    /// <summary>Short names of the bands of graded quality, the best first (等次).</summary>
    public static IReadOnlyList<string> Bands { get; } = ["达成", "部分达成", "未达成"];
}

/// <summary>Why a goal was missed or passed by far (偏差原因).</summary>
/// <param name="ProjectCode">Its project; null for the whole department.</param>
/// <param name="Time">时点.</param>
/// <param name="Indicator">The indicator as measurements name it; null for the execution of the budget.</param>
/// <param name="Kind">类别: one of <see cref="Kinds"/>.</param>
/// <param name="Cause">原因, as it follows “原因是”.</param>
/// <param name="Remedy">改进措施; null where none is needed.</param>
/// <param name="Reduction">调减分: points taken off because the target was too low; null for none.</param>
public sealed record DeviationCause(string? ProjectCode, MeasureTime Time, string? Indicator, string Kind, string Cause, string? Remedy, decimal? Reduction = null)
{
    /// <summary>目标值偏低: the kind for which points may be taken off.</summary>
    public const string LowTarget = "目标值偏低";

    /// <summary>Kinds of causes; the first five are columns of the monitoring form.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["经费保障", "制度保障", "人员保障", "硬件条件保障", "其他", LowTarget];
}

/// <summary>What follows from an evaluation for this year's budget (绩效结果应用).</summary>
/// <param name="ProjectCode">Project of this year; null where it is not carried on.</param>
/// <param name="ProjectName">Name of the project that was evaluated.</param>
/// <param name="Year">评价年度.</param>
/// <param name="Score">得分.</param>
/// <param name="Measure">措施: one of <see cref="Measures"/>.</param>
/// <param name="CutFen">核减 against the year before, in 分; null where no amount is decided.</param>
/// <param name="Reason">理由, as it follows “原因是”; null where it is still open.</param>
public sealed record ResultUse(string? ProjectCode, string ProjectName, int Year, decimal Score, string Measure, long? CutFen, string? Reason)
{
    /// <summary>What may be decided.</summary>
    public static IReadOnlyList<string> Measures { get; } = ["核减", "取消", "限期整改", "维持", "优先保障"];
}
