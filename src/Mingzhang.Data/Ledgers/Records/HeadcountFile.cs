using System.Globalization;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>人员.csv.</summary>
internal static class HeadcountFile
{
    public static readonly RecordFile<Headcount> Instance = new(
        new LedgerForm("人员.csv", new("单位代码"), new("类别"), new("编制数", Required: false), new("实有数")),
        (sheet, lookups) =>
        {
            var record = new Headcount(sheet.Find(0, lookups.Units), sheet.Find(1, RecordLookups.Words(Headcount.Kinds)), sheet.OptionalCount(2), sheet.Count(3));
            if (sheet.IsSound && record.HoldsPosts && record.Posts is null)
                sheet.Fault(2, "未填：有编制的人员要填编制数，没有填 0。");
            if (sheet.IsSound && !record.HoldsPosts && record.Posts is not null)
                sheet.Fault(2, "这类人员没有编制：请空着。");
            return record;
        },
        h => [h.UnitCode, h.Kind, h.Posts?.ToString(CultureInfo.InvariantCulture), h.Staff.ToString(CultureInfo.InvariantCulture)],
        h => (h.UnitCode, h.Kind));
}
