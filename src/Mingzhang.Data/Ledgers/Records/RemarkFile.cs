using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>补充说明.csv.</summary>
internal static class RemarkFile
{
    public static readonly RecordFile<Remark> Instance = new(
        new LedgerForm("补充说明.csv", new("事项"), new("说明")),
        (sheet, _) => new Remark(sheet.Find(0, RecordLookups.Words(Remark.Topics)), sheet.RequiredText(1)),
        r => [r.Topic, r.Text],
        r => r.Topic);
}
