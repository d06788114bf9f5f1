using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Core.Execution.Closing;

/// <summary>An asset of the register (资产).</summary>
/// <param name="Kind">类别: 车辆, 设备, 房屋 and so on.</param>
/// <param name="Use">用途 of a vehicle; empty for none.</param>
/// <param name="Quantity">数量.</param>
/// <param name="PriceFen">单价, in 分.</param>
/// <param name="Acquired">取得日期.</param>
/// <param name="Disposed">处置日期; null while it is held.</param>
public sealed record RegisteredAsset(string Kind, string Use, decimal Quantity, long PriceFen, DateOnly Acquired, DateOnly? Disposed);

/// <summary>What of an asset register final accounts state (国有资产占用): what is held when the year ends.</summary>
public static class YearEndAssets
{
    private const string Vehicle = "车辆", Equipment = "设备", OtherUse = "其他用车", Large = "单价100万元以上的设备";

    private const long LargeFen = 1_000_000_00;

    /// <summary>Vehicles by use, and assets of the kinds that are stated; where there is no vehicle, one line of none.</summary>
    /// <param name="assets">The register.</param>
    /// <param name="year">年度.</param>
    public static (IReadOnlyList<VehicleCount> Vehicles, IReadOnlyList<AssetCount> Assets) At(IEnumerable<RegisteredAsset> assets, int year)
    {
        var end = new DateOnly(year, 12, 31);
        var held = assets.Where(a => a.Acquired <= end && (a.Disposed is not { } gone || gone > end)).ToList();
        var vehicles = held.Where(a => a.Kind == Vehicle).GroupBy(a => a.Use.Length > 0 ? a.Use : OtherUse, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new VehicleCount(Stage.Final, g.Key, Whole(g), Whole(g.Where(a => a.Acquired.Year == year)))).ToList();
        if (vehicles.Count == 0)
            vehicles.Add(new VehicleCount(Stage.Final, OtherUse, 0, 0));
        var large = held.Where(a => a.Kind == Equipment && a.PriceFen >= LargeFen).Sum(a => a.Quantity);
        return (vehicles, [new AssetCount(Stage.Final, Large, large, "台（套）", null)]);
    }

    /// <summary>An asset of the texts of a record; null where it says no quantity or no day.</summary>
    /// <param name="cell">Text of a field by its name.</param>
    public static RegisteredAsset? Read(Func<string, string> cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (!decimal.TryParse(cell("数量"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quantity) || Day(cell("取得日期")) is not { } acquired)
            return null;
        return new RegisteredAsset(cell("类别"), cell("用途"), quantity, FenText.TryParse(cell("单价"), out var fen, out _) ? fen : 0, acquired, Day(cell("处置日期")));
    }

    private static int Whole(IEnumerable<RegisteredAsset> assets) => (int)assets.Sum(a => a.Quantity);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
