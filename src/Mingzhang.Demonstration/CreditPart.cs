using System.Globalization;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Credit;
using Mingzhang.Core.Supervision.Institutions;

namespace Mingzhang.Demonstration;

/// <summary>Credit evaluations of two years with objections, one in three of them ending in a correction (信用评价), all made up.</summary>
internal sealed class CreditPart : IDemonstrationPart
{
    private const int AYear = 150, ObjectedOf = 12, CorrectedOf = 3, PublishedIn = 3;

    /// <inheritdoc/>
    public string Name => "信用评价";

    /// <inheritdoc/>
    public async Task<string> MakeAsync(DemonstrationDistrict district, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(district);
        if (district.Data.Credit is not [var scheme, ..])
            return "没有评价办法，没有造";
        var random = DemonstrationDistrict.Random(Name);
        var institutions = (await district.Desk.Supervision.Institutions.AllAsync(district.Department.Id, cancellation).ConfigureAwait(false)).Where(i => i.State == AgreementState.Valid).Take(district.Scale(AYear)).ToList();
        var (made, objections) = (0, 0);
        for (var year = district.Year - 1; year <= district.Year; year++)
        {
            // Published in the year after: of the last year not yet all, so that there is something to do.
            var on = new DateOnly(year, 12, 31).AddMonths(PublishedIn);
            foreach (var each in institutions)
            {
                made++;
                var isLast = year == district.Year && made % ObjectedOf == 5;
                var deductions = Deductions(scheme, random);
                var id = await OneAsync(district, scheme, year, each.Facts, deductions, corrects: null, isLast ? null : on, cancellation).ConfigureAwait(false);
                // Nobody objects to a full score.
                if (isLast || deductions.Count == 0 || made % ObjectedOf > 1)
                    continue;
                objections++;
                await ObjectAsync(district, scheme, id, each.Facts, deductions, on, objections, cancellation).ConfigureAwait(false);
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{made} 家次，异议 {objections} 件（全部虚构）");
    }

    private static async Task ObjectAsync(DemonstrationDistrict d, CreditScheme scheme, int id, Institution facts, List<CreditDeduction> deductions, DateOnly on, int number, CancellationToken cancellation)
    {
        Expect(await d.Desk.Credit.ObjectAsync(d.Clerk, d.Department.Id, id, 3, "认为有一次扣分不实，请复核（虚构）", cancellation).ConfigureAwait(false));
        if (number % CorrectedOf == 1)
            await OneAsync(d, scheme, 0, facts, deductions[1..], id, on.AddDays(20), cancellation).ConfigureAwait(false);
        else if (number % CorrectedOf == 2)
            Expect(await d.Desk.Credit.ObjectAsync(d.Clerk, d.Department.Id, id, 4, "复核无误，维持原评价（虚构）", cancellation).ConfigureAwait(false));
    }

    private static async Task<int> OneAsync(DemonstrationDistrict d, CreditScheme scheme, int year, Institution facts, IReadOnlyList<CreditDeduction> deductions, int? corrects, DateOnly? published, CancellationToken cancellation)
    {
        var (id, problem) = await d.Desk.Credit.EvaluateAsync(d.Clerk, d.Department.Id, year, facts.Code, facts.Name, deductions, scheme, corrects, cancellation).ConfigureAwait(false);
        Expect(problem);
        if (published is not { } on)
            return id;
        Expect(await d.Desk.Credit.ReviewAsync(d.Reviewer, d.Department.Id, id, 1, true, cancellation).ConfigureAwait(false));
        Expect(await d.Desk.Credit.PublishAsync(d.Head, d.Department.Id, id, 2, on, cancellation).ConfigureAwait(false));
        return id;
    }

    private static List<CreditDeduction> Deductions(CreditScheme scheme, DeterministicRandom random)
    {
        var deductions = new List<CreditDeduction>();
        for (var n = random.Next(4); n > 0; n--)
        {
            var indicator = scheme.Indicators[random.Next(scheme.Indicators.Count)];
            var rule = indicator.Rules[random.Next(indicator.Rules.Count)];
            if (rule.Points < indicator.Weight && deductions.TrueForAll(x => x.Rule != rule.Name))
                deductions.Add(new CreditDeduction(indicator.Name, rule.Name, 1 + random.Next(2), "示范检查（虚构）"));
        }

        return deductions;
    }

    // What an office could not have recorded is a defect of this part.
    private static void Expect(string? problem)
    {
        if (problem is not null)
            throw new InvalidOperationException(problem);
    }
}
