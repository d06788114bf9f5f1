using System.Globalization;
using System.Text;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Settlements;
using Mingzhang.Storage.Assistance;

namespace Mingzhang.Demonstration;

/// <summary>Two years of medical assistance of a made-up district (示范区的医疗救助): lists, settlements, decisions, payments, and what waits for somebody.</summary>
internal sealed class AssistancePart : IDemonstrationPart
{
    private const string Place = "示例区";

    private const int SettlementsOfYear = 50_000;

    private static readonly string[] Surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫"];

    /// <inheritdoc/>
    public string Name => "医疗救助";

    /// <inheritdoc/>
    public async Task<string> MakeAsync(DemonstrationDistrict district, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(district);
        var (assistance, department, year) = (district.Desk.Assistance, district.Department.Id, district.Year);
        var policies = district.Data.Assistance.Places[Place];
        await assistance.SaveAsync(district.Clerk, department, AssistanceSettings.Initial with { Place = Place }, cancellation).ConfigureAwait(false);
        // The same seed: the same persons in both years.
        var seed = (ulong)DemonstrationDistrict.Random("医疗救助").Next(int.MaxValue);
        var count = district.Scale(SettlementsOfYear);
        var before = new AssistanceDistrict(policies.Of(new DateOnly(year - 1, 1, 1))!, year - 1).Make(count, seed).ToList();
        var now = new AssistanceDistrict(policies.Of(new DateOnly(year, 1, 1))!, year).Make(count, seed).ToList();
        ListedIdentity[] list = [.. before.SelectMany(p => p.Identities.Select(i => new ListedIdentity(p.Code, i))), .. now.SelectMany(p => p.Identities.Skip(1).Select(i => new ListedIdentity(p.Code, i)))];
        await assistance.Persons.StoreAsync(
            district.Clerk, department, "编造的名单", list, [.. before.Select((p, i) => Made(p.Code, i))], new DateOnly(year - 1, 1, 1), isWhole: false, cancellation).ConfigureAwait(false);
        await WorkAsync(district, "编造的上年结算", [.. before.SelectMany(p => p.Settlements.Select(s => (p.Code, s)))], cancellation).ConfigureAwait(false);
        var late = new DateOnly(year, 12, 1);
        await WorkAsync(district, "编造的本年结算", [.. now.SelectMany(p => p.Settlements.Where(s => s.To < late).Select(s => (p.Code, s)))], cancellation).ConfigureAwait(false);
        await WaitingAsync(district, now, late, cancellation).ConfigureAwait(false);
        return $"{before.Count} 人，两年结算约 {2 * count} 笔，编造的";
    }

    // Entered by the clerk, reviewed by the reviewer, approved by the head, paid.
    private static async Task WorkAsync(DemonstrationDistrict district, string source, IReadOnlyList<(string Code, Settlement Settlement)> bills, CancellationToken cancellation)
    {
        var (assistance, department) = (district.Desk.Assistance, district.Department.Id);
        await StoreAsync(district, source, bills, cancellation).ConfigureAwait(false);
        await assistance.Reviews.ReviewAsync(district.Reviewer, department, null, passes: true, null, cancellation).ConfigureAwait(false);
        if ((await assistance.Payments.MakeAsync(district.Clerk, department, cancellation).ConfigureAwait(false)).Payment is not { } payment)
            return;
        await assistance.Payments.ApproveAsync(district.Head, department, payment, cancellation).ConfigureAwait(false);
        await assistance.Payments.PaidAsync(district.Clerk, department, payment, bills.Max(b => b.Settlement.To).AddDays(10), cancellation).ConfigureAwait(false);
    }

    private static async Task StoreAsync(DemonstrationDistrict district, string source, IReadOnlyList<(string Code, Settlement Settlement)> bills, CancellationToken cancellation)
    {
        await district.Desk.Assistance.Settlements.StoreAsync(district.Clerk, district.Department.Id, source, [.. bills.Select((b, i) => new IncomingSettlement(i + 2, b.Code, b.Settlement))], cancellation).ConfigureAwait(false);
        await district.Desk.Assistance.Decisions.RunAsync(district.Clerk, district.Department.Id, district.Data.Assistance.Places[Place], cancellation).ConfigureAwait(false);
    }

    // The last month is still to be reviewed, a bill came twice, an identity was recognised late, two applications are under way.
    private static async Task WaitingAsync(DemonstrationDistrict district, IReadOnlyList<GeneratedPerson> persons, DateOnly late, CancellationToken cancellation)
    {
        var (assistance, department) = (district.Desk.Assistance, district.Department.Id);
        var policies = district.Data.Assistance.Places[Place];
        var first = persons[0];
        var subjects = policies.Versions[^1].Subjects;
        var added = subjects.First(s => first.Identities.All(i => i.Subject != s));
        await assistance.Persons.StoreAsync(
            district.Clerk, department, "编造的补认", [new ListedIdentity(first.Code, new Identity(added, new DateOnly(late.Year, 1, 1), null, late))], [], late, isWhole: false, cancellation).ConfigureAwait(false);
        var bills = persons.SelectMany(p => p.Settlements.Where(s => s.To >= late).Select(s => (p.Code, s))).ToList();
        bills.Add((first.Code, first.Settlements[0] with { Id = first.Settlements[0].Id + "B" }));
        await StoreAsync(district, "编造的十二月结算", bills, cancellation).ConfigureAwait(false);
        // Applications came these days, so that their deadlines are near; their bills are of the year that has the others.
        var today = DateOnly.FromDateTime(district.Clock.GetUtcNow().DateTime);
        foreach (var (person, number) in persons.Where(p => p.Identities[0].Subject == subjects[0]).Take(2).Select((p, i) => (p, i)))
        {
            var bill = new Settlement(
                $"编造申请{number + 1}", Core.Assistance.Policies.CareKind.Inpatient, "H42000000001", late.AddDays(number), late.AddDays(number + 5), late.AddDays(number + 5), 9_000m, 8_000m, 4_500m, 0m, 0m, 0m, 0m, 0m, true, null);
            var (id, _) = await assistance.Applications.AcceptAsync(district.Clerk, department, policies, person.Code, bill, Brought(district, number), today.AddDays(-20 + (17 * number)), cancellation).ConfigureAwait(false);
            if (number > 0 || id is null)
                continue;
            await assistance.Applications.StepAsync(district.Reviewer, department, id.Value, "复核通过", null, today.AddDays(-15), AssistanceSettings.Initial, district.Data.Calendar, cancellation).ConfigureAwait(false);
            await assistance.Applications.StepAsync(district.Clerk, department, id.Value, "开始公示", null, today.AddDays(-14), AssistanceSettings.Initial, district.Data.Calendar, cancellation).ConfigureAwait(false);
        }
    }

    // A file for each document, made up; the second application is one short, with a reason.
    private static BroughtPapers Brought(DemonstrationDistrict district, int number)
    {
        var required = district.Data.Papers.Required(Core.Assistance.Policies.CareKind.Inpatient);
        return new BroughtPapers(required, [.. required.Skip(number).Select(p => new PaperFile(p, $"{p}.txt", Encoding.UTF8.GetBytes($"{p}（编造的，示范用）{number}")))], number == 0 ? null : "编造：申请书已当面签收，扫描件三日内补交");
    }

    // No district has the code 999001, and no bank the beginning 9999: nobody can take it for somebody's.
    private static Particulars Made(string code, int index)
    {
        var number = index.ToString("00000", CultureInfo.InvariantCulture);
        return new Particulars(code, $"{Surnames[index % Surnames.Length]}示{(index % 2 == 0 ? "范" : "例")}", $"999001{1930 + (index % 80)}0101{number[^4..]}", $"9999000000{number}", "示范银行");
    }
}
