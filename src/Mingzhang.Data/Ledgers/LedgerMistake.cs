namespace Mingzhang.Data.Ledgers;

/// <summary>A mistake (填报错误) in a ledger folder, or in a classification file it is read against: where it is, and what to do.</summary>
/// <param name="File">Name of the file within its folder, e.g. 预算支出.csv.</param>
/// <param name="Row">Row as a spreadsheet numbers it, from 1 (in 台账.yaml: the line); null when the whole file is meant.</param>
/// <param name="Field">Column or field, e.g. 功能科目; null when the whole row is meant.</param>
/// <param name="Value">What stands there; null when nothing does.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
public sealed record LedgerMistake(string File, int? Row, string? Field, string? Value, string Message)
{
    /// <summary>The mistake as one line for people: file, row, field, value and message.</summary>
    public override string ToString()
    {
        var row = Row is null ? "" : $" 第{Row}行";
        var field = Field is null ? "" : $" {Field}";
        var value = Value is null ? "" : $"“{Value}”";
        return $"{File}{row}{field}{value}：{Message}";
    }
}
