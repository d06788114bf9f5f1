using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Figures that no table shows and the ledger's records give (表外数), in 分, by the names outlines use.</summary>
public static class LedgerFigures
{
    private static readonly Dictionary<string, Func<Ledger, Stage, long?>> Known = new(StringComparer.Ordinal)
    {
        ["机关运行经费"] = RunningCosts,
        ["政府采购"] = (l, _) => l.Procurements.Sum(p => p.Fen),
        ["政府采购货物"] = (l, _) => Of(l, "货物").Sum(p => p.Fen),
        ["政府采购工程"] = (l, _) => Of(l, "工程").Sum(p => p.Fen),
        ["政府采购服务"] = (l, _) => Of(l, "服务").Sum(p => p.Fen),
        ["中小企业采购"] = (l, _) => l.Procurements.Sum(Sme),
        ["小微企业采购"] = (l, _) => l.Procurements.Sum(p => p.MicroFen),
        ["中小企业货物采购"] = (l, _) => Of(l, "货物").Sum(Sme),
        ["中小企业工程采购"] = (l, _) => Of(l, "工程").Sum(Sme),
        ["中小企业服务采购"] = (l, _) => Of(l, "服务").Sum(Sme),
        ["政府购买服务"] = (l, _) => l.Narrative.Services.Sum(s => s.Fen),
        ["新增资产配置"] = (l, _) => l.Narrative.NewAssets.Sum(a => a.Fen),
        ["年初预算合计"] = (l, _) => l.Narrative.CodeBudgets.Sum(b => b.Fen),
        ["全部项目支出"] = (l, s) => ProjectLines(l, s).Sum(x => x.Fen),
        ["财政拨款项目支出"] = (l, s) => ProjectLines(l, s).Where(IsAppropriated).Sum(x => x.Fen),
        ["国有资本经营预算拨款本年收入"] = (l, s) => l.Lines.Where(x => x.Stage == s && x.Flow == Flow.Income && x.Fund == "国有资本经营预算").Sum(x => x.Fen),
        ["上年结转"] = (l, s) => l.Lines.Where(x => x.Stage == s && x.Flow == Flow.Opening && IsAppropriated(x)).Sum(x => x.Fen),
        ["乡村振兴支出"] = (l, s) => l.Lines.Where(x => x.Stage == s && x.Flow == Flow.Expenditure && x.FunctionCode?.StartsWith("21305", StringComparison.Ordinal) == true).Sum(x => x.Fen),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => Known.Keys;

    /// <summary>A figure in 分; null for a name that is none of them.</summary>
    internal static long? Find(Ledger ledger, DisclosureKind kind, string name) =>
        Known.TryGetValue(name, out var value) ? value(ledger, StageOf(kind)) : null;

    /// <summary>Stage of the ledger that a document is about.</summary>
    internal static Stage StageOf(DisclosureKind kind) => kind == DisclosureKind.Budget ? Stage.Budget : Stage.Final;

    /// <summary>The lines that are project expenditure.</summary>
    internal static IEnumerable<LedgerLine> ProjectLines(Ledger ledger, Stage stage) =>
        ledger.Lines.Where(x => x.Stage == stage && x.Flow == Flow.Expenditure && x.Category is "其他运转类" or "特定目标类");

    /// <summary>Whether a line is paid from appropriations: what the unit earns and the special account are not.</summary>
    internal static bool IsAppropriated(LedgerLine line) => line.Fund is not ("财政专户管理资金" or "单位资金" or "事业收入" or "事业单位经营收入" or "上级补助收入" or "附属单位上缴收入" or "其他收入");

    // Small and micro firms are among the small and medium ones, even where a form counts them beside.
    private static long Sme(ProcurementLine line) => Math.Max(line.SmeFen, line.MicroFen);

    private static IEnumerable<ProcurementLine> Of(Ledger ledger, string kind) => ledger.Procurements.Where(p => p.KindOrCoded == kind);

    // 机关运行经费 are the 公用经费 of administrative units and of those managed like them, from the general public budget.
    private static long? RunningCosts(Ledger ledger, Stage stage)
    {
        var units = ledger.Units.Where(u => u.Nature is "行政" or "参公").Select(u => u.Code).ToHashSet(StringComparer.Ordinal);
        return ledger.Lines.Where(x => x.Stage == stage && x.Flow == Flow.Expenditure && x.Category == "公用经费" && units.Contains(x.UnitCode) && IsGeneral(x)).Sum(x => x.Fen);
    }

    private static bool IsGeneral(LedgerLine line) => IsAppropriated(line) && !line.Fund.StartsWith("政府性基金", StringComparison.Ordinal) && !line.Fund.StartsWith("国有资本", StringComparison.Ordinal);
}
