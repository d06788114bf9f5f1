using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>Puts the parts of a disclosure in order: narrative under its headings, the tables in the part that it leaves to them.</summary>
public static partial class DocumentLayout
{
    /// <summary>Lays a disclosure out.</summary>
    /// <param name="disclosure">The disclosure.</param>
    /// <param name="editions">All editions.</param>
    public static PrintedDocument Of(Disclosure disclosure, IReadOnlyList<Edition> editions)
    {
        var (edition, statements) = EditionChooser.Choose(disclosure, editions);
        return Of(disclosure, edition, statements);
    }

    /// <summary>Lays a disclosure out whose statements are bound to their forms already.</summary>
    /// <param name="disclosure">The disclosure.</param>
    /// <param name="edition">Its edition; null where none is known.</param>
    /// <param name="statements">Its statements, in order.</param>
    public static PrintedDocument Of(Disclosure disclosure, Edition? edition, IReadOnlyList<BoundStatement> statements)
    {
        var tables = statements.Select(TableLayout.Of).Select(t => (PrintedBlock)new TableBlock(t)).ToList();
        var forms = disclosure.Performance.Select(f => (PrintedBlock)new FormBlock(FormLayout.Of(f, disclosure.Facts, edition))).ToList();
        var title = Title(disclosure.Facts, IsOfUnit(disclosure));
        var charts = ChartLayout.Of(disclosure).ToList();
        var used = disclosure.Narrative.Select(p => PartOf(p.Section)).Where(n => n > 0).ToHashSet();
        var free = Enumerable.Range(1, used.Count + 1).First(n => !used.Contains(n));
        var blocks = new List<PrintedBlock>();
        var path = Array.Empty<string>();
        var placed = false;
        for (var p = 0; p < disclosure.Narrative.Count; p++)
        {
            var paragraph = disclosure.Narrative[p];
            if (!placed && PartOf(paragraph.Section) > free)
            {
                Place();
                path = [];
            }

            path = Headings(paragraph.Section, path, blocks);
            blocks.Add(new TextBlock(paragraph.Text));
            if (p + 1 == disclosure.Narrative.Count || disclosure.Narrative[p + 1].Section != paragraph.Section)
                Draw(paragraph.Section);
        }

        if (!placed)
            Place();
        // The final accounts carry their self-evaluation as an annex; a budget its goals with the tables.
        if (disclosure.Facts.Kind == DisclosureKind.Final && forms.Count > 0)
        {
            blocks.Add(new HeadingBlock(1, Part(Math.Max(free, used.DefaultIfEmpty(0).Max()) + 1) + "附件"));
            blocks.AddRange(forms);
        }

        return new PrintedDocument(title, disclosure.Facts, blocks) { Gaps = Draft.Gaps(disclosure) };

        // A chart stands under the section that explains it, or after the tables where none does.
        void Draw(string section)
        {
            if (charts.FirstOrDefault(c => ChartLayout.StandsUnder(c, section)) is not { } chart)
                return;
            charts.Remove(chart);
            blocks.Add(new ChartBlock(chart));
        }

        void Place()
        {
            placed = true;
            // A document of forms alone has no parts.
            if (disclosure.Facts.Title is null && (tables.Count > 0 || forms.Count > 0))
                blocks.Add(new HeadingBlock(1, $"{Part(free)}{disclosure.Facts.Agency}{title}表"));
            blocks.AddRange(tables);
            foreach (var chart in charts.Where(c => !disclosure.Narrative.Any(p => ChartLayout.StandsUnder(c, p.Section))).ToList())
                Draw(chart.Section);
            if (disclosure.Facts.Kind != DisclosureKind.Final)
                blocks.AddRange(forms);
        }
    }

    // A unit's document calls itself so in the heading of its narrative; the cover says the same.
    private static bool IsOfUnit(Disclosure disclosure) =>
        disclosure.Narrative.Any(p => p.Section.Contains("单位预算情况说明", StringComparison.Ordinal) || p.Section.Contains("单位决算情况说明", StringComparison.Ordinal));

    // The title without the agency: 2023年部门预算, 2024年度部门决算, 2025年单位预算.
    private static string Title(DocumentFacts facts, bool isOfUnit)
    {
        var whose = isOfUnit ? "单位" : "部门";
        var year = facts.Year?.ToString(CultureInfo.InvariantCulture);
        return facts.Kind switch
        {
            DisclosureKind.Budget => year is null ? whose + "预算" : $"{year}年{whose}预算",
            DisclosureKind.Final => year is null ? whose + "决算" : $"{year}年度{whose}决算",
            _ => facts.Title is { } given ? given : year is null ? "预决算公开" : $"{year}年预决算公开",
        };
    }

    // A heading for each part of the path that is not open yet; one that closes its sections is printed again.
    private static string[] Headings(string section, string[] open, List<PrintedBlock> blocks)
    {
        string[] path = section.Length == 0 ? [] : section.Split('/');
        var same = 0;
        while (same < path.Length && same < open.Length && path[same] == open[same])
            same++;
        if (same == path.Length && open.Length > same && same > 0)
            same--;
        for (var level = same; level < path.Length; level++)
            blocks.Add(new HeadingBlock(level + 1, path[level]));
        return path;
    }

    private static int PartOf(string section) =>
        PartHeading().Match(section) is { Success: true } match ? Digits.IndexOf(match.Groups[1].Value, StringComparison.Ordinal) + 1 : 0;

    private static string Part(int number) => $"第{Labels.Ordinal(number, "二十一、")[..^1]}部分";

    private const string Digits = "一二三四五六七八九十";

    [GeneratedRegex("^第([一二三四五六七八九十])部分")]
    private static partial Regex PartHeading();
}
