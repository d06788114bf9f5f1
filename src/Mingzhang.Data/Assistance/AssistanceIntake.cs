using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Assistance;

/// <summary>A record of a person, as a row gives it.</summary>
/// <param name="Person">人员编号.</param>
/// <param name="Value">The record.</param>
public sealed record PersonRow<T>(string Person, T Value);

/// <summary>
/// Reads lists of subjects and exports of settlements (救助名单和结算的导入). A wrong row is named with its column and reason and gives
/// no record; the others do, so that one bad line does not hold up a batch.
/// </summary>
public static class AssistanceIntake
{
    private static readonly Dictionary<string, CareKind> Care = new(StringComparer.Ordinal)
    {
        ["住院"] = CareKind.Inpatient,
        ["门诊慢特病"] = CareKind.LongTermOutpatient,
        ["普通门诊"] = CareKind.Outpatient,
    };

    /// <summary>Reads a list of subjects.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="columns">How lists head their columns.</param>
    /// <param name="subjects">救助对象 that the place's policies know.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<PersonRow<Identity>> Identities(RawSheet sheet, ExportColumns columns, IReadOnlyCollection<string> subjects, List<IntakeMistake> mistakes)
    {
        if (HeadedRows.Find(sheet, columns, ExportColumns.NeededOfIdentities, mistakes) is not { } rows)
            return [];
        var taken = new List<PersonRow<Identity>>();
        foreach (var row in rows.Rows)
        {
            var cells = new RowCells(rows, row);
            var person = cells.Text("人员编号");
            var subject = cells.Text("救助对象");
            if (subject.Length > 0 && !subjects.Contains(subject))
                cells.Wrong("救助对象", $"政策里没有这类对象；有：{string.Join('、', subjects)}。别的叫法请加在“{ExportColumns.IdentitiesFile}”里。");
            var (from, to, recognised) = (cells.Day("生效日期", isNeeded: true), cells.Day("失效日期", isNeeded: false), cells.Day("认定日期", isNeeded: false));
            if (to < from)
                cells.Wrong("失效日期", "早于生效日期。");
            if (cells.IsSound)
                taken.Add(new PersonRow<Identity>(person, new Identity(subject, from!.Value, to, recognised ?? from.Value)));
        }

        return taken;
    }

    /// <summary>Reads an export of settlements; a settlement that comes twice is taken once.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="columns">How exports head their columns.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<PersonRow<Settlement>> Settlements(RawSheet sheet, ExportColumns columns, List<IntakeMistake> mistakes)
    {
        if (HeadedRows.Find(sheet, columns, ExportColumns.NeededOfSettlements, mistakes) is not { } rows)
            return [];
        var taken = new Dictionary<string, (int Row, PersonRow<Settlement> Record)>(StringComparer.Ordinal);
        foreach (var row in rows.Rows)
        {
            var cells = new RowCells(rows, row);
            var record = Settlement(cells);
            if (!cells.IsSound)
                continue;
            if (!taken.TryGetValue(record.Value.Id, out var before))
                taken.Add(record.Value.Id, (row.Number, record));
            else if (before.Record != record)
                cells.Wrong("结算编号", $"第 {before.Row} 行已有这个编号，内容却不同；一笔结算只能有一行，更正要先冲正再重报。");
        }

        return [.. taken.Values.Select(t => t.Record)];
    }

    private static PersonRow<Settlement> Settlement(RowCells cells)
    {
        var person = cells.Text("人员编号");
        var word = cells.Text("医疗类别");
        var care = CareKind.Inpatient;
        if (word.Length > 0 && !Care.TryGetValue(word, out care))
            cells.Wrong("医疗类别", $"不认识；应是{string.Join('、', Care.Keys)}。别的叫法请加在“{ExportColumns.SettlementsFile}”里。");
        var settlement = new Settlement(
            cells.Text("结算编号"), care, cells.Text("机构代码"),
            cells.Day("开始日期", isNeeded: true) ?? default, cells.Day("结束日期", isNeeded: true) ?? default, cells.Day("结算日期", isNeeded: true) ?? default,
            cells.Yuan("医疗总费用", isNeeded: true), cells.Yuan("政策范围内费用", isNeeded: true), cells.Yuan("基本医保支付", isNeeded: true), cells.Yuan("大病保险支付", isNeeded: true),
            cells.Yuan("大额医疗补助", isNeeded: false), cells.Yuan("公务员医疗补助", isNeeded: false), cells.Yuan("其他补助", isNeeded: false), cells.Yuan("医疗救助支付", isNeeded: false),
            cells.YesNo("按规定转诊"), cells.Optional("冲正结算编号"));
        return new PersonRow<Settlement>(person, settlement);
    }
}
