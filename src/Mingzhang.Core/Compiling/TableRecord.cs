using Mingzhang.Core.Classifications;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Core.Compiling;

/// <summary>A record that is one row of a table (记录行).</summary>
internal abstract class TableRecord(Ledger ledger, LineTable lines)
{
    /// <summary>What is bought.</summary>
    public abstract string Item { get; }

    /// <summary>Name of its row.</summary>
    public abstract string Name { get; }

    /// <summary>Code of its row where rows bear codes: of the function where the form names it, of the unit otherwise.</summary>
    public string Code(SideSheet sheet) => BearsFunctions(sheet) && FunctionCode is { } code ? code : UnitCode;

    /// <summary>A field of text; null for none.</summary>
    public abstract string? Text(string field);

    /// <summary>A field that is a number; null for none.</summary>
    public abstract decimal? Number(string field, Unit unit);

    protected abstract string UnitCode { get; }

    protected abstract string? FunctionCode { get; }

    protected string UnitName => ledger.Units.First(u => u.Code == UnitCode).Name;

    protected Classification Functions => lines.Functions;

    protected Classification Economics => lines.Economics;

    protected static decimal Money(long fen, Unit unit) => fen / (100m * unit.InYuan());

    // 金额/一般公共预算 and the like: the whole amount stands under its fund, money carried over under 上年结转;
    // one that names no fund is paid from the general budget.
    protected bool IsPaidFrom(string? fund, string? nature, string source)
    {
        if (nature == "上年结转" || source == "上年结转")
            return nature == source;
        return lines.Funds.TryFind(fund ?? "一般公共预算", out var own) && lines.Funds.TryFind(source, out var wanted) && own.IsWithin(wanted);
    }

    protected static string? Coded(Classification tree, string? code) => code is null ? null : $"[{code}]{tree.Find(code)?.Name}";

    private static bool BearsFunctions(SideSheet sheet) => sheet.Side.Columns.Any(c => c.Text == "功能名称");
}

/// <summary>A line of 政府采购 as a row.</summary>
internal sealed class ProcurementRecord(ProcurementLine line, Ledger ledger, LineTable lines) : TableRecord(ledger, lines)
{
    public override string Item => line.Item;

    public override string Name => line.Project;

    protected override string UnitCode => line.UnitCode;

    protected override string? FunctionCode => line.FunctionCode;

    public override string? Text(string field) => field switch
    {
        "单位" => UnitName,
        "项目" => line.Project,
        "品目类别" => line.Kind is { } kind ? kind + "类" : null,
        "采购品目" => line.Item,
        "采购方式" => line.Method,
        "功能科目" => Coded(Functions, line.FunctionCode),
        "功能名称" => Functions.Find(line.FunctionCode)?.Name,
        "经济科目" => Coded(Economics, line.EconomicCode),
        "资金来源" => line.Fund,
        "资金性质" => line.Nature,
        "计量单位" => line.Measure,
        _ => null,
    };

    public override decimal? Number(string field, Unit unit) => field switch
    {
        "数量" => line.Quantity,
        "单价" => line.UnitPriceFen / 100m,
        "金额" => Money(line.Fen, unit),
        "面向中小企业" => Money(line.SmeFen, unit),
        "面向小微企业" => Money(line.MicroFen, unit),
        _ when field.StartsWith("金额/", StringComparison.Ordinal) => IsPaidFrom(line.Fund, line.Nature, field[3..]) ? Money(line.Fen, unit) : null,
        _ => null,
    };
}

/// <summary>A line of 政府购买服务 as a row.</summary>
internal sealed class ServiceRecord(ServicePurchase line, Ledger ledger, LineTable lines) : TableRecord(ledger, lines)
{
    public override string Item => line.Content;

    public override string Name => line.Project;

    protected override string UnitCode => line.UnitCode;

    protected override string? FunctionCode => line.FunctionCode;

    public override string? Text(string field) => field switch
    {
        "单位" => UnitName,
        "是否包含政府采购" => line.IsProcurement is { } isOne ? isOne ? "是" : "否" : null,
        "项目" => line.Project,
        "内容" => line.Content,
        "功能科目" => Coded(Functions, line.FunctionCode),
        "功能名称" => line.FunctionCode is { } code ? Functions.Find(code)?.Name : null,
        "经济科目" => Coded(Economics, line.EconomicCode),
        "资金来源" => line.Fund,
        "资金性质" => line.Nature,
        "一级目录" => line.Catalogue.ElementAtOrDefault(0),
        "二级目录" => line.Catalogue.ElementAtOrDefault(1),
        "三级目录" => line.Catalogue.ElementAtOrDefault(2),
        _ => null,
    };

    public override decimal? Number(string field, Unit unit) => field switch
    {
        "数量" => line.Quantity,
        "金额" => Money(line.Fen, unit),
        _ when field.StartsWith("金额/", StringComparison.Ordinal) => IsPaidFrom(line.Fund, line.Nature, field[3..]) ? Money(line.Fen, unit) : null,
        _ => null,
    };
}

/// <summary>A line of 新增资产配置 as a row.</summary>
internal sealed class AssetRecord(AssetPurchase line, Ledger ledger, LineTable lines) : TableRecord(ledger, lines)
{
    public override string Item => line.Name;

    public override string Name => line.Project;

    protected override string UnitCode => line.UnitCode;

    protected override string? FunctionCode => line.FunctionCode;

    public override string? Text(string field) => field switch
    {
        "单位" => UnitName,
        "项目" => line.Project,
        "功能科目" => Coded(Functions, line.FunctionCode),
        "资产分类" => line.Category,
        "资产名称" => line.Name,
        "资产大类" => line.Class,
        "配置标准" => line.Standard,
        "经济科目" => Coded(Economics, line.EconomicCode),
        "资金来源" => line.Fund,
        "资金性质" => line.Nature,
        _ => null,
    };

    public override decimal? Number(string field, Unit unit) => field switch
    {
        "资产数量" => line.Held,
        "资产编制数" => line.Quota,
        "数量" => line.Asked.Quantity,
        "单价" => line.Asked.UnitPriceFen / 100m,
        "金额" => Money(line.Asked.Fen, unit),
        "预算数量" => line.Granted?.Quantity,
        "预算单价" => line.Granted?.UnitPriceFen / 100m,
        "预算金额" => line.Granted is { } granted ? Money(granted.Fen, unit) : null,
        _ => null,
    };
}
