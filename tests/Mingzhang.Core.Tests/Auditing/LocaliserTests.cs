using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Tests.Auditing;

public sealed class LocaliserTests
{
    private static IReadOnlyList<Explanation> Explain(Sheet sheet) => Localiser.Explain(sheet.System.Evaluate());

    private static string[] Corrections(Sheet sheet, Explanation e) => [.. e.Corrections.Select(c => $"{sheet.NameOf(c.Figure)} {c.Printed} -> {c.Expected}")];

    private static string[] Alternatives(Sheet sheet, Explanation e) => [.. e.Alternatives.Select(c => sheet.NameOf(c.Figure)).Order(StringComparer.Ordinal)];

    // Two rows and their total in three columns; every figure stands in one sum across and one down.
    private static Sheet Grid(string t = "60.00", string t1 = "24.00", string t2 = "36.00", string a = "30.00", string a1 = "11.00", string a2 = "19.00", string b = "30.00", string b1 = "13.00", string b2 = "17.00") =>
        new Sheet().Row($"t {t}", $"t1 {t1}", $"t2 {t2}").Row($"a {a}", $"a1 {a1}", $"a2 {a2}").Row($"b {b}", $"b1 {b1}", $"b2 {b2}")
            .Rule("t = t1 + t2").Rule("a = a1 + a2").Rule("b = b1 + b2").Rule("t = a + b").Rule("t1 = a1 + b1").Rule("t2 = a2 + b2");

    [Fact]
    public void Nothing_is_said_of_a_table_that_adds_up() => Assert.Empty(Explain(Grid()));

    [Fact]
    public void A_wrong_digit_in_a_cell_is_one_cause_for_its_row_and_its_column()
    {
        var sheet = Grid(a1: "17.00");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(["a1 17.00 -> 11.00"], Corrections(sheet, e));
        Assert.True(e.Corrections[0].Sure);
        Assert.Equal([1, 4], e.Relations);
        Assert.Equal(SlipKind.Digit, e.Slip);
        Assert.Equal(CauseKind.Broken, e.Cause);
        Assert.Empty(e.Alternatives);
    }

    [Fact]
    public void The_search_leaves_the_evaluation_as_it_was()
    {
        var evaluation = Grid(a1: "17.00").System.Evaluate();
        var first = Localiser.Explain(evaluation);
        Assert.Equal(Verdict.Broken, evaluation[1]);
        Assert.Equivalent(first, Localiser.Explain(evaluation));
    }

    [Fact]
    public void A_total_of_one_row_that_its_parent_and_child_print_right_gets_their_value()
    {
        var sheet = new Sheet().Row("all 7515.18", "all1 7475.18", "all2 40").Row("unit 7515.1", "unit1 7475.18", "unit2 40").Row("child 7515.18", "child1 7475.18", "child2 40")
            .Rule("all = all1 + all2").Rule("unit = unit1 + unit2").Rule("child = child1 + child2").Rule("all = unit").Rule("unit = child");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(["unit 7515.1 -> 7515.18"], Corrections(sheet, e));
        Assert.True(e.Corrections[0].Sure);
        Assert.Equal([1, 3, 4], e.Relations);
        Assert.Equal(SlipKind.Dropped, e.Slip);
        Assert.Equal(CauseKind.Broken, e.Cause);
    }

    [Theory]
    [InlineData(Strength.Hard)]
    [InlineData(Strength.Soft)]
    public void A_figure_in_the_wrong_column_is_one_cause_that_names_both_cells(Strength strength)
    {
        var sheet = new Sheet().Row("total 3.2", "abroad", "cars 3.2", "buying", "running", "reception 3.2")
            .Text("runningElsewhere", "3.20").Row("receptionElsewhere")
            .Rule("total = abroad + cars + reception").Rule("cars = buying + running")
            .Rule("running ≥ runningElsewhere", strength).Rule("reception ≥ receptionElsewhere", strength);
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(["reception 3.2 -> 0", "running 0 -> 3.2"], Corrections(sheet, e).Order(StringComparer.Ordinal));
        Assert.Equal(SlipKind.Shift, e.Slip);
        Assert.Equal([0, 1, 2], e.Relations);
    }

    [Fact]
    public void Without_word_from_elsewhere_the_move_comes_first_and_the_subtotal_is_an_alternative()
    {
        var sheet = new Sheet().Row("total 3.2", "abroad", "cars 3.2", "buying", "running", "reception 3.2")
            .Rule("total = abroad + cars + reception").Rule("cars = buying + running");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(SlipKind.Shift, e.Slip);
        Assert.Contains("cars", Alternatives(sheet, e));
        Assert.DoesNotContain(e.Corrections, c => c.Sure);
    }

    [Fact]
    public void Two_errors_in_one_row_are_two_causes()
    {
        var sheet = Grid(a: "80.00", a2: "91.00");
        var found = Explain(sheet);
        Assert.Equal(["a 80.00 -> 30.00", "a2 91.00 -> 19.00"], found.SelectMany(e => Corrections(sheet, e)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_errors_that_share_no_relation_are_two_causes()
    {
        var sheet = Grid(a1: "17.00", b2: "71.00");
        var found = Explain(sheet);
        Assert.Equal(["a1 17.00 -> 11.00", "b2 71.00 -> 17.00"], found.SelectMany(e => Corrections(sheet, e)));
        Assert.All(found, e => Assert.True(e.Corrections[0].Sure));
    }

    [Fact]
    public void A_wrong_total_that_is_copied_right_elsewhere_gets_the_value_of_the_copy()
    {
        var sheet = Grid(t: "66.00").Text("copy", "60.00").Rule("t == copy");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(["t 66.00 -> 60.00"], Corrections(sheet, e));
        Assert.Equal([0, 3, 6], e.Relations);
    }

    [Fact]
    public void The_wrong_copy_is_accused_and_not_the_figure_that_sums_confirm()
    {
        var sheet = Grid().Text("copy", "66.00").Rule("t == copy");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(["copy 66.00 -> 60.00"], Corrections(sheet, e));
        Assert.Empty(e.Alternatives);
    }

    [Fact]
    public void The_value_of_a_copy_decides_where_sums_leave_room()
    {
        var sheet = new Sheet().Row("t 9.00", "a 3.33", "b 3.33", "c 3.33").Text("copy", "10.00").Rule("t = a + b + c").Rule("t == copy");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(["t 9.00 -> 10.00"], Corrections(sheet, e));
        Assert.True(e.Corrections[0].Sure);
    }

    [Fact]
    public void Figures_with_the_same_relations_cannot_be_told_apart_and_are_all_named_a_known_slip_first()
    {
        var sheet = new Sheet().Row("t 55.50", "a 12.30", "b 34.20").Rule("t = a + b");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(3, e.Corrections.Count + e.Alternatives.Count);
        Assert.False(e.Corrections[0].Sure);
        var withSlip = new Sheet().Row("t 55.50", "a 21.30", "b 43.20").Rule("t = a + b");
        // 64.50 would be two digits away from 55.50, 12.30 is 21.30 with two digits exchanged; so is 34.20.
        var first = Assert.Single(Explain(withSlip));
        Assert.Equal("a 21.30 -> 12.30", Corrections(withSlip, first)[0]);
        Assert.Equal(["b", "t"], Alternatives(withSlip, first));
    }

    [Fact]
    public void A_blank_where_a_figure_belongs_is_named_with_its_value()
    {
        var sheet = Grid(b1: "");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(["b1 0 -> 13.00"], Corrections(sheet, e));
        Assert.Equal(SlipKind.Missing, e.Slip);
    }

    [Fact]
    public void Relations_of_an_unreadable_figure_accuse_nobody()
    {
        Assert.Empty(Explain(Grid(a1: "?")));
        var sheet = Grid(a1: "?", b2: "77.00");
        Assert.Equal(["b2 77.00 -> 17.00"], Corrections(sheet, Assert.Single(Explain(sheet))));
    }

    [Fact]
    public void Two_cells_of_neighbouring_rows_exchanged_are_one_cause()
    {
        var sheet = Grid(a1: "13.00", b1: "11.00");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(["a1 13.00 -> 11.00", "b1 11.00 -> 13.00"], Corrections(sheet, e).Order(StringComparer.Ordinal));
        Assert.Equal(SlipKind.Swap, e.Slip);
    }

    [Fact]
    public void Two_whole_rows_exchanged_are_one_cause_though_each_still_adds_up()
    {
        var sheet = new Sheet().Row("a 31.00", "a1 12.00", "a2 19.00").Row("b 28.00", "b1 11.00", "b2 17.00")
            .Rule("a = a1 + a2").Rule("b = b1 + b2")
            .Table().Row("x 28.00", "x1 11.00").Row("y 31.00", "y1 12.00")
            .Rule("a == x").Rule("a1 == x1").Rule("b == y").Rule("b1 == y1");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(6, e.Corrections.Count);
        Assert.Equal(SlipKind.Swap, e.Slip);
        Assert.Equal([2, 3, 4, 5], e.Relations);
    }

    [Fact]
    public void A_row_shifted_by_one_column_is_one_cause()
    {
        var sheet = new Sheet().Row("t 60.00", "t1 24.00", "t2 36.00", "t3").Row("a 30.00", "a1 11.00", "a2 19.00", "a3").Row("b 30.00", "b1", "b2 13.00", "b3 17.00")
            .Rule("t1 = a1 + b1").Rule("t2 = a2 + b2").Rule("t3 = a3 + b3").Rule("b = b1 + b2 + b3").Rule("t = a + b");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(["b1 0 -> 13.00", "b2 13.00 -> 17.00", "b3 17.00 -> 0"], Corrections(sheet, e).Order(StringComparer.Ordinal));
        Assert.Equal(SlipKind.Shift, e.Slip);
    }

    [Fact]
    public void A_figure_with_too_few_decimals_is_a_warning_that_names_it()
    {
        var sheet = new Sheet().Row("t 50.12", "a 40", "b 10.00").Rule("t = a + b");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(CauseKind.PrintedDecimals, e.Cause);
        Assert.Equal(["a 40 -> 40.12"], Corrections(sheet, e));
    }

    [Fact]
    public void Copies_one_step_apart_are_a_warning_that_accuses_the_one_nothing_confirms()
    {
        var sheet = Grid().Text("copy", "60.01").Rule("t == copy");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(CauseKind.LastPlace, e.Cause);
        Assert.Equal(["copy 60.01 -> 60.00"], Corrections(sheet, e));
    }

    [Fact]
    public void A_broken_soft_relation_is_one_warning_and_accuses_no_figure_that_hard_relations_confirm()
    {
        var sheet = Grid().Text("elsewhere", "12.00").Rule("a1 = elsewhere", Strength.Soft);
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(CauseKind.Soft, e.Cause);
        Assert.Equal(["elsewhere 12.00 -> 11.00"], Corrections(sheet, e));
        var both = Grid().Rule("a1 = b1", Strength.Soft);
        var open = Assert.Single(Explain(both));
        Assert.Empty(open.Corrections);
        Assert.Equal(["a1", "b1"], Alternatives(both, open));
    }

    [Fact]
    public void A_soft_relation_decides_between_figures_that_hard_ones_cannot_tell_apart()
    {
        var sheet = new Sheet().Row("t 57.00", "a 12.00", "b 34.00").Text("elsewhere", "23.00")
            .Rule("t = a + b").Rule("a = elsewhere", Strength.Soft);
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(["a 12.00 -> 23.00"], Corrections(sheet, e));
        Assert.Equal([0, 1], e.Relations);
    }

    [Fact]
    public void A_broken_inequality_alone_names_both_sides_and_guesses_no_value()
    {
        var sheet = new Sheet().Row("all 10.00", "some 12.00").Rule("some ≤ all");
        var e = Assert.Single(Explain(sheet));
        Assert.Null(e.Corrections[0].Expected);
        Assert.Single(e.Alternatives);
    }

    [Fact]
    public void Many_errors_at_once_are_named_one_by_one()
    {
        // Eight rows of eight columns with sums across and down, and every diagonal cell wrong but the grand total's.
        const int size = 9;
        var sheet = new Sheet();
        int Right(int r, int c) => (r == 0 ? Enumerable.Range(1, size - 1).Sum(i => c == 0 ? Right(i, 0) : 10 + (i * c)) : c == 0 ? Enumerable.Range(1, size - 1).Sum(i => 10 + (r * i)) : 10 + (r * c));
        for (var r = 0; r < size; r++)
            sheet.Row([.. Enumerable.Range(0, size).Select(c => $"c{r}{c} {(r == c && r > 0 ? 900 + Right(r, c) : Right(r, c))}.00")]);
        for (var i = 0; i < size; i++)
        {
            sheet.Rule($"c{i}0 = " + string.Join(" + ", Enumerable.Range(1, size - 1).Select(c => $"c{i}{c}")));
            sheet.Rule($"c0{i} = " + string.Join(" + ", Enumerable.Range(1, size - 1).Select(r => $"c{r}{i}")));
        }

        var found = Explain(sheet);
        Assert.Equal(Enumerable.Range(1, size - 1).Select(i => $"c{i}{i} {900 + Right(i, i)}.00 -> {Right(i, i)}.00"), found.SelectMany(e => Corrections(sheet, e)).Order(StringComparer.Ordinal));
    }

    // The same items in two tables; in the second, from the third row on, every figure stands one row too high, as after pasting beside a longer list of names.
    [Fact]
    public void Figures_that_slipped_along_a_run_of_rows_are_one_cause_with_the_right_value_of_every_cell()
    {
        (string Name, decimal Value)[] right =
            [("a", 21m), ("a1", 10m), ("a2", 11m), ("b", 0m), ("b1", 0m), ("c", 57m), ("c1", 28m), ("c2", 29m), ("d", 70m), ("d1", 33m), ("d2", 37m), ("t", 148m)];
        var slipped = right.Select(r => r.Value).ToList();
        slipped.RemoveRange(3, 2);
        var sheet = new Sheet();
        foreach (var (name, value) in right)
            sheet.Row($"s{name} {Text(value)}");
        sheet.Table();
        for (var i = 0; i < right.Length; i++)
            sheet.Row($"p{right[i].Name} {(i < slipped.Count ? Text(slipped[i]) : "")}");
        foreach (var prefix in (string[])["s", "p"])
        {
            sheet.Rule($"{prefix}a = {prefix}a1 + {prefix}a2").Rule($"{prefix}b = {prefix}b1").Rule($"{prefix}c = {prefix}c1 + {prefix}c2").Rule($"{prefix}d = {prefix}d1 + {prefix}d2")
                .Rule($"{prefix}t = {prefix}a + {prefix}b + {prefix}c + {prefix}d");
        }

        foreach (var (name, _) in right)
            sheet.Rule($"s{name} = p{name}");
        var e = Assert.Single(Explain(sheet));
        Assert.Equal(SlipKind.Shift, e.Slip);
        Assert.All(e.Corrections, c => Assert.Equal(right.First(r => "p" + r.Name == sheet.NameOf(c.Figure)).Value, c.Expected));
        Assert.Equal(9, e.Corrections.Count);

        static string Text(decimal value) => value == 0m ? "" : value.ToString("F2", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_total_pasted_over_one_of_its_parts_is_not_explained_by_a_negative_part()
    {
        var sheet = new Sheet().Row("t 60.00").Row("a 25.00").Row("b 35.00").Row("c 60.00").Row("bound 35.00")
            .Rule("t = a + b + c").Rule("b = bound");
        var e = Assert.Single(Explain(sheet));
        Assert.All(e.Corrections, c => Assert.True(c.Expected is null or >= 0m));
        Assert.All(e.Alternatives, c => Assert.True(c.Expected is null or >= 0m));
    }
}
