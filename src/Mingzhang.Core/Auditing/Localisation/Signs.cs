using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>
/// Which figures may be negative (可以为负的数). Amounts of a disclosure are not, but for balances and changes, whose columns show it by
/// printing negatives: elsewhere a value below zero is never proposed as the right one.
/// </summary>
internal sealed class Signs
{
    private readonly HashSet<(int Table, int Column)> _negative = [];

    internal Signs(RelationSystem system)
    {
        foreach (ref readonly var node in system.Nodes)
        {
            if (node.Amount < 0m)
                _negative.Add((node.Table, node.Column));
        }
    }

    /// <summary>Whether the cell may hold a negative number.</summary>
    internal bool MayBeNegative(in FigureNode node) => node.Table < 0 || _negative.Contains((node.Table, node.Column));
}
