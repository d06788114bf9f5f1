using System.Globalization;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Words and facts about the office (机构情况) that outlines may name.</summary>
internal sealed class OutlineFacts(Ledger ledger, DisclosureKind kind, LedgerItems items)
{
    /// <summary>Facts a condition may ask for with 是.</summary>
    public static IReadOnlyList<string> Facts { get; } = ["部门", "单位", "多个单位", "行政"];

    /// <summary>Words a slot may name.</summary>
    public static IReadOnlyList<string> Words { get; } =
        ["机构", "简称", "年", "上年", "部门", "单位数", "编制人数", "实有人数", "离休人数", "退休人数", "其他人数", "项目个数", "财政拨款项目个数", "车辆数", "购置车辆数", "接待批次", "接待人次", "出国团组数", "出国人次"];

    /// <summary>Whether a fact holds.</summary>
    public bool Is(string fact) => fact switch
    {
        "部门" => ledger.Settings.IsDepartment,
        "单位" => !ledger.Settings.IsDepartment,
        "多个单位" => items.Leaves().Count() > 1,
        "行政" => items.Leaves().Any(u => u.Nature is "行政" or "参公"),
        _ => throw new InvalidOperationException($"提纲里的条件“是 {fact}”没有判断办法。"),
    };

    /// <summary>A word; null for a name that is none.</summary>
    public string? Find(string name)
    {
        var records = ledger.Narrative;
        return name switch
        {
            "机构" => ledger.Settings.Agency,
            "简称" => ledger.Settings.ShortName,
            "年" => Text(ledger.Settings.Year),
            "上年" => Text(ledger.Settings.Year - 1),
            "部门" => ledger.Settings.IsDepartment ? "部门" : "单位",
            "单位数" => Text(items.Leaves().Count()),
            "编制人数" => Text(records.Headcounts.Where(h => h.HoldsPosts).Sum(h => h.Posts ?? 0)),
            "实有人数" => Text(records.Headcounts.Where(h => h.HoldsPosts).Sum(h => h.Staff)),
            "离休人数" => Text(records.Headcounts.Where(h => h.Kind == "离休人员").Sum(h => h.Staff)),
            "退休人数" => Text(records.Headcounts.Where(h => h.Kind == "退休人员").Sum(h => h.Staff)),
            "其他人数" => Text(records.Headcounts.Where(h => h.Kind == "其他人员").Sum(h => h.Staff)),
            "项目个数" => Text(items.Of("项目").Count()),
            "财政拨款项目个数" => Text(items.Of("财政拨款项目").Count()),
            "车辆数" => Text(Vehicles().Sum(v => v.Count)),
            "购置车辆数" => Text(Vehicles().Sum(v => v.Bought ?? 0)),
            "接待批次" => Text(records.Receptions.Sum(r => r.Batches)),
            "接待人次" => Text(records.Receptions.Sum(r => r.Persons)),
            "出国团组数" => Text(records.Trips.Sum(t => t.Groups)),
            "出国人次" => Text(records.Trips.Sum(t => t.Persons)),
            _ => null,
        };

        IEnumerable<Ledgers.Records.VehicleCount> Vehicles() => records.Vehicles.Where(v => v.Stage == LedgerFigures.StageOf(kind));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
