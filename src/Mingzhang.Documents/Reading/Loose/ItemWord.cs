using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>A word or number between labels, with what does not depend on how the words before it are taken.</summary>
internal sealed class ItemWord
{
    /// <summary>Looks at a token once.</summary>
    /// <param name="token">The token.</param>
    /// <param name="tracks">The sides.</param>
    /// <param name="headers">Where this word may be a header, all headers of the form; otherwise null.</param>
    public ItemWord(LooseToken token, IReadOnlyList<ItemTrack> tracks, string? headers)
    {
        Token = token;
        IsValue = token.IsValue;
        IsCode = token is { IsDigits: true, Text.Length: 3 };
        Normal = NameText.Normal(token.Text);
        IsHeader = headers?.Contains(Normal, StringComparison.Ordinal) ?? false;
        NamesSide = [.. tracks.Select((track, t) => t == 0 || track.NameCharacters.Any(token.Text.Contains))];
    }

    /// <summary>The token.</summary>
    public LooseToken Token { get; }

    /// <summary>Whether it takes the place of an amount.</summary>
    public bool IsValue { get; }

    /// <summary>The side it is printed on; -1 where its place does not tell.</summary>
    public int Track { get; init; } = -1;

    /// <summary>Whether it may be the code a label starts with.</summary>
    public bool IsCode { get; }

    /// <summary>Its text as names are compared.</summary>
    public string Normal { get; }

    /// <summary>Whether it may be a piece of a header.</summary>
    public bool IsHeader { get; }

    /// <summary>Whether it stands so high that no number printed beside it can be meant.</summary>
    public bool IsAboveRows { get; init; }

    /// <summary>For each side whether a label no form knows may be on it: the first side, or one the word speaks of.</summary>
    public bool[] NamesSide { get; }
}
