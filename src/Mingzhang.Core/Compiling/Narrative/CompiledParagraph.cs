namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>A compiled paragraph and what was filled into it (编出的段落).</summary>
/// <param name="Section">Path of headings, joined by “/”.</param>
/// <param name="Text">The paragraph.</param>
/// <param name="Values">Numbers filled in, in order; those within words that a person gave are not among them.</param>
/// <param name="Words">Stretches that a person gave: start and length.</param>
public sealed record CompiledParagraph(string Section, string Text, IReadOnlyList<FilledValue> Values, IReadOnlyList<(int Start, int Length)> Words);

/// <summary>What a number filled in is (填入的数).</summary>
public enum FilledKind
{
    /// <summary>金额.</summary>
    Amount,

    /// <summary>增减额.</summary>
    Change,

    /// <summary>增减幅度.</summary>
    Rate,

    /// <summary>占比.</summary>
    Share,

    /// <summary>完成率.</summary>
    Completion,
}

/// <summary>A number filled in.</summary>
/// <param name="Name">Name of the figure.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The number as printed; never negative for changes.</param>
/// <param name="Unit">Unit as printed.</param>
/// <param name="Start">Where it stands in the paragraph.</param>
public sealed record FilledValue(string Name, FilledKind Kind, decimal Value, string Unit, int Start);
