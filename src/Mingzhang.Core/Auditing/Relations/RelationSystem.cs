namespace Mingzhang.Core.Auditing.Relations;

/// <summary>All figures of a document (or of several) and all relations between them, with an index from figures to relations.</summary>
public sealed class RelationSystem
{
    private readonly FigureNode[] _figures;
    private readonly Relation[] _relations;

    // For each figure its relations and its place among their terms, in one run of each array from _start[figure] on.
    private readonly int[] _start;
    private readonly int[] _incident;
    private readonly int[] _position;

    /// <summary>Builds the index, in time and space linear in the number of terms. Arrays are kept as they are and must not change.</summary>
    /// <exception cref="ArgumentException">A term names a figure that is not there.</exception>
    public RelationSystem(IReadOnlyList<FigureNode> figures, IReadOnlyList<Relation> relations)
    {
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(relations);
        _figures = figures as FigureNode[] ?? [.. figures];
        _relations = relations as Relation[] ?? [.. relations];
        _start = new int[_figures.Length + 1];
        foreach (var relation in _relations)
        {
            foreach (var term in relation.Terms)
            {
                if ((uint)term.Figure >= (uint)_figures.Length)
                    throw new ArgumentException($"Rule {relation.Rule} names figure {term.Figure} of {_figures.Length}.", nameof(relations));
                _start[term.Figure + 1]++;
            }
        }

        for (var i = 0; i < _figures.Length; i++)
            _start[i + 1] += _start[i];
        _incident = new int[_start[^1]];
        _position = new int[_start[^1]];
        var next = _start.AsSpan(0, _figures.Length).ToArray();
        for (var r = 0; r < _relations.Length; r++)
        {
            var terms = _relations[r].Terms;
            for (var t = 0; t < terms.Length; t++)
            {
                var at = next[terms[t].Figure]++;
                _incident[at] = r;
                _position[at] = t;
            }
        }
    }

    private RelationSystem(RelationSystem other, FigureNode[] figures) =>
        (_figures, _relations, _start, _incident, _position) = (figures, other._relations, other._start, other._incident, other._position);

    /// <summary>The figures; a figure is named by its index.</summary>
    public IReadOnlyList<FigureNode> Figures => _figures;

    /// <summary>The relations; a relation is named by its index.</summary>
    public IReadOnlyList<Relation> Relations => _relations;

    /// <summary>The relations that contain a figure, ascending.</summary>
    public ReadOnlySpan<int> RelationsOf(int figure) => _incident.AsSpan(_start[figure].._start[figure + 1]);

    /// <summary>Whether at least one relation touches the figure (被勾稽覆盖).</summary>
    public bool IsGuarded(int figure) => _start[figure + 1] > _start[figure];

    /// <summary>The same relations over other figures, sharing the index.</summary>
    /// <exception cref="ArgumentException">The number of figures differs.</exception>
    public RelationSystem WithFigures(IReadOnlyList<FigureNode> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        if (figures.Count != _figures.Length)
            throw new ArgumentException("The number of figures differs.", nameof(figures));
        return new RelationSystem(this, figures as FigureNode[] ?? [.. figures]);
    }

    /// <summary>Judges every relation.</summary>
    public Evaluation Evaluate() => new(new SystemState(this));

    internal ReadOnlySpan<FigureNode> Nodes => _figures;

    internal Relation RelationAt(int relation) => _relations[relation];

    // Aligned with RelationsOf: where among the terms of each relation the figure stands.
    internal ReadOnlySpan<int> PositionsOf(int figure) => _position.AsSpan(_start[figure].._start[figure + 1]);

    // What the figure is multiplied with in the relation; 0 when it does not stand there.
    internal decimal CoefficientOf(int figure, int relation)
    {
        var at = RelationsOf(figure).BinarySearch(relation);
        return at < 0 ? 0m : _relations[relation].Terms[PositionsOf(figure)[at]].Coefficient;
    }
}
