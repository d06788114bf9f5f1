using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>部分标题齐全：目录列出的“第几部分”正文都有，同级标题的编号方式一致。</summary>
public sealed class PartHeadings : IDisclosureRule
{
    private static readonly string[] Numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0101", "目录列出的各部分正文都有，各部分标题的编号连续、方式一致", "《地方预决算公开操作规程》财预〔2016〕143号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var contents = ContentsList.Read(context.Disclosure);
        var body = PrintedWords.Headings(context.Disclosure).Where(h => h.Index >= contents.BodyFrom).ToList();
        var labels = body.Select(h => Number(h.Text)).Where(n => n > 0).ToHashSet();
        if (labels.Count < 2)
            yield break;
        var last = Math.Max(labels.Max(), contents.Parts.Count == 0 ? 0 : contents.Parts.Max(p => Number(p.Label)));
        for (var n = 1; n < last; n++)
        {
            if (labels.Contains(n) || (contents.Parts.Count == 0 && n < labels.Min()))
                continue;
            var listed = contents.Parts.FirstOrDefault(p => Number(p.Label) == n);
            var title = listed is null ? null : body.OrderByDescending(h => NameText.Likeness(NameText.Normal(h.Text), NameText.Normal(listed.Title))).ThenBy(h => h.Text.Length).First();
            yield return this.Warning(FindingKind.Missing, $"正文没有“第{Numbers[n - 1]}部分”的标题{(listed is null ? "，编号不连续" : $"，目录列有“{listed.Label} {listed.Title}”")}。") with
            {
                Section = title?.Text ?? $"第{Numbers[n - 1]}部分",
                Quote = title?.Text,
                Expected = listed is null ? $"第{Numbers[n - 1]}部分" : $"{listed.Label} {listed.Title}",
                At = title?.At ?? Figures.Place.Unknown,
            };
        }

        // The glossary is a part of its own; numbered as a chapter of the part before it, it is out of order.
        var glossary = body.FirstOrDefault(h => ContentsList.Chapter().IsMatch(h.Text) && h.Text.EndsWith("、名词解释", StringComparison.Ordinal));
        if (glossary is not null && labels.Count >= 3 && !labels.Contains(labels.Max() + 1) && !body.Exists(h => Number(h.Text) > 0 && h.Text.EndsWith("名词解释", StringComparison.Ordinal)))
        {
            yield return this.Warning(FindingKind.Other, $"“{glossary.Text}”与各部分同级，却按章编号；其他部分都标“第几部分”。") with
            {
                Section = glossary.Text,
                Quote = glossary.Text,
                Printed = glossary.Text,
                Expected = $"第{Numbers[Math.Min(labels.Max(), 8)]}部分 名词解释",
                At = glossary.At,
            };
        }
    }

    private static int Number(string text)
    {
        var label = ContentsList.PartLabel().Match(text);
        if (!label.Success)
            return 0;
        var number = label.Value[1..^2];
        return int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : Array.IndexOf(Numbers, number) + 1;
    }
}
