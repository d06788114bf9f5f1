using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>出国团组.csv.</summary>
internal static class TripFile
{
    public static readonly RecordFile<TripGroup> Instance = new(
        new LedgerForm("出国团组.csv", new("团组数"), new("人次"), new("金额(元)"), new("事由")),
        (sheet, _) => new TripGroup(sheet.Count(0), sheet.Count(1), sheet.Spent(2), sheet.RequiredText(3)),
        t => [t.Groups.ToString(CultureInfo.InvariantCulture), t.Persons.ToString(CultureInfo.InvariantCulture), FenText.Format(t.Fen), t.Purpose]);
}
