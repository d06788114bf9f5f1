using System.Globalization;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Data.Intake;

/// <summary>Writes what tables say as records of the ledger's sheets (起草的各表).</summary>
/// <param name="unit">Code of the one unit that keeps accounts; empty where there are several.</param>
/// <param name="present">What the draft holds.</param>
/// <param name="notes">Where what is open goes.</param>
internal sealed class PublishedSheets(string unit, IReadOnlyList<SheetRecord> present, DraftNotes notes)
{
    private const string Projects = "项目", Lines = "预算支出", Incomes = "预算收入", Balances = "结转结余";

    private static readonly Dictionary<string, (string Sheet, Dictionary<string, string> Columns)> Lists = new(StringComparer.Ordinal)
    {
        ["政府采购"] = ("政府采购", new(StringComparer.Ordinal) { ["单价"] = "单价(元)", ["金额"] = "金额(元)", ["面向中小企业"] = "面向中小企业(元)", ["面向小微企业"] = "面向小微企业(元)" }),
        ["政府购买服务"] = ("购买服务", new(StringComparer.Ordinal) { ["内容"] = "购买内容", ["是否包含政府采购"] = "是否政府采购", ["金额"] = "金额(元)" }),
    };

    private readonly Dictionary<string, List<IReadOnlyDictionary<string, string>>> _made = new(StringComparer.Ordinal);

    /// <summary>The records by sheet.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Made =>
        _made.ToDictionary(m => m.Key, m => (IReadOnlyList<IReadOnlyDictionary<string, string>>)m.Value, StringComparer.Ordinal);

    /// <summary>Projects and lines of expenditure.</summary>
    public void Spending(IReadOnlyList<FirstProject> projects, IReadOnlyList<FirstLine> lines, string? moneyYear, IReadOnlyList<string> functions)
    {
        // A project that the draft knows by name has its code there.
        var known = present.Where(r => r.Sheet == Projects).GroupBy(r => r.Cells.GetValueOrDefault("名称", "")).ToDictionary(g => g.Key, g => g.First().Cells.GetValueOrDefault("编码", ""), StringComparer.Ordinal);
        var all = projects.ToList();
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var project in projects)
            codes[project.Key] = known.GetValueOrDefault(project.Name, project.Key);
        foreach (var (usual, category) in new[] { (FirstProjects.Personnel, "人员类"), (FirstProjects.Running, "公用经费") })
        {
            if (!lines.Any(l => l.Project == usual))
                continue;
            var own = projects.Where(p => p.Category == category).ToList();
            if (own is [var only])
                codes[usual] = codes[only.Key];
            else if (own.Count > 1)
            {
                codes[usual] = "";
                notes.Open.Add(new OpenPoint(Lines, "项目编码", lines.Count(l => l.Project == usual), $"{category}的项目有 {own.Count} 个，表上分不出哪个经济科目归哪个项目。"));
            }
            else
            {
                codes[usual] = known.GetValueOrDefault(usual, usual);
                all.Insert(0, new FirstProject(usual, usual, null, null, null, category));
            }
        }

        foreach (var project in all)
            Add(Projects, ("编码", codes[project.Key]), ("名称", project.Name), ("单位代码", unit), ("分组代码", project.Group), ("分组名称", project.Group is null ? null : project.GroupName), ("一级项目", project.Parent));
        var function = functions is [var single] ? single : null;
        foreach (var line in lines)
        {
            Add(
                Lines, ("单位代码", line.Unit ?? unit), ("项目编码", line.Project is null ? null : codes[line.Project]), ("支出类别", line.Category),
                ("功能科目", line.Function ?? (line.Category is "人员类" or "公用经费" ? null : function)), ("经济科目", line.Economic), ("资金来源", line.Fund), ("资金年度", line.MoneyYear ?? moneyYear),
                ("金额(元)", FenText.Format(line.Fen)));
        }

        Open(Projects, "编码", r => !ProjectCode.TryParse(r, out _, out _), "公开的表上没有印项目编码，先用名称代替：请到“项目”表填 21 位编码，再到“预算支出”选上。");
        Open(Lines, "单位代码", r => r.Length == 0, "部门有几个单位，公开的表是汇总数，请逐条选单位。");
        Open(Lines, "支出类别", r => r.Length == 0, "表上没有分其他运转类和特定目标类。", skipKnown: true);
        Open(Lines, "功能科目", r => r.Length == 0, $"项目支出的功能科目有{string.Join('、', functions)}，表上分不出哪个项目用哪个。", skipKnown: true);
        Open(Lines, "经济科目", r => r.Length == 0, "公开的表不写项目支出的经济科目，请逐条选，需要时拆成几条。", skipKnown: true);
        Open(Lines, "资金年度", r => r.Length == 0, "文件里有上年结转，表上分不出哪一笔用的是结转资金。");
    }

    /// <summary>Income and what was carried over.</summary>
    public void Income(IReadOnlyList<PublishedCell> cells)
    {
        foreach (var cell in cells)
        {
            var isCarried = cell.Of(Dimension.Flow) == Flow.Opening.ChineseName();
            var own = cell.Row.Role == RowRole.Node && cell.Row.Side?.Rows is UnitRows && present.Any(r => r.Sheet == "单位" && r.Cells.GetValueOrDefault("代码") == cell.Row.Row.Key) ? cell.Row.Row.Key : unit;
            var function = cell.Of(Dimension.Function) is { Length: 7 } code ? code : null;
            if (isCarried)
                Add(Balances, ("阶段", Stage.Budget.ChineseName()), ("事项", Flow.Opening.ChineseName()), ("单位代码", own), ("功能科目", function), ("资金来源", cell.Of(Dimension.Fund)), ("金额(元)", FenText.Format(cell.Fen)));
            else
                Add(Incomes, ("单位代码", own), ("功能科目", function), ("资金来源", cell.Of(Dimension.Fund)), ("资金年度", MoneyYear.Current.ChineseName()), ("金额(元)", FenText.Format(cell.Fen)));
        }

        Open(Incomes, "资金来源", r => r.Length == 0, "表上这一栏包含几种资金，请选定。");
        Open(Balances, "资金来源", r => r.Length == 0, "表上没有分上年结转的资金来源，请选定。");
    }

    /// <summary>Records of a list: purchases and services.</summary>
    public void Records(BoundStatement bound, ClassificationCatalogue catalogue, int year)
    {
        var side = bound.Form!.Sides[0];
        if (!Lists.TryGetValue(((RecordRows)side.Rows).Records, out var list))
            return;
        var columns = LedgerSheets.All[list.Sheet].Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var row in bound.Rows.Where(r => r.Role == RowRole.Record))
        {
            var cells = new List<(string, string?)> { ("单位代码", unit) };
            foreach (var cell in row.Row.Cells)
            {
                if (bound.Column(side, cell.Column) is not { } column || (column.Text ?? column.RecordField) is not { } shows)
                    continue;
                var name = list.Columns.GetValueOrDefault(shows, shows);
                if (!columns.Contains(name))
                    continue;
                if (cell.Figure is { } figure)
                    cells.Add((name, name.EndsWith("(元)", StringComparison.Ordinal) ? FenText.Format((long)(figure.Value * (column.Unit ?? Units.Parse(bound.Statement.Unit ?? "") ?? bound.Form.Unit).InYuan() * 100m)) : figure.Value.ToString("0.####", CultureInfo.InvariantCulture)));
                else if (cell.Text is { Length: > 0 } text)
                    cells.Add((name, Coded(name, Core.Disclosures.TightText.Of(text), catalogue, year)));
            }

            Add(list.Sheet, [.. cells]);
        }
    }

    /// <summary>职责.</summary>
    public void Duties(IEnumerable<string> texts)
    {
        foreach (var text in texts.Distinct(StringComparer.Ordinal))
            Add("职责", ("职责", Core.Disclosures.TightText.Of(text)));
    }

    /// <summary>Goals and indicators of the department and its projects.</summary>
    public void Goals(IEnumerable<Core.Disclosures.PerformanceForm> forms, int year)
    {
        var codes = (_made.GetValueOrDefault(Projects) ?? []).Concat(present.Where(r => r.Sheet == Projects).Select(r => r.Cells))
            .GroupBy(r => Core.Disclosures.TightText.Of(r.GetValueOrDefault("名称", "")), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().GetValueOrDefault("编码", ""), StringComparer.Ordinal);
        var strangers = new List<string>();
        var (goals, indicators) = PublishedGoals.Of(forms, year, name => codes.TryGetValue(name, out var code) ? code : null, strangers.Add);
        foreach (var cells in goals)
            Add("绩效目标", cells);
        foreach (var cells in indicators)
            Add("绩效指标", cells);
        if (strangers.Count > 0)
            notes.Problems.Add($"有绩效目标表、项目支出表里却没有的项目，目标和指标没有起草：{string.Join('、', strangers.Distinct())}。");
        if (indicators.Count > 0)
            notes.Inferred.Add($"绩效目标 {goals.Count} 条、指标 {indicators.Count} 个照上年公开的绩效目标表起草，指标值是上年的目标，请改成本年的。");
    }

    // Tables print a code, a name or both; the ledger has the code.
    private static string Coded(string column, string text, ClassificationCatalogue catalogue, int year)
    {
        var (classification, level) = column switch { "功能科目" => (ClassificationCatalogue.Function, 3), "经济科目" => (ClassificationCatalogue.Economic, 2), _ => ("", 0) };
        if (level == 0 || (catalogue.Find(classification, year) ?? catalogue.Newest(classification)) is not { } tree)
            return text;
        var digits = string.Concat(text.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));
        if (tree.Find(digits) is not null)
            return digits;
        var words = string.Concat(text.Where(c => !char.IsAsciiDigit(c) && c is not ('[' or ']' or '【' or '】' or '-')));
        return tree.Named(words).Where(i => i.Level == level).ToList() is [var only] ? only.Code : text;
    }

    private void Open(string sheet, string column, Func<string, bool> isOpen, string words, bool skipKnown = false)
    {
        var count = (_made.GetValueOrDefault(sheet) ?? []).Count(r => isOpen(r.GetValueOrDefault(column, "")));
        // What was told with more detail before is not told again.
        if (skipKnown)
            count -= notes.Open.Where(o => o.Sheet == sheet && o.Column == column).Sum(o => o.Count);
        if (count > 0)
            notes.Open.Add(new OpenPoint(sheet, column, count, words));
    }

    private void Add(string sheet, params (string Name, string? Text)[] cells)
    {
        if (!_made.TryGetValue(sheet, out var records))
            _made[sheet] = records = [];
        records.Add(cells.Where(c => !string.IsNullOrEmpty(c.Text)).DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Text!, StringComparer.Ordinal));
    }
}
