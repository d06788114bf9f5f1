using System.Globalization;
using Mingzhang.Core.Editions;

namespace Mingzhang.Data.Intake;

/// <summary>
/// Basic expenditure (基本支出) from its two tables: one says the functional code, the other the economic one. Where official pairs and
/// what is left determine a line it has both; where they do not, the functional code stays open.
/// </summary>
/// <param name="pairs">Functional codes whose money has one economic code (科目对应).</param>
internal sealed class BasicSpending(IReadOnlyList<KeyValuePair<string, string>> pairs)
{
    private const string Lines = "预算支出", Function = "功能科目", Economic = "经济科目", Category = "支出类别";

    private static readonly string[] Basic = ["基本支出", "人员类", "公用经费"];

    /// <summary>The lines.</summary>
    /// <param name="functions">Cells of 一般公共预算支出表.</param>
    /// <param name="economics">Cells of 一般公共预算基本支出表.</param>
    /// <param name="notes">Where what is open goes.</param>
    public IEnumerable<FirstLine> Of(IReadOnlyList<PublishedCell> functions, IReadOnlyList<PublishedCell> economics, DraftNotes notes)
    {
        var byFunction = functions.Where(c => Basic.Contains(c.Of(Dimension.Category))).ToList();
        if (byFunction.Count == 0 || economics.Count == 0)
            return OneTable(byFunction, economics, notes);
        var kinds = byFunction.Select(c => c.Of(Dimension.Category)).Distinct().ToList();
        // Where both tables tell personnel from running costs each kind is solved by itself.
        var isSplit = !kinds.Contains("基本支出") && economics.All(e => kinds.Contains(e.Of(Dimension.Category)));
        return isSplit
            ? kinds.SelectMany(k => Solve([.. byFunction.Where(c => c.Of(Dimension.Category) == k)], [.. economics.Where(e => e.Of(Dimension.Category) == k)], notes))
            : Solve(byFunction, economics, notes);
    }

    private List<FirstLine> Solve(IReadOnlyList<PublishedCell> byFunction, IReadOnlyList<PublishedCell> economics, DraftNotes notes)
    {
        var functions = byFunction.GroupBy(c => c.Of(Dimension.Function) ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(c => c.Fen), StringComparer.Ordinal);
        var rest = economics.Select(e => (Code: e.Of(Dimension.Economic), Kind: Kind(e), e.Fen)).ToList();
        var lines = new List<FirstLine>();
        // Printed figures are rounded, each by half a step at most.
        var gap = functions.Values.Sum() - rest.Sum(e => e.Fen);
        if (Math.Abs(gap) > DraftNotes.RoundingFen * (byFunction.Count + economics.Count))
            notes.Problems.Add($"基本支出：按功能科目的合计与按经济科目的合计相差 {Yuan(Math.Abs(gap))} 元，请核对。");
        foreach (var (function, economic) in pairs)
        {
            if (!functions.TryGetValue(function, out var fen) || functions.Count == 1)
                continue;
            var at = rest.FindIndex(e => e.Code == economic && e.Fen >= fen);
            if (at < 0)
                continue;
            lines.Add(Line(function, rest[at].Code, rest[at].Kind, fen));
            notes.Inferred.Add($"{function} 的 {Yuan(fen)} 元记在经济科目 {economic}：两个科目相对应，表上没有明写。");
            rest[at] = rest[at] with { Fen = rest[at].Fen - fen };
            functions.Remove(function);
        }

        // An amount that stands once on each side is the same money.
        foreach (var (function, fen) in functions.Count > 1 ? [.. functions] : Array.Empty<KeyValuePair<string, long>>())
        {
            if (functions.Values.Count(v => v == fen) != 1 || rest.Where(e => e.Fen == fen).ToList() is not [var same])
                continue;
            lines.Add(Line(function, same.Code, same.Kind, fen));
            notes.Inferred.Add($"{function} 的 {Yuan(fen)} 元记在经济科目 {same.Code}：两张表里只有它们金额相等。");
            rest.Remove(same);
            functions.Remove(function);
        }

        rest.RemoveAll(e => e.Fen == 0);
        if (functions.Count == 1)
            lines.AddRange(rest.Select(e => Line(functions.Keys.Single(), e.Code, e.Kind, e.Fen)));
        else if (rest.Count == 1)
            lines.AddRange(functions.Select(f => Line(f.Key, rest[0].Code, rest[0].Kind, f.Value)));
        else if (rest.Count > 0)
        {
            lines.AddRange(rest.Select(e => Line(null, e.Code, e.Kind, e.Fen)));
            notes.Open.Add(new OpenPoint(Lines, Function, rest.Count, $"这 {rest.Count} 个经济科目共 {Yuan(rest.Sum(e => e.Fen))} 元，分属 {string.Join('、', functions.Select(f => $"{f.Key}（{Yuan(f.Value)} 元）"))}；公开的表上分不出哪个归哪个，请逐条选。"));
        }

        return lines;
    }

    private static List<FirstLine> OneTable(List<PublishedCell> functions, IReadOnlyList<PublishedCell> economics, DraftNotes notes)
    {
        if (economics.Count > 0)
        {
            notes.Open.Add(new OpenPoint(Lines, Function, economics.Count, "没有读到一般公共预算支出表，基本支出的功能科目请逐条选。"));
            return [.. economics.Select(e => Line(null, e.Of(Dimension.Economic), Kind(e), e.Fen))];
        }

        if (functions.Count > 0)
            notes.Open.Add(new OpenPoint(Lines, Economic, functions.Count, "没有读到一般公共预算基本支出表，基本支出的经济科目请逐条拆分。"));
        if (functions.Exists(f => Kind(f) is null))
            notes.Open.Add(new OpenPoint(Lines, Category, functions.Count(f => Kind(f) is null), "表上没有分人员经费和公用经费。"));
        return [.. functions.Select(f => Line(f.Of(Dimension.Function), null, Kind(f), f.Fen))];
    }

    private static string? Kind(PublishedCell cell) => cell.Of(Dimension.Category) is "人员类" or "公用经费" ? cell.Of(Dimension.Category) : null;

    private static FirstLine Line(string? function, string? economic, string? kind, long fen) =>
        new(kind switch { "人员类" => FirstProjects.Personnel, "公用经费" => FirstProjects.Running, _ => null }, kind, string.IsNullOrEmpty(function) ? null : function, economic, "一般公共预算", null, fen);

    private static string Yuan(long fen) => (fen / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}
