using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>What a row is because of the rows above it on its side (上下文).</summary>
/// <param name="items">The fixed items of the side; null when its rows are no items.</param>
internal sealed class RowOrder(ItemRows? items)
{
    private const int ProjectDigits = 15;

    private readonly Stack<string> _open = new();
    private int _next;

    /// <summary>The item a label stands for; of items with one label the next in the order of the form is meant. Null when it is none.</summary>
    public FormItem? Find(string label)
    {
        for (var i = 0; i < items?.Items.Count; i++)
        {
            var at = (_next + i) % items.Items.Count;
            if (!RowNames.Same(items.Items[at], label))
                continue;
            _next = at + 1;
            return items.Items[at];
        }

        return null;
    }

    /// <summary>Depth of a unit, a kind of projects or a project: units nest by their codes, kinds stand under units, projects under either.</summary>
    public int Level(string code)
    {
        while (_open.TryPeek(out var above) && !Holds(above, code))
            _open.Pop();
        _open.Push(code);
        return _open.Count;
    }

    private static bool Holds(string above, string code) =>
        Rank(above) < Rank(code) || (Rank(above) == Rank(code) && Rank(code) < 2 && code.Length > above.Length && code.StartsWith(above, StringComparison.Ordinal));

    // Units have three digits a level; what else is no project is a kind.
    private static int Rank(string code) => code.Length >= ProjectDigits ? 2 : code.Length is 3 or 6 or 9 ? 0 : 1;
}
