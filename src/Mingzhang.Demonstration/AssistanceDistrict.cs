using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;
using Mingzhang.Core.Auditing.Mutation;

namespace Mingzhang.Demonstration;

/// <summary>A person of a made-up district (虚构的救助对象).</summary>
/// <param name="Code">Number of the person.</param>
/// <param name="Identities">身份.</param>
/// <param name="Settlements">Settlements of the year, in the order of their days.</param>
public sealed record GeneratedPerson(string Code, IReadOnlyList<Identity> Identities, IReadOnlyList<Settlement> Settlements);

/// <summary>Makes up the subjects of assistance of a district and their bills of a year; the same seed makes the same district.</summary>
/// <param name="policy">The policy of the year; subjects are those it names.</param>
/// <param name="year">The year.</param>
public sealed class AssistanceDistrict(AssistancePolicy policy, int year)
{
    private const int BillsPerPerson = 8;

    /// <summary>Persons with about so many settlements in all.</summary>
    /// <param name="settlements">How many settlements, at least.</param>
    /// <param name="seed">Seed.</param>
    public IEnumerable<GeneratedPerson> Make(int settlements, ulong seed)
    {
        var random = new DeterministicRandom(seed);
        var made = 0;
        for (var number = 1; made < settlements; number++)
        {
            var person = Person(number, random, ref made);
            yield return person;
        }
    }

    private GeneratedPerson Person(int number, DeterministicRandom random, ref int made)
    {
        var subject = policy.Subjects[random.Next(policy.Subjects.Count)];
        var identities = new List<Identity> { new(subject, new DateOnly(year - 2, 1, 1), null, new DateOnly(year - 2, 1, 1)) };
        if (random.Next(10) == 0)
        {
            var from = new DateOnly(year, 1, 1).AddDays(random.Next(300));
            identities.Add(new Identity(policy.Subjects[random.Next(policy.Subjects.Count)], from, from.AddDays(60), from.AddDays(random.Next(40))));
        }

        var bills = new Settlement[1 + random.Next((2 * BillsPerPerson) - 1)];
        var day = new DateOnly(year, 1, 1).AddDays(random.Next(20));
        for (var i = 0; i < bills.Length; i++)
        {
            var care = random.Next(3) == 0 ? CareKind.Inpatient : CareKind.LongTermOutpatient;
            var end = day.AddDays(care == CareKind.Inpatient ? 3 + random.Next(12) : 0);
            bills[i] = Bill($"{year}{++made:00000000}", care, day, end.Year == year ? end : new DateOnly(year, 12, 31), random);
            day = bills[i].To.AddDays(1 + random.Next(12));
            if (day.Year != year)
                day = new DateOnly(year, 12, 31);
        }

        return new GeneratedPerson($"P{number:0000000}", identities, bills);
    }

    private static Settlement Bill(string id, CareKind care, DateOnly from, DateOnly to, DeterministicRandom random)
    {
        var total = (care == CareKind.Inpatient ? 200_000 + random.Next(3_000_000) : 5_000 + random.Next(80_000)) / 100m;
        var inScope = decimal.Round(total * (80 + random.Next(20)) / 100m, 2);
        var basic = decimal.Round(inScope * (50 + random.Next(20)) / 100m, 2);
        var major = inScope - basic > 8000m ? decimal.Round((inScope - basic - 8000m) * 0.6m, 2) : 0m;
        var other = random.Next(40) == 0 ? decimal.Round((inScope - basic - major) / 10m, 2) : 0m;
        return new Settlement(id, care, $"H{42000000000 + random.Next(60)}", from, to, to, total, inScope, basic, major, 0m, 0m, other, 0m, random.Next(4) != 0, null);
    }
}
