using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>公务接待.csv.</summary>
internal static class ReceptionFile
{
    public static readonly RecordFile<Reception> Instance = new(
        new LedgerForm("公务接待.csv", new("类别"), new("批次"), new("人次"), new("金额(元)"), new("接待事由")),
        (sheet, _) => new Reception(sheet.Find(0, RecordLookups.Words(Reception.Kinds)), sheet.Count(1), sheet.Count(2), sheet.Spent(3), sheet.RequiredText(4)),
        r => [r.Kind, r.Batches.ToString(CultureInfo.InvariantCulture), r.Persons.ToString(CultureInfo.InvariantCulture), FenText.Format(r.Fen), r.Purpose],
        r => r.Kind);
}
