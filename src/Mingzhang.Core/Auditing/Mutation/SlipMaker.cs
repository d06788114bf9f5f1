using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Mutation;

/// <summary>Makes the slips of the hand that <see cref="Slips"/> recognises, on the figure's text or on two neighbouring cells.</summary>
internal sealed class SlipMaker(RelationSystem system, CellIndex cells, DeterministicRandom random)
{
    private const decimal LargestAmount = 1_000_000_000_000m;

    internal static readonly SlipKind[] Kinds =
    [
        SlipKind.Digit, SlipKind.Transposed, SlipKind.Dropped, SlipKind.Doubled, SlipKind.Sign,
        SlipKind.Unit, SlipKind.Point, SlipKind.Shift, SlipKind.Swap,
    ];

    /// <summary>The cells it changes and what they then hold; null when this slip cannot be made there.</summary>
    internal List<(int Figure, FigureNode After)>? Make(SlipKind kind, int figure)
    {
        var node = system.Nodes[figure];
        if (kind is SlipKind.Shift or SlipKind.Swap)
            return Exchange(figure, node, kind);
        var after = kind switch
        {
            SlipKind.Sign => node with { Value = -node.Value },
            SlipKind.Unit => Math.Abs(node.Value) < LargestAmount / 10_000m ? node with { Value = node.Value * 10_000m } : node,
            SlipKind.Point => Point(node),
            _ => Written(node, kind),
        };
        return after.Value == node.Value ? null : [(figure, after)];
    }

    private List<(int Figure, FigureNode After)>? Exchange(int figure, in FigureNode node, SlipKind kind)
    {
        var step = random.Next(2) == 0 ? 1 : -1;
        var other = kind == SlipKind.Shift ? cells.Beside(figure, 0, step) : cells.Beside(figure, step, 0);
        if (other < 0)
            return null;
        var neighbour = system.Nodes[other];
        if (neighbour.State == FigureState.Unreadable || neighbour.Decimals != node.Decimals || neighbour.Amount == node.Amount)
            return null;
        return [(figure, Filled(node, neighbour)), (other, Filled(neighbour, node))];
    }

    private static FigureNode Filled(in FigureNode cell, in FigureNode content) =>
        cell with { Value = content.Value, PrintedDecimals = content.PrintedDecimals, State = content.State };

    // To the right while decimals are printed, to the left only where the column has room for one more.
    private static FigureNode Point(in FigureNode node)
    {
        if (node.PrintedDecimals > 0)
            return node with { Value = node.Value * 10m, PrintedDecimals = node.PrintedDecimals - 1 };
        return node.PrintedDecimals < node.Decimals ? node with { Value = node.Value / 10m, PrintedDecimals = node.PrintedDecimals + 1 } : node;
    }

    private FigureNode Written(in FigureNode node, SlipKind kind)
    {
        var text = FigureText.Format(Math.Abs(node.Value), node.PrintedDecimals);
        var at = random.Next(text.Length);
        if (text[at] == '.')
            return node;
        var changed = kind switch
        {
            SlipKind.Digit => string.Concat(text.AsSpan(0, at), OtherDigit(text[at]), text.AsSpan(at + 1)),
            SlipKind.Transposed => Transposed(text, at),
            SlipKind.Dropped => text.Remove(at, 1).TrimEnd('.'),
            _ => text.IndexOf('.', StringComparison.Ordinal) is var point && (point < 0 || at < point) ? text.Insert(at, text[at].ToString()) : text,
        };
        if (changed.Length == 0 || (changed.Length > 1 && changed[0] == '0' && changed[1] != '.'))
            return node;
        return FigureText.Parse(changed) is { } figure && figure.Value < LargestAmount
            ? node with { Value = node.Value < 0m ? -figure.Value : figure.Value, PrintedDecimals = figure.Decimals }
            : node;
    }

    private ReadOnlySpan<char> OtherDigit(char digit) => new[] { (char)('0' + ((digit - '0' + 1 + random.Next(9)) % 10)) };

    private static string Transposed(string text, int at)
    {
        var next = at + 1 < text.Length && text[at + 1] == '.' ? at + 2 : at + 1;
        if (next >= text.Length)
            return text;
        var digits = text.ToCharArray();
        (digits[at], digits[next]) = (digits[next], digits[at]);
        return new string(digits);
    }
}
