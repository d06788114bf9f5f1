using System.Globalization;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Core.Supervision.Plans;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;

namespace Mingzhang.Demonstration;

/// <summary>Six hundred institutions, two years and the months since of plans, draws and inspections, and cases on their way (基金监管), all made up.</summary>
internal sealed class SupervisionPart : IDemonstrationPart
{
    private const int Hospitals = 180, Pharmacies = 420, CasesOfYear = 12, MonthEnd = 28, OldCase = 80;

    private static readonly string[] Streets = ["示范东街道", "示范西街道", "示范南街道", "示范北街道", "示范桥街道", "示范湖街道", "示范山街道", "示范港街道", "示范园街道"];

    private static readonly string[] Inspectors = ["示范检查员甲", "示范检查员乙", "示范检查员丙", "示范检查员丁", "示范检查员戊", "示范检查员己"];

    private readonly DeterministicRandom _random = DemonstrationDistrict.Random("基金监管");

    /// <inheritdoc/>
    public string Name => "基金监管";

    /// <inheritdoc/>
    public async Task<string> MakeAsync(DemonstrationDistrict district, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(district);
        var all = await InstitutionsAsync(district, cancellation).ConfigureAwait(false);
        var (inspections, cases) = (0, 0);
        for (var year = district.Year - 1; year <= district.Today.Year; year++)
        {
            await PlanAsync(district, year, all, cancellation).ConfigureAwait(false);
            var done = await InspectAsync(district, year, all, cancellation).ConfigureAwait(false);
            inspections += done.Count;
            cases += await CasesAsync(district, year, done, cancellation).ConfigureAwait(false);
        }

        return string.Create(CultureInfo.InvariantCulture, $"定点机构 {all.Count} 家，两年多检查发现问题 {inspections} 次，案件 {cases} 件（全部虚构）");
    }

    private static async Task<IReadOnlyList<InstitutionInfo>> InstitutionsAsync(DemonstrationDistrict district, CancellationToken cancellation)
    {
        var from = new DateOnly(district.Year - 2, 1, 1);
        var list = new List<Institution>();
        for (var i = 1; i <= district.Scale(Hospitals); i++)
            list.Add(new Institution(Text($"H99{i:000000}"), Text($"示范区第{i}{(i % 3 == 0 ? "医院" : i % 3 == 1 ? "社区卫生服务中心" : "门诊部")}"), InstitutionKind.Hospital, Institution.Levels[i < 4 ? 0 : i < 15 ? 1 : i < 90 ? 2 : 3], Text($"示范区{Streets[i * 7 % 9]}示范路{i}号"), Text($"示协医{i:000}"), from, from.AddYears(4).AddDays(-1)));
        for (var i = 1; i <= district.Scale(Pharmacies); i++)
            list.Add(new Institution(Text($"P99{i:000000}"), Text($"示范大药房第{i}分店"), InstitutionKind.Pharmacy, "", Text($"示范区{Streets[i * 4 % 9]}药店路{i}号"), Text($"示协药{i:000}"), from, from.AddYears(4).AddDays(-1)));
        var desk = district.Desk.Supervision.Institutions;
        await desk.TakeAsync(district.Clerk, district.Department.Id, list, null, "示范名单（虚构）", cancellation).ConfigureAwait(false);
        var all = await desk.AllAsync(district.Department.Id, cancellation).ConfigureAwait(false);
        foreach (var each in all.Where((_, n) => n % 97 == 40))
            await Must(desk.ChangeAsync(district.Clerk, district.Department.Id, each.Id, new AgreementEvent(AgreementStep.Ended, new DateOnly(district.Year, 5, 1), "停业，双方协商解除（虚构）"), cancellation)).ConfigureAwait(false);
        return await desk.AllAsync(district.Department.Id, cancellation).ConfigureAwait(false);
    }

    private static async Task PlanAsync(DemonstrationDistrict district, int year, IReadOnlyList<InstitutionInfo> all, CancellationToken cancellation)
    {
        var plans = district.Desk.Supervision.Plans;
        await Must(plans.SetAsync(
            district.Clerk, district.Department.Id, year,
            [new(InstitutionKind.Hospital, null, 100), new(InstitutionKind.Pharmacy, null, 30), new(null, InspectionKind.Sample, 10)], cancellation)).ConfigureAwait(false);
        var pool = all.Where(i => i.Facts.Kind == InstitutionKind.Pharmacy && i.State == AgreementState.Valid).Select(i => new DrawCandidate(i.Facts.Code, i.Facts.Name, null)).ToList();
        var count = Coverage.Needs(pool.Count, 10);
        var (id, refusal) = await plans.DrawAsync(
            district.Clerk, district.Department.Id, year, Text($"{year}年药店抽查（虚构）"), InspectionKind.Sample, "示范公告（虚构）", new DrawRequest(Text($"示范种子{year}"), count, 2, pool, Inspectors, []), cancellation).ConfigureAwait(false);
        Refused(refusal);
        var desk = district.Desk.Supervision.Inspections;
        foreach (var each in (await desk.AllAsync(district.Department.Id, null, id, cancellation).ConfigureAwait(false)).Where(i => new DateOnly(year, 6, 1).AddDays(i.Id % 60) <= district.Today))
            await Must(desk.DoneAsync(district.Clerk, district.Department.Id, each.Id, new DateOnly(year, 6, 1).AddDays(each.Id % 60), each.Inspectors, "抽查完成（虚构）", cancellation)).ConfigureAwait(false);
    }

    // A month at a time: the trail has one entry for each.
    private async Task<IReadOnlyList<int>> InspectAsync(DemonstrationDistrict district, int year, IReadOnlyList<InstitutionInfo> all, CancellationToken cancellation)
    {
        var violations = district.Data.Supervision.Violations.Where(v => v.Basis == "造成损失").Select(v => v.Name).ToList();
        var ids = new List<int>();
        for (var month = 1; month <= 12 && new DateOnly(year, month, MonthEnd) <= district.Today; month++)
        {
            var batch = new List<NewInspection>();
            foreach (var each in all.Where(i => AgreementHistory.StateOn(i.History, new DateOnly(year, month, 28)) == AgreementState.Valid))
            {
                var isDue = each.Facts.Kind == InstitutionKind.Hospital ? each.Id % 12 == month - 1 || _random.Next(20) == 0 : _random.Next(30) == 0;
                if (isDue)
                    batch.Add(Inspection(each, new DateOnly(year, month, 1 + _random.Next(28)), violations));
            }

            if (batch.Count == 0)
                continue;
            var (added, refusal) = await district.Desk.Supervision.Inspections.AddAsync(district.Clerk, district.Department.Id, batch, cancellation).ConfigureAwait(false);
            Refused(refusal);
            ids.AddRange(added.Where((_, n) => batch[n].Findings.Count > 0));
        }

        return ids;
    }

    private NewInspection Inspection(InstitutionInfo each, DateOnly on, List<string> violations)
    {
        InspectionKind[] kinds = [InspectionKind.Routine, InspectionKind.Routine, InspectionKind.Special, InspectionKind.Sample, InspectionKind.ThirdParty, InspectionKind.Cross, InspectionKind.SelfCheck, InspectionKind.Screening];
        var findings = new List<NewFinding>();
        for (var n = _random.Next(5) - 2; n > 0; n--)
        {
            var found = (1 + _random.Next(each.Facts.Kind == InstitutionKind.Hospital ? 80_000 : 5_000)) * 100L;
            findings.Add(new NewFinding(violations[_random.Next(violations.Count)], false, "虚构的问题，用于示范", found, found * (50 + _random.Next(51)) / 100));
        }

        var first = _random.Next(Inspectors.Length);
        return new NewInspection(each.Id, kinds[_random.Next(kinds.Length)], $"{Inspectors[first]}、{Inspectors[(first + 1) % Inspectors.Length]}", null, on, findings.Count == 0 ? "未发现问题（虚构）" : "发现问题，要求整改（虚构）", findings);
    }

    // Most findings are paid back by agreement; some become cases, of which those of the last year are not all done.
    private static async Task<int> CasesAsync(DemonstrationDistrict district, int year, IReadOnlyList<int> inspections, CancellationToken cancellation)
    {
        var (desk, department, made) = (district.Desk.Supervision, district.Department.Id, 0);
        var wanted = district.Scale(CasesOfYear);
        for (var n = 0; n < inspections.Count; n++)
        {
            var inspection = (await desk.Inspections.FindAsync(department, inspections[n], cancellation).ConfigureAwait(false))!;
            var (owed, on) = (inspection.Amounts.ConfirmedFen ?? 0, inspection.DoneOn!.Value.AddDays(5));
            if (made >= wanted || n % Math.Max(1, inspections.Count / wanted) != 0)
            {
                if (n % 5 != 0 && owed > 0 && on.AddDays(20) <= district.Today)
                    await Must(desk.Recovery.ReceiveAsync(district.Clerk, department, null, inspection.Id, on.AddDays(20), owed, Text($"示收{year}-{inspection.Id}"), cancellation)).ConfigureAwait(false);
                continue;
            }

            if (on > district.Today)
                continue;
            var (id, refusal) = await desk.Cases.OpenAsync(district.Clerk, department, inspection.Id, on, "造成基金损失（虚构）", cancellation).ConfigureAwait(false);
            Refused(refusal);
            made++;
            await HandleAsync(district, id, on, owed, on.AddDays(OldCase) < district.Today ? 6 : made % 7, cancellation).ConfigureAwait(false);
        }

        return made;
    }

    // So many steps of the six that follow opening.
    private static async Task HandleAsync(DemonstrationDistrict district, int id, DateOnly on, long owed, int steps, CancellationToken cancellation)
    {
        var (desk, department) = (district.Desk.Supervision, district.Department.Id);
        (CaseStep To, Actor Who)[] way =
        [
            (CaseStep.Investigated, district.Clerk), (CaseStep.Notified, district.Clerk), (CaseStep.Reviewed, district.Reviewer), (CaseStep.Decided, district.Head), (CaseStep.Enforced, district.Clerk), (CaseStep.Closed, district.Reviewer),
        ];
        foreach (var (to, who) in way.Take(steps))
        {
            on = on.AddDays(10);
            if (on > district.Today)
                return;
            if (to == CaseStep.Enforced)
            {
                await Must(desk.Recovery.ReceiveAsync(district.Clerk, department, id, null, on, owed, Text($"示退{id}"), cancellation)).ConfigureAwait(false);
                await Must(desk.Recovery.FineAsync(district.Clerk, department, id, on, owed, Text($"示罚{id}"), cancellation)).ConfigureAwait(false);
            }

            var decision = to == CaseStep.Decided ? new CaseDecision(["责令退回", "罚款"], owed, null) : null;
            await Must(desk.Cases.MoveAsync(who, department, id, to, on, "同意（虚构）", decision, district.Data.Supervision, cancellation)).ConfigureAwait(false);
        }
    }

    private static async Task Must(Task<string?> work) => Refused(await work.ConfigureAwait(false));

    // What the demonstration records an office may record; a refusal is a defect of this class.
    private static void Refused(string? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException(refusal);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
