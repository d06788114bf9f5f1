using Mingzhang.Core.Credit;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Credit;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Tests;

/// <summary>Credit evaluations in the database; each test runs on SQLite and on PostgreSQL.</summary>
public abstract partial class StoreSuite
{
    private static readonly CreditScheme CreditTerms = new("办法", "规定", [new("基金使用", 100m, [new("重复收费", 5m)])], [("A", 90m), ("B", 0m)]);

    [Fact]
    public async Task An_evaluation_is_reviewed_and_published_by_others_and_a_correction_stands_beside()
    {
        var (desk, clerk, draft, _) = await NewDraft();
        var department = draft.Department;
        var head = clerk with { UserName = "head", Assignments = [new(Role.Head, department, null)] };
        var day = new DateOnly(2025, 1, 20);
        CreditDeduction[] three = [new("基金使用", "重复收费", 3, "检查 1")];
        Assert.Contains("请填机构代码", (await desk.Credit.EvaluateAsync(clerk, department, 2024, " ", "甲", three, CreditTerms, null, Cancellation)).Problem, StringComparison.Ordinal);
        var (id, problem) = await desk.Credit.EvaluateAsync(clerk, department, 2024, "H1", "甲医院", three, CreditTerms, null, Cancellation);
        Assert.Null(problem);
        Assert.Contains("已经评价过", (await desk.Credit.EvaluateAsync(clerk, department, 2024, "H1", "甲医院", [], CreditTerms, null, Cancellation)).Problem, StringComparison.Ordinal);
        Assert.Contains("由别人审核", await desk.Credit.ReviewAsync(clerk, department, id, 1, true, Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Credit.ReviewAsync(head, department, id, 1, true, Cancellation));
        Assert.Null(await desk.Credit.PublishAsync(head, department, id, 2, day, Cancellation));
        Assert.Null(await desk.Credit.ObjectAsync(clerk, department, id, 3, "有一次不是重复收费", Cancellation));
        Assert.Equal((85m, "B"), ((await desk.Credit.FindAsync(department, id, Cancellation))!.Score.Score, (await desk.Credit.FindAsync(department, id, Cancellation))!.Score.Grade));

        // The correction counts when it is published; what was published before stays and says so.
        var (again, refused) = await desk.Credit.EvaluateAsync(clerk, department, 0, null, null, [new("基金使用", "重复收费", 2, "检查 1")], CreditTerms, id, Cancellation);
        Assert.Null(refused);
        Assert.Equal(CreditDesk.Published, (await desk.Credit.FindAsync(department, id, Cancellation))!.State);
        Assert.Null(await desk.Credit.ReviewAsync(head, department, again, 1, true, Cancellation));
        Assert.Null(await desk.Credit.PublishAsync(head, department, again, 2, day, Cancellation));
        Assert.Equal((CreditDesk.Corrected, "已更正"), ((await desk.Credit.FindAsync(department, id, Cancellation))!.State, (await desk.Credit.FindAsync(department, id, Cancellation))!.Answer));
        var source = (await desk.Sources.OfAsync(department, Cancellation)).Single(s => s.Name == "信用评价");
        Assert.Contains(Assert.Single(await source.ReadAsync(new WorkAsk(department, null, null, null), Cancellation)).Cells, c => c.Number == 90m);
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);
    }
}
