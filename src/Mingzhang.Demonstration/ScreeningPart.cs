using System.Globalization;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Screening;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Storage.Screening;

namespace Mingzhang.Demonstration;

/// <summary>A month of settlement details with doubts in them: some wait, some are dismissed, some became inspections (智能审核), all made up.</summary>
internal sealed class ScreeningPart : IDemonstrationPart
{
    private const int Stays = 400, DoubtfulOf = 5, InspectedOf = 3;

    /// <inheritdoc/>
    public string Name => "智能审核";

    /// <inheritdoc/>
    public async Task<string> MakeAsync(DemonstrationDistrict district, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(district);
        var (desk, department) = (district.Desk.Screening, district.Department.Id);
        var hospitals = (await district.Desk.Supervision.Institutions.AllAsync(department, cancellation).ConfigureAwait(false)).Where(i => i.Facts.Kind == InstitutionKind.Hospital && i.State == AgreementState.Valid).Select(i => i.Facts.Code).Take(12).ToList();
        var claims = Claims(district, hospitals, DemonstrationDistrict.Random(Name));
        var (added, _, refusal) = await desk.StoreAsync(district.Clerk, department, "示范明细（虚构）.csv", claims.Count, Screener.All(district.Data.Screening.Rules, claims), cancellation).ConfigureAwait(false);
        Expect(refusal);
        var hits = await desk.ListAsync(department, ScreeningDesk.Open, null, added, cancellation).ConfigureAwait(false);
        foreach (var (hit, n) in hits.Select((h, n) => (h, n)))
        {
            if (n % 3 != 2)
                Expect(await desk.DecideAsync(district.Reviewer, department, hit.Id, n % 3 == 0, n % 3 == 0 ? null : "已核对病历，不是违规（虚构）", cancellation).ConfigureAwait(false));
        }

        var accepted = (await desk.ListAsync(department, ScreeningDesk.Accepted, null, added, cancellation).ConfigureAwait(false)).GroupBy(h => h.Institution, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var inspections = 0;
        foreach (var group in accepted.Take(Math.Max(1, accepted.Count / InspectedOf)))
        {
            var doubts = group.ToDictionary(h => h.Id, h => district.Data.Supervision.OfDoubt(district.Data.Screening.Rules.First(r => r.Head.Id == h.RuleId).Head.Kind).Name);
            Expect((await desk.InspectAsync(district.Clerk, department, doubts, new DateOnly(district.Year, 12, 20), "示范检查员甲、示范检查员乙", cancellation).ConfigureAwait(false)).Refusal);
            inspections++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"明细 {claims.Count} 行，命中 {added} 处，转检查 {inspections} 次（全部虚构）");
    }

    private static List<Claim> Claims(DemonstrationDistrict district, List<string> hospitals, DeterministicRandom random)
    {
        var claims = new List<Claim>();
        for (var n = 0; n < district.Scale(Stays); n++)
        {
            var from = new DateOnly(district.Year, 12, 1).AddDays(random.Next(10));
            var (settlement, hospital) = (Text($"示结{n:00000}"), hospitals[random.Next(hospitals.Count)]);
            var days = 3 + random.Next(6);
            var isDoubtful = random.Next(DoubtfulOf) == 0;
            for (var day = 0; day < days; day++)
                Add(day, "普通病房床位费", isDoubtful && day == 0 ? 2 : 1, 32m);
            for (var times = isDoubtful && random.Next(2) == 0 ? 3 : 1; times > 0; times--)
                Add(0, "胸部CT平扫", 1, 260m);
            if (isDoubtful && random.Next(3) == 0)
                Add(1, "经阴道超声检查", 1, 180m);

            void Add(int day, string item, int count, decimal price) => claims.Add(new Claim
            {
                File = "示范明细（虚构）.csv",
                Row = claims.Count + 2,
                SettlementId = settlement,
                Person = Text($"示人{n:00000}"),
                Sex = Sex.Male,
                BornOn = new DateOnly(1950 + (n % 40), 1 + (n % 12), 1),
                Institution = hospital,
                Care = Claim.Inpatient,
                From = from,
                To = from.AddDays(days),
                Day = from.AddDays(day),
                Item = new ClaimItem("", item),
                Quantity = count,
                Price = price,
                Amount = count * price,
                Diagnoses = "示范诊断",
            });
        }

        return claims;
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    // What an office could not have recorded is a defect of this part.
    private static void Expect(string? problem)
    {
        if (problem is not null)
            throw new InvalidOperationException(problem);
    }
}
