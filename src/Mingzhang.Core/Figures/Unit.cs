namespace Mingzhang.Core.Figures;

/// <summary>Unit of a printed amount (计量单位).</summary>
public enum Unit
{
    /// <summary>Not an amount of money, or not known.</summary>
    None,

    /// <summary>元.</summary>
    Yuan,

    /// <summary>万元: ten thousand 元.</summary>
    WanYuan,

    /// <summary>百分比 (%).</summary>
    Percent,
}

/// <summary>Names and sizes of units.</summary>
public static class Units
{
    /// <summary>How many 元 one unit holds; 1 for what is not money.</summary>
    public static decimal InYuan(this Unit unit) => unit == Unit.WanYuan ? 10_000m : 1m;

    /// <summary>The Chinese name as printed in a table's heading; empty for <see cref="Unit.None"/>.</summary>
    public static string ChineseName(this Unit unit) => unit switch
    {
        Unit.Yuan => "元",
        Unit.WanYuan => "万元",
        Unit.Percent => "%",
        _ => "",
    };

    /// <summary>Reads a unit as printed (“万元”, “ 万 元 ”, “万”, “元”, “%”); null when it is none of these.</summary>
    public static Unit? Parse(string text)
    {
        var compact = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        return compact switch
        {
            "万元" or "万" or "人民币万元" => Unit.WanYuan,
            "元" or "人民币元" => Unit.Yuan,
            "%" or "％" => Unit.Percent,
            _ => null,
        };
    }
}
