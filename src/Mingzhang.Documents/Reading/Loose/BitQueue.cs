using System.Numerics;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>Small whole numbers waiting, each once, the smallest first.</summary>
/// <param name="size">All are less than this.</param>
internal sealed class BitQueue(int size)
{
    private readonly ulong[] _words = new ulong[(size + 63) / 64];
    private int _first;

    /// <summary>Puts a number in, if it is not waiting yet.</summary>
    public void Add(int number)
    {
        _words[number >> 6] |= 1UL << number;
        _first = Math.Min(_first, number >> 6);
    }

    /// <summary>Takes the smallest number out.</summary>
    public bool TryTake(out int number)
    {
        for (; _first < _words.Length; _first++)
        {
            var word = _words[_first];
            if (word == 0)
                continue;
            _words[_first] = word & (word - 1);
            number = (_first << 6) + BitOperations.TrailingZeroCount(word);
            return true;
        }

        number = -1;
        return false;
    }

    /// <summary>Takes all out.</summary>
    public void Clear() => Array.Clear(_words);
}
