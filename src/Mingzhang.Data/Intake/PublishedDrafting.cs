using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Compiling.Narrative;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Data.Intake;

/// <summary>
/// Makes a first draft of a ledger from a published budget (由公开文件起草): lines from the most detailed tables, as far as these determine
/// them. What they leave open stays empty and is told; a project without a code goes by its name.
/// </summary>
public static partial class PublishedDrafting
{
    /// <summary>Reads what a published budget says.</summary>
    /// <param name="document">The document as it was read.</param>
    /// <param name="data">Editions, classifications, outlines, pairs of codes.</param>
    /// <param name="present">Records the draft holds: its units, and projects whose codes are known.</param>
    /// <returns>What was found, or in Chinese why it cannot be used.</returns>
    public static (PublishedIntake? Intake, string? Refusal) Take(Disclosure document, DataFolder data, IReadOnlyList<Ledgers.SheetRecord> present)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(data);
        if (document.Facts.Kind == DisclosureKind.Final)
            return (null, "这是部门决算，上年数和初稿要用上年公开的部门预算。");
        var (edition, statements) = EditionChooser.Choose(document, data.Editions.Editions.Where(e => e.Kind == DisclosureKind.Budget));
        if (edition is null || statements.All(s => s.Form is null || s.Statement.IsEmpty))
            return (null, "文件里没有认出预算公开的表。请用公开的原件（PDF、Word、Excel），不要用截图或扫描件。");
        var notes = new DraftNotes();
        notes.Problems.AddRange(document.NotRead);
        var comparatives = data.Outlines.Of(edition) is { } outline ? PublishedFigures.Of(document, edition, outline) : new Dictionary<string, long>();
        var reading = new Tables(statements, new PublishedCells(data.Catalogue, document.Facts.Year ?? data.Catalogue.Newest(ClassificationCatalogue.Function)!.FirstYear), notes);
        var units = present.Where(r => r.Sheet == "单位").Select(r => r.Cells).ToList();
        var keeping = units.Where(u => units.Count == 1 || u.ContainsKey("上级代码")).Where(u => !units.Exists(o => o.GetValueOrDefault("上级代码") == u.GetValueOrDefault("代码"))).ToList();
        var unit = keeping is [var one] ? one.GetValueOrDefault("代码", "") : "";
        var sheets = new PublishedSheets(unit, present, notes);
        var (projects, spent) = reading.Projects();
        var lines = new BasicSpending(data.Pairs).Of(reading.Of("一般公共预算支出表"), reading.Of("一般公共预算基本支出表"), notes).Concat(spent).ToList();
        var moneyYear = CarriedOver(reading) ? null : MoneyYear.Current.ChineseName();
        sheets.Spending(projects, lines, moneyYear, reading.ProjectFunctions());
        sheets.Income(reading.Income());
        foreach (var record in statements.Where(s => s.Form?.Sides is [{ Rows: RecordRows }]))
            sheets.Records(record, data.Catalogue, document.Facts.Year ?? 0);
        sheets.Duties(document.Narrative.Where(p => Duty().IsMatch(p.Section)).Select(p => Ordinal().Match(p.Text)).Where(m => m.Success).Select(m => m.Groups["text"].Value));
        sheets.Goals(document.Performance, document.Facts.Year ?? 0);
        Compare(comparatives, lines, notes);
        return (new PublishedIntake(document.Facts.Agency, document.Facts.Year, edition.Name, comparatives, sheets.Made, notes.Open, notes.Inferred, notes.Problems), null);
    }

    // With money of the year before the tables do not say which line it pays.
    private static bool CarriedOver(Tables reading) => reading.Income().Any(c => c.Of(Dimension.Flow) == Flow.Opening.ChineseName());

    private static void Compare(IReadOnlyDictionary<string, long> figures, IReadOnlyList<FirstLine> lines, DraftNotes notes)
    {
        var sum = lines.Sum(l => l.Fen);
        if (figures.TryGetValue("收支总预算", out var whole) && Math.Abs(whole - sum) > DraftNotes.RoundingFen * (lines.Count + 1))
            notes.Problems.Add($"起草的支出明细合计 {Yuan(sum)} 元，文件的收支总预算 {Yuan(whole)} 元，相差 {Yuan(Math.Abs(whole - sum))} 元：{(sum < whole ? "有的支出（例如年终结转、单位资金安排的基本支出）没有更细的表" : "有的数在两张表里重复")}，请核对。");
    }

    private static string Yuan(long fen) => (fen / 100m).ToString("#,0.##", CultureInfo.InvariantCulture);

    [GeneratedRegex("(主要职责|部门职责|单位职责|主要职能|机构职责|职能)[^/]*$")]
    private static partial Regex Duty();

    [GeneratedRegex("^([（(][一二三四五六七八九十0-9]+[）)]|[0-9]+[.．、]|[一二三四五六七八九十]+、)\\s*(?<text>.{4,}?)[。；;]?$")]
    private static partial Regex Ordinal();

    // The tables of the document by the names of their forms.
    private sealed class Tables(IReadOnlyList<BoundStatement> statements, PublishedCells cells, DraftNotes notes)
    {
        private readonly Dictionary<string, IReadOnlyList<PublishedCell>> _read = new(StringComparer.Ordinal);

        public IReadOnlyList<PublishedCell> Of(string form)
        {
            if (_read.TryGetValue(form, out var known))
                return known;
            return _read[form] = Find(form) is { } bound ? [.. bound.Form!.Sides.SelectMany(s => cells.Of(bound, s, notes))] : [];
        }

        public (IReadOnlyList<FirstProject> Projects, IReadOnlyList<FirstLine> Lines) Projects()
        {
            if (Find("项目支出表") is { Form.Sides: [{ Rows: ProjectRows }] } bound)
                return FirstProjects.Of(bound, Of("项目支出表"), Of("一般公共预算基本支出表").Where(c => c.Of(Dimension.Category) == "公用经费").Sum(c => c.Fen));
            // Without that table the functional code is all there is.
            var spent = Of("一般公共预算支出表").Where(c => c.Of(Dimension.Category) == "项目支出").ToList();
            if (spent.Count > 0)
                notes.Open.Add(new OpenPoint("预算支出", "项目编码", spent.Count, "没有读到项目支出表，项目支出只有功能科目，请逐个项目拆分。"));
            return ([], [.. spent.Select(c => new FirstLine(null, null, c.Of(Dimension.Function), null, c.Of(Dimension.Fund), null, c.Fen))]);
        }

        /// <summary>Functional codes under which projects are paid.</summary>
        public IReadOnlyList<string> ProjectFunctions()
        {
            var from = Of("支出总表").Count > 0 ? Of("支出总表") : Of("一般公共预算支出表");
            return [.. from.Where(c => c.Of(Dimension.Category) == "项目支出").Select(c => c.Of(Dimension.Function)).OfType<string>().Distinct()];
        }

        public IReadOnlyList<PublishedCell> Income()
        {
            var flows = new[] { Flow.Income.ChineseName(), Flow.Opening.ChineseName() };
            var detailed = Of("收入总表").Where(c => flows.Contains(c.Of(Dimension.Flow))).ToList();
            return detailed.Count > 0 ? detailed : [.. Of("收支总表").Where(c => flows.Contains(c.Of(Dimension.Flow)) && c.Of(Dimension.Function) is null && c.Row.Side?.Name == "收入" && IsSingle(c))];
        }

        // Sums of the list are told from its items by what they ask: an item of income names its fund.
        private static bool IsSingle(PublishedCell cell) => cell.Of(Dimension.Fund) is not null || cell.Of(Dimension.Flow) == Flow.Opening.ChineseName();

        private BoundStatement? Find(string form) => statements.Where(s => s.Form?.Id == form).OrderBy(s => s.Statement.IsEmpty).FirstOrDefault();
    }
}
