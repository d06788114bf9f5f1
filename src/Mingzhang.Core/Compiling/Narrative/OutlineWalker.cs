using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Walks an outline (提纲) and writes its paragraphs under numbered headings; a heading under which nothing is said is left out.</summary>
internal sealed class OutlineWalker(SlotFiller slots)
{
    private readonly List<CompiledParagraph> _paragraphs = [];

    /// <summary>All paragraphs in order.</summary>
    public IReadOnlyList<CompiledParagraph> Walk(NarrativeOutline outline)
    {
        var number = 0;
        foreach (var part in outline.Sections)
            number += Section(part, "", 0, number + 1) ? 1 : 0;
        return _paragraphs;
    }

    // Whether anything was said under the heading, so that its number is used.
    private bool Section(OutlineSection section, string above, int level, int number)
    {
        if (!slots.Holds(section.When))
            return false;
        if (section.IsTables)
            return true;
        var path = above + Ordinal(level, number) + slots.Plain(section.Title);
        var before = _paragraphs.Count;
        var inner = 0;
        slots.BeginSection();
        foreach (var block in section.Blocks.Where(b => slots.Holds(b.When)))
        {
            switch (block)
            {
                case OutlineSection child:
                    inner += Section(child, path + "/", level + 1, inner + 1) ? 1 : 0;
                    break;
                case OutlineParagraph paragraph:
                    Add(slots.Paragraph(paragraph, path));
                    break;
                case OutlineItems items:
                    foreach (var paragraph in slots.Items(items, path))
                        Add(paragraph);
                    break;
            }
        }

        return _paragraphs.Count > before;
    }

    private void Add(CompiledParagraph paragraph)
    {
        if (paragraph.Text.Length > 0)
            _paragraphs.Add(paragraph);
    }

    private static string Ordinal(int level, int number) => level switch
    {
        0 => $"第{Labels.Ordinal(number, "二十一、")[..^1]}部分",
        1 => Labels.Ordinal(number, "二十一、"),
        2 => $"（{Labels.Ordinal(number, "二十一、")[..^1]}）",
        _ => $"{number}.",
    };
}
