using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Documents.Reading.Sources;
using Mingzhang.Documents.Reading.Statements;

namespace Mingzhang.Documents.Reading;

/// <summary>Kind, agency and year of a document (封面信息), told by its titles; what they do not tell stays unknown.</summary>
internal static partial class CoverFacts
{
    // What a document says of itself counts more than a short name its notes repeat.
    private const int TitleWeight = 50;

    private const int TitleVotes = 4;

    public static DocumentFacts Read(SourceDocument source)
    {
        var years = new Dictionary<int, int>();
        var agencies = new Dictionary<string, int>(StringComparer.Ordinal);
        var budget = 0;
        var final = 0;
        foreach (var line in source.Titles.Where(t => t.Length <= 70).Select(t => new { Text = Labels.WithoutSpaces(t), Weight = TitleWeight }).Concat(Headlines(source).Select(h => new { Text = h, Weight = 1 })))
        {
            var (text, weight) = (line.Text, line.Weight);
            foreach (Match match in Headline().Matches(text))
            {
                // “部门决算” says what the document is, “预算” alone may be a fund or a work it speaks of.
                var weighs = match.Groups["kind"].Length > 2 ? TitleVotes : 1;
                if (match.Groups["kind"].Value.Contains('决'))
                    final += weighs;
                else
                    budget += weighs;
                Count(years, int.Parse(match.Groups["year"].Value, System.Globalization.CultureInfo.InvariantCulture));
                Agency(agencies, match.Groups["before"].Value.Length > 0 ? match.Groups["before"].Value : match.Groups["after"].Value, weight);
            }

            if (Stated().Match(text) is { Success: true } stated)
                Agency(agencies, stated.Groups["name"].Value, 2);
        }

        return new DocumentFacts(
            source.File,
            budget == 0 && final == 0 ? null : final > budget ? DisclosureKind.Final : DisclosureKind.Budget,
            Best(agencies) is { } agency ? Longest(agency, agencies.Keys) : null,
            years.Count == 0 ? null : years.MaxBy(y => y.Value).Key,
            source.Edition,
            source.Pages);
    }

    // Short lines, and the first rows of tables.
    private static IEnumerable<string> Headlines(SourceDocument source)
    {
        foreach (var block in source.Blocks)
        {
            // What a note or a sentence speaks of is not what the document is.
            if (block is TextLine { Text.Length: <= 70 } line && !GridParts.IsNote(line.Text) && !line.Text.EndsWith('。'))
                yield return Labels.WithoutSpaces(line.Text).Trim('#', '*');
            else if (block is SourceGrid grid)
            {
                foreach (var cell in grid.Rows.Take(2).SelectMany(r => r.Cells).Where(c => c.Text.Length is > 4 and < 80))
                    yield return Labels.WithoutSpaces(cell.Text);
            }
        }
    }

    private static void Agency(Dictionary<string, int> agencies, string raw, int weight)
    {
        var name = Prefix().Replace(raw, "");
        name = Suffix().Replace(name, "");
        if (name.Length is >= 4 and <= 30 && AgencyName().IsMatch(name))
            agencies[name] = agencies.GetValueOrDefault(name) + weight;
    }

    private static void Count(Dictionary<int, int> counts, int year)
    {
        if (year is >= 2010 and <= 2040)
            counts[year] = counts.GetValueOrDefault(year) + 1;
    }

    private static string? Best(Dictionary<string, int> agencies) =>
        agencies.Count == 0 ? null : agencies.OrderByDescending(a => a.Value).ThenByDescending(a => a.Key.Length).First().Key;

    // With and without the city in front it is one agency: the full name is wanted.
    private static string Longest(string agency, IEnumerable<string> names) =>
        names.Where(n => n == agency || (n.EndsWith(agency, StringComparison.Ordinal) && Place().IsMatch(n[..^agency.Length]))).MaxBy(n => n.Length) ?? agency;

    [GeneratedRegex("(?<before>[^0-9。，：:]{0,30})(?<year>20[1-3][0-9])年度?(?<after>[^0-9。，：:]{0,30}?)(?<kind>(部门|单位)?预算(?!绩效|数|财政拨款|单位|执行)|(部门|单位)?决算|收支总表)")]
    private static partial Regex Headline();

    [GeneratedRegex("^(部门|单位|编制单位|填报单位|编制部门|填报部门|(预算)?主管部门|部门名称|单位名称)[：:](?<name>[^0-9：:]{4,30}?)(（.*）|\\(.*\\))?(单位[：:].*)?$")]
    private static partial Regex Stated();

    [GeneratedRegex("^(第[一二三四五六七八九十]+部分|附?表[0-9一二三四五六七八九十]*[.、．：]?|附件[0-9]*|关于|纳入|目录|[.、．：])+")]
    private static partial Regex Prefix();

    [GeneratedRegex("^[^纳列属系]*[省市区县旗州]$")]
    private static partial Regex Place();

    [GeneratedRegex("(部门|单位|的|（汇总）|（本级）|关于)+$")]
    private static partial Regex Suffix();

    [GeneratedRegex("(局|委员会|委|办公室|中心|院|校|学校|处|所|队|会|站|馆|政府|厅|部|社|团|公司|园|办)$")]
    private static partial Regex AgencyName();
}
