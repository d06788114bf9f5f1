using Mingzhang.Core.Comparing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Comparing;

public class DisclosureComparerTests
{
    [Theory]
    [InlineData("12.30", "12.3")]
    [InlineData("0.00", null)]
    [InlineData(null, "0")]
    [InlineData("1,234.50", "1234.50")]
    public void The_same_amount_is_the_same_however_it_is_printed(string? a, string? b) => Assert.Empty(Compare(Table("表甲", a), Table("表甲", b)).Differences);

    [Theory]
    [InlineData("12.30", "12.31", DifferenceKind.Different)]
    [InlineData("12.30", null, DifferenceKind.OnlyFirst)]
    [InlineData(null, "12.30", DifferenceKind.OnlySecond)]
    [InlineData("0.00", "0.01", DifferenceKind.Different)]
    public void A_different_amount_is_a_difference(string? a, string? b, DifferenceKind kind)
    {
        var difference = Assert.Single(Compare(Table("表甲", a), Table("表甲", b)).Differences);
        Assert.Equal((kind, "表甲", "2101301", "合计", a, b), (difference.Kind, difference.Statement, difference.Row, difference.Column.Text, difference.First, difference.Second));
    }

    [Fact]
    public void Yuan_and_wan_yuan_are_brought_together()
    {
        Assert.Empty(Compare(Table("表甲", "1.50", "万元"), Table("表甲", "15000.00", "元")).Differences);
        Assert.Single(Compare(Table("表甲", "1.50", "万元"), Table("表甲", "1.50", "元")).Differences);
        Assert.Empty(Compare(Table("表甲", "1.50", "万元"), Table("表甲", "1.50", null)).Differences);
    }

    [Fact]
    public void A_cell_that_could_not_be_read_differs_from_one_that_could() =>
        Assert.Single(Compare(Table("表甲", "1.50"), Table("表甲", "?")).Differences);

    [Fact]
    public void A_table_that_one_lacks_is_told_as_a_whole()
    {
        var comparison = Compare(Table("甲方收入明细表", "1.50"), Table("乙方支出明细表", "1.50"));
        Assert.Equal(2, comparison.Differences.Count);
        Assert.All(comparison.Differences, d => Assert.True(d.IsWholeTable));
    }

    [Fact]
    public void The_second_row_of_a_name_is_compared_with_the_second()
    {
        var table = Table("表甲", "1.50").Statements[0];
        var twice = table with { Rows = [table.Rows[0], Table("表甲", "2.50").Statements[0].Rows[0]] };
        var other = table with { Rows = [table.Rows[0], Table("表甲", "2.60").Statements[0].Rows[0]] };
        var difference = Assert.Single(Compare(Of(twice), Of(other)).Differences);
        Assert.Equal(("2.50", "2.60"), (difference.First, difference.Second));
    }

    private static DisclosureComparison Compare(Disclosure a, Disclosure b) => DisclosureComparer.Compare(a, b, []);

    private static Disclosure Table(string title, string? text, string? unit = "万元")
    {
        var column = new ColumnPath("合计");
        IReadOnlyList<Cell> cells = text switch
        {
            null => [],
            "?" => [new Cell(column, null, null, true, Place.Unknown)],
            _ => [new Cell(column, text, FigureText.Parse(text), true, Place.Unknown)],
        };
        return Of(new Statement(title, null, unit, [column], [new StatementRow("2101301", "城乡医疗救助", 3, cells)], null, Place.Unknown));
    }

    private static Disclosure Of(Statement statement) => new(new DocumentFacts(null, null, null, null, null, null), [statement], [], []);
}
