using Mingzhang.Core.Auditing.Mutation;

namespace Mingzhang.Generation;

/// <summary>Choices made with a generator of numbers that look random.</summary>
internal static class Chances
{
    /// <summary>True so many times out of a hundred.</summary>
    public static bool Chance(this DeterministicRandom random, int percent) => random.Next(100) < percent;

    /// <summary>A number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public static int Between(this DeterministicRandom random, int low, int high) => low + random.Next(high - low + 1);

    /// <summary>One of the list, which is not empty.</summary>
    public static T Pick<T>(this DeterministicRandom random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>An amount above zero in 分, from a few 分 to some hundred million 元; most have odd 分, so that rounding bites.</summary>
    public static long Fen(this DeterministicRandom random)
    {
        var digits = random.Between(1, 11);
        var fen = 0L;
        for (var i = 0; i < digits; i++)
            fen = (fen * 10) + random.Next(10);
        fen = Math.Max(1, fen);
        return random.Next(10) switch
        {
            // Whole 元, whole hundreds of 元, and exactly half of 0.01 万元, where rounding is least sure.
            0 => fen * 100,
            1 => fen * 10_000 % 100_000_000_000 + 10_000,
            2 => (fen % 1_000_000 * 10_000) + 5_000,
            _ => fen,
        };
    }

    /// <summary>A part of an amount above zero, itself above zero and smaller where that can be.</summary>
    public static long PartOf(this DeterministicRandom random, long fen) => Math.Max(1, fen / 1000 * random.Next(1000));
}
