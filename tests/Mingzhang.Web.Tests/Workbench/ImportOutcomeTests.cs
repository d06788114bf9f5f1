using System.Net;
using Mingzhang.Core.Execution;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>What became of an import is told also when the program that ran it is gone.</summary>
public class ImportOutcomeTests(OfficeFixture office)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_of_a_program_that_is_gone_was_stored_as_a_whole_or_not_at_all()
    {
        var (department, lines) = await office.BooksAsync(YearOfExecution.Sample, YearOfExecution.Year, YearOfExecution.Edition);
        var clerk = await office.ActorAsync("clerk");
        var line = lines.First(l => l.Key.Flow == Mingzhang.Core.Ledgers.Flow.Expenditure && l.WholeFen > 10_00);
        var entry = new ExecutionEntry(EntryKind.Payment, new DateOnly(YearOfExecution.Year, 3, 1), "支-1", line.Key, 10_00, null, null, "");
        var job = Guid.NewGuid().ToString("N");
        await office.Desk.Execution.Posting.PostAsync(clerk, department, YearOfExecution.Year, "支付.csv", [new IncomingRow(1, () => EntryCells.Of(entry), entry, null)], false, null, null, Cancellation, job);
        using var client = await office.ClientAsync("clerk");
        var root = $"/office/{department}/execution/{YearOfExecution.Year}/import/";
        Assert.Contains("记账 1 笔，合计 10.00 元", WebUtility.HtmlDecode(await client.GetStringAsync(root + job, Cancellation)), StringComparison.Ordinal);
        Assert.Contains("账上没有它的任何一笔", WebUtility.HtmlDecode(await client.GetStringAsync(root + Guid.NewGuid().ToString("N"), Cancellation)), StringComparison.Ordinal);
    }
}
