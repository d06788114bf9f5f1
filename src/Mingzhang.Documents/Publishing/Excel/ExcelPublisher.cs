using DocumentFormat.OpenXml.Packaging;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Documents.Publishing.Layout;
using Mingzhang.Documents.Publishing.Word;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Packages;

namespace Mingzhang.Documents.Publishing.Excel;

/// <summary>Publishes a disclosure as a workbook (XLSX): contents, a sheet for each table and form, the narrative on its own.</summary>
public sealed class ExcelPublisher : IPublisher
{
    private const string Contents = "目录";
    private const string Narrative = "情况说明";
    // Narrow enough to be printed unscaled with any font: scaled links are drawn out of their place by LibreOffice.
    private const decimal ListWidth = 68m;

    private static readonly decimal TextWidth = SheetPage.Characters(SheetPage.Width(wide: false));
    private static readonly ExcelLook Title = new("center", ExcelType.Title, Border: false);
    private static readonly ExcelLook Strong = new("left", ExcelType.Strong, Border: false);
    private static readonly ExcelLook Plain = new("left", Border: false);
    private static readonly ExcelLook Label = new("center", ExcelType.Strong);
    private static readonly ExcelLook Number = new("center");
    private static readonly ExcelLook Value = new("left");
    private static readonly ExcelLook Link = new("left", ExcelType.Link, Border: false);

    /// <inheritdoc/>
    public string Format => "xlsx";

    /// <inheritdoc/>
    public ReadResult<IReadOnlyList<PublishedFile>> Publish(Disclosure disclosure, PublishContext context, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        var name = Write(disclosure, context.Editions, memory);
        return ReadResult<IReadOnlyList<PublishedFile>>.Of([new PublishedFile(name + ".xlsx", memory.ToArray())]);
    }

    /// <summary>Writes the workbook.</summary>
    /// <param name="disclosure">What is published.</param>
    /// <param name="editions">All editions: they know how tables are laid out and what adds up.</param>
    /// <param name="output">Where to; is written from its position on and stays open.</param>
    public static void Publish(Disclosure disclosure, IReadOnlyList<Edition> editions, Stream output) => Write(disclosure, editions, output);

    private static string Write(Disclosure disclosure, IReadOnlyList<Edition> editions, Stream output)
    {
        var audited = AuditedDocument.Prepare(disclosure, editions, []);
        var layout = DocumentLayout.Of(disclosure, audited.Edition, audited.Figures.Statements);
        var tables = layout.Blocks.OfType<TableBlock>().Select(b => b.Table).ToList();
        var formulas = TableFormulas.Of(audited, tables);
        var names = new List<string> { Contents, Narrative };
        var sheets = new List<ExcelSheet>();
        for (var t = 0; t < tables.Count; t++)
            sheets.Add(TableSheet.Of(tables[t], ExcelWorkbook.Name(tables[t].Title, names), disclosure.Facts.Agency, formulas[t]));
        foreach (var form in layout.Blocks.OfType<FormBlock>())
            sheets.Add(Form(form.Form, ExcelWorkbook.Name(form.Form.Title, names)));
        if (disclosure.Narrative.Count > 0)
            sheets.Add(Text(layout));
        if (CorrectionSheet.Of(disclosure, names) is { } corrections)
            sheets.Add(corrections);
        sheets.Insert(0, List(layout, sheets));
        using var memory = new MemoryStream();
        ExcelWorkbook.Write(memory, sheets, package => Describe(package, layout));
        memory.Position = 0;
        memory.CopyTo(output);
        return layout.FileName;
    }

    private static ExcelSheet List(PrintedDocument layout, List<ExcelSheet> sheets)
    {
        var list = new ExcelSheet(Contents);
        list.Widths.Add(ListWidth);
        list.Heights[0] = SheetPage.TitleRow;
        list.Rows.Add([new ExcelCell(0, Title) { Text = layout.FullTitle }]);
        list.Rows.Add([new ExcelCell(0, Strong) { Text = Contents }]);
        foreach (var sheet in sheets)
        {
            list.Links.Add((list.Rows.Count, 0, sheet.Name));
            list.Rows.Add([new ExcelCell(0, Link) { Text = sheet.Name }]);
        }

        return list;
    }

    private static ExcelSheet Text(PrintedDocument layout)
    {
        var sheet = new ExcelSheet(Narrative);
        sheet.Widths.Add(TextWidth);
        foreach (var block in layout.Blocks)
        {
            if (block is HeadingBlock heading)
                Line(sheet, Strong, heading.Text);
            else if (block is TextBlock text)
                Line(sheet, Plain, text.Text);
        }

        return sheet;

        static void Line(ExcelSheet sheet, ExcelLook look, string text)
        {
            sheet.Heights[sheet.Rows.Count] = SheetPage.RowHeight([(text, SheetPage.Width(wide: false), 1)], ExcelLook.Standard, SheetPage.Line);
            sheet.Rows.Add([new ExcelCell(0, look) { Text = text }]);
        }
    }

    private static ExcelSheet Form(PrintedForm form, string name)
    {
        const int above = 1;
        var sheet = new ExcelSheet(name) { IsWide = form.IsWide };
        var width = SheetPage.Width(form.IsWide);
        var fit = FormFit.Of(form, width, SheetPage.Height(form.IsWide) - (int)(SheetPage.TitleRow * 20m));
        var edges = form.Edges(width);
        sheet.Widths.AddRange(edges.Skip(1).Zip(edges, (end, start) => SheetPage.Characters(end - start)));
        sheet.Merge(0, 0, above, form.Width);
        sheet.Heights[0] = SheetPage.TitleRow;
        sheet.Rows.Add([new ExcelCell(0, Title) { Text = form.Title }]);
        for (var r = 0; r < form.Rows.Count; r++)
        {
            var cells = Enumerable.Range(0, form.Width).Select(c => new ExcelCell(c, Value with { HalfPoints = fit.HalfPoints })).ToList();
            foreach (var cell in form.Rows[r])
            {
                cells[cell.Column] = new ExcelCell(cell.Column, (cell.IsLabel ? Label : cell.IsShort ? Number : Value) with { HalfPoints = fit.HalfPoints }) { Text = cell.Text };
                sheet.Merge(r + above, cell.Column, cell.RowSpan, cell.ColumnSpan);
            }

            sheet.Heights[r + above] = SheetPage.RowHeight(form.Rows[r].Select(c => (c.Text, edges[c.Column + c.ColumnSpan] - edges[c.Column], c.RowSpan)), fit.HalfPoints, fit.Least / 20m);
            sheet.Rows.Add(cells);
        }

        return sheet;
    }

    private static void Describe(SpreadsheetDocument package, PrintedDocument layout)
    {
        package.PackageProperties.Title = layout.FullTitle;
        package.PackageProperties.Keywords = PackageEdition.Keyword(layout.Facts.Edition);
        package.PackageProperties.Language = "zh-CN";
        package.PackageProperties.Creator = layout.Facts.Agency ?? "";
        package.AddExtendedFilePropertiesPart().Properties = new DocumentFormat.OpenXml.ExtendedProperties.Properties(
            new DocumentFormat.OpenXml.ExtendedProperties.Application("明账"),
            new DocumentFormat.OpenXml.ExtendedProperties.Company(layout.Facts.Agency ?? ""));
    }
}
