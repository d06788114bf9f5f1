using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Screening;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Screening;

/// <summary>Reads details of settlements (费用明细导入) row by row. A wrong row is named with column and reason and gives no line; the others do.</summary>
/// <param name="columns">How exports head their columns.</param>
/// <param name="mistakes">Where mistakes go.</param>
public sealed class ClaimIntake(ExportColumns columns, List<IntakeMistake> mistakes)
{
    private const int DeepestHeader = 10, Decimals = 4;

    private readonly Dictionary<(string, string), ClaimItem> _items = [];

    /// <summary>Reads a sheet.</summary>
    /// <param name="file">Name of its file.</param>
    /// <param name="sheet">Its name.</param>
    /// <param name="rows">Its rows, read once.</param>
    /// <param name="malformed">Numbers of rows whose quotes do not pair, known when the row was read.</param>
    public IEnumerable<Claim> Read(string file, string sheet, IEnumerable<RawRow> rows, ICollection<int> malformed)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(malformed);
        using var row = rows.GetEnumerator();
        var first = new List<RawRow>();
        while (first.Count < DeepestHeader && row.MoveNext())
            first.Add(row.Current);
        if (HeadedRows.Find(new RawSheet(file, sheet, first), columns, ExportColumns.NeededOfClaims, mistakes) is not { } head)
            yield break;
        foreach (var each in head.Rows)
        {
            if (Take(file, head, each, malformed) is { } claim)
                yield return claim;
        }

        while (row.MoveNext())
        {
            if (Take(file, head, row.Current, malformed) is { } claim)
                yield return claim;
        }
    }

    private Claim? Take(string file, HeadedRows head, RawRow row, ICollection<int> malformed)
    {
        var cells = new RowCells(head, row);
        if (malformed.Count > 0 && malformed.Contains(row.Number))
        {
            cells.Wrong("结算编号", "引号不成对，或单元格里有换行：这一行的各栏分不清。");
            return null;
        }

        var claim = new Claim
        {
            File = file,
            Row = row.Number,
            Detail = cells.Optional("明细编号"),
            SettlementId = cells.Text("结算编号"),
            Person = cells.Text("人员编号"),
            Sex = SexOf(cells),
            BornOn = cells.Day("出生日期", isNeeded: false),
            Institution = cells.Text("机构代码"),
            Care = cells.Text("医疗类别"),
            From = cells.Day("开始日期", isNeeded: true) ?? default,
            To = cells.Day("结束日期", isNeeded: true) ?? default,
            Day = cells.Day("费用日期", isNeeded: true) ?? default,
            Item = ItemOf(cells),
            Quantity = cells.Number("数量", isNeeded: true, Decimals, "小数超过四位。"),
            Price = cells.Number("单价", isNeeded: true, Decimals, "小数超过四位。"),
            Amount = cells.Number("金额", isNeeded: true, Decimals, "小数超过四位。"),
            Diagnoses = cells.Optional("诊断") ?? "",
        };
        if (claim.Care.Length > 0 && !Claim.Kinds.Contains(claim.Care))
            cells.Wrong("医疗类别", $"不认识；应是{string.Join('、', Claim.Kinds)}。别的叫法请加在“{ExportColumns.ClaimsFile}”里。");
        if (cells.IsSound && claim.To < claim.From)
            cells.Wrong("结束日期", "早于开始日期。");
        if (cells.IsSound && claim.BornOn > claim.Day)
            cells.Wrong("出生日期", "晚于费用日期。");
        return cells.IsSound ? claim : null;
    }

    private static Sex? SexOf(RowCells cells)
    {
        switch (cells.Optional("性别"))
        {
            case null:
                return null;
            case "男":
                return Sex.Male;
            case "女":
                return Sex.Female;
            default:
                cells.Wrong("性别", "应填“男”或“女”；没有的空着。");
                return null;
        }
    }

    private ClaimItem ItemOf(RowCells cells)
    {
        var (code, name) = (cells.Optional("项目编码") ?? "", cells.Text("项目名称"));
        if (!_items.TryGetValue((code, name), out var item))
            _items.Add((code, name), item = new ClaimItem(code, name));
        return item;
    }
}
