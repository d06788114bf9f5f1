using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Mingzhang.Documents.Workbooks;

/// <summary>A column of a template.</summary>
/// <param name="Header">Header.</param>
/// <param name="IsAmount">Whether it holds amounts.</param>
/// <param name="List">Name of its list; null for none.</param>
/// <param name="Help">What is to be filled in, shown when a cell is chosen.</param>
public sealed record TemplateColumn(string Header, bool IsAmount, string? List, string Help);

/// <summary>A sheet of a template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">What is filled in already: texts in the order of the columns.</param>
public sealed record TemplateSheet(string Name, IReadOnlyList<TemplateColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>
/// Writes the workbook that an office fills in (导入模板): headers locked, lists to choose from, amounts checked, the official definition at
/// each cell. Texts are written as texts, so that none is ever taken for a formula.
/// </summary>
public static class TemplateWorkbook
{
    private const string ListSheet = "清单";

    private const uint Header = 1, Text = 2, Amount = 3;

    // What may be filled in below what is there.
    private const int LastRow = 5000;

    // Limits of the format itself.
    private const int LongestPrompt = 255;

    /// <summary>Writes it.</summary>
    /// <param name="sheets">Its sheets.</param>
    /// <param name="lists">Lists by name.</param>
    public static byte[] Write(IReadOnlyList<TemplateSheet> sheets, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        using var memory = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var listed = lists.Where(l => l.Value.Count > 0).Select((l, i) => (l.Key, Reference: $"'{ListSheet}'!${Letters(i)}$1:${Letters(i)}${l.Value.Count}")).ToDictionary(l => l.Key, l => l.Reference, StringComparer.Ordinal);
            var index = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            uint number = 1;
            foreach (var sheet in sheets)
                Add(book, index, sheet.Name, Sheet(sheet, listed), number++, isHidden: false);
            Add(book, index, ListSheet, Lists([.. lists.Where(l => l.Value.Count > 0).Select(l => l.Value)]), number, isHidden: true);
            book.Workbook = new Workbook(index);
        }

        return memory.ToArray();
    }

    private static void Add(WorkbookPart book, DocumentFormat.OpenXml.Spreadsheet.Sheets index, string name, Worksheet sheet, uint number, bool isHidden)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = sheet;
        index.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = number, Name = name, State = isHidden ? SheetStateValues.Hidden : SheetStateValues.Visible });
    }

    private static Worksheet Sheet(TemplateSheet sheet, Dictionary<string, string> lists)
    {
        var columns = new Columns(sheet.Columns.Select((c, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.List is not null ? 26 : 18, CustomWidth = true, Style = c.IsAmount ? Amount : Text }));
        var data = new SheetData(new Row(sheet.Columns.Select((c, i) => Inline(c.Header, 0, i, Header))) { RowIndex = 1 });
        for (var r = 0; r < sheet.Rows.Count; r++)
            data.Append(new Row(sheet.Rows[r].Select((text, i) => Cell(text, r + 1, i, sheet.Columns[i].IsAmount)).OfType<Cell>()) { RowIndex = (uint)r + 2 });
        var view = new SheetView { WorkbookViewId = 0 };
        view.Append(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        return new Worksheet(
            new SheetViews(view),
            columns,
            data,
            // Only the header is locked; rows may be put in and taken out.
            new SheetProtection { Sheet = true, InsertRows = false, DeleteRows = false, FormatColumns = false, Sort = false, AutoFilter = false },
            new DataValidations(sheet.Columns.Select((c, i) => Validation(c, i, lists))) { Count = (uint)sheet.Columns.Count });
    }

    private static DataValidation Validation(TemplateColumn column, int index, Dictionary<string, string> lists)
    {
        var area = $"{Letters(index)}2:{Letters(index)}{LastRow.ToString(CultureInfo.InvariantCulture)}";
        var check = new DataValidation
        {
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            PromptTitle = column.Header,
            Prompt = column.Help.Length > LongestPrompt ? column.Help[..LongestPrompt] : column.Help,
            SequenceOfReferences = new ListValue<StringValue>([new StringValue(area)]),
        };
        if (column.List is { } name && lists.TryGetValue(name, out var reference))
        {
            (check.Type, check.ErrorTitle, check.Error) = (DataValidationValues.List, column.Header, "请从清单里选。");
            check.Append(new Formula1(reference));
        }
        else if (column.IsAmount)
        {
            (check.Type, check.Operator, check.ErrorTitle, check.Error) = (DataValidationValues.Decimal, DataValidationOperatorValues.Between, column.Header, "只填数字，单位元，最多两位小数。");
            check.Append(new Formula1("-10000000000000"), new Formula2("10000000000000"));
        }

        return check;
    }

    private static Worksheet Lists(IReadOnlyList<IReadOnlyList<string>> lists)
    {
        var data = new SheetData();
        for (var r = 0; r < lists.Select(l => l.Count).DefaultIfEmpty(0).Max(); r++)
            data.Append(new Row(lists.Select((l, i) => r < l.Count ? Inline(l[r], r, i, 0) : null).OfType<Cell>()) { RowIndex = (uint)r + 1 });
        return new Worksheet(data, new SheetProtection { Sheet = true });
    }

    private static Cell? Cell(string text, int row, int column, bool isAmount)
    {
        if (text.Length == 0)
            return null;
        return isAmount && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new Cell { CellReference = At(row, column), StyleIndex = Amount, CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)) }
            : Inline(text, row, column, isAmount ? Amount : Text);
    }

    private static Cell Inline(string text, int row, int column, uint style) => new()
    {
        CellReference = At(row, column),
        StyleIndex = style,
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), new Fill(new PatternFill(new ForegroundColor { Rgb = "FFF1F4F6" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            new CellFormat { FontId = 1, FillId = 2, ApplyFont = true, ApplyFill = true },
            new CellFormat(new Protection { Locked = false }) { NumberFormatId = 49, ApplyNumberFormat = true, ApplyProtection = true },
            new CellFormat(new Protection { Locked = false }) { NumberFormatId = 4, ApplyNumberFormat = true, ApplyProtection = true }));

    private static string At(int row, int column) => Letters(column) + (row + 1).ToString(CultureInfo.InvariantCulture);

    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}
