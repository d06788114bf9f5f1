using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>年初预算.csv.</summary>
internal static class CodeBudgetFile
{
    public static readonly RecordFile<CodeBudget> Instance = new(
        new LedgerForm("年初预算.csv", new("功能科目"), new("年初预算(元)"), new("差异原因", Required: false)),
        (sheet, lookups) => new CodeBudget(sheet.Find(0, lookups.Ledger.Functions), sheet.Spent(1), sheet.OptionalText(2)),
        b => [b.FunctionCode, FenText.Format(b.Fen), b.Reason],
        b => b.FunctionCode);
}
