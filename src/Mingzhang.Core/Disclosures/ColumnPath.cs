namespace Mingzhang.Core.Disclosures;

/// <summary>Header path of a column (表头路径), outermost first, as printed without spaces. Equal by its parts.</summary>
public sealed class ColumnPath : IEquatable<ColumnPath>
{
    /// <summary>Makes a path of at least one part.</summary>
    /// <param name="parts">Headers from the outermost to the innermost.</param>
    public ColumnPath(params IReadOnlyList<string> parts)
    {
        if (parts.Count == 0)
            throw new ArgumentException("A column has at least one header.", nameof(parts));
        Parts = parts;
        Text = string.Join('/', parts);
    }

    /// <summary>The headers, outermost first.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>The parts joined by “/”.</summary>
    public string Text { get; }

    /// <summary>The innermost header.</summary>
    public string Leaf => Parts[^1];

    /// <summary>Reads a path written with “/”.</summary>
    public static ColumnPath Parse(string text) => new(text.Split('/'));

    /// <inheritdoc/>
    public bool Equals(ColumnPath? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ColumnPath other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
