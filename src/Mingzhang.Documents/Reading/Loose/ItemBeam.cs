using System.Runtime.InteropServices;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>The best ways to take the words read so far (beam search); of those that go on alike only the best one.</summary>
internal sealed class ItemBeam
{
    private const int Width = 150;
    private readonly Dictionary<ItemState, int> _places = new(ItemState.GoOnAlike);
    private readonly List<ItemState> _offered = [];
    private long[] _order = [];
    private int _least = int.MinValue;
    private int _nextLook = Width;

    /// <summary>Starts with one way.</summary>
    public ItemBeam(ItemState start) => States = [start];

    /// <summary>The ways, best first.</summary>
    public List<ItemState> States { get; } = [];

    /// <summary>Whether a way of this score may still be one of the best.</summary>
    public bool Wants(int score) => score >= _least;

    /// <summary>Offers a way to take one word more.</summary>
    public void Offer(ItemState state)
    {
        if (!Wants(state.Score))
            return;
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, state, out var isKnown);
        if (!isKnown)
        {
            place = _offered.Count;
            _offered.Add(state);
            if (_offered.Count == _nextLook)
                LookForLeast();
        }
        else if (_offered[place].Score < state.Score)
        {
            _offered[place] = state;
        }
    }

    /// <summary>Goes on with the best of what was offered; among equals with what was offered first.</summary>
    public void Advance()
    {
        var order = Order();
        States.Clear();
        foreach (var entry in order[..Math.Min(Width, order.Length)])
            States.Add(_offered[(int)(entry & int.MaxValue)]);
        _offered.Clear();
        _places.Clear();
        (_least, _nextLook) = (int.MinValue, Width);
    }

    // What is worse than the last of enough others will not be among the best.
    private void LookForLeast()
    {
        _least = _offered[(int)(Order()[Width - 1] & int.MaxValue)].Score;
        _nextLook += Width;
    }

    private Span<long> Order()
    {
        if (_order.Length < _offered.Count)
            _order = new long[_offered.Count * 2];
        var order = _order.AsSpan(0, _offered.Count);
        for (var i = 0; i < order.Length; i++)
            order[i] = ((long)-_offered[i].Score << 32) + i;
        order.Sort();
        return order;
    }
}
