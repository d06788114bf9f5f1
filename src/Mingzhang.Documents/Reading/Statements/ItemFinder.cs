using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>Finds the fixed items of a side row by row: of items with one label the next in the order of the form is meant.</summary>
/// <param name="rows">The items.</param>
internal sealed class ItemFinder(ItemRows rows)
{
    private int _next;

    /// <summary>The item a label stands for; null when it is none.</summary>
    public FormItem? Find(string label)
    {
        for (var i = 0; i < rows.Items.Count; i++)
        {
            var at = (_next + i) % rows.Items.Count;
            if (!RowNames.Same(rows.Items[at], label))
                continue;
            _next = at + 1;
            return rows.Items[at];
        }

        return null;
    }
}
