using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>One slip with all the cells it touches, while the search goes on.</summary>
internal sealed class Cause
{
    private Cause(IReadOnlyList<(int Figure, FigureNode? After)> changes, bool decided, SlipKind slip, int cost) =>
        (Changes, Decided, Slip, Cost) = (changes, decided, slip, cost);

    /// <summary>The cells and what they should hold; null when the value is not known.</summary>
    internal IReadOnlyList<(int Figure, FigureNode? After)> Changes { get; }

    internal bool Decided { get; }

    internal SlipKind Slip { get; }

    internal int Cost { get; }

    /// <summary>Other figures that would do as well, the likelier first.</summary>
    internal List<Correction> Alternatives { get; } = [];

    internal static Cause Of(SystemState state, Candidate candidate) =>
        new([(candidate.Figure, candidate.Expected is { } value ? state.Node(candidate.Figure).Holding(value) : null)], candidate.Decided, candidate.Slip, candidate.Cost);

    internal static Cause Of(CellSlip slip) =>
        new([.. slip.Changes.Select(c => (c.Figure, (FigureNode?)c.After))], true, slip.Slip, slip.Cost);

    /// <summary>A figure found by trial beside others: supported by the relations that give it this value.</summary>
    internal static Cause Of(int figure, FigureNode after, SlipKind slip, int votes, int newlyBroken) =>
        Of(new Candidate(figure, after.Value, true, slip, votes, newlyBroken, 0), after);

    internal bool Concerns(int figure) => Changes.Any(c => c.Figure == figure);

    internal void Apply(SystemState state)
    {
        foreach (var (figure, after) in Changes)
        {
            if (after is { } node)
                state.Set(figure, node);
        }
    }

    /// <summary>Its corrections, against the state before it is applied.</summary>
    internal List<Correction> Corrections(SystemState state, bool sure) =>
        [.. Changes.Select(c => new Correction(c.Figure, state.Node(c.Figure).Amount, c.After?.Amount, sure && Decided && c.After is not null))];

    private static Cause Of(Candidate candidate, FigureNode after) =>
        new([(candidate.Figure, after)], candidate.Decided, candidate.Slip, candidate.Cost);
}
