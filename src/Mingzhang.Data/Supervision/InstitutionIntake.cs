using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Supervision;

/// <summary>Reads lists of designated institutions (定点机构名单的导入). With one wrong row nothing is taken: all mistakes are told at once.</summary>
public static class InstitutionIntake
{
    /// <summary>Reads a sheet.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="columns">How lists head their columns.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<Institution> Read(RawSheet sheet, ExportColumns columns, List<IntakeMistake> mistakes)
    {
        if (HeadedRows.Find(sheet, columns, ExportColumns.NeededOfInstitutions, mistakes) is not { } rows)
            return [];
        var taken = new List<Institution>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows.Rows.Where(r => r.Cells.Any(c => c.Length > 0)))
        {
            var cells = new RowCells(rows, row);
            var (code, name, word) = (cells.Text("机构编码"), cells.Text("机构名称"), cells.Text("类别"));
            var kind = InstitutionWords.Parse(word);
            if (word.Length > 0 && kind is null)
                cells.Wrong("类别", $"应是定点医疗机构或定点零售药店；别的叫法请加在“{ExportColumns.InstitutionsFile}”里。");
            var level = cells.Optional("级别") ?? (kind == InstitutionKind.Hospital ? "未定级" : "");
            if (kind == InstitutionKind.Hospital && !Institution.Levels.Contains(level))
                cells.Wrong("级别", $"应是{string.Join('、', Institution.Levels)}；别的叫法请加在“{ExportColumns.InstitutionsFile}”里。");
            var (from, to) = (cells.Day("协议开始", isNeeded: true), cells.Day("协议结束", isNeeded: false));
            if (to < from)
                cells.Wrong("协议结束", "早于协议开始。");
            if (code.Length > 0 && !seen.TryAdd(code, row.Number))
                cells.Wrong("机构编码", $"与第 {seen[code]} 行重复：一家机构只能有一行。");
            if (cells.IsSound)
                taken.Add(new Institution(code, name, kind!.Value, kind == InstitutionKind.Pharmacy ? "" : level, cells.Optional("地址") ?? "", cells.Optional("协议编号") ?? "", from, to));
        }

        if (taken.Count == 0 && mistakes.Count == 0)
            mistakes.Add(new IntakeMistake(sheet.File, sheet.Name, null, null, null, "表头下面没有机构。"));
        return taken;
    }
}
