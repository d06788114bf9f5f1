using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>标题年度正确：各部分、各表标题和编制范围写的年度就是本预算（决算）的年度。</summary>
public sealed partial class TitleYears : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0402", "标题、编制范围中的年度与公开的年度一致，资产截止日在合理的年末");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Disclosure.Facts.Year is not { } year)
            yield break;
        foreach (var (text, at, _) in PrintedWords.Headings(context.Disclosure))
        {
            if (Title().Match(text) is { Success: true } match && Parse(match.Groups["year"].Value) is { } said && said != year)
                yield return Wrong(text, match.Groups["year"].Value, year, text, at);
        }

        foreach (var (section, text, at) in PrintedWords.Passages(context.Disclosure))
        {
            foreach (Match match in Scope().Matches(text))
            {
                if (Parse(match.Groups["year"].Value) is { } said && said != year)
                    yield return Wrong(section, match.Groups["year"].Value, year, PrintedWords.Around(text, match.Index, match.Length, 20), PrintedWords.PlaceOf(context.Disclosure, match.Value, at));
            }

            // A budget shows assets of the last year's end, a final account those of its own.
            foreach (Match match in AssetDay().Matches(text))
            {
                var said = Parse(match.Groups["year"].Value);
                var final = context.Disclosure.Facts.Kind == DisclosureKind.Final;
                if (said == year || (!final && (said == year - 1 || said == year - 2)))
                    continue;
                yield return this.Warning(FindingKind.Year, $"资产的截止日是{said}年，与{year}年度{(final ? "决算" : "预算")}不相称。") with
                {
                    Section = section,
                    Quote = PrintedWords.Around(text, match.Index, match.Length, 16),
                    Printed = match.Groups["year"].Value,
                    Expected = (final ? year : year - 1).ToString(CultureInfo.InvariantCulture),
                    At = PrintedWords.PlaceOf(context.Disclosure, match.Value, at),
                };
            }
        }
    }

    private Finding Wrong(string section, string printed, int year, string quote, Figures.Place at) =>
        this.Error(FindingKind.Year, $"写的是{printed}年，本文件是{year}年度。") with
        {
            Section = section,
            Quote = quote,
            Printed = printed,
            Expected = year.ToString(CultureInfo.InvariantCulture),
            At = at,
        };

    private static int? Parse(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    [GeneratedRegex("^(?!.*[比较与至])[^0-9]{0,40}(表[0-9]+[.、．]?)?[^0-9]{0,30}(?<year>20[0-9]{2})年度?[^0-9]{0,24}((部门|单位)?(预算|决算)(公开|表|情况说明)|收支总表|总表|支出表|支出决算表|收入决算表)(（.*）|\\(.*\\))?$")]
    private static partial Regex Title();

    [GeneratedRegex("(?<year>20[0-9]{2})年度?(部门|单位)(预算|决算)编制范围")]
    private static partial Regex Scope();

    [GeneratedRegex("截[至止](?<year>20[0-9]{2})年12月31日(?=[^。]{0,30}(车辆|资产|设备|房屋))")]
    private static partial Regex AssetDay();
}
