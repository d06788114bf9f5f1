using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Disclosures;

/// <summary>What a person puts right in a document that was read.</summary>
public class CorrectionTests
{
    private static readonly ColumnPath Name = new("项目"), Amount = new("预算数");

    [Fact]
    public void A_corrected_cell_is_sure_and_keeps_what_was_read()
    {
        var document = Document(new Cell(Amount, "1O0.00", null, true, new Place(Page: 3)), new Cell(Amount, "7.00", new Figure(7m, 2), false, Place.Unknown));
        var (corrected, lost) = Corrections.Apply(document, [Said(document, 0, "100.00"), Said(document, 1, "7.00")]);
        Assert.Empty(lost);
        var first = corrected.Statements[0].Rows[0].Cells.Single(c => c.Column.Equals(Amount));
        Assert.Equal((new Figure(100m, 2), true, 3, "1O0.00", "clerk"), (first.Figure!.Value, first.Sure, first.At.Page, first.Correction!.Printed, first.Correction.By));
        Assert.True(corrected.Statements[0].Rows[1].Cells.Single(c => c.Column.Equals(Amount)).Sure);
        Assert.False(document.Statements[0].Rows[1].Cells.Single(c => c.Column.Equals(Amount)).Sure);
    }

    [Fact]
    public void Of_two_rows_with_one_key_the_named_one_is_corrected()
    {
        var document = Document(new Cell(Amount, "1", new Figure(1m, 0), true, Place.Unknown), new Cell(Amount, "2", new Figure(2m, 0), true, Place.Unknown));
        Assert.Equal(2, Corrections.NameOf(document, 0, 1, Amount).Repeat);
        var corrected = Corrections.Apply(document, [Said(document, 1, "5")]).Corrected;
        Assert.Equal([1m, 5m], corrected.Statements[0].Rows.Select(r => r.Cells.Single(c => c.Figure is not null).Figure!.Value.Value));
    }

    [Fact]
    public void A_blank_gets_a_figure_and_a_column_of_names_none()
    {
        var document = Document(null, new Cell(Amount, "2", new Figure(2m, 0), true, Place.Unknown));
        var corrected = Corrections.Apply(document, [Said(document, 0, "9"), new CorrectedText(Corrections.NameOf(document, 0, 0, Name), "2024", "clerk", "")]).Corrected.Statements[0].Rows[0];
        Assert.Equal(new Figure(9m, 0), corrected.Cells.Single(c => c.Column.Equals(Amount)).Figure);
        Assert.Null(corrected.Cells.Single(c => c.Column.Equals(Amount)).Correction!.Printed);
        Assert.Null(corrected.Cells.Single(c => c.Column.Equals(Name)).Figure);
    }

    [Fact]
    public void A_correction_whose_cell_is_gone_is_told()
    {
        var document = Document(new Cell(Amount, "1", new Figure(1m, 0), true, Place.Unknown), null);
        var gone = new CorrectedText(new CellName("收支总表", 1, "合计", 3, "预算数"), "5", "clerk", "");
        Assert.Equal(gone, Assert.Single(Corrections.Apply(document, [gone, Said(document, 0, "2")]).Lost));
    }

    private static CorrectedText Said(Disclosure document, int row, string text) => new(Corrections.NameOf(document, 0, row, Amount), text, "clerk", "2026-01-01T00:00:00.000Z");

    // Two rows of one key: the amounts as given, nothing for null.
    private static Disclosure Document(Cell? first, Cell? second) => new(
        new DocumentFacts(null, null, null, null, null, null),
        [new Statement("收支总表", null, "万元", [Name, Amount], [Row(first), Row(second)], null, Place.Unknown)],
        [],
        []);

    private static StatementRow Row(Cell? amount)
    {
        var name = new Cell(Name, "合计", null, true, Place.Unknown);
        return new StatementRow("合计", "合计", 0, amount is null ? [name] : [name, amount]);
    }
}
