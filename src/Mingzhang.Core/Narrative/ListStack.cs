namespace Mingzhang.Core.Narrative;

/// <summary>The lists that are open while a sentence is read (列举的层次).</summary>
internal sealed class ListStack
{
    private readonly List<Frame> _frames = [];

    public void Open(AmountClaim? owner, ListKind kind)
    {
        if (owner is null)
            return;
        // “收入包括：… 。支出包括：…”: each list is complete in itself.
        var target = owner.Parts;
        if (owner.Parts.Count > 0 && !_frames.Exists(f => ReferenceEquals(f.Owner, owner)))
        {
            target = [];
            owner.MoreParts.Add(target);
        }

        owner.PartsBy ??= kind;
        _frames.Add(new Frame(owner, target, kind == ListKind.Bracket));
    }

    public void OpenBracket(AmountClaim? owner)
    {
        if (owner is null)
            _frames.Add(new Frame(null, [], true));
        else
            Open(owner, ListKind.Bracket);
    }

    public void CloseBracket()
    {
        var at = _frames.FindLastIndex(f => f.IsBracket);
        if (at >= 0)
            _frames.RemoveRange(at, _frames.Count - at);
    }

    // A semicolon ends what was listed within an item, not the list of items itself.
    public void EndItem()
    {
        if (_frames.Count > 1 && !_frames[^1].IsBracket)
            _frames.RemoveAt(_frames.Count - 1);
    }

    public void Clear() => _frames.Clear();

    public void Add(AmountClaim claim)
    {
        if (_frames.Count == 0 || _frames[^1].Owner is not { } owner || ReferenceEquals(owner, claim))
            return;
        claim.Parent = owner;
        if (SameFigure(owner.Role, claim.Role))
            _frames[^1].Target.Add(claim);
    }

    /// <summary>Whether two roles are the same figure of different things.</summary>
    public static bool SameFigure(AmountRole left, AmountRole right) =>
        left == right || (left is AmountRole.Stated or AmountRole.Outturn && right is AmountRole.Stated or AmountRole.Outturn);

    private sealed record Frame(AmountClaim? Owner, List<AmountClaim> Target, bool IsBracket);
}
