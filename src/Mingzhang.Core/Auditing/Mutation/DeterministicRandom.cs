namespace Mingzhang.Core.Auditing.Mutation;

/// <summary>Numbers that look random and are the same on every machine for the same seed (SplitMix64, Steele, Lea and Flood, 2014).</summary>
/// <param name="seed">Any number.</param>
public sealed class DeterministicRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The next number from 0 to <paramref name="below"/> − 1.</summary>
    /// <param name="below">At least 1.</param>
    public int Next(int below)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);
        _state += 0x9E3779B97F4A7C15UL;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return (int)((z ^ (z >> 31)) % (ulong)below);
    }
}
