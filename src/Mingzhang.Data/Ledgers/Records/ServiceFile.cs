using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>购买服务.csv.</summary>
internal static class ServiceFile
{
    private const string Yes = "是", No = "否";

    public static readonly RecordFile<ServicePurchase> Instance = new(
        new LedgerForm(
            "购买服务.csv",
            new("单位代码"),
            new("是否政府采购", Required: false),
            new("项目"),
            new("购买内容"),
            new("数量", Required: false),
            new("金额(元)"),
            new("资金来源", Required: false),
            new("资金性质", Required: false),
            new("功能科目", Required: false),
            new("经济科目", Required: false),
            new("一级目录", Required: false),
            new("二级目录", Required: false),
            new("三级目录", Required: false)),
        (sheet, lookups) => new ServicePurchase(
            sheet.Find(0, lookups.Units),
            sheet.FindOptional(1, RecordLookups.Words([Yes, No])) is { } word ? word == Yes : null,
            sheet.RequiredText(2),
            sheet.RequiredText(3),
            sheet.OptionalQuantity(4),
            sheet.Spent(5),
            sheet.FindOptional(6, lookups.Ledger.Funds),
            sheet.OptionalText(7),
            sheet.FindOptional(8, lookups.Ledger.Functions),
            sheet.FindOptional(9, lookups.Ledger.Economics),
            [.. new[] { 10, 11, 12 }.Select(sheet.OptionalText).OfType<string>()]),
        s =>
        [
            s.UnitCode, s.IsProcurement is { } isOne ? isOne ? Yes : No : null, s.Project, s.Content, s.Quantity?.ToString(CultureInfo.InvariantCulture), FenText.Format(s.Fen),
            s.Fund, s.Nature, s.FunctionCode, s.EconomicCode, .. Enumerable.Range(0, 3).Select(i => s.Catalogue.ElementAtOrDefault(i)),
        ]);
}
