using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Medical assistance of a made-up department: something paid, something to review, stopped, different, applied for.</summary>
internal static class YearOfAssistance
{
    private static readonly DateOnly First = new(2024, 1, 1);

    /// <summary>Makes it.</summary>
    /// <returns>Its department, and numbers of a decision and a payment batch.</returns>
    public static async Task<(int Department, int Decision, int Payment)> BeginAsync(OfficeFixture office)
    {
        var (department, _) = await office.DraftAsync(null);
        var (clerk, reviewer, head) = (await office.ActorAsync("clerk"), await office.ActorAsync("reviewer"), await office.ActorAsync("head"));
        var policies = office.Services.GetRequiredService<DataFolder>().Assistance.Places["示例区"];
        var desk = office.Desk.Assistance;
        await desk.SaveAsync(clerk, department, AssistanceSettings.Initial with { Place = "示例区" }, CancellationToken.None);
        ListedIdentity[] list = [Listed("P1", "低保对象"), Listed("P2", "低保边缘家庭成员"), Listed("P3", "特困人员")];
        await desk.Persons.StoreAsync(clerk, department, "名单.csv", list, [.. list.Select((l, i) => new Particulars(l.Person, $"张某{i}", $"99900119900101123{i}", $"999900000000123{i}", "示范银行"))], First, true, CancellationToken.None);
        await desk.Settlements.StoreAsync(clerk, department, "一季度.csv", [Bill("S1", "P1", 12_000m, 3), Bill("S2", "P2", 30_000m, 4)], CancellationToken.None);
        await desk.Decisions.RunAsync(clerk, department, policies, CancellationToken.None);
        await desk.Reviews.ReviewAsync(reviewer, department, null, true, null, CancellationToken.None);
        var (payment, _, _) = await desk.Payments.MakeAsync(clerk, department, CancellationToken.None);
        await desk.Payments.ApproveAsync(head, department, payment!.Value, CancellationToken.None);
        await desk.Payments.PaidAsync(clerk, department, payment.Value, new DateOnly(2024, 5, 10), CancellationToken.None);
        // Recognised late; a bill twice; something to review; an application.
        await desk.Persons.StoreAsync(clerk, department, "补认.csv", [Listed("P2", "低保对象")], [], new DateOnly(2024, 6, 1), false, CancellationToken.None);
        await desk.Settlements.StoreAsync(clerk, department, "二季度.csv", [Bill("S3", "P1", 12_000m, 3), Bill("S4", "P3", 8_000m, 5)], CancellationToken.None);
        await desk.Decisions.RunAsync(clerk, department, policies, CancellationToken.None);
        await desk.Applications.AcceptAsync(clerk, department, policies, "P3", Bill("Y1", "P3", 5_000m, 6).Settlement, new BroughtPapers([], [], null), new DateOnly(2024, 7, 1), CancellationToken.None);
        var decisions = (await desk.Decisions.ListAsync(department, null, false, 10, CancellationToken.None)).Decisions;
        return (department, decisions.First(d => d.Settlement == "S2").Id, payment.Value);
    }

    /// <summary>Number of its newest application.</summary>
    public static async Task<int> ApplicationAsync(OfficeFixture office, int department) =>
        (await office.Desk.Assistance.Applications.ListAsync(department, AssistanceSettings.Initial, office.Services.GetRequiredService<DataFolder>().Calendar, CancellationToken.None)).Max(a => a.Id);

    private static ListedIdentity Listed(string person, string subject) => new(person, new Identity(subject, First, null, First));

    private static IncomingSettlement Bill(string id, string person, decimal total, int month) => new(
        2, person, new Settlement(id, CareKind.Inpatient, "H1", new DateOnly(2024, month, 1), new DateOnly(2024, month, 9), new DateOnly(2024, month, 9), total, total, total / 2m, 0m, 0m, 0m, 0m, 0m, true, null));
}
