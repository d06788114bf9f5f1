using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>车辆.csv.</summary>
internal static class VehicleFile
{
    public static readonly RecordFile<VehicleCount> Instance = new(
        new LedgerForm("车辆.csv", new("阶段"), new("用途"), new("数量"), new("本年购置", Required: false)),
        (sheet, lookups) => new VehicleCount(sheet.Find(0, lookups.Ledger.Stages), sheet.RequiredText(1), sheet.Count(2), sheet.OptionalCount(3)),
        v => [v.Stage.ChineseName(), v.Use, v.Count.ToString(CultureInfo.InvariantCulture), v.Bought?.ToString(CultureInfo.InvariantCulture)],
        v => (v.Stage, v.Use));
}
