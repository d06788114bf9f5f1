using System.Globalization;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Lists that records of the ledger give (台账清单), by the names outlines use.</summary>
internal sealed class LedgerItems(Ledger ledger, Stage stage, FigureBook book, Classification functions, IReadOnlyDictionary<string, string> terms)
{
    /// <summary>Names of the lists.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["职责", "单位", "内设机构", "人员", "在编人员", "其他人员", "项目", "财政拨款项目", "采购类别", "车辆", "在用车辆", "资产数量", "没有的资产", "资产价值", "购买服务", "新增资产", "公务接待", "出国团组", "重点工作", "年初预算", "功能科目", "有核减额的结果应用", "没有核减额的结果应用", .. Remark.Topics.Select(t => "说明/" + t)];

    private NarrativeRecords Records => ledger.Narrative;

    /// <summary>The items of a list.</summary>
    public IEnumerable<OutlineItem> Of(string name) => name switch
    {
        "职责" => Records.Duties.Select((d, i) => Given($"第{i + 1}项职责", ("内容", d.Text))),
        "单位" => Leaves().Select(u => Text(u.Name, ("名称", u.Name), ("性质", u.Nature switch { "参公" => "参照公务员法管理的事业单位", null => "", var n => n + "单位" }))),
        "内设机构" => Records.Offices.Select(o => Text(o.Name, ("名称", o.Name))),
        "人员" => People(Records.Headcounts),
        "在编人员" => People(Records.Headcounts.Where(h => h.HoldsPosts)),
        "其他人员" => People(Records.Headcounts.Where(h => h.Kind == "其他人员")),
        "项目" => Projects(LedgerFigures.ProjectLines(ledger, stage)),
        "财政拨款项目" => Projects(LedgerFigures.ProjectLines(ledger, stage).Where(LedgerFigures.IsAppropriated)),
        "采购类别" => new[] { "货物", "工程", "服务" }.Select(k => Money(k, book.Find("政府采购" + k) ?? 0m)),
        "车辆" => Vehicles(v => true),
        "在用车辆" => Vehicles(v => v.Count > 0),
        "资产数量" => Assets().Where(a => a.Quantity > 0m).Select(a => Text(a.Kind, ("类别", a.Kind), ("数量", a.Quantity!.Value.ToString(CultureInfo.InvariantCulture) + a.Measure))),
        "没有的资产" => Assets().Where(a => a.Quantity == 0m).Select(a => Text(a.Kind, ("类别", a.Kind))),
        "资产价值" => Assets().Where(a => a.Fen is not null).Select(a => Money(a.Kind, book.OfFen(a.Fen!.Value), ("类别", a.Kind))),
        "购买服务" => Records.Services.Select(s => Money(s.Content, book.OfFen(s.Fen), ("项目", s.Project), ("内容", s.Content))),
        "新增资产" => Records.NewAssets.Select(a => Money(a.Name, book.OfFen(a.Fen), ("项目", a.Project), ("数量", (a.Granted ?? a.Asked).Quantity.ToString("0.####", CultureInfo.InvariantCulture)))),
        "公务接待" => Records.Receptions.Select(r => Reception(r)),
        "出国团组" => Records.Trips.Select(t => Money("因公出国（境）", book.OfFen(t.Fen), ("团组", Count(t.Groups)), ("人次", Count(t.Persons)), ("事由", t.Purpose))),
        "重点工作" => Records.Works.Select(w => Given(w.Name, ("工作", w.Name), ("情况", w.Result))),
        "年初预算" => Records.CodeBudgets.Select(CodeBudget).Concat(Unbudgeted()).OrderBy(i => i.Texts["编码"], StringComparer.Ordinal),
        "功能科目" => book.FunctionCodes().Select(Function),
        "有核减额的结果应用" => ledger.Performance.Uses.Where(u => u.CutFen is > 0).Select(ResultUse),
        "没有核减额的结果应用" => ledger.Performance.Uses.Where(u => u.CutFen is not > 0).Select(ResultUse),
        _ when name.StartsWith("说明/", StringComparison.Ordinal) => Records.Remarks.Where(r => r.Topic == name[3..]).Select(r => Given(r.Topic, ("内容", r.Text))),
        _ => throw new InvalidOperationException($"提纲里的清单“{name}”没有取数办法。"),
    };

    /// <summary>What a topic is remarked; null when nothing is.</summary>
    public string? Remarked(string topic) => string.Concat(Records.Remarks.Where(r => r.Topic == topic).Select(r => r.Text)) is { Length: > 0 } text ? text : null;

    /// <summary>Units that keep accounts.</summary>
    public IEnumerable<BudgetUnit> Leaves() => ledger.Units.Where(u => !ledger.Units.Any(x => x.ParentCode == u.Code));

    private IEnumerable<OutlineItem> Projects(IEnumerable<LedgerLine> lines)
    {
        var sums = lines.GroupBy(x => x.ProjectCode!).ToDictionary(g => g.Key, g => g.Sum(x => x.Fen), StringComparer.Ordinal);
        var uses = Records.Uses.ToDictionary(u => u.ProjectCode, u => u.Use, StringComparer.Ordinal);
        foreach (var project in ledger.Projects.Where(p => sums.GetValueOrDefault(p.Code) != 0))
        {
            var item = Money(project.Name, book.OfFen(sums[project.Code]));
            item.Texts["名称"] = Quoted(project.Name);
            item.Given["用途"] = uses.GetValueOrDefault(project.Code);
            yield return item;
        }
    }

    // A figure of the name's own would run into the amount behind it.
    private static string Quoted(string name) => name.Length > 0 && (char.IsDigit(name[^1]) || name[^1] is '.' or '%') ? $"“{name}”" : name;

    private IEnumerable<OutlineItem> Vehicles(Func<VehicleCount, bool> test) => Records.Vehicles.Where(v => v.Stage == stage && test(v))
        .GroupBy(v => v.Use).Select(g => Text(g.Key, ("用途", g.Key), ("数量", Count(g.Sum(v => v.Count)))));

    private IEnumerable<AssetCount> Assets() => Records.Assets.Where(a => a.Stage == stage);

    private OutlineItem Reception(Reception reception)
    {
        var item = Money(reception.Kind, book.OfFen(reception.Fen), ("类别", reception.Kind), ("批次", Count(reception.Batches)), ("人次", Count(reception.Persons)));
        item.Given["事由"] = reception.Purpose;
        return item;
    }

    private OutlineItem ResultUse(ResultUse use)
    {
        var item = Text(use.ProjectName, ("名称", Quoted(use.ProjectName)), ("年度", Count(use.Year)), ("得分", use.Score.ToString("0.##", CultureInfo.InvariantCulture)), ("措施", use.Measure));
        if (use.CutFen is > 0 and { } fen)
            item.Amounts["金额"] = book.OfFen(fen);
        item.Given["理由"] = use.Reason;
        return item;
    }

    private OutlineItem CodeBudget(CodeBudget budget)
    {
        var item = Function(budget.FunctionCode);
        item.Amounts["预算"] = book.OfFen(budget.Fen);
        item.Amounts["决算"] = Outturn(budget.FunctionCode);
        item.Given["原因"] = budget.Reason;
        return item;
    }

    // What was spent without an opening budget belongs to the list too; with no record at all there is no list.
    private IEnumerable<OutlineItem> Unbudgeted() => Records.CodeBudgets.Count == 0 ? [] : GeneralCodes()
        .Where(c => !Records.CodeBudgets.Any(b => b.FunctionCode == c)).Select(c => CodeBudget(new CodeBudget(c, 0, null)));

    private static readonly Auditing.Formulas.FormulaReference General = new("一般公共预算财政拨款支出决算表", false, "项", "合计");

    private IEnumerable<string> GeneralCodes() => book.Codes(General).Where(c => Outturn(c) != 0m);

    private decimal Outturn(string code) => book.Cell(General, code) ?? 0m;

    /// <summary>A functional 项 with its path and meaning.</summary>
    public OutlineItem Function(string code)
    {
        var path = functions.Find(code)!.AncestorsOrSelf.OrderBy(i => i.Level).Select(i => i.Name).ToList();
        var item = Text(path[^1], ("编码", code), ("类", path[0]), ("款", path[1]), ("项", path[2]), ("名称", path[2]), ("路径", $"{path[0]}（类）{path[1]}（款）{path[2]}（项）"));
        item.Texts["释义"] = terms.TryGetValue(code, out var term) ? $"：{term}" : "";
        return item;
    }

    private static IEnumerable<OutlineItem> People(IEnumerable<Headcount> records) => records.GroupBy(h => h.Kind).OrderBy(g => Headcount.Kinds.ToList().IndexOf(g.Key))
        .Select(g => Text(g.Key, ("类别", g.Key), ("编制", Count(g.Sum(h => h.Posts ?? 0))), ("实有", Count(g.Sum(h => h.Staff)))));

    private static OutlineItem Text(string name, params (string Field, string Text)[] texts)
    {
        var item = new OutlineItem(name);
        foreach (var (field, text) in texts)
            item.Texts[field] = text;
        return item;
    }

    private static OutlineItem Given(string name, params (string Field, string Text)[] texts)
    {
        var item = new OutlineItem(name);
        foreach (var (field, text) in texts)
            item.Given[field] = text;
        return item;
    }

    private static OutlineItem Money(string name, decimal amount, params (string Field, string Text)[] texts)
    {
        var item = Text(name, [("名称", name), .. texts]);
        item.Amounts["金额"] = amount;
        return item;
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
