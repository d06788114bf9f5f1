using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Narrative;

/// <summary>The unit printed behind a number in a sentence (文字中的单位).</summary>
public enum QuantityUnit
{
    /// <summary>None is printed.</summary>
    None,

    /// <summary>元.</summary>
    Yuan,

    /// <summary>万元.</summary>
    WanYuan,

    /// <summary>万 without 元.</summary>
    Wan,

    /// <summary>亿元.</summary>
    YiYuan,

    /// <summary>%.</summary>
    Percent,

    /// <summary>个百分点.</summary>
    PercentPoint,

    /// <summary>A measure word: 个, 人次, 辆, 台.</summary>
    Count,
}

/// <summary>A number in a sentence with its unit (文字中的数).</summary>
/// <param name="Value">As printed, in its printed unit.</param>
/// <param name="Decimals">Printed decimals.</param>
/// <param name="Unit">Printed unit.</param>
/// <param name="Span">Number and unit.</param>
/// <param name="Number">The number alone.</param>
public sealed record Quantity(decimal Value, int Decimals, QuantityUnit Unit, TextSpan Span, TextSpan Number)
{
    /// <summary>Whether it is an amount of money by its printed unit.</summary>
    public bool IsMoney => Unit is QuantityUnit.Yuan or QuantityUnit.WanYuan or QuantityUnit.Wan or QuantityUnit.YiYuan;

    /// <summary>How many 元 one of its printed unit is; what has no unit or only 万 is taken for 万元.</summary>
    public decimal InYuan => Unit switch
    {
        QuantityUnit.Yuan => 1m,
        QuantityUnit.YiYuan => 100_000_000m,
        _ => 10_000m,
    };

    /// <summary>The number as a figure.</summary>
    public Figure Figure => new(Value, Decimals);
}
