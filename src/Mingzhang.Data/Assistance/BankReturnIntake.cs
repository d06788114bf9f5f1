using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Assistance;

/// <summary>What a bank says of one payment (回盘的一行).</summary>
/// <param name="Row">Row of the file.</param>
/// <param name="Number">序号, as the file for the bank gave it.</param>
/// <param name="Fen">金额, in 分.</param>
/// <param name="IsPaid">Whether the money arrived.</param>
/// <param name="Reason">失败原因; empty where it arrived.</param>
public sealed record BankReturnRow(int Row, int Number, long Fen, bool IsPaid, string Reason);

/// <summary>Reads what a bank returns after a batch (银行回盘的导入); wrong rows are named and give nothing.</summary>
public static class BankReturnIntake
{
    private const string Paid = "成功", Failed = "失败", Total = "合计";

    /// <summary>Reads it.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="columns">How banks head their columns.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<BankReturnRow> Read(RawSheet sheet, ExportColumns columns, List<IntakeMistake> mistakes)
    {
        if (HeadedRows.Find(sheet, columns, ExportColumns.NeededOfBankReturns, mistakes) is not { } rows)
            return [];
        var taken = new List<BankReturnRow>();
        foreach (var row in rows.Rows.Where(r => !rows.Text(r, "序号").StartsWith(Total, StringComparison.Ordinal)))
        {
            var cells = new RowCells(rows, row);
            var text = cells.Text("序号");
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && text.Length > 0)
                cells.Wrong("序号", "不是序号：应是银行文件里的序号，原样带回。");
            var yuan = cells.Yuan("金额", isNeeded: true);
            var result = cells.Text("结果");
            var reason = cells.Optional("失败原因") ?? "";
            if (result.Length > 0 && result is not (Paid or Failed))
                cells.Wrong("结果", $"不认识；应是{Paid}或{Failed}，别的写法请加在“{ExportColumns.BankReturnsFile}”里。");
            if (result == Failed && reason.Length == 0)
                cells.Wrong("失败原因", "写了失败却没有原因：请向银行问清再导入。");
            if (cells.IsSound)
                taken.Add(new BankReturnRow(row.Number, number, (long)(yuan * 100m), result == Paid, result == Paid ? "" : reason));
        }

        return taken;
    }
}
