using System.Text.RegularExpressions;

namespace Mingzhang.Core.Editions.Matching;

/// <summary>Recognises the title of a table (表名) among the forms of the editions.</summary>
public sealed partial class TitleMatcher
{
    private readonly List<KnownTitle> _titles = [];

    /// <summary>Knows the titles of the given editions.</summary>
    public TitleMatcher(IEnumerable<Edition> editions)
    {
        foreach (var edition in editions)
        {
            foreach (var form in edition.Forms)
            {
                foreach (var title in form.AllTitles.Distinct(StringComparer.Ordinal))
                    _titles.Add(new KnownTitle(Core(title), form, edition));
            }
        }
    }

    /// <summary>The ids of the forms a printed title may stand for, best first; empty when it is none of them.</summary>
    /// <param name="printed">The title with or without agency, year and number.</param>
    public IReadOnlyList<string> Forms(string printed)
    {
        var core = Core(printed);
        if (core.Length < 3)
            return [];
        var exact = _titles.Where(t => t.Title == core).Select(t => t.Form.Id).Distinct(StringComparer.Ordinal).ToList();
        if (exact.Count > 0)
            return exact;
        // What stands before the title proper is the agency; the longest title that ends the line is meant.
        var ends = _titles.Where(t => core.EndsWith(t.Title, StringComparison.Ordinal)).ToList();
        if (ends.Count > 0)
        {
            var longest = ends.Max(t => t.Title.Length);
            return [.. ends.Where(t => t.Title.Length == longest).Select(t => t.Form.Id).Distinct(StringComparer.Ordinal)];
        }

        return
        [
            .. _titles.Select(t => new { t.Form.Id, Score = NameText.Likeness(core, t.Title) })
                .Where(t => t.Score >= 850)
                .OrderByDescending(t => t.Score)
                .Select(t => t.Id)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The title proper as printed, without the agency before it; null when it is no known title.</summary>
    public string? Shown(string printed)
    {
        var core = Core(printed);
        string? best = null;
        foreach (var (title, _, _) in _titles)
        {
            if (core.EndsWith(title, StringComparison.Ordinal) && (best is null || title.Length > best.Length))
                best = title;
        }

        if (best is null)
            return null;
        // Quotes that comparing drops are printed all the same.
        var text = Labels.WithoutSpaces(printed);
        for (var at = text.Length - 1; at >= 0; at--)
        {
            if (Core(text[at..]) != best)
                continue;
            var from = at;
            while (from > 0 && text[from - 1] is '“' or '"' or '”')
                from--;
            // 部门收支总表 is the printed title, whatever stands before 部门.
            if (from >= 2 && text[(from - 2)..from] is "部门" or "单位")
                from -= 2;
            return Stripped(text[from..]);
        }

        return best;
    }

    private static string Stripped(string title) => Trailing().Replace(title.Replace('(', '（').Replace(')', '）'), "");

    /// <summary>A title without number, year, unit of measure and the words 部门/单位 before it.</summary>
    public static string Core(string printed)
    {
        var text = NameText.Normal(printed);
        text = Number().Replace(text, "");
        text = Trailing().Replace(text, "");
        var year = Year().Match(text);
        if (year.Success && year.Index + year.Length < text.Length - 2)
            text = text[(year.Index + year.Length)..];
        return Leading().Replace(text, "");
    }

    /// <summary>The number printed with a title (表5, 表一, 公开05表); null when there is none.</summary>
    public static string? PrintedNumber(string printed)
    {
        var match = Numbered().Match(NameText.Normal(printed));
        return match.Success ? match.Value.Trim('.', '、', '：', '（', '）') : null;
    }

    // The number ends where the digits do, and before the 一 of 一般公共预算 that follows it.
    [GeneratedRegex("^(附?表([0-9]+|[一二三四五六七八九十]+(?!般))(-[0-9]+)?[.、：．]?|公开[0-9]+表|[0-9]{1,2}[.、．]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")]
    private static partial Regex Number();

    [GeneratedRegex("(（?(附?表[0-9一二三四五六七八九十]+|公开[0-9]+表)）?|（单位：.*）|（续）|（(汇总|本级)）)$")]
    private static partial Regex Trailing();

    [GeneratedRegex("20[0-9]{2}(年度|年)")]
    private static partial Regex Year();

    [GeneratedRegex("^(部门|单位|本部门|本单位)+")]
    private static partial Regex Leading();

    [GeneratedRegex("附?表([0-9]+|[一二三四五六七八九十]+(?!般))|公开[0-9]+表")]
    private static partial Regex Numbered();

    private sealed record KnownTitle(string Title, Form Form, Edition Edition);
}
