using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Core.Execution;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>A project that gets another code keeps all that belongs to it.</summary>
public class ProjectCodeTests(OfficeFixture office)
{
    private const string Projects = "项目", Code = "编码", Named = "项目编码";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lines_goals_execution_and_history_follow_the_code()
    {
        var (department, lines) = await office.BooksAsync("jiangan-2024", 2024, "jiangan-2024-budget");
        var (clerk, draft) = (await office.ActorAsync("clerk"), (await office.Desk.Drafts.ListAsync(department, Cancellation)).Single());
        var line = lines.First(l => l.Key.Category == "特定目标类" && l.WholeFen > 100_00);
        var old = line.Key.ProjectCode;
        var now = old[..^2] + "77";
        var books = (await office.Desk.Execution.FindAsync(department, 2024, Cancellation))!;
        var entry = new ExecutionEntry(EntryKind.Payment, new DateOnly(2024, 3, 1), "支-1", line.Key, 50_00, null, null, "");
        await office.Desk.Execution.Posting.PostAsync(clerk, department, 2024, "支付.csv", [new IncomingRow(1, () => EntryCells.Of(entry), entry, null)], false, null, null, Cancellation);
        await office.Desk.Execution.Monitoring.PlanAsync(clerk, department, books.Id, old, [25, 50, 75, 100], Cancellation);
        await office.Desk.Execution.Monitoring.AnswerAsync(clerk, department, books.Id, new WarningAnswer(3, "进度滞后", old, "科长", "合同四月签", null, "", ""), Cancellation);
        var before = await CountsAsync(draft.Id, old);
        Assert.True(before.Count > 2, string.Join('、', before.Keys));

        var project = (await RecordsAsync(draft.Id)).Single(r => r.Sheet == Projects && r[Code] == old);
        var outcome = await office.Desk.Drafts.EditAsync(clerk, department, draft.Id, new SheetEdit(Projects, [new CellEdit(project.Id, Code, old, now)], [], []), Cancellation);
        Assert.Null(outcome.Refusal);

        Assert.Empty(await CountsAsync(draft.Id, old));
        Assert.Equal(before, await CountsAsync(draft.Id, now));
        Assert.Empty((await office.Services.GetRequiredService<DraftWorks>().GetAsync(department, draft.Id, Cancellation))!.Mistakes);
        var followed = (await office.Desk.Execution.LinesAsync(books.Id, null, Cancellation)).Where(l => l.Key.ProjectCode == now).ToList();
        Assert.Contains(followed, l => l.DoneFen == 50_00);
        Assert.Equal([25, 50, 75, 100], (await office.Desk.Execution.Monitoring.PlansAsync(books.Id, Cancellation))[now]);
        Assert.Equal(now, Assert.Single(await office.Desk.Execution.Monitoring.AnswersAsync(books.Id, Cancellation)).Subject);
        Assert.Equal(now, (await office.Desk.Drafts.RenamedAsync(department, Cancellation))[old]);
        Assert.Null((await office.Desk.Trail.VerifyAsync(Cancellation)).Fault);
    }

    [Fact]
    public async Task A_code_that_another_project_has_takes_nothing_with_it()
    {
        var (department, draft) = await office.DraftAsync("jiangan-2024", 2024, "jiangan-2024-budget");
        var clerk = await office.ActorAsync("clerk");
        var two = (await RecordsAsync(draft)).Where(r => r.Sheet == Projects).Take(2).ToList();
        var before = await CountsAsync(draft, two[0][Code]);
        await office.Desk.Drafts.EditAsync(clerk, department, draft, new SheetEdit(Projects, [new CellEdit(two[0].Id, Code, two[0][Code], two[1][Code])], [], []), Cancellation);
        Assert.Equal(before.Where(b => b.Key != Projects), await CountsAsync(draft, two[0][Code]));
    }

    private async Task<IReadOnlyList<DraftRecord>> RecordsAsync(int draft) => (await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records;

    private async Task<SortedDictionary<string, int>> CountsAsync(int draft, string code) =>
        new((await RecordsAsync(draft)).Where(r => r[r.Sheet == Projects ? Code : Named] == code).GroupBy(r => r.Sheet).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal);
}
