namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>How a wrong figure came about (差错形态), as far as its shape tells.</summary>
public enum SlipKind
{
    /// <summary>No known shape.</summary>
    None,

    /// <summary>One digit differs (错一位数字).</summary>
    Digit,

    /// <summary>Two neighbouring digits changed places (数字颠倒).</summary>
    Transposed,

    /// <summary>A digit was left out (漏一位).</summary>
    Dropped,

    /// <summary>A digit was written twice (重一位).</summary>
    Doubled,

    /// <summary>The sign is wrong (正负号).</summary>
    Sign,

    /// <summary>元 and 万元 mixed up: ten thousand times too large or too small (单位).</summary>
    Unit,

    /// <summary>The decimal point is misplaced (小数点).</summary>
    Point,

    /// <summary>Printed with fewer decimals than its column, and so only approximately (小数位数不足).</summary>
    Coarse,

    /// <summary>Nothing is printed where a figure belongs (漏填).</summary>
    Missing,

    /// <summary>A figure is printed where none belongs (多填).</summary>
    Surplus,

    /// <summary>A figure, or a run of figures of one row, stands in the wrong cell (错栏、错行).</summary>
    Shift,

    /// <summary>Two cells or two rows changed places (互换).</summary>
    Swap,
}

/// <summary>Names of slips in the product's JSON.</summary>
public static class SlipKinds
{
    /// <summary>The key of the slip in the mutation report: digit, transpose, drop, double, sign, unit, point, shift, swap; others in lower case.</summary>
    public static string Key(this SlipKind kind) => kind switch
    {
        SlipKind.None => "none",
        SlipKind.Digit => "digit",
        SlipKind.Transposed => "transpose",
        SlipKind.Dropped => "drop",
        SlipKind.Doubled => "double",
        SlipKind.Sign => "sign",
        SlipKind.Unit => "unit",
        SlipKind.Point => "point",
        SlipKind.Coarse => "coarse",
        SlipKind.Missing => "missing",
        SlipKind.Surplus => "surplus",
        SlipKind.Shift => "shift",
        SlipKind.Swap => "swap",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a slip."),
    };
}
