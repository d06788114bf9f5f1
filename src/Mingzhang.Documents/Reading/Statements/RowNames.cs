using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>Labels of rows as documents print them.</summary>
internal static class RowNames
{
    /// <summary>Whether the label is that of a grand total.</summary>
    public static bool IsTotal(string label) => Labels.Bare(label) is "合计" or "总计" or "共计";

    /// <summary>Whether the text is the label of a fixed item, ordinals and spaces aside.</summary>
    public static bool Same(FormItem item, string text)
    {
        if (text.Length < 2)
            return false;
        var label = NameText.Normal(Labels.Bare(text));
        return label == NameText.Normal(Labels.Bare(item.Label)) || item.Aliases.Any(a => NameText.Normal(a) == label);
    }
}
