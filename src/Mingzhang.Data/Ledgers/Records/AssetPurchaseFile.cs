using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>资产配置.csv.</summary>
internal static class AssetPurchaseFile
{
    public static readonly RecordFile<AssetPurchase> Instance = new(
        new LedgerForm(
            "资产配置.csv",
            new("单位代码"),
            new("项目"),
            new("功能科目", Required: false),
            new("资产分类", Required: false),
            new("资产名称"),
            new("资产数量", Required: false),
            new("资产编制数", Required: false),
            new("申请数量"),
            new("单价(元)"),
            new("资产大类", Required: false),
            new("配置标准", Required: false),
            new("预算数量", Required: false),
            new("预算单价(元)", Required: false),
            new("经济科目", Required: false),
            new("资金来源", Required: false),
            new("资金性质", Required: false)),
        Read,
        a =>
        [
            a.UnitCode, a.Project, a.FunctionCode, a.Category, a.Name, Number(a.Held), Number(a.Quota), Number(a.Asked.Quantity), FenText.Format(a.Asked.UnitPriceFen),
            a.Class, a.Standard, Number(a.Granted?.Quantity), a.Granted is { } granted ? FenText.Format(granted.UnitPriceFen) : null, a.EconomicCode, a.Fund, a.Nature,
        ]);

    private static AssetPurchase Read(Sheet sheet, RecordLookups lookups)
    {
        const int GrantedQuantity = 11, GrantedPrice = 12;
        sheet.RequiredText(7);
        var asked = new PricedQuantity(sheet.OptionalQuantity(7) ?? 0m, sheet.Spent(8));
        var (quantity, price) = (sheet.OptionalQuantity(GrantedQuantity), sheet.OptionalText(GrantedPrice) is null ? (long?)null : sheet.Spent(GrantedPrice));
        if (sheet.IsSound && quantity is null != price is null)
            sheet.Fault(GrantedPrice, "预算数量和预算单价要么都填，要么都空着。");
        return new AssetPurchase(
            sheet.Find(0, lookups.Units),
            sheet.RequiredText(1),
            sheet.FindOptional(2, lookups.Ledger.Functions),
            sheet.OptionalText(3),
            sheet.RequiredText(4),
            sheet.OptionalQuantity(5),
            sheet.OptionalQuantity(6),
            asked,
            sheet.OptionalText(9),
            sheet.OptionalText(10),
            quantity is { } granted ? new PricedQuantity(granted, price ?? 0) : null,
            sheet.FindOptional(13, lookups.Ledger.Economics),
            sheet.FindOptional(14, lookups.Ledger.Funds),
            sheet.OptionalText(15));
    }

    private static string? Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
