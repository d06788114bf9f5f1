namespace Mingzhang.Core.Figures;

/// <summary>The precision (精度) of printed figures, as a number of decimals.</summary>
public static class Precision
{
    /// <summary>The finest precision the product knows: 元 to six decimals are never printed by an office.</summary>
    public const int Finest = 6;

    private static readonly decimal[] Steps = [1m, 0.1m, 0.01m, 0.001m, 0.0001m, 0.00001m, 0.000001m];

    /// <summary>One unit in the last place (末位一个单位).</summary>
    public static decimal Step(int decimals) => Steps[Math.Clamp(decimals, 0, Finest)];

    /// <summary>Half a unit in the last place: how far an exact value may lie from what is printed.</summary>
    public static decimal HalfStep(int decimals) => Step(decimals) / 2m;

    /// <summary>Rounds as offices do (四舍五入): halves away from zero.</summary>
    public static decimal Round(decimal value, int decimals) =>
        Math.Round(value, Math.Clamp(decimals, 0, Finest), MidpointRounding.AwayFromZero);
}
