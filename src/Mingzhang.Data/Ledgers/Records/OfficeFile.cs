using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>内设机构.csv.</summary>
internal static class OfficeFile
{
    public static readonly RecordFile<Office> Instance = new(
        new LedgerForm("内设机构.csv", new("单位代码"), new("名称")),
        (sheet, lookups) => new Office(sheet.Find(0, lookups.Units), sheet.RequiredText(1)),
        o => [o.UnitCode, o.Name],
        o => o);
}
