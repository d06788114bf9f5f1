using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>条款句末有句号：同一组条款中其他各条都以句号结束的，每一条都以句号结束。</summary>
public sealed partial class ItemsWithoutStop : IDisclosureRule
{
    private const int FewestItems = 5;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0305", "同一组条款句末标点一致，不缺句号");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var section in context.Disclosure.Narrative.GroupBy(p => p.Section))
        {
            var items = section.Where(p => Item().IsMatch(p.Text.TrimStart())).ToList();
            if (items.Count < FewestItems)
                continue;
            // The last item often ends without one on purpose.
            var open = items.Where(p => char.IsLetter(p.Text.TrimEnd()[^1])).ToList();
            if (open is not [var odd] || ReferenceEquals(odd, items[^1]) || items.Count(p => p.Text.TrimEnd().EndsWith('。')) < items.Count - 1)
                continue;
            var text = odd.Text.TrimEnd();
            yield return this.Warning(FindingKind.Other, "本条句末缺句号，其他各条都有。") with
            {
                Section = odd.Section,
                Row = Item().Match(odd.Text.TrimStart()).Value.TrimEnd('.', '、', '．', ' '),
                Quote = PrintedWords.Around(text, text.Length - 1, 1, 24),
                Printed = text[^Math.Min(6, text.Length)..],
                Expected = text[^Math.Min(6, text.Length)..] + "。",
                At = PrintedWords.PlaceOf(context.Disclosure, text[..Math.Min(12, text.Length)], odd.At),
            };
        }
    }

    [GeneratedRegex("^([0-9]{1,2} ?[.、．]|[（(][一二三四五六七八九十0-9]{1,3}[）)]|第[一二三四五六七八九十]+条)")]
    private static partial Regex Item();
}
