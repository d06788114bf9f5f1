namespace Mingzhang.Core.Narrative;

/// <summary>Joins lists that run over paragraphs (分段列举): “项目支出 10 万元，其中：” and the items “1、…” behind it.</summary>
public static class ListLinker
{
    /// <summary>Makes the amounts of item paragraphs parts of the amount that announces them.</summary>
    /// <param name="paragraphs">All paragraphs with the section they stand in.</param>
    public static void Link(IReadOnlyList<SectionParagraph> paragraphs)
    {
        var frames = new List<Frame>();
        ParsedParagraph? opener = null;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var (section, paragraph) = paragraphs[i];
            if (i > 0 && paragraphs[i - 1].Section != section)
            {
                frames.Clear();
                opener = null;
            }

            var style = paragraph.Ordinal;
            var known = style.Length == 0 ? -1 : frames.FindIndex(f => f.Style == style);
            if (known >= 0)
                frames.RemoveRange(known + 1, frames.Count - known - 1);
            else if (opener is not null)
                frames.Add(new Frame(style, Heads(opener), opener.Opens!.Value));
            else if (style.Length > 0 || frames.Count == 0 || frames[^1].Style.Length > 0 || !GoesOn(paragraphs[i - 1].Paragraph))
                frames.Clear();
            if (frames.Count > 0)
                Adopt(frames[^1], paragraph);
            opener = paragraph.Opens is null ? null : paragraph;
        }
    }

    // Items without ordinals go on as long as they end with a semicolon.
    private static bool GoesOn(ParsedParagraph before) => before.Text.Text.EndsWith('；');

    private static List<AmountClaim> Heads(ParsedParagraph opener)
    {
        var last = opener.Amounts.LastOrDefault(a => !a.IsAside);
        // “A 1 万元，B 2 万元。具体情况如下：” announces no parts of B.
        if (last is null || (opener.Opens == ListKind.Consists && opener.Amounts.Exists(a => !a.IsAside && a.Sentence == last.Sentence && a.Parent is null && a.Subject != last.Subject)))
            return [];
        return [.. opener.Amounts.Where(a => !a.IsAside && a.Subject == last.Subject)];
    }

    private static void Adopt(Frame frame, ParsedParagraph item)
    {
        var first = item.Amounts.FirstOrDefault(a => !a.IsAside && a.Parent is null);
        var said = new HashSet<AmountClaim>(ReferenceEqualityComparer.Instance);
        var own = item.Amounts.Where(a => !a.IsAside && a.Parent is null && a.Subject == first!.Subject);
        // “用于：职业年金缴费支出。年初预算为 1 万元”: budget and outturn are the item's, whatever words stand before them.
        var others = item.Amounts.Where(a => !a.IsAside && a.Parent is null && a.Subject != first!.Subject && a.Role is AmountRole.InitialBudget or AmountRole.AdjustedBudget or AmountRole.Outturn);
        foreach (var amount in own.Concat(others).ToList())
        {
            if (frame.Heads.Find(h => ListStack.SameFigure(h.Role, amount.Role)) is not { } head)
                continue;
            amount.Parent = head;
            // An item that says its amount twice is one part.
            if (!said.Add(head))
                continue;
            head.Parts.Add(amount);
            head.PartsBy ??= frame.Kind;
        }
    }

    private sealed record Frame(string Style, List<AmountClaim> Heads, ListKind Kind);
}

/// <summary>A paragraph and the section it stands in (段落及其所在的标题).</summary>
/// <param name="Section">Headings.</param>
/// <param name="Paragraph">What it states.</param>
public sealed record SectionParagraph(string Section, ParsedParagraph Paragraph);
