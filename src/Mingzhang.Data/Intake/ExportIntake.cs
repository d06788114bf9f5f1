using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Intake;

/// <summary>The export of the integrated budget system (一体化导出): one line for each project, functional code, economic code and fund source.</summary>
internal sealed record ExportIntake(RawSheet Sheet, RawRow Header, IReadOnlyList<string> Headers, IReadOnlyDictionary<string, string> Known, IReadOnlyList<string> Missing)
{
    private const string Amount = "金额(元)", Unit = "单位代码", Project = "项目编码", ProjectName = "项目名称", Category = "支出类别", Function = "功能科目", Economic = "经济科目", Fund = "资金来源", Year = "资金年度";

    private const string Lines = "预算支出", Income = "预算收入", Balances = "结转结余", Projects = "项目", Units = "单位";

    // Fewer recognised headers are chance.
    private const int Enough = 4;

    /// <summary>The header of an export within the first rows; null when the sheet is none.</summary>
    public static ExportIntake? Find(RawSheet sheet, IntakeContext context, int deepest)
    {
        foreach (var row in sheet.Rows.Take(deepest))
        {
            var known = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var header in row.Cells.Where(c => c.Length > 0))
            {
                if ((context.Remembered.GetValueOrDefault(header) ?? context.Exports.ColumnOf(header)) is { } column)
                    known.TryAdd(column, header);
            }

            if (known.Count >= Enough)
                return new ExportIntake(sheet, row, [.. row.Cells.Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)], known, [.. ExportColumns.Needed.Where(n => !known.ContainsKey(n))]);
        }

        return null;
    }

    /// <summary>Makes lines, projects, income and what was carried over.</summary>
    public static void Take(ExportIntake export, IntakeContext context, List<TakenRecord> taken, HashSet<string> filled, List<string> notes)
    {
        var index = export.Known.ToDictionary(k => k.Key, k => export.Header.Cells.ToList().IndexOf(k.Value), StringComparer.Ordinal);
        var inWanYuan = export.Sheet.Rows.Where(r => r.Number <= export.Header.Number).SelectMany(r => r.Cells).Any(c => c.Contains("万元", StringComparison.Ordinal));
        var units = context.Present.Where(r => r.Sheet == Units).Select(r => r.Cells).ToList();
        var booked = units.Where(u => units.All(x => x.GetValueOrDefault("上级代码") != u.GetValueOrDefault("代码"))).ToList();
        var lines = new Dictionary<string, TakenRecord>(StringComparer.Ordinal);
        var merged = 0;
        foreach (var row in export.Sheet.Rows.Where(r => r.Number > export.Header.Number))
        {
            string Cell(string column) => index.TryGetValue(column, out var i) ? row[i] : "";
            if (Cell(Project).Length == 0 && row.Cells.Any(c => c.Contains('计', StringComparison.Ordinal)))
                continue;
            var cells = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Unit] = UnitOf(Cell(Unit), booked),
                [Project] = ExportWords.Code(Cell(Project)),
                [Function] = ExportWords.Code(Cell(Function)),
                [Economic] = ExportWords.Code(Cell(Economic)),
                [Fund] = Value(context, Fund, Cell(Fund)),
                [Year] = Value(context, Year, Cell(Year)) is { Length: > 0 } year ? year : MoneyYear.Current.ChineseName(),
                [Amount] = Yuan(Cell(Amount), inWanYuan),
            };
            cells[Category] = Value(context, Category, Cell(Category)) is { Length: > 0 } category ? category : CategoryOf(cells[Project], Cell(ProjectName));
            var record = new TakenRecord(Lines, cells, export.Sheet, row, export.Known);
            // Lines that agree in all but the amount are one.
            var key = string.Join('\n', cells.Where(c => c.Key != Amount).Select(c => c.Value));
            if (lines.TryGetValue(key, out var same) && Sum(same.Cells[Amount], cells[Amount]) is { } sum)
            {
                same.Cells[Amount] = sum;
                merged++;
            }
            else
            {
                lines[key] = record;
                taken.Add(record);
            }
        }

        filled.Add(Lines);
        notes.Add($"{export.Sheet.File}“{export.Sheet.Name}”：一体化导出，预算支出 {lines.Count} 条{(merged > 0 ? $"（合并了各项相同的 {merged} 行）" : "")}{(inWanYuan ? "，金额由万元换算为元" : "")}。");
        AddProjects(export, index, context, taken, filled, notes);
        Derive(lines.Values, context, taken, filled, notes);
    }

    // The projects that the lines name and the draft does not yet have.
    private static void AddProjects(ExportIntake export, Dictionary<string, int> index, IntakeContext context, List<TakenRecord> taken, HashSet<string> filled, List<string> notes)
    {
        var known = context.Present.Where(r => r.Sheet == Projects).Select(r => new TakenRecord(Projects, new(r.Cells, StringComparer.Ordinal), null, null, export.Known)).ToList();
        var codes = known.Select(k => k.Cells.GetValueOrDefault("编码", "")).ToHashSet(StringComparer.Ordinal);
        var before = codes.Count;
        var headers = new Dictionary<string, string>(export.Known, StringComparer.Ordinal) { ["编码"] = export.Known[Project], ["名称"] = export.Known.GetValueOrDefault(ProjectName, "名称") };
        foreach (var line in taken.Where(t => t.Sheet == Lines && t.Row is not null).ToList())
        {
            if (!codes.Add(line.Cells[Project]))
                continue;
            var name = index.TryGetValue(ProjectName, out var i) ? line.Row![i] : "";
            known.Add(new TakenRecord(Projects, new(StringComparer.Ordinal) { ["编码"] = line.Cells[Project], ["名称"] = name.Length > 0 ? name : line.Cells[Project], [Unit] = line.Cells[Unit] }, line.From, line.Row, headers));
        }

        taken.AddRange(known);
        filled.Add(Projects);
        notes.Add($"项目：新登记 {codes.Count - before} 个，原有 {before} 个不变。");
    }

    // A budget spends what it takes in and what was carried over; an office that has entered its income keeps it.
    private static void Derive(IEnumerable<TakenRecord> lines, IntakeContext context, List<TakenRecord> taken, HashSet<string> filled, List<string> notes)
    {
        if (context.Present.Any(r => r.Sheet is Income or Balances))
        {
            notes.Add("预算收入、结转结余已经填过，没有改动。");
            return;
        }

        foreach (var group in lines.GroupBy(l => (Unit: l.Cells[Unit], Function: l.Cells[Function], Fund: l.Cells[Fund], Year: l.Cells[Year])))
        {
            var sum = group.Select(l => FenText.TryParse(l.Cells[Amount], out var fen, out _) ? fen : 0).Sum();
            var cells = new Dictionary<string, string>(StringComparer.Ordinal) { [Unit] = group.Key.Unit, [Function] = group.Key.Function, [Fund] = group.Key.Fund, [Amount] = FenText.Format(sum) };
            var isCarried = group.Key.Year == MoneyYear.Carried.ChineseName();
            if (isCarried)
                (cells["阶段"], cells["事项"]) = (Stage.Budget.ChineseName(), Flow.Opening.ChineseName());
            else
                cells[Year] = MoneyYear.Current.ChineseName();
            taken.Add(new TakenRecord(isCarried ? Balances : Income, cells, null, null, new Dictionary<string, string>()));
        }

        filled.Add(Income);
        filled.Add(Balances);
        notes.Add("预算收入、年初结转由支出按单位、功能科目、资金来源汇总生成，请核对。");
    }

    private static string UnitOf(string text, List<IReadOnlyDictionary<string, string>> booked)
    {
        var code = ExportWords.Code(text);
        if (text.Length == 0 && booked.Count == 1)
            return booked[0].GetValueOrDefault("代码", "");
        return booked.FirstOrDefault(u => u.GetValueOrDefault("名称") == text || (text.Length > code.Length && text.EndsWith(u.GetValueOrDefault("名称", "?"), StringComparison.Ordinal)))?.GetValueOrDefault("代码") ?? code;
    }

    private static string Value(IntakeContext context, string column, string text) => ExportWords.Value(context.Exports, column, text);

    private static string CategoryOf(string project, string name) => !ProjectCode.TryParse(project, out var code, out _) ? "" : code.Kind switch
    {
        ProjectKind.Personnel => "人员类",
        ProjectKind.SpecificTarget => "特定目标类",
        _ => name.Contains("公用", StringComparison.Ordinal) ? "公用经费" : "其他运转类",
    };

    private static string Yuan(string text, bool inWanYuan) =>
        inWanYuan && FigureText.Parse(text) is { } figure ? (figure.Value * 10_000m).ToString("0.##########", CultureInfo.InvariantCulture) : text;

    private static string? Sum(string a, string b) => FenText.TryParse(a, out var x, out _) && FenText.TryParse(b, out var y, out _) ? FenText.Format(x + y) : null;
}
