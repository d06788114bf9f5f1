using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Tests.Auditing;

public sealed class RelationSystemTests
{
    private static RelationOutcome Judge(Sheet sheet) => sheet.System.Evaluate().Outcome(0);

    [Fact]
    public void A_sum_that_adds_up_holds() =>
        Assert.Equal(Verdict.Holds, Judge(new Sheet().Row("t 7515.18", "a 7475.18", "b 40").Rule("t = a + b")).Verdict);

    [Fact]
    public void A_sum_that_is_far_off_is_broken_and_says_by_how_much()
    {
        var outcome = Judge(new Sheet().Row("t 7515.10", "a 7475.18", "b 40.00").Rule("t = a + b"));
        Assert.Equal(Verdict.Broken, outcome.Verdict);
        Assert.Equal(-0.08m, outcome.Difference);
        Assert.Equal(0.015m, outcome.Slack);
        Assert.False(outcome.SavedByPrintedDecimals);
    }

    [Theory]
    [InlineData("10.02", Verdict.ExplainedByRounding)]
    [InlineData("10.03", Verdict.ExplainedByRounding)]
    [InlineData("10.04", Verdict.Broken)]
    public void Halves_are_rounded_either_way_so_five_parts_and_a_total_may_be_three_steps_apart(string total, Verdict expected) =>
        Assert.Equal(expected, Judge(new Sheet().Row($"t {total}", "a 2.00", "b 2.00", "c 2.00", "d 2.00", "e 2.00").Rule("t = a + b + c + d + e")).Verdict);

    [Theory]
    [InlineData("4.01", Verdict.ExplainedByRounding)]
    [InlineData("4.02", Verdict.Broken)]
    public void A_difference_of_exactly_half_a_step_for_each_printed_figure_is_rounding_and_more_is_not(string total, Verdict expected) =>
        Assert.Equal(expected, Judge(new Sheet().Row($"t {total}", "a 4.00", "b").Rule("t = a + b")).Verdict);

    [Fact]
    public void A_blank_is_an_exact_zero_and_adds_no_rounding()
    {
        var sheet = new Sheet().Row("t 4.02", "a 4.00", "b", "c", "d").Rule("t = a + b + c + d");
        Assert.Equal(Verdict.Broken, Judge(sheet).Verdict);
        var zeros = new Sheet().Row("t 4.02", "a 4.00", "b 0.00", "c 0.00", "d 0.00").Rule("t = a + b + c + d");
        Assert.Equal(Verdict.ExplainedByRounding, Judge(zeros).Verdict);
    }

    [Fact]
    public void A_figure_that_could_not_be_read_makes_the_relation_not_readable_and_is_named()
    {
        var sheet = new Sheet().Row("t 4.02", "a 1.00", "b ?").Rule("t = a + b");
        var outcome = Judge(sheet);
        Assert.Equal(Verdict.NotReadable, outcome.Verdict);
        Assert.Equal(sheet["b"], outcome.UnreadableFigure);
    }

    [Theory]
    [InlineData("101.13", Verdict.Holds)]
    [InlineData("101.14", Verdict.OffByLastPlace)]
    [InlineData("101.15", Verdict.Broken)]
    public void Copies_must_print_alike_and_one_step_apart_is_a_warning_at_most(string copy, Verdict expected) =>
        Assert.Equal(expected, Judge(new Sheet().Row("a 101.13", $"b {copy}").Rule("a == b")).Verdict);

    [Theory]
    [InlineData("101.1", Verdict.ExplainedByRounding)]
    [InlineData("101.2", Verdict.Broken)]
    public void A_copy_at_a_coarser_precision_is_compared_by_rounding(string copy, Verdict expected) =>
        Assert.Equal(expected, Judge(new Sheet().Text("a", "101.13").Text("b", copy, 1).Rule("a == b")).Verdict);

    [Fact]
    public void Fewer_decimals_than_the_column_are_not_believed_but_the_figure_is_named()
    {
        var sheet = new Sheet().Row("t 50.12", "a 40", "b 10.00").Rule("t = a + b");
        var outcome = Judge(sheet);
        Assert.Equal(Verdict.Broken, outcome.Verdict);
        Assert.Equal(sheet["a"], outcome.CoarseFigure);
        Assert.Null(Judge(new Sheet().Row("t 50.62", "a 40", "b 10.00").Rule("t = a + b")).CoarseFigure);
        Assert.Null(Judge(new Sheet().Row("t 10.12", "a 0", "b 10.00").Rule("t = a + b")).CoarseFigure);
    }

    [Theory]
    [InlineData("3.20", Verdict.Holds)]
    [InlineData("3.19", Verdict.ExplainedByRounding)]
    [InlineData("3.18", Verdict.Broken)]
    [InlineData("9.00", Verdict.Holds)]
    public void An_inequality_holds_when_some_choice_within_rounding_satisfies_it(string a, Verdict expected)
    {
        Assert.Equal(expected, Judge(new Sheet().Row($"a {a}", "b 3.20").Rule("a ≥ b")).Verdict);
        Assert.Equal(expected, Judge(new Sheet().Row($"a {a}", "b 3.20").Rule("b ≤ a")).Verdict);
    }

    [Fact]
    public void Terms_of_the_same_figure_are_added_up_before_rounding_is_allowed_for()
    {
        var sheet = new Sheet().Row("t 4.01", "a 2.00").Rule("t + a = a + a + a");
        Assert.Equal(2, sheet.System.Relations[0].Terms.Length);
        Assert.Equal(0.015m, Judge(sheet).Slack);
    }

    [Fact]
    public void The_index_names_the_relations_of_a_figure_and_the_figures_without_any()
    {
        var sheet = new Sheet().Row("t 3.00", "a 1.00", "b 2.00", "lonely 4.00").Text("copy", "1.00").Rule("t = a + b").Rule("a == copy");
        var system = sheet.System;
        Assert.Equal([0, 1], system.RelationsOf(sheet["a"]).ToArray());
        Assert.False(system.IsGuarded(sheet["lonely"]));
    }

    [Fact]
    public void A_term_without_a_figure_and_a_copy_of_three_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new RelationSystem([], [new Relation("x", [new Term(0, 1m)])]));
        Assert.Throws<ArgumentException>(() => new Relation("x", [new Term(0, 1m), new Term(1, 1m)], isCopy: true));
    }
}
