using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>没有留下样表的提示语：“列明”“补充解释”“部门（单位）”“××”“___”一类都已换成实际内容。</summary>
public sealed partial class TemplateWords : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0202", "样表的提示语、占位符（列明、据实填写、部门（单位）、××、___）都已换成实际内容");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var (section, text, at) in PrintedWords.Passages(context.Disclosure))
        {
            // A whole sentence that tells the writer what to do is no wording of a report under any reading.
            foreach (Match order in Order().Matches(text))
            {
                yield return this.Error(FindingKind.Placeholder, $"“{order.Value}”是样表的填写要求，应换成实际内容或删去。") with
                {
                    Section = section,
                    Quote = PrintedWords.Around(text, order.Index, order.Length),
                    Printed = order.Value,
                    At = PrintedWords.PlaceOf(context.Disclosure, order.Value, at),
                };
            }

            foreach (var (match, what) in Instruction().Matches(Order().Replace(text, m => new string('。', m.Length))).Select(m => (m, "是样表的提示语"))
                .Concat(AfterName().Matches(text).Select(m => (m, "是样表里机构名称的代称，机构名称已写，应删去")))
                .Concat(Blank().Matches(text).Select(m => (m, "是样表的占位符，没有换成实际内容"))))
            {
                yield return this.Warning(FindingKind.Placeholder, $"“{match.Value}”{what}。") with
                {
                    Section = section,
                    Quote = PrintedWords.Around(text, match.Index, match.Length),
                    Printed = match.Value,
                    At = PrintedWords.PlaceOf(context.Disclosure, match.Value, at),
                };
            }
        }
    }

    [GeneratedRegex("[（(][^（）()]{0,30}请(据实|如实|按照?|根据|依据|结合)[^（）()]{0,30}(填写|说明|解释|描述)[）)]|[（(]仅有一个单位的[^（）()]{0,40}[）)]|(?<=[。）)]|^)(请)?(根据|按照|结合)(本|各)?(部门|单位)[^。]{0,24}(补充|自行)(解释|填写|说明)。")]
    private static partial Regex Order();

    [GeneratedRegex("列明(?!的|了|各|在)|请(据实|如实|按|根据|依据|在此)[^。，）)]{0,14}(填|说明|解释)|(据实|自行|如实)(填写|填列|补充)|补充解释|(?<=[）)、])其他专用名词(?=。?$)|此处(填写|说明|应)|如有请|（?不涉及的?(可|请)?删除）?|（可(删除|选)）|应(当)?(逐项)?说明具体(原因|内容)|[（(]列示至[^（）()]{2,10}单位[）)]|(?<=[。）])[（(][^（）()。]{4,50}(数量|金额|情况)等[）)]")]
    private static partial Regex Instruction();

    [GeneratedRegex("(?<=[局委办院厅会所校社团]|中心)(部门（单位）|部门\\(单位\\)|（部门）（单位）|单位（部门）)")]
    private static partial Regex AfterName();

    [GeneratedRegex("[×xX＊*]{2,}(?=年|月|日|万元|元|个|人|局|部门|单位|项目|%|次)|[_＿]{2,}|（(部门|单位|机构)名称）|【[^】]{0,12}(填写|名称|金额)[^】]{0,12}】|〔××〕")]
    private static partial Regex Blank();
}
