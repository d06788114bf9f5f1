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

    [Fact]
    public void Every_sheet_has_a_print_area_on_A4_of_one_page_width_and_every_table_frozen_headers()
    {
        var disclosure = Samples.Whole("caidian-2025");
        using var workbook = Open(disclosure);
        var sheets = workbook.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value!).ToList();
        var areas = workbook.WorkbookPart.Workbook.DefinedNames!.Elements<DefinedName>().Where(n => n.Name == "_xlnm.Print_Area").ToList();
        Assert.Equal(sheets.Count, areas.Count);
        foreach (var name in sheets)
        {
            var sheet = Part(workbook, name).Worksheet;
            Assert.Equal((9u, 0u), (sheet.Descendants<PageSetup>().Single().PaperSize!.Value, sheet.Descendants<PageSetup>().Single().FitToHeight!.Value));
            Assert.True(sheet.Descendants<PageSetupProperties>().Single().FitToPage!.Value);
            var isTable = disclosure.Statements.Any(s => s.Title == name);
            Assert.Equal(isTable, sheet.Descendants<Pane>().Any(p => p.State!.Value == PaneStateValues.Frozen && p.VerticalSplit!.Value > 0));
            // The print area ends where the sheet does.
            var area = areas[sheets.IndexOf(name)].Text;
            Assert.EndsWith("$" + sheet.Descendants<Row>().Max(r => r.RowIndex!.Value).ToString(System.Globalization.CultureInfo.InvariantCulture), area, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_performance_form_is_as_wide_as_the_page_and_not_wider()
    {
        using var workbook = Open(Samples.Whole("caidian-2025"));
        var form = Part(workbook, "部门整体支出绩效目标表").Worksheet;
        var width = form.Descendants<Column>().Sum(c => c.Width!.Value);
        // A character of the standard type is 5.5 points wide; A4 less its margins has 509.
        Assert.InRange(width * 5.5, 480, 510);
        Assert.All(form.Descendants<Row>(), r => Assert.True(r.CustomHeight!.Value));
    }

    [Theory]
    [InlineData("caidian-2025")]
    [InlineData("dongxihu-2024")]
    public void LibreOffice_computes_the_values_that_are_printed(string sample)
    {
        Office.Need("soffice");
        var folder = Directory.CreateTempSubdirectory("mz-excel-");
        try
        {
            var path = Path.Combine(folder.FullName, "x.xlsx");
            File.WriteAllBytes(path, SampleDisclosure.Publish(SampleDisclosure.Of(sample), "xlsx"));
            // Without the values that we wrote the program has to compute them.
            var printed = new Dictionary<(string, string), decimal>();
            using (var workbook = SpreadsheetDocument.Open(path, isEditable: true))
            {
                foreach (var (name, cell) in Formulas(workbook))
                {
                    printed[(name, cell.CellReference!.Value!)] = decimal.Parse(cell.CellValue!.Text, System.Globalization.CultureInfo.InvariantCulture);
                    cell.CellValue.Remove();
                }
            }

            Assert.True(printed.Count > 50, $"{printed.Count} formulas");
            using var computed = SpreadsheetDocument.Open(Office.Convert(path, "xlsx"), isEditable: false);
            var found = Formulas(computed).ToDictionary(
                f => (f.Name, f.Cell.CellReference!.Value!),
                f => decimal.Round((decimal)double.Parse(f.Cell.CellValue?.Text ?? "NaN", System.Globalization.CultureInfo.InvariantCulture), 6));
            Assert.Equal(printed.OrderBy(p => p.Key), found.OrderBy(p => p.Key));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Name, Cell Cell)> Formulas(SpreadsheetDocument workbook) =>
        from sheet in workbook.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>()
        from cell in ((WorksheetPart)workbook.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Cell>()
        where cell.CellFormula is not null
        select (sheet.Name!.Value!, cell);

    private static SpreadsheetDocument Open(Core.Disclosures.Disclosure disclosure) =>
        SpreadsheetDocument.Open(new MemoryStream(SampleDisclosure.Publish(disclosure, "xlsx")), isEditable: false);

    private static WorksheetPart Part(SpreadsheetDocument workbook, string name) =>
        (WorksheetPart)workbook.WorkbookPart!.GetPartById(workbook.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name == name).Id!.Value!);
}
