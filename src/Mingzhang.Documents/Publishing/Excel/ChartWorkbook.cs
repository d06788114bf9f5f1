using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>The workbook behind a chart: its data as a person edits them.</summary>
internal static class ChartWorkbook
{
    /// <summary>Name of the only sheet.</summary>
    public const string Sheet = "数据";

    private static readonly ExcelLook Plain = new("", Border: false);

    /// <summary>Makes the workbook.</summary>
    public static MemoryStream Make(PrintedChart chart)
    {
        var sheet = new ExcelSheet(Sheet);
        sheet.Widths.AddRange([30, .. chart.Series.Select(_ => 18)]);
        sheet.Rows.Add([Text(0, chart.Unit), .. chart.Series.Select((s, i) => Text(i + 1, s.Name))]);
        for (var c = 0; c < chart.Categories.Count; c++)
            sheet.Rows.Add([Text(0, chart.Categories[c]), .. chart.Series.Select((s, i) => new ExcelCell(i + 1, Plain) { Number = s.Values[c] })]);
        var memory = new MemoryStream();
        ExcelWorkbook.Write(memory, [sheet]);
        memory.Position = 0;
        return memory;
    }

    private static ExcelCell Text(int column, string text) => new(column, Plain) { Text = text };
}
