using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Tests.Auditing;

public sealed class LocalisationProperties
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(120);

    private static Arbitrary<(RelationSystem System, ulong Seed)> Systems(bool? rounded = null) =>
        (from seed in Gen.Choose(0, int.MaxValue)
         from isRounded in rounded is { } r ? Gen.Constant(r) : Gen.Elements(true, false)
         from rows in Gen.Choose(1, 16)
         select (ConsistentSystem.Make((ulong)seed, isRounded, rows), (ulong)seed)).ToArbitrary();

    [Fact]
    public void A_consistent_document_raises_no_alarm() =>
        Prop.ForAll(Systems(), s => Localiser.Explain(s.System.Evaluate()).Count == 0).Check(Quick);

    [Fact]
    public void Every_slip_that_rounding_does_not_hide_is_reported_at_its_figure() =>
        Prop.ForAll(Systems(), s =>
        {
            var report = MutationRun.Run(s.System, 40, new DeterministicRandom(s.Seed));
            return report.Caught == report.Detectable && report.Localised == report.Detectable
                && report.Detectable + report.WithinRounding == report.Guarded;
        }).Check(Quick);

    [Fact]
    public void Every_single_change_to_any_value_that_rounding_does_not_hide_is_reported_at_its_figure() =>
        Prop.ForAll(Systems(), s =>
        {
            var random = new DeterministicRandom(s.Seed);
            for (var i = 0; i < 20; i++)
            {
                var nodes = s.System.Figures.ToArray();
                var changed = random.Next(nodes.Length);
                nodes[changed] = nodes[changed] with { Value = random.Next(10_000_000) / 100m, PrintedDecimals = 2, State = FigureState.Printed };
                var evaluation = s.System.WithFigures(nodes).Evaluate();
                var found = Localiser.Explain(evaluation);
                if (!evaluation.Broken.All(r => found.Any(e => e.Relations.Contains(r))))
                    return false;
                if (evaluation.Broken.Count > 0 && !found.Any(e => e.Corrections.Concat(e.Alternatives).Any(c => c.Figure == changed)))
                    return false;
            }

            return true;
        }).Check(Quick);

    [Fact]
    public void Applying_all_corrections_leaves_nothing_broken_whatever_was_changed() =>
        Prop.ForAll(Systems(), s =>
        {
            var random = new DeterministicRandom(s.Seed);
            var nodes = s.System.Figures.ToArray();
            for (var i = random.Next(4); i >= 0; i--)
            {
                var changed = random.Next(nodes.Length);
                nodes[changed] = nodes[changed] with { Value = random.Next(10_000_000) / 100m, PrintedDecimals = 2, State = FigureState.Printed };
            }

            var system = s.System.WithFigures(nodes);
            var found = Localiser.Explain(system.Evaluate());
            if (found.Any(e => e.Corrections.Count == 0))
                return true;
            var mended = nodes.ToArray();
            foreach (var correction in found.SelectMany(e => e.Corrections))
                mended[correction.Figure] = mended[correction.Figure] with { Value = correction.Expected!.Value, PrintedDecimals = 2, State = FigureState.Printed };
            return system.WithFigures(mended).Evaluate().Broken.Count == 0;
        }).Check(Quick);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void At_least_95_of_100_slips_that_relations_single_out_are_put_right(bool rounded)
    {
        var (identifiable, corrected) = (0, 0);
        var kinds = new SortedDictionary<SlipKind, (int Identifiable, int Corrected)>();
        for (var seed = 0UL; seed < 40; seed++)
        {
            var system = ConsistentSystem.Make(seed, rounded, 1 + (int)(seed % 24));
            var report = MutationRun.Run(system, 150, new DeterministicRandom(seed));
            identifiable += report.Identifiable;
            corrected += report.Corrected;
            foreach (var (kind, count) in report.ByKind)
            {
                var sum = kinds.GetValueOrDefault(kind);
                kinds[kind] = (sum.Identifiable + count.Identifiable, sum.Corrected + count.Corrected);
            }
        }

        Assert.True(identifiable > 2000, $"{identifiable}");
        Assert.True(corrected >= 0.95 * identifiable, $"{corrected} of {identifiable}; " + string.Join(", ", kinds.Select(k => $"{k.Key} {k.Value.Corrected}/{k.Value.Identifiable}")));
    }
}
