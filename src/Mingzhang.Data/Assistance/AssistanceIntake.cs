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
/// <param name="Row">Row of the sheet.</param>
public sealed record PersonRow<T>(string Person, T Value, int Row);

/// <summary>Particulars that a list may give beside the identity (个人资料); empty where it says nothing.</summary>
/// <param name="Name">姓名.</param>
/// <param name="Number">证件号码.</param>
/// <param name="Account">银行账号.</param>
/// <param name="Bank">开户银行.</param>
public sealed record PersonParticulars(string Name, string Number, string Account, string Bank);

/// <summary>
/// Reads lists of subjects and exports of settlements (救助名单和结算的导入). A wrong row is named with its column and reason and gives
/// no record; the others do, so that one bad line does not hold up a batch.
/// </summary>
public static class AssistanceIntake
{
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
                taken.Add(new PersonRow<Identity>(person, new Identity(subject, from!.Value, to, recognised ?? from.Value), row.Number));
        }

        return taken;
    }

    /// <summary>Reads what a list says of its persons beside their identities; a list need not say any of it.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="columns">How lists head their columns.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<PersonRow<PersonParticulars>> Particulars(RawSheet sheet, ExportColumns columns, List<IntakeMistake> mistakes)
    {
        if (HeadedRows.Find(sheet, columns, ["人员编号"], mistakes) is not { } rows)
            return [];
        var taken = new List<PersonRow<PersonParticulars>>();
        foreach (var row in rows.Rows)
        {
            var cells = new RowCells(rows, row);
            var said = new PersonParticulars(cells.Optional("姓名") ?? "", cells.Optional("证件号码") ?? "", cells.Optional("银行账号") ?? "", cells.Optional("开户银行") ?? "");
            if (said.Number.Length > 0 && said.Number.Replace(" ", "", StringComparison.Ordinal).Length is < 8 or > 20)
                cells.Wrong("证件号码", "位数不对：身份证号 18 位，其他证件 8 至 20 位。");
            // A spreadsheet turns long numbers into 6.222E+18, which nobody can be paid by.
            if (said.Account.Length > 0 && !said.Account.All(c => char.IsAsciiDigit(c) || c is ' ' or '-'))
                cells.Wrong("银行账号", "应只有数字：在表里把这一栏设为文本格式后重填。");
            if (cells.IsSound && said != new PersonParticulars("", "", "", ""))
                taken.Add(new PersonRow<PersonParticulars>(rows.Text(row, "人员编号"), said, row.Number));
        }

        return [.. taken.Where(t => t.Person.Length > 0)];
    }

    /// <summary>Columns that the header of a sheet does not have, for a person to name; null when all are there.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="columns">How exports head their columns.</param>
    /// <param name="needed">Columns without which a record cannot be made.</param>
    public static OpenColumns? Open(RawSheet sheet, ExportColumns columns, IReadOnlyList<string> needed) => HeadedRows.Open(sheet, columns, needed);

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
            var record = Settlement(cells, row.Number);
            if (!cells.IsSound)
                continue;
            if (!taken.TryGetValue(record.Value.Id, out var before))
                taken.Add(record.Value.Id, (row.Number, record));
            else if (before.Record.Person != record.Person || before.Record.Value != record.Value)
                cells.Wrong("结算编号", $"第 {before.Row} 行已有这个编号，内容却不同；一笔结算只能有一行，更正要先冲正再重报。");
        }

        return [.. taken.Values.Select(t => t.Record)];
    }

    private static PersonRow<Settlement> Settlement(RowCells cells, int row)
    {
        var person = cells.Text("人员编号");
        var word = cells.Text("医疗类别");
        var care = CareKind.Inpatient;
        if (word.Length > 0 && !CareKinds.Words.TryGetValue(word, out care))
            cells.Wrong("医疗类别", $"不认识；应是{string.Join('、', CareKinds.Words.Keys)}。别的叫法请加在“{ExportColumns.SettlementsFile}”里。");
        var settlement = new Settlement(
            cells.Text("结算编号"), care, cells.Text("机构代码"),
            cells.Day("开始日期", isNeeded: true) ?? default, cells.Day("结束日期", isNeeded: true) ?? default, cells.Day("结算日期", isNeeded: true) ?? default,
            cells.Yuan("医疗总费用", isNeeded: true), cells.Yuan("政策范围内费用", isNeeded: true), cells.Yuan("基本医保支付", isNeeded: true), cells.Yuan("大病保险支付", isNeeded: true),
            cells.Yuan("大额医疗补助", isNeeded: false), cells.Yuan("公务员医疗补助", isNeeded: false), cells.Yuan("其他补助", isNeeded: false), cells.Yuan("医疗救助支付", isNeeded: false),
            cells.YesNo("按规定转诊"), cells.Optional("冲正结算编号"));
        return new PersonRow<Settlement>(person, settlement, row);
    }
}
