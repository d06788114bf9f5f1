namespace Mingzhang.Core.Execution;

/// <summary>What a line of the budget has come to (指标余额). Amounts are in 分. Changed only by <see cref="ExecutionBook"/>.</summary>
/// <param name="key">The line.</param>
public sealed class LineBalance(LineKey key)
{
    /// <summary>Months of a year.</summary>
    public const int MonthsOfYear = 12;

    /// <summary>The line.</summary>
    public LineKey Key => key;

    /// <summary>Its number in the database; 0 before it has one.</summary>
    public int Id { get; set; }

    /// <summary>年初预算.</summary>
    public long BudgetFen { get; init; }

    /// <summary>Adjustments in the year, together.</summary>
    public long AdjustedFen { get; set; }

    /// <summary>Paid less refunds; of an income line received less returned.</summary>
    public long DoneFen { get; set; }

    /// <summary>How many entries there are.</summary>
    public int Entries { get; set; }

    /// <summary><see cref="DoneFen"/> by month, January first.</summary>
    public long[] Months { get; init; } = new long[MonthsOfYear];

    /// <summary>预算调整后 (全年预算数).</summary>
    public long WholeFen => BudgetFen + AdjustedFen;

    /// <summary>可用余额; negative where it is overdrawn.</summary>
    public long AvailableFen => WholeFen - DoneFen;
}
