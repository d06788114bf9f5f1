namespace Mingzhang.Core.Supervision.Institutions;

/// <summary>What a designated institution is (机构类别).</summary>
public enum InstitutionKind
{
    /// <summary>定点医疗机构.</summary>
    Hospital,

    /// <summary>定点零售药店.</summary>
    Pharmacy,
}

/// <summary>A designated institution (定点医药机构) as the register has it.</summary>
/// <param name="Code">机构编码, by which it is known everywhere.</param>
/// <param name="Name">机构名称.</param>
/// <param name="Kind">类别.</param>
/// <param name="Level">级别, e.g. 三级; empty for a pharmacy.</param>
/// <param name="Address">地址.</param>
/// <param name="Agreement">协议编号.</param>
/// <param name="From">First day of the agreement; null when the register does not say.</param>
/// <param name="To">Last day of the agreement.</param>
public sealed record Institution(string Code, string Name, InstitutionKind Kind, string Level, string Address, string Agreement, DateOnly? From, DateOnly? To)
{
    /// <summary>Levels of hospitals, the highest first.</summary>
    public static IReadOnlyList<string> Levels { get; } = ["三级", "二级", "一级", "未定级"];

    /// <summary>Its fields with their official names, for comparing and showing.</summary>
    public IReadOnlyList<(string Field, string Value)> Fields() =>
    [
        ("机构名称", Name), ("类别", Kind.ChineseName()), ("级别", Level), ("地址", Address), ("协议编号", Agreement), ("协议开始", Day(From)), ("协议结束", Day(To)),
    ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Words of the kinds.</summary>
public static class InstitutionWords
{
    /// <summary>The official word.</summary>
    public static string ChineseName(this InstitutionKind kind) => kind == InstitutionKind.Hospital ? "定点医疗机构" : "定点零售药店";

    /// <summary>The kind of a word; null when there is none.</summary>
    public static InstitutionKind? Parse(string word) => word switch
    {
        "定点医疗机构" => InstitutionKind.Hospital,
        "定点零售药店" => InstitutionKind.Pharmacy,
        _ => null,
    };
}
