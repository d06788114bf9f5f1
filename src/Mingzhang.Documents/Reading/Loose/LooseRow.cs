using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>A row whose amounts have no columns yet.</summary>
internal sealed class LooseRow
{
    public required FormSide Side { get; init; }

    /// <summary>Key without the side's prefix.</summary>
    public required string Key { get; set; }

    /// <summary>Label as printed.</summary>
    public string Name { get; set; } = "";

    public int Level { get; set; }

    /// <summary>Whether the key stands without the side's prefix.</summary>
    public bool IsPlainKey { get; init; }

    /// <summary>Line on which its code or total is printed; -1 where it has neither.</summary>
    public int Line { get; init; } = -1;

    /// <summary>Words of its cells and name, in printed order.</summary>
    public List<LooseToken> Words { get; } = [];

    /// <summary>Amounts and dashes in printed order.</summary>
    public List<LooseToken> Values { get; } = [];

    /// <summary>For each value the first amount column it may stand in, as words printed before it tell.</summary>
    public List<int> FirstColumn { get; } = [];

    /// <summary>For each value the last amount column it may stand in.</summary>
    public List<int> LastColumn { get; } = [];

    /// <summary>Text cells.</summary>
    public List<(FormColumn Column, string Text, LooseToken At)> Texts { get; } = [];

    public string FullKey => IsPlainKey ? Key : Side.KeyPrefix + Key;
}
