using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>上年数.csv.</summary>
internal static class ComparativeFile
{
    public static readonly RecordFile<Comparative> Instance = new(
        new LedgerForm("上年数.csv", new("阶段"), new("事项"), new("上年数(元)", Required: false), new("增减原因", Required: false)),
        (sheet, lookups) => new Comparative(
            sheet.Find(0, lookups.Ledger.Stages), sheet.Find(1, RecordLookups.Words(Comparative.Items)), sheet.OptionalFen(2), sheet.OptionalText(3)),
        c => [c.Stage.ChineseName(), c.Item, c.Fen is { } fen ? FenText.Format(fen) : null, c.Reason],
        c => (c.Stage, c.Item));
}
