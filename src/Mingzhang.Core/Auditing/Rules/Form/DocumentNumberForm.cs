using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>文号写法：机关代字、六角括号括入的年份、顺序号连在一起；顺序号不误作年份。</summary>
public sealed partial class DocumentNumberForm : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0309", "发文字号由机关代字、年份、发文顺序号组成，年份用六角括号〔〕括入，不拆开、不误写", "GB/T 9704—2012《党政机关公文格式》");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var (section, text, at) in PrintedWords.Passages(context.Disclosure).Concat(context.Disclosure.Performance.SelectMany(f => f.Fields.Select(x => new Passage($"{f.Form} {f.Project}".Trim(), x.Value, f.At)))))
        {
            foreach (Match torn in Torn().Matches(text))
                yield return Found(context, section, text, torn, at, "文号拆开了：机关代字应与年份、顺序号连写，只用一层括号。", $"{torn.Groups["organ"].Value}〔{torn.Groups["year"].Value}〕{torn.Groups["number"].Value}号");
            foreach (Match doubtful in YearAsNumber().Matches(text))
                yield return Found(context, section, text, doubtful, at, $"文号的顺序号“{doubtful.Groups["number"].Value}”像是年份，请核对文件原件。", null);
        }
    }

    private Finding Found(RuleContext context, string section, string text, Match match, Figures.Place at, string message, string? expected) =>
        this.Warning(FindingKind.Code, message) with
        {
            Section = section,
            Quote = PrintedWords.Around(text, match.Index, match.Length),
            Printed = match.Value.Trim(),
            Expected = expected,
            At = PrintedWords.PlaceOf(context.Disclosure, match.Value, at),
        };

    [GeneratedRegex("(?:的?(?:通知|意见|办法|规定|方案))?(?<organ>[\\u4e00-\\u9fff]{2,5})[（(] ?[【〔\\[] ?(?<year>20[0-9]{2}) ?[】〕\\]] ?(?<number>[0-9]{1,4}) ?号 ?[）)]")]
    private static partial Regex Torn();

    [GeneratedRegex("[\\u4e00-\\u9fff]{2,6}[【〔\\[] ?(?<year>(19|20)[0-9]{2}) ?[】〕\\]] ?(?<number>20[0-2][0-9]) ?号")]
    private static partial Regex YearAsNumber();
}
