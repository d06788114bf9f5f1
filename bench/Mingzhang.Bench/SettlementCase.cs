using System.Text.Json.Nodes;
using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Statements;
using Mingzhang.Demonstration;

namespace Mingzhang.Bench;

/// <summary>./mz bench settlement: a million settlements with their year-to-date, and one statement.</summary>
internal static class SettlementCase
{
    private const int Settlements = 1_000_000;
    private const int Runs = 3;
    private const int StatementRuns = 50;

    public static Measured Run(World world)
    {
        var policies = world.Data.Assistance.Places["示例区"];
        var policy = policies.Versions[^1];
        // First, so that its memory is its own.
        var details = new JsonObject();
        SettlementStoreCase.Run(policies, details);
        var persons = new AssistanceDistrict(policy, policy.From.Year).Make(Settlements, 9).ToList();
        var (count, paid) = (0L, 0m);
        var seconds = Measure.Fastest(Runs, () =>
        {
            (count, paid) = (0L, 0m);
            foreach (var person in persons)
            {
                foreach (var assessment in PersonYear.Assess(person.Settlements, person.Identities, policies))
                {
                    count++;
                    paid += assessment.Amount;
                }
            }
        });
        var busiest = persons.MaxBy(p => p.Settlements.Count)!;
        details["persons"] = persons.Count;
        details["paidYuan"] = paid;
        details["statementMilliseconds"] = Measure.FastestMilliseconds(StatementRuns, () => StatementWriter.Write(PersonYear.Assess(busiest.Settlements, busiest.Identities, policies)[^1]));
        return new Measured("settlement", count, seconds, details);
    }
}
