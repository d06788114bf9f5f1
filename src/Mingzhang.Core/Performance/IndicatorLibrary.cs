namespace Mingzhang.Core.Performance;

/// <summary>An indicator that offices use often (指标库的一项). How much is to be reached is for the office to say.</summary>
/// <param name="Business">业务, e.g. 医疗救助.</param>
/// <param name="Level1">一级指标.</param>
/// <param name="Level2">二级指标.</param>
/// <param name="Name">三级指标.</param>
/// <param name="Operator">比较; null for words.</param>
/// <param name="Unit">计量单位; null for words.</param>
/// <param name="Words">定性: the target in words; null for a quantity.</param>
/// <param name="Query">取数 that computes its actual value; null where no records do.</param>
public sealed record LibraryIndicator(string Business, string Level1, string Level2, string Name, string? Operator, string? Unit, string? Words, string? Query);

/// <summary>The official dimensions of indicators (指标维度): which 二级指标 belong under which 一级指标.</summary>
public static class IndicatorLevels
{
    /// <summary>一级指标 with their 二级指标, in official order.</summary>
    public static IReadOnlyList<(string Level1, IReadOnlyList<string> Level2)> All { get; } =
    [
        ("成本指标", ["经济成本指标", "社会成本指标", "生态环境成本指标"]),
        ("产出指标", ["数量指标", "质量指标", "时效指标"]),
        ("效益指标", ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"]),
        ("满意度指标", ["服务对象满意度指标"]),
    ];
}
