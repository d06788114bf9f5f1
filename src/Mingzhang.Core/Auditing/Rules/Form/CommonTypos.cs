namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>没有常见的错别字：形近、音近而误的字。</summary>
public sealed class CommonTypos : IDisclosureRule
{
    // Pairs that have only one right spelling in this kind of text; words that are right somewhere else do not belong here.
    private static readonly (string Wrong, string Right)[] Pairs =
    [
        ("士地", "土地"), ("己经", "已经"), ("以经", "已经"), ("期未", "期末"), ("帐户", "账户"), ("帐务", "账务"), ("按排", "安排"), ("按装", "安装"),
        ("拔款", "拨款"), ("拔付", "拨付"), ("划拔", "划拨"), ("特技教师", "特级教师"), ("予算", "预算"), ("预祘", "预算"), ("决祘", "决算"), ("其它收人", "其他收入"), ("收人总", "收入总"),
        ("布署", "部署"), ("复盖", "覆盖"), ("既使", "即使"), ("迳行", "径行"), ("修膳", "修缮"), ("薄记", "簿记"), ("坚苦", "艰苦"), ("侯诊", "候诊"), ("增加持平", "持平"), ("减少持平", "持平"), ("主要用扶", "主要用于扶"), ("政府部分应", "政府部门应"), ("好质量发展", "高质量发展"), ("出决算数", "支出决算数"), ("入决算数", "收入决算数"),
    ];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0306", "没有常见的错别字（如“拔款”“年未”“士地”）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var (section, text, at) in PrintedWords.Passages(context.Disclosure).Concat(Fields(context)))
        {
            foreach (var (wrong, right) in Pairs)
            {
                // “支出决算” holds “出决算”: only what is left of the right word is wrong.
                var found = text.IndexOf(wrong, StringComparison.Ordinal);
                while (found >= 0 && right.EndsWith(wrong, StringComparison.Ordinal) && text[..found].EndsWith(right[..^wrong.Length], StringComparison.Ordinal))
                    found = text.IndexOf(wrong, found + 1, StringComparison.Ordinal);
                if (found < 0)
                    continue;
                yield return this.Warning(FindingKind.Other, $"“{wrong}”应为“{right}”。") with
                {
                    Section = section,
                    Quote = PrintedWords.Around(text, found, wrong.Length),
                    Printed = wrong,
                    Expected = right,
                    At = PrintedWords.PlaceOf(context.Disclosure, PrintedWords.Around(text, found, wrong.Length, 4), at),
                };
            }
        }
    }

    private static IEnumerable<Passage> Fields(RuleContext context) =>
        context.Disclosure.Performance.SelectMany(f => f.Fields.Select(field => new Passage($"{f.Form} {f.Project}", field.Value, f.At)));
}
