namespace Mingzhang.Core.Assistance.Calculation;

/// <summary>Whole 分 of an amount in 元.</summary>
internal static class Cents
{
    /// <summary>The amount without what is less than a 分 (分以下舍去).</summary>
    public static decimal Cut(decimal amount) => decimal.Truncate(amount * 100m) / 100m;
}
