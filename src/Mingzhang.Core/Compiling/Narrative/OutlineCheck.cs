using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Whether every name an outline uses is known (提纲检查), so that a misspelt one is told before anything is compiled.</summary>
public static class OutlineCheck
{
    private static readonly string[] Ordinals = ["一", "1", "(1)"];

    /// <summary>What is wrong, each with the text it stands in.</summary>
    public static IEnumerable<(string At, string Message)> Faults(NarrativeOutline outline)
    {
        foreach (var list in outline.Lists.Values)
        {
            foreach (var name in list.Figures.Append(list.Whole).OfType<string>().Where(n => !IsFigure(outline, n)))
                yield return (list.Text.Text, $"清单“{list.Name}”用了“{name}”，“数”里没有。");
            if (list.Records is { } records && !LedgerItems.Names.Contains(records))
                yield return (list.Text.Text, $"清单“{list.Name}”的记录“{records}”不认识，可以是：{string.Join('、', LedgerItems.Names)}。");
            foreach (var fault in Slots(outline, list.Text, inList: true))
                yield return fault;
        }

        foreach (var text in outline.Styles.Values.SelectMany(s => s.Cases.Values))
        {
            foreach (var token in text.Tokens.Where(t => t.IsSlot && !ComparisonWriter.Slots.Contains(t.Text) && !OutlineFacts.Words.Contains(t.Text)))
                yield return (text.Text, $"“{{{token.Text}}}”不认识，比较里可以写：{string.Join('、', ComparisonWriter.Slots.Concat(OutlineFacts.Words))}。");
        }

        foreach (var style in outline.Styles.Values.Where(s => s.Near is { } near && !outline.Styles.ContainsKey(near)))
            yield return (style.Cases["增加"].Text, $"“{style.Name}”的“相近”写的是“{style.Near}”，“比较”里没有。");
        foreach (var fault in outline.Sections.SelectMany(s => Faults(outline, s)))
            yield return fault;
    }

    private static IEnumerable<(string At, string Message)> Faults(NarrativeOutline outline, OutlineBlock block)
    {
        var faults = Conditions(outline, block.When);
        switch (block)
        {
            case OutlineSection section:
                return faults.Concat(Slots(outline, section.Title, false)).Concat(section.Blocks.SelectMany(b => Faults(outline, b)));
            case OutlineItems items:
                if (!outline.Lists.ContainsKey(items.List))
                    faults = faults.Append((items.List, $"“逐项”的“{items.List}”在“清单”里没有。"));
                return items.Otherwise is { } otherwise ? faults.Concat(Slots(outline, otherwise, false)) : faults;
            default:
                return faults.Concat(((OutlineParagraph)block).Pieces.SelectMany(p => Conditions(outline, p.When).Concat(Slots(outline, p.Text, false))));
        }
    }

    private static IEnumerable<(string At, string Message)> Conditions(NarrativeOutline outline, IReadOnlyList<OutlineCondition> conditions) =>
        from c in conditions
        where c.IsFact ? !OutlineFacts.Facts.Contains(c.Name) : !IsFigure(outline, c.Name) && !outline.Lists.ContainsKey(c.Name) && !LedgerItems.Names.Contains(c.Name)
        select (c.Name, $"条件里的“{c.Name}”不认识。");

    private static IEnumerable<(string At, string Message)> Slots(NarrativeOutline outline, OutlineText text, bool inList) =>
        from token in text.Tokens
        where token.IsSlot && !IsSlot(outline, token.Words, inList)
        select (text.Text, $"“{{{token.Text}}}”不认识：请检查名称，或在“数”“清单”“比较”里补上。");

    // Fields of items are known only where a list is filled; a test compiles every list.
    private static bool IsSlot(NarrativeOutline outline, string[] words, bool inList) => words switch
    {
        [var one] => inList || Ordinals.Contains(one) || OutlineFacts.Words.Contains(one) || IsFigure(outline, one),
        ["占比", var part, var whole] => IsFigure(outline, part) && IsFigure(outline, whole),
        ["列", var list] => outline.Lists.ContainsKey(list),
        ["待填", _] => true,
        ["说明", var topic] => Remark.Topics.Contains(topic),
        ["增减", var name] => IsFigure(outline, name) && IsCompared(name, "") && outline.Styles.ContainsKey("增减"),
        ["增减", var name, var style] => IsFigure(outline, name) && outline.Styles.TryGetValue(style, out var found) && IsCompared(name, found.Suffix),
        ["完成", var outturn, var budget, .. var rest] => (inList || (IsFigure(outline, outturn) && IsFigure(outline, budget)))
            && outline.Styles.ContainsKey(rest.Length > 0 ? rest[0] : "完成") && (rest.Length < 2 || Remark.Topics.Contains(rest[1])),
        _ => false,
    };

    private static bool IsCompared(string name, string suffix) => Comparative.Items.Contains(name + suffix);

    private static bool IsFigure(NarrativeOutline outline, string name) => outline.Figures.ContainsKey(name) || LedgerFigures.Names.Contains(name);
}
