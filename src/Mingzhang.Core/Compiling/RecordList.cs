using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling;

/// <summary>Rows that list records: a total, the department, then one row for each record.</summary>
internal static class RecordList
{
    public static IEnumerable<StatementRow> Rows(SideSheet sheet, RecordRows rows, Ledger ledger, LineTable lines)
    {
        var records = Of(rows, ledger, lines);
        if (records.Count == 0)
            yield break;
        if (rows.Total is { } label)
        {
            yield return Sum(sheet, label, label, 0, records);
            if (rows.ByUnit && ledger.Units.FirstOrDefault(u => u.ParentCode is null) is { } department)
                yield return Sum(sheet, sheet.HasCodes ? department.Code : department.Name, department.Name, 1, records);
        }

        foreach (var record in records)
        {
            var row = sheet.Row(Key(sheet, record), record.Name, 2, new long[sheet.Amounts.Length], record.Text);
            var cells = row.Cells.Where(c => c.Figure is null).Concat(Numbers(sheet, f => record.Number(f, sheet.Form.Unit)));
            yield return row with { Cells = [.. cells.OrderBy(c => sheet.PositionOf(c.Column))] };
        }
    }

    /// <summary>The records of a ledger that a table lists, in the order of the ledger.</summary>
    public static IReadOnlyList<TableRecord> Of(RecordRows rows, Ledger ledger, LineTable lines) => rows.Records switch
    {
        "政府采购" => [.. ledger.Procurements.Select(p => new ProcurementRecord(p, ledger, lines))],
        "政府购买服务" => [.. ledger.Narrative.Services.Select(s => new ServiceRecord(s, ledger, lines))],
        "资产配置" => [.. ledger.Narrative.NewAssets.Select(a => new AssetRecord(a, ledger, lines))],
        _ => throw new InvalidOperationException($"表样的记录“{rows.Records}”没有取数办法。"),
    };

    // As a reader finds it: the code where rows bear one, the project, and what is bought where a column says so.
    private static string Key(SideSheet sheet, TableRecord record) =>
        (sheet.HasCodes ? record.Code(sheet) + "/" : "") + record.Name + (sheet.Side.Columns.Any(c => c.Text is "采购品目" or "内容" or "资产名称") ? "/" + record.Item : "");

    private static StatementRow Sum(SideSheet sheet, string key, string name, int level, IReadOnlyList<TableRecord> records)
    {
        // Prices do not add up; quantities and amounts do. The label stands in the first column of text, beside a code it is the row itself.
        var cells = Numbers(sheet, field => !Adds(field) ? null : records.Sum(r => r.Number(field, sheet.Form.Unit) ?? 0m));
        return new StatementRow(key, name, level, sheet.HasCodes ? [.. cells] : [sheet.Label(name), .. cells]);
    }

    private static IEnumerable<Cell> Numbers(SideSheet sheet, Func<string, decimal?> value)
    {
        foreach (var column in sheet.Amounts)
        {
            if (column.RecordField is { } field && sheet.Number(column, value(field)) is { } cell)
                yield return cell;
        }
    }

    /// <summary>Whether a sum is printed below the field: prices do not add up.</summary>
    public static bool Adds(string field) => field is not ("单价" or "预算单价");

    /// <summary>Whether the field is money in the unit of the table; a price is in 元.</summary>
    public static bool IsMoney(string field) => field is not ("数量" or "单价" or "资产数量" or "资产编制数" or "预算数量" or "预算单价");
}
