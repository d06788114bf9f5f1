using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Tests.Auditing;

public sealed class MutationRunTests
{
    private static Sheet Table() => new Sheet()
        .Row("t 60.25", "t1 24.12", "t2 36.13", "lonely 5.00").Row("a 30.25", "a1 11.12", "a2 19.13").Row("b 30.00", "b1 13.00", "b2 17.00")
        .Rule("t = t1 + t2").Rule("a = a1 + a2").Rule("b = b1 + b2").Rule("t = a + b").Rule("t1 = a1 + b1").Rule("t2 = a2 + b2");

    [Fact]
    public void The_same_seed_gives_the_same_report_and_another_seed_another()
    {
        var system = Table().System;
        Assert.Equivalent(MutationRun.Run(system, 100, new DeterministicRandom(7)), MutationRun.Run(system, 100, new DeterministicRandom(7)), strict: true);
        Assert.NotEqual(
            MutationRun.Run(system, 100, new DeterministicRandom(7)).Missed, MutationRun.Run(system, 100, new DeterministicRandom(8)).Missed);
    }

    [Fact]
    public void Every_kind_of_slip_occurs_and_the_counts_add_up()
    {
        var report = MutationRun.Run(Table().System, 400, new DeterministicRandom(1));
        Assert.Equal(400, report.Mutations);
        Assert.Equal(9, report.ByKind.Count);
        Assert.Equal(report.Mutations, report.ByKind.Values.Sum(k => k.Mutations));
        Assert.Equal(report.Corrected, report.ByKind.Values.Sum(k => k.Corrected));
        Assert.Equal(report.Guarded, report.Detectable + report.WithinRounding);
        Assert.Equal(report.Mutations, report.Caught + report.Missed.Count);
    }

    [Fact]
    public void A_figure_that_no_relation_touches_is_missed_and_listed_as_unguarded()
    {
        var sheet = Table();
        var report = MutationRun.Run(sheet.System, 400, new DeterministicRandom(1));
        var missed = report.Missed.Where(m => m.Reason == MissReason.Unguarded).ToList();
        Assert.NotEmpty(missed);
        Assert.All(missed, m => Assert.Equal((sheet["lonely"], "5.00"), (m.Figure, m.From)));
        Assert.DoesNotContain(report.Missed, m => m.Reason == MissReason.NotReported);
    }

    [Fact]
    public void What_rounding_hides_is_missed_and_listed_with_both_texts()
    {
        var sheet = new Sheet().Row("t 3.00", "a 0.50", "b 0.50", "c 0.50", "d 0.50", "e 0.50", "f 0.50")
            .Rule("t = a + b + c + d + e + f");
        var report = MutationRun.Run(sheet.System, 500, new DeterministicRandom(3));
        var hidden = report.Missed.Where(m => m.Reason == MissReason.WithinRounding && m.Kind == SlipKind.Digit).ToList();
        Assert.Equal(report.WithinRounding, report.Missed.Count(m => m.Reason == MissReason.WithinRounding));
        Assert.Contains(hidden, m => m is { From: "0.50", To: "0.51" });
    }

    [Fact]
    public void Figures_that_cannot_be_told_apart_are_localised_but_not_identifiable()
    {
        var sheet = new Sheet().Row("t 62.35", "a 20.15", "b 42.20").Rule("t = a + b");
        var report = MutationRun.Run(sheet.System, 200, new DeterministicRandom(5));
        Assert.Equal(report.Detectable, report.Localised);
        var single = report.ByKind.Where(k => k.Key is not (SlipKind.Shift or SlipKind.Swap)).ToList();
        Assert.All(single, k => Assert.Equal(0, k.Value.Identifiable));
    }

    [Fact]
    public void An_error_that_is_there_already_does_not_count_as_caught()
    {
        var sheet = new Sheet().Row("t 9.00", "a 1.00", "b 2.00", "c 5.00").Rule("t = a + b");
        var report = MutationRun.Run(sheet.System, 50, new DeterministicRandom(5));
        Assert.Equal(0, report.Detectable);
    }

    [Fact]
    public void The_system_is_left_as_it_was()
    {
        var system = Table().System;
        MutationRun.Run(system, 100, new DeterministicRandom(1));
        Assert.Empty(system.Evaluate().Broken);
    }

    [Fact]
    public void A_system_without_printed_figures_gives_an_empty_report() =>
        Assert.Equal(0, MutationRun.Run(new RelationSystem([], []), 10, new DeterministicRandom(1)).Mutations);
}
