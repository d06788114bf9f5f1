namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>An item of a list with its fields (清单的一项).</summary>
/// <param name="Name">What it is called, for gaps and notes.</param>
internal sealed record OutlineItem(string Name)
{
    /// <summary>Fields that are amounts.</summary>
    public Dictionary<string, decimal> Amounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields that are our words: names, counts.</summary>
    public Dictionary<string, string> Texts { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields that a person writes; null for what is still to be supplied.</summary>
    public Dictionary<string, string?> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>Its share in per cent; null where no share is stated.</summary>
    public decimal? Share { get; set; }

    /// <summary>Decimals of the share.</summary>
    public int ShareDecimals { get; set; }

    /// <summary>Its main amount; null for what is no money.</summary>
    public decimal? Amount => Amounts.TryGetValue("金额", out var amount) ? amount : null;
}
