using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>国有资产.csv.</summary>
internal static class AssetFile
{
    public static readonly RecordFile<AssetCount> Instance = new(
        new LedgerForm("国有资产.csv", new("阶段"), new("类别"), new("数量", Required: false), new("计量单位", Required: false), new("原值(元)", Required: false)),
        (sheet, lookups) =>
        {
            var record = new AssetCount(sheet.Find(0, lookups.Ledger.Stages), sheet.RequiredText(1), sheet.OptionalQuantity(2), sheet.OptionalText(3), sheet.OptionalFen(4));
            if (sheet.IsSound && record.Quantity is null && record.Fen is null)
                sheet.Fault(2, "数量和原值至少填一项。");
            if (sheet.IsSound && record.Quantity is null != record.Measure is null)
                sheet.Fault(3, "数量和计量单位要么都填，要么都空着。");
            return record;
        },
        a => [a.Stage.ChineseName(), a.Kind, a.Quantity?.ToString(CultureInfo.InvariantCulture), a.Measure, a.Fen is { } fen ? FenText.Format(fen) : null],
        a => (a.Stage, a.Kind));
}
