using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>重点工作.csv.</summary>
internal static class KeyWorkFile
{
    public static readonly RecordFile<KeyWork> Instance = new(
        new LedgerForm("重点工作.csv", new("工作"), new("完成情况")), (sheet, _) => new KeyWork(sheet.RequiredText(0), sheet.RequiredText(1)), k => [k.Name, k.Result], k => k.Name);
}
