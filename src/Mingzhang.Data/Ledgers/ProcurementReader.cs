using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers.Records;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers;

/// <summary>Reads 政府采购.csv and 三公经费.csv.</summary>
internal static class ProcurementReader
{
    public static List<ProcurementLine> ReadProcurements(LedgerFiles files, LedgerLookups lookups, Lookup<string> units, MistakeList mistakes)
    {
        const int Unit = 0, Project = 1, Item = 2, Function = 3, Economic = 4, Fund = 5, Nature = 6;
        const int Quantity = 7, UnitPrice = 8, Measure = 9, Amount = 10, Sme = 11, Micro = 12, Kind = 13, Method = 14;
        var lines = new List<ProcurementLine>();
        var rows = new Dictionary<ProcurementLine, int>();
        using var sheet = Sheet.OpenOptional(files, LedgerForm.Procurements.File, LedgerForm.Procurements.Columns, mistakes);
        while (sheet?.Read() == true)
        {
            var line = new ProcurementLine(
                sheet.Find(Unit, units),
                sheet.RequiredText(Project),
                sheet.RequiredText(Item),
                sheet.Find(Function, lookups.Functions),
                sheet.Find(Economic, lookups.Economics),
                sheet.FindOptional(Fund, lookups.Funds),
                sheet.OptionalText(Nature),
                ReadQuantity(sheet, Quantity),
                NotNegative(sheet, UnitPrice),
                sheet.OptionalText(Measure),
                NotNegative(sheet, Amount),
                NotNegative(sheet, Sme),
                NotNegative(sheet, Micro))
            {
                Kind = sheet.FindOptional(Kind, RecordLookups.Words(ProcurementLine.Kinds)),
                Method = sheet.OptionalText(Method),
            };
            if (sheet.IsSound && !rows.TryAdd(line, sheet.Row))
                sheet.Fault(null, null, $"与第{rows[line]}行各项完全相同：请并入一行，或改正其中一项。");
            if (sheet.IsSound)
                lines.Add(line);
        }

        return lines;
    }

    public static List<ThreePublicBudget> ReadThreePublic(LedgerFiles files, LedgerLookups lookups, MistakeList mistakes)
    {
        const int Code = 0, Amount = 1;
        var budgets = new List<ThreePublicBudget>();
        var rows = new Dictionary<string, int>();
        using var sheet = Sheet.OpenOptional(files, LedgerForm.ThreePublic.File, LedgerForm.ThreePublic.Columns, mistakes);
        while (sheet?.Read() == true)
        {
            var code = sheet.Find(Code, lookups.ThreePublic);
            var fen = NotNegative(sheet, Amount);
            if (code is not null && !rows.TryAdd(code, sheet.Row))
                sheet.Fault(Code, $"与第{rows[code]}行重复：一个科目只填一行。");
            if (sheet.IsSound)
                budgets.Add(new ThreePublicBudget(code!, fen));
        }

        return budgets;
    }

    private static long NotNegative(Sheet sheet, int column)
    {
        var fen = sheet.Fen(column);
        if (fen < 0)
            sheet.Fault(column, "不能是负数。");
        return fen;
    }

    private static decimal ReadQuantity(Sheet sheet, int column)
    {
        var text = sheet.RequiredText(column);
        var figure = FigureText.Parse(text);
        if (text.Length > 0 && figure is not { Value: >= 0 })
            sheet.Fault(column, "不是数量：只填阿拉伯数字，例如 8 或 2.5，计量单位填在“计量单位”列。");
        return figure?.Value ?? 0;
    }
}
