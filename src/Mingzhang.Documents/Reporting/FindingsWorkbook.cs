using System.Globalization;
using Mingzhang.Core.Auditing;
using Mingzhang.Documents.Publishing.Excel;

namespace Mingzhang.Documents.Reporting;

/// <summary>Findings as a list in a workbook (审核问题清单): a row for each, to be sorted, filtered and ticked off.</summary>
public sealed class FindingsWorkbook
{
    private static readonly (string Title, int Width)[] Columns =
        [("序号", 6), ("文件", 26), ("单位", 24), ("年度", 8), ("程度", 8), ("规则", 12), ("表或章节", 30), ("行", 18), ("栏", 18), ("页", 6), ("印出", 14), ("应为", 14), ("问题", 60), ("算式", 44), ("原文", 40), ("依据", 40), ("处理", 30)];

    private readonly ExcelSheet _sheet = new("审核问题清单") { IsWide = true, Frozen = (1, 0), Titles = (0, 0) };

    /// <summary>Begins a list.</summary>
    public FindingsWorkbook()
    {
        _sheet.Widths.AddRange(Columns.Select(c => (decimal)c.Width));
        _sheet.Rows.Add([.. Columns.Select((c, i) => new ExcelCell(i, new ExcelLook("center", ExcelType.Strong)) { Text = c.Title })]);
    }

    /// <summary>Adds the findings of a document.</summary>
    public void Add(AuditedFile file, bool withHints)
    {
        foreach (var finding in file.Shown(withHints))
            _sheet.Rows.Add(Row(_sheet.Rows.Count, file, finding));
    }

    /// <summary>The workbook.</summary>
    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        ExcelWorkbook.Write(memory, [_sheet]);
        return memory.ToArray();
    }

    private static List<ExcelCell> Row(int number, AuditedFile file, Finding finding)
    {
        var facts = file.Report.Facts;
        var at = file.PlaceOf(finding);
        string?[] texts =
        [
            null, Path.GetFileName(facts.File), facts.Agency, facts.Year?.ToString(CultureInfo.InvariantCulture), FindingText.Word(finding.Severity), finding.Rule,
            finding.Statement ?? finding.Section, finding.Row, finding.Column?.Text, at.Page?.ToString(CultureInfo.InvariantCulture),
            finding.Printed, finding.Expected, finding.Message, finding.Arithmetic, finding.Quote, finding.Basis, file.StateOf(finding),
        ];
        return
        [
            new ExcelCell(0, new ExcelLook("right")) { Number = number },
            .. texts.Select((t, i) => new ExcelCell(i, new ExcelLook("left")) { Text = t ?? "" }).Skip(1),
        ];
    }
}
