using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling;

/// <summary>Rows that list records: a total, the department, then one row for each record.</summary>
internal static class RecordList
{
    public static IEnumerable<StatementRow> Rows(SideSheet sheet, RecordRows rows, Ledger ledger, LineTable lines)
    {
        // The ledger keeps no records of purchased services and assets yet: those tables are printed empty.
        if (rows.Records != "政府采购" || ledger.Procurements.Count == 0)
            yield break;
        var names = ledger.Units.ToDictionary(u => u.Code, u => u.Name);
        if (rows.Total is { } label)
        {
            yield return Sum(sheet, label, label, 0, ledger.Procurements, lines);
            if (rows.ByUnit && ledger.Units.FirstOrDefault(u => u.ParentCode is null) is { } department)
                yield return Sum(sheet, sheet.HasCodes ? department.Code : department.Name, department.Name, 1, ledger.Procurements, lines);
        }

        foreach (var record in ledger.Procurements)
        {
            var row = sheet.Row($"{record.Project}/{record.Item}", record.Project, 2, new long[sheet.Amounts.Length], field => Text(record, field, names, lines));
            var cells = row.Cells.Where(c => c.Figure is null).Concat(Numbers(sheet, f => Value(record, f, sheet.Form.Unit, lines)));
            yield return row with { Cells = [.. cells.OrderBy(c => sheet.PositionOf(c.Column))] };
        }
    }

    private static StatementRow Sum(SideSheet sheet, string key, string name, int level, IReadOnlyList<ProcurementLine> records, LineTable lines)
    {
        // Prices do not add up; quantities and amounts do. The label stands in the first column of text.
        var cells = Numbers(sheet, field => !Adds(field) ? null : records.Sum(r => Value(r, field, sheet.Form.Unit, lines) ?? 0m));
        return new StatementRow(key, name, level, [sheet.Label(name), .. cells]);
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
    public static bool Adds(string field) => field != "单价";

    /// <summary>Whether the field is money in the unit of the table; a price is in 元.</summary>
    public static bool IsMoney(string field) => field is not ("数量" or "单价");

    /// <summary>The number a record has in a field; null when it has none.</summary>
    public static decimal? Value(ProcurementLine record, string field, Unit unit, LineTable lines) => field switch
    {
        "数量" => record.Quantity,
        "单价" => record.UnitPriceFen / 100m,
        "金额" => Money(record.Fen, unit),
        "面向中小企业" => Money(record.SmeFen, unit),
        "面向小微企业" => Money(record.MicroFen, unit),
        _ when field.StartsWith("金额/", StringComparison.Ordinal) => IsPaidFrom(record, field[3..], lines) ? Money(record.Fen, unit) : null,
        _ => null,
    };

    private static decimal Money(long fen, Unit unit) => fen / (100m * unit.InYuan());

    // 金额/一般公共预算 and the like: the whole amount stands under its fund, money carried over under 上年结转;
    // one that names no fund is paid from the general budget.
    private static bool IsPaidFrom(ProcurementLine record, string source, LineTable lines)
    {
        if (record.Nature == "上年结转" || source == "上年结转")
            return record.Nature == source;
        return lines.Funds.TryFind(record.Fund ?? "一般公共预算", out var own) && lines.Funds.TryFind(source, out var wanted) && own.IsWithin(wanted);
    }

    private static string? Text(ProcurementLine record, string field, Dictionary<string, string> units, LineTable lines) => field switch
    {
        "单位" => units[record.UnitCode],
        "项目" => record.Project,
        "采购品目" => record.Item,
        "功能科目" => Coded(lines.Functions, record.FunctionCode),
        "经济科目" => Coded(lines.Economics, record.EconomicCode),
        "资金来源" => record.Fund,
        "资金性质" => record.Nature,
        "计量单位" => record.Measure,
        _ => null,
    };

    private static string Coded(Classification tree, string code) => $"[{code}]{tree.Find(code)?.Name}";
}
