using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Mutation;

/// <summary>Changes figures by one slip at a time and counts what the relations notice, find and set right.</summary>
public static class MutationRun
{
    // A slip that many figures do not admit is given up for a wrong digit, which nearly every figure admits.
    private const int MostAttempts = 40;

    /// <summary>Runs so many mutations. The same system, count and random numbers give the same report.</summary>
    /// <param name="system">The system; only printed figures are changed.</param>
    /// <param name="count">How many, 0 or more; fewer are made when the system has nothing to change.</param>
    /// <param name="random">Decides figures and slips.</param>
    public static MutationReport Run(RelationSystem system, int count, DeterministicRandom random)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var printed = Enumerable.Range(0, system.Figures.Count).Where(f => system.Nodes[f].State == FigureState.Printed).ToArray();
        var cells = new CellIndex(system);
        var trial = new MutationTrial(new SystemState(system), cells);
        var maker = new SlipMaker(system, cells, random);
        var results = new List<MutationResult>(count);
        for (var i = 0; i < count && printed.Length > 0; i++)
        {
            if (Next(maker, printed, random) is { } slip)
                results.Add(trial.Run(slip.Kind, slip.Changes));
        }

        return Count(system, results);
    }

    private static (SlipKind Kind, List<(int Figure, FigureNode After)> Changes)? Next(SlipMaker maker, int[] printed, DeterministicRandom random)
    {
        var kind = SlipMaker.Kinds[random.Next(SlipMaker.Kinds.Length)];
        for (var attempt = 0; attempt < 2 * MostAttempts; attempt++)
        {
            var tried = attempt < MostAttempts ? kind : SlipKind.Digit;
            if (maker.Make(tried, printed[random.Next(printed.Length)]) is { } changes)
                return (tried, changes);
        }

        return null;
    }

    private static MutationReport Count(RelationSystem system, List<MutationResult> results)
    {
        var total = Counts(results);
        var guarded = results.Count(r => r.IsGuarded);
        return new MutationReport(
            total.Mutations, guarded, total.Detectable, guarded - total.Detectable, total.Caught, total.Localised, total.Identifiable, total.Corrected,
            results.GroupBy(r => r.Kind).OrderBy(g => g.Key).ToDictionary(g => g.Key, g => Counts([.. g])),
            [.. results.Where(r => !r.IsCaught).Select(r => Missed(system, r))]);
    }

    private static KindCount Counts(List<MutationResult> results) => new(
        results.Count,
        results.Count(r => r.IsDetectable),
        results.Count(r => r.IsCaught),
        results.Count(r => r.IsLocalised),
        results.Count(r => r.IsIdentifiable),
        results.Count(r => r.IsCorrected));

    private static MissedMutation Missed(RelationSystem system, MutationResult result)
    {
        var (figure, after) = result.Changes[0];
        var reason = !result.IsGuarded ? MissReason.Unguarded : result.IsDetectable ? MissReason.NotReported : MissReason.WithinRounding;
        return new MissedMutation(figure, Text(system.Nodes[figure]), Text(after), result.Kind, reason);
    }

    private static string Text(in FigureNode node) =>
        node.State == FigureState.Printed ? FigureText.Format(node.Value, node.PrintedDecimals) : "";
}
