using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mingzhang.Documents.Reporting;

namespace Mingzhang.Documents.Tests.Reporting;

/// <summary>A short report in Word and Excel.</summary>
public class ReportPaperTests
{
    private static readonly ReportPaper Paper = new(
        "2024 年第三季度预算执行监控报告", "某局　2024年10月8日",
        [
            new PaperHeading("一、总体情况"), new PaperText("截至 9 月底，支付 <b>&1.00 万元。"),
            new PaperTable("各项目执行进度", "万元", [new("项目", 10), new("已支付", 4, true), new("进度（%）", 4, true)], [["公用经费", "1234.50", "75.0"], ["=1+1", "", "—"]]),
        ]);

    [Fact]
    public void Word_is_valid_and_says_everything()
    {
        using var memory = new MemoryStream(PaperWord.Write(Paper));
        using var word = WordprocessingDocument.Open(memory, false);
        Assert.Empty(Faults(word));
        var text = word.MainDocumentPart!.Document!.Body!.InnerText;
        foreach (var said in new[] { "2024 年第三季度预算执行监控报告", "某局", "一、总体情况", "支付 <b>&1.00 万元。", "单位：万元", "公用经费", "1234.50" })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Excel_is_valid_with_figures_as_numbers_and_no_text_as_formula()
    {
        using var memory = new MemoryStream(PaperExcel.Write(Paper));
        using var book = SpreadsheetDocument.Open(memory, false);
        Assert.Empty(Faults(book));
        var sheets = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>()).ToList();
        Assert.Contains(sheets, c => c.CellValue?.Text == "1234.50" && c.DataType is null);
        Assert.DoesNotContain(sheets, c => c.CellFormula is not null);
        Assert.Equal(["报告", "各项目执行进度"], book.WorkbookPart.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value!));
    }

    private static IEnumerable<string> Faults(OpenXmlPackage package) =>
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken).Select(f => $"{f.Part?.Uri} {f.Path?.XPath}: {f.Description}");
}
