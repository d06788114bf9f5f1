using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Mingzhang.Documents.Tests.Publishing;

public class ExcelPublisherTests
{
    [Theory]
    [InlineData("dongxihu-2024")]
    [InlineData("caidian-2025")]
    public void The_validator_finds_nothing(string sample)
    {
        using var workbook = Open(SampleDisclosure.Whole(sample));
        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook, TestContext.Current.CancellationToken);
        Assert.Empty(faults.Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}"));
    }

    [Fact]
    public void Every_table_has_a_sheet_of_its_title_and_the_contents_link_to_all()
    {
        var disclosure = SampleDisclosure.Whole("caidian-2025");
        using var workbook = Open(disclosure);
        var names = workbook.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!).ToList();
        Assert.Equal("目录", names[0]);
        Assert.Equal("情况说明", names[^1]);
        Assert.All(disclosure.Statements, s => Assert.Contains(s.Title, names));
        var links = Part(workbook, "目录").Worksheet.Descendants<Hyperlink>().Select(h => h.Location!.Value!.Split('!')[0].Trim('\''));
        Assert.Equal(names[1..], links);
    }

    [Fact]
    public void Sums_are_formulas_whose_values_are_those_printed()
    {
        using var workbook = Open(SampleDisclosure.Of("caidian-2025"));
        var cells = workbook.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<Cell>()).ToList();
        var formulas = cells.Where(c => c.CellFormula is not null).ToList();
        Assert.True(formulas.Count > 100, formulas.Count.ToString());
        Assert.All(formulas, c => Assert.True(decimal.TryParse(c.CellValue!.Text, out _)));
        Assert.Contains(formulas, c => c.CellFormula!.Text.StartsWith("SUM(", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_are_numbers_with_the_format_that_prints_them()
    {
        using var workbook = Open(SampleDisclosure.Of("caidian-2025"));
        var formats = workbook.WorkbookPart!.WorkbookStylesPart!.Stylesheet.NumberingFormats!.Elements<NumberingFormat>().Select(f => f.FormatCode!.Value);
        Assert.Contains("#,##0.00", formats);
        var total = Part(workbook, "收支总表").Worksheet.Descendants<Cell>().Where(c => c.CellValue is not null).Max(c => decimal.Parse(c.CellValue!.Text));
        Assert.Equal(7515.18m, total);
    }

    [Fact]
    public void Headers_are_frozen_repeat_in_print_and_wide_tables_lie_across()
    {
        using var workbook = Open(SampleDisclosure.Of("caidian-2025"));
        var sheet = Part(workbook, "收入总表").Worksheet;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal(OrientationValues.Landscape, sheet.Descendants<PageSetup>().Single().Orientation!.Value);
        var names = workbook.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().ToList();
        Assert.Contains(names, n => n.Name == "_xlnm.Print_Titles" && n.Text.StartsWith("'收入总表'!", StringComparison.Ordinal));
        Assert.Contains(names, n => n.Name == "_xlnm.Print_Area" && n.Text.StartsWith("'收入总表'!", StringComparison.Ordinal));
    }

    private static SpreadsheetDocument Open(Core.Disclosures.Disclosure disclosure) =>
        SpreadsheetDocument.Open(new MemoryStream(SampleDisclosure.Publish(disclosure, "xlsx")), isEditable: false);

    private static WorksheetPart Part(SpreadsheetDocument workbook, string name) =>
        (WorksheetPart)workbook.WorkbookPart!.GetPartById(workbook.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == name).Id!.Value!);
}
