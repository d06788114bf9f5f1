using System.Globalization;
using System.Text;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>A year of a sample agency's execution: payments month by month, a refund, an adjustment, and one payment too many that waits.</summary>
internal static class YearOfExecution
{
    public const string Sample = "hanyang-2023", Edition = "wuhan-2023-budget";

    public const int Year = 2023;

    /// <summary>Opens the books and books what happened until a month.</summary>
    public static async Task<(int Department, IReadOnlyList<LineBalance> Lines)> BeginAsync(OfficeFixture office, int until = 9)
    {
        var (department, lines) = await office.BooksAsync(Sample, Year, Edition);
        var clerk = await office.ActorAsync("clerk");
        await office.Desk.Execution.Posting.PostAsync(clerk, department, Year, "国库支付明细.csv", [.. Payments(lines, until)], keepsBad: true, null, null, CancellationToken.None);
        return (department, lines);
    }

    /// <summary>What a treasury system exports of it.</summary>
    public static byte[] Export(IReadOnlyList<LineBalance> lines, int until)
    {
        var text = new StringBuilder("国库集中支付明细\n支付日期,支付凭证号,预算单位编码,项目编码,功能分类科目,部门经济分类,资金性质,支付金额,收款人类型,用途\n");
        foreach (var row in Payments(lines, until))
        {
            var e = row.Entry!;
            text.AppendLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{e.On:yyyy/M/d},{e.Voucher},{e.Line.UnitCode},{e.Line.ProjectCode},{e.Line.FunctionCode}-某项,[{e.Line.EconomicCode}]某款,{e.Line.Fund},{FenText.Format(e.Fen)},公司,{e.Summary}"));
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // Every line is spent evenly, but two projects: one is never spent, one only at the end of the year.
    private static IEnumerable<IncomingRow> Payments(IReadOnlyList<LineBalance> lines, int until)
    {
        var row = 2;
        var spending = lines.Where(l => l.Key.Flow == Flow.Expenditure).ToList();
        var special = spending.Where(l => l.Key.Category == "特定目标类").Select(l => l.Key.ProjectCode).Distinct().ToList();
        foreach (var line in spending)
        {
            if (line.Key.ProjectCode == special.FirstOrDefault())
                continue;
            var isLate = line.Key.ProjectCode == special.Skip(1).FirstOrDefault();
            for (var month = isLate ? LineBalance.MonthsOfYear : 1; month <= until; month++)
            {
                row++;
                var fen = isLate ? line.WholeFen : line.WholeFen / LineBalance.MonthsOfYear;
                var entry = new ExecutionEntry(EntryKind.Payment, new DateOnly(Year, month, 10), $"支-{month:D2}{row:D4}", line.Key, fen, "企业", null, $"{month} 月支出");
                yield return new IncomingRow(row, () => EntryCells.Of(entry), entry, null);
            }
        }
    }
}
