using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Workbench.Drafting;

/// <summary>Where something is put right (改在哪一格): a sheet, its records, the column; or a record to be added with what is known of it.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Records">Numbers of the records; empty for none.</param>
/// <param name="Column">The column; null for the first.</param>
/// <param name="Add">Cells of a record to be added; null when there are records.</param>
internal sealed record Jump(string Sheet, IReadOnlyList<int> Records, string? Column, IReadOnlyDictionary<string, string>? Add = null)
{
    /// <summary>The address of the sheet with the cell chosen.</summary>
    /// <param name="root">Where the pages of the draft lie.</param>
    public string Href(string root)
    {
        var query = new List<string>();
        if (Records.Count > 0)
            query.Add("records=" + string.Join(',', Records.Select(r => r.ToString(CultureInfo.InvariantCulture))));
        if (Column is not null)
            query.Add("column=" + Addresses.Escape(Column));
        if (Add is not null)
            query.Add("add=" + Addresses.Escape(string.Join('\n', Add.Select(a => $"{a.Key}={a.Value}"))));
        return $"{root}/sheets/{Addresses.Escape(Sheet)}" + (query.Count > 0 ? "?" + string.Join('&', query) : "");
    }
}

/// <summary>Finds where mistakes, findings and gaps of a draft are put right.</summary>
/// <param name="work">The draft.</param>
internal sealed partial class Jumps(DraftWork work)
{
    private const string Balances = "结转结余", Budgeted = "年初预算", Amount = "金额(元)", Project = "项目编码", Figures = "上年数", OfStage = "阶段", Item = "事项";

    // A sum over everything leads to the sheet, not to each of its records.
    private const int MostRecords = 60;

    private readonly Lazy<ILookup<string, int>> _lines = new(() => work.Records.Where(r => r.Sheet == Spending(work) || r.Sheet == Income(work) || r.Sheet == Balances).ToLookup(Key, r => r.Id, StringComparer.Ordinal));

    /// <summary>Of a mistake.</summary>
    public Jump? Of(SheetMistake mistake) =>
        mistake.Sheet.Length == 0 ? null : new Jump(mistake.Sheet, mistake.Record is { } index ? [work.Records[index].Id] : [], mistake.Column);

    /// <summary>Of a finding: the records its figure adds up, or those of the project it is about.</summary>
    public Jump? Of(Finding finding)
    {
        if (work.Publication is not { } publication || finding.Statement is null || finding.Row is null)
            return null;
        if (finding.Column is { } column && new FigureAddress(finding.Statement, finding.Row, column.Text, 1).In(publication) is { } place)
        {
            var trace = publication.Tracer.Trace(publication.Statements[place.Statement], place.Row, publication.Disclosure.Statements[place.Statement].Columns[place.Column]);
            if (trace?.Records is [{ } bought, ..])
                return Purchases(bought.Kind == "政府购买服务" ? "购买服务" : bought.Kind, [.. trace.Records.Select(r => r.Project)]);
            var found = (trace?.Lines ?? []).SelectMany(l => _lines.Value[Key(l)].Select(id => (Sheet: SheetOf(l), Id: id))).ToList();
            if (found.Count > 0)
                return new Jump(found[0].Sheet, found.Count > MostRecords ? [] : [.. found.Where(f => f.Sheet == found[0].Sheet).Select(f => f.Id)], Amount);
        }

        return OfProject(finding);
    }

    /// <summary>Of a gap.</summary>
    public Jump? Of(DraftGap gap)
    {
        if (Deviation().Match(gap.What) is { Success: true } deviation)
            return OfDeviation(deviation.Groups["name"].Value);
        if (Reason().Match(gap.What) is { Success: true } reason)
            return Compared(reason.Groups["item"].Value + (gap.What.Contains("与" + Budgeted, StringComparison.Ordinal) ? Budgeted : ""));
        if (Use().Match(gap.What) is { Success: true } use && work.Records.FirstOrDefault(r => r.Sheet == "项目" && r["名称"] == use.Groups["name"].Value.Trim('“', '”')) is { } project)
            return Own("项目用途", Project, project["编码"], "用途");
        if (gap.What == "主要职责")
            return new Jump("职责", [], "职责", new Dictionary<string, string>());
        return Core.Ledgers.Records.Remark.Topics.Contains(gap.What) ? Own("补充说明", Item, gap.What, "说明") : null;
    }

    /// <summary>Of a figure that is compared with last year's.</summary>
    public Jump Compared(string item)
    {
        var stage = work.Draft.Stage.ChineseName();
        return work.Records.FirstOrDefault(r => r.Sheet == Figures && (r[Item] == item || r[Item] == item + Budgeted) && r[OfStage] == stage) is { } record
            ? new Jump(Figures, [record.Id], "增减原因")
            : new Jump(Figures, [], "上年数(元)", new Dictionary<string, string> { [OfStage] = stage, [Item] = item });
    }

    private Jump Own(string sheet, string key, string value, string column) => work.Records.FirstOrDefault(r => r.Sheet == sheet && r[key] == value) is { } there
        ? new Jump(sheet, [there.Id], column)
        : new Jump(sheet, [], column, new Dictionary<string, string> { [key] = value });

    private Jump Purchases(string sheet, HashSet<string> projects) =>
        new(sheet, [.. work.Records.Where(r => r.Sheet == sheet && projects.Contains(r["项目"])).Select(r => r.Id).Take(MostRecords)], Amount);

    private Jump? OfProject(Finding finding)
    {
        var name = finding.Row!.Split('/')[0];
        if (work.Records.FirstOrDefault(r => r.Sheet == "项目" && r["名称"] == name) is not { } project)
            return null;
        var sheet = finding.Row.Contains("测算", StringComparison.Ordinal) ? "项目测算" : finding.Rule.StartsWith("PF-", StringComparison.Ordinal) ? "绩效指标" : Spending(work);
        var records = work.Records.Where(r => r.Sheet == sheet && r[Project] == project["编码"]).Select(r => r.Id).ToList();
        return records.Count > 0 ? new Jump(sheet, records, null) : null;
    }

    // Of a functional code whose final figure is not its budget; of what else has a budget, a remark says why.
    private Jump OfDeviation(string name)
    {
        var code = work.Publication?.Statements.SelectMany(s => s.Rows).FirstOrDefault(r => r.Code is { Length: 7 } && r.Row.Name.Trim() == name)?.Code;
        return code is null ? Own("补充说明", Item, "“三公”经费预决算差异", "说明") : Own(Budgeted, "功能科目", code, "差异原因");
    }

    private static string Spending(DraftWork work) => work.Draft.Stage.ChineseName() + "支出";

    private static string Income(DraftWork work) => work.Draft.Stage.ChineseName() + "收入";

    private static string SheetOf(LedgerLine line) => line.Flow switch { Flow.Expenditure => line.Stage.ChineseName() + "支出", Flow.Income => line.Stage.ChineseName() + "收入", _ => Balances };

    private static string Key(LedgerLine line) => string.Join(
        '\n', SheetOf(line), line.UnitCode, line.ProjectCode, line.Category, line.FunctionCode, line.EconomicCode, line.Fund, FenText.Format(line.Fen));

    private static string Key(DraftRecord record) => string.Join(
        '\n', record.Sheet, record["单位代码"], record[Project], record["支出类别"], record["功能科目"], record["经济科目"], record["资金来源"],
        FenText.TryParse(record[Amount], out var fen, out _) ? FenText.Format(fen) : record[Amount]);

    [GeneratedRegex("^“(?<name>.+)”决算数与预算数差异的原因$")]
    private static partial Regex Deviation();

    [GeneratedRegex("^(?<item>.+?)(与(?:上年预算|上年决算|年初预算)比较的增减和原因|增减的原因)$")]
    private static partial Regex Reason();

    [GeneratedRegex("^“?(?<name>.+?)”?的用途$")]
    private static partial Regex Use();
}
