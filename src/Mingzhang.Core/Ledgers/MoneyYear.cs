namespace Mingzhang.Core.Ledgers;

/// <summary>Year of the money (资金年度).</summary>
public enum MoneyYear
{
    /// <summary>本年.</summary>
    Current,

    /// <summary>上年结转.</summary>
    Carried,
}
