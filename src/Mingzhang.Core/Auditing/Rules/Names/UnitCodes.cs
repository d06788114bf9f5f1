using System.Text.RegularExpressions;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>单位代码与单位名称一一对应：表头、各行同一单位的代码相同，同一代码的名称相同。</summary>
public sealed partial class UnitCodes : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0503", "同一单位在表头和各表的单位代码相同，同一代码的单位名称相同");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        if (BrokenOff(context) is { } broken)
            yield return broken;
        var units = Read(context);
        var agency = AgencyName.Read(context.Disclosure.Facts.Agency);
        foreach (var same in units.GroupBy(u => u.Name))
        {
            var codes = same.CountBy(u => u.Code).OrderByDescending(c => c.Value).ToList();
            foreach (var (code, count) in codes.Skip(1))
            {
                // Another numbering (of another year or system) shares no beginning with this one.
                if (codes[0].Value < 2 * count || !code.StartsWith(codes[0].Key[..Math.Min(3, codes[0].Key.Length)], StringComparison.Ordinal) || code.Length != codes[0].Key.Length)
                    continue;
                var unit = same.First(u => u.Code == code);
                yield return this.Error(FindingKind.Code, $"“{unit.Name}”的单位代码此处是{code}，别处（{codes[0].Value}处）是{codes[0].Key}。") with
                {
                    Statement = unit.Statement,
                    Row = code,
                    Quote = $"[{code}]{unit.Name}",
                    Printed = code,
                    Expected = codes[0].Key,
                    At = unit.At,
                };
            }
        }

        foreach (var same in units.GroupBy(u => u.Code))
        {
            var names = same.CountBy(u => u.Name).OrderByDescending(n => n.Value).ToList();
            foreach (var (name, count) in names.Skip(1))
            {
                // A slip in the agency's own name is told by the rule on its spelling, a wrong code above.
                if (names[0].Value < 2 * count || Nearest.Distance(name, names[0].Key) > 2 || (agency is not null && agency.IsSlip(name[(name.IndexOf(agency.Seat, StringComparison.Ordinal) + agency.Seat.Length)..])))
                    continue;
                var unit = same.First(u => u.Name == name);
                yield return this.Error(FindingKind.Name, $"代码{unit.Code}的单位名称此处是“{name}”，别处（{names[0].Value}处）是“{names[0].Key}”。") with
                {
                    Statement = unit.Statement,
                    Row = unit.Code,
                    Quote = name,
                    Printed = name,
                    Expected = names[0].Key,
                    At = unit.At,
                };
            }
        }
    }

    // The name of a unit that breaks off in the cells of tables: one cause, however many rows it stands in.
    private Finding? BrokenOff(RuleContext context)
    {
        var rows = context.Disclosure.Statements.SelectMany(s => s.Rows.Where(r => UnitCode().IsMatch(r.Key)).Select(r => new { Statement = s, Row = r, Name = Editions.Labels.WithoutSpaces(r.Name) })).ToList();
        var broken = rows.Where(r => CutOwn().IsMatch(r.Name)).ToList();
        if (broken.Count == 0)
            return null;
        var (statement, row, name) = (broken[0].Statement, broken[0].Row, broken[0].Name);
        var whole = name + "级";
        return this.Warning(FindingKind.Name, $"单位名称“{name}”不完整，应为“{whole}”，共{broken.Count}行（{string.Join("、", broken.Select(b => $"《{b.Statement.Title}》").Distinct())}）。") with
        {
            Statement = statement.Title,
            Row = row.Key,
            Quote = $"{row.Key} {name}",
            Printed = name,
            Expected = whole,
            At = row.Cells.Count > 0 ? row.Cells[0].At : statement.At,
        };
    }

    /// <summary>All units printed with their code: in table headings ([056]某某局) and as rows of tables.</summary>
    internal static IReadOnlyList<PrintedUnit> Read(RuleContext context)
    {
        var result = new List<PrintedUnit>();
        var starts = context.Disclosure.Statements.Where(s => s.At.Line is not null).ToList();
        foreach (var text in context.Disclosure.Texts)
        {
            foreach (Match match in Coded().Matches(Editions.Labels.WithoutSpaces(text.Text)))
                result.Add(new PrintedUnit(match.Groups["code"].Value, Bare(match.Groups["name"].Value), starts.LastOrDefault(s => s.At.Line <= text.At.Line)?.Title, text.At));
        }

        foreach (var statement in context.Disclosure.Statements)
        {
            foreach (var row in statement.Rows)
            {
                var name = Bare(Editions.Labels.WithoutSpaces(row.Name));
                if (UnitCode().IsMatch(row.Key) && UnitName().IsMatch(name))
                    result.Add(new PrintedUnit(row.Key, name, statement.Title, row.Cells.Count > 0 ? row.Cells[0].At : statement.At));
            }
        }

        return result;
    }

    // The office itself is one unit of its department under the same name.
    private static string Bare(string name) => Own().Replace(name, "");

    [GeneratedRegex("\\[(?<code>[0-9]{3,12})\\](?<name>[\\u4e00-\\u9fff（）()]{4,40})")]
    private static partial Regex Coded();

    [GeneratedRegex("^[0-9]{3,9}$")]
    private static partial Regex UnitCode();

    [GeneratedRegex("(局|委|委员会|办公室|中心|院|厅|会|所|校|学|队|站|馆|园)$")]
    private static partial Regex UnitName();

    [GeneratedRegex("(局|委|委员会|办公室|院|厅)本$")]
    private static partial Regex CutOwn();

    [GeneratedRegex("([（(]本级[）)]|本级|[（(]机关[）)])$")]
    private static partial Regex Own();
}

/// <summary>A unit as printed with its code (印刷的单位).</summary>
/// <param name="Code">单位代码.</param>
/// <param name="Name">Its name, without 本级 and the like.</param>
/// <param name="Statement">The table it stands in or before; null when there is none.</param>
/// <param name="At">Where it is printed.</param>
internal sealed record PrintedUnit(string Code, string Name, string? Statement, Place At);
