using Mingzhang.Core.Ledgers.Records;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>职责.csv.</summary>
internal static class DutyFile
{
    public static readonly RecordFile<Duty> Instance = new(
        new LedgerForm("职责.csv", new SheetColumn("职责")), (sheet, _) => new Duty(sheet.RequiredText(0)), d => [d.Text], d => d);
}
