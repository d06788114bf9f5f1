namespace Mingzhang.Core.Fund;

/// <summary>A month of the fund (月度收支), in 分.</summary>
/// <param name="Month">Month, 1 to 12.</param>
/// <param name="OpeningFen">月初结余.</param>
/// <param name="ByLevel">拨入 by level, in the order of <see cref="FundLevel"/>.</param>
/// <param name="InterestFen">利息.</param>
/// <param name="ReturnedFen">退票退回.</param>
/// <param name="PaidFen">支出.</param>
public sealed record FundMonth(int Month, long OpeningFen, IReadOnlyList<long> ByLevel, long InterestFen, long ReturnedFen, long PaidFen)
{
    /// <summary>拨入 of all levels.</summary>
    public long ReceivedFen => ByLevel.Sum();

    /// <summary>月末结余.</summary>
    public long ClosingFen => OpeningFen + ReceivedFen + InterestFen + ReturnedFen - PaidFen;
}

/// <summary>A year of the fund (年度收支): what was there, what came in and went out month by month.</summary>
/// <param name="Year">年度.</param>
/// <param name="OpeningFen">年初结余, with what the books were begun with in the year.</param>
/// <param name="Months">The twelve months.</param>
public sealed record FundYear(int Year, long OpeningFen, IReadOnlyList<FundMonth> Months)
{
    /// <summary>年末结余.</summary>
    public long ClosingFen => Months[^1].ClosingFen;

    /// <summary>Adds entries up; a correction counts in the month it was booked in.</summary>
    /// <param name="year">年度.</param>
    /// <param name="entries">All entries to the end of the year, earlier years included.</param>
    public static FundYear Of(int year, IReadOnlyCollection<FundEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var opening = entries.Where(e => e.On.Year < year || (e.On.Year == year && e.Kind == FundKind.Opening)).Sum(e => e.EffectFen);
        var months = new List<FundMonth>();
        var balance = opening;
        var byMonth = entries.Where(e => e.On.Year == year && e.Kind != FundKind.Opening).ToLookup(e => e.On.Month);
        for (var month = 1; month <= 12; month++)
        {
            var own = byMonth[month].ToList();
            long Sum(FundKind kind) => own.Where(e => e.Kind == kind).Sum(e => e.Fen);
            var made = new FundMonth(
                month, balance, [.. Enum.GetValues<FundLevel>().Select(l => own.Where(e => e.Kind == FundKind.Received && e.Level == l).Sum(e => e.Fen))],
                Sum(FundKind.Interest), Sum(FundKind.Returned), Sum(FundKind.Paid));
            months.Add(made);
            balance = made.ClosingFen;
        }

        return new FundYear(year, opening, months);
    }
}
