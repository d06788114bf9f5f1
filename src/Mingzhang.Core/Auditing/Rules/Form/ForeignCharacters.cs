using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>行文用规范汉字：不夹繁体字和外文虚词。</summary>
public sealed partial class ForeignCharacters : IDisclosureRule
{
    // Each has one simplified form; characters that are also in use today (乾, 後 as a name) are left out.
    private const string Traditional = "學國會費預單醫療資產總開關業務應經過對與為門個區縣鄉鎮傳導據實際體檢測評價險補貼稅財購設備採審計劃項報編製辦";
    private const string Simplified = "学国会费预单医疗资产总开关业务应经过对与为门个区县乡镇传导据实际体检测评价险补贴税财购设备采审计划项报编制办";

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0307", "行文用规范汉字，不夹繁体字和外文虚词（如“and”）", "《国家通用语言文字法》");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var passages = PrintedWords.Passages(context.Disclosure).ToList();
        // A text in traditional characters throughout (of Hong Kong, Macau) is no slip.
        if (passages.Sum(p => p.Text.Count(c => Traditional.Contains(c, StringComparison.Ordinal))) > 20)
            yield break;
        var fields = context.Disclosure.Performance.SelectMany(f => f.Fields.Select(x => new Passage($"{f.Form} {f.Project}".Trim(), x.Value, f.At)));
        foreach (var (section, text, at) in passages.Concat(fields))
        {
            for (var i = 0; i < text.Length; i++)
            {
                var known = Traditional.IndexOf(text[i], StringComparison.Ordinal);
                if (known >= 0)
                    yield return Found(context, section, text, i, 1, at, Simplified[known].ToString(), $"“{text[i]}”是繁体字，应为“{Simplified[known]}”。");
            }

            foreach (Match word in Latin().Matches(text))
                yield return Found(context, section, text, word.Index, word.Length, at, "和", $"中文里夹着外文“{word.Value.Trim()}”，请改用中文。");
        }
    }

    private Finding Found(RuleContext context, string section, string text, int at, int length, Figures.Place place, string right, string message)
    {
        var quote = PrintedWords.Around(text, at, length);
        return this.Warning(FindingKind.Other, message) with
        {
            Section = section,
            Quote = quote,
            Printed = text.Substring(at, length).Trim(),
            Expected = right,
            At = PrintedWords.PlaceOf(context.Disclosure, PrintedWords.Around(text, at, length, 5), place),
        };
    }

    [GeneratedRegex("(?<=[\\u4e00-\\u9fff，、；] ?)(?:and|or|the|of|with|for) ?(?=[\\u4e00-\\u9fff])", RegexOptions.IgnoreCase)]
    private static partial Regex Latin();
}
