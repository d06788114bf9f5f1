namespace Mingzhang.Documents.Reading.Loose;

/// <summary>The ways to take one word or number: amount, start or rest of a label, or nothing of the table's rows.</summary>
internal sealed class ItemMoves(IReadOnlyList<ItemTrack> tracks, ItemBeam beam)
{
    private const int MostLabelsInAWord = 4;

    /// <summary>Offers every way to take a word after a state.</summary>
    public void Take(ItemState state, ItemWord word)
    {
        if (word.IsValue)
            TakeValue(word.Track < 0 ? state : OnTrack(state, word.Track), word.Token);
        if (word.IsCode)
            StartCoded(state, word.Token);
        if (word.IsValue)
            return;
        // Pieces of a header put together may read like a label; the label itself comes further below.
        if (!(word.IsHeader && word.IsAboveRows))
            Consume(state, word.Token, word.Normal, 0);
        // Words of no row: headers, titles, units. Headers above the rows may read like labels, in pieces too.
        var skipped = state.Score - (word.IsHeader ? 0 : 2 + word.Token.Text.Length);
        if (beam.Wants(skipped))
            beam.Offer(state with { Score = skipped });
        TakeUnknown(state, word);
    }

    // Where the place of a number tells its side, it belongs to the row last named there.
    private static ItemState OnTrack(ItemState state, int track) => state.Track == track || state.Next[track] == 0
        ? state
        : state with { Track = track, Item = state.Next[track] - 1, Values = 0 };

    private void TakeValue(ItemState state, LooseToken token)
    {
        if (state.Track < 0)
        {
            beam.Offer(state with { Score = state.Score - 20 });
            return;
        }

        var track = tracks[state.Track];
        var most = state.Item < 0 ? 8 : track.Columns + (track.HasLineNumbers ? 1 : 0);
        if (state.Values >= most && state.Item >= 0)
            GoBeside(state, token);
        var cost = state.Values < most || token.IsDash ? 0 : 12;
        beam.Offer(state with
        {
            Score = state.Score - cost,
            Values = state.Values + 1,
            Trace = new ItemStep(state.Track, state.Item, state.Trace, token, ItemStepKind.Value),
        });
    }

    // A label begun on the line above has its amounts in the middle of its lines, behind those of the row beside it.
    private void GoBeside(ItemState state, LooseToken token)
    {
        for (var t = 0; t < tracks.Count; t++)
        {
            if (t == state.Track || state.Open[t] is not { } open || open.Item != state.Next[t] - 1)
                continue;
            beam.Offer(state with
            {
                Track = t,
                Item = open.Item,
                Values = 1,
                Score = state.Score - 2,
                Trace = new ItemStep(t, open.Item, state.Trace, token, ItemStepKind.Value),
            });
        }
    }

    // A label that starts with its code, as “201 一般公共服务支出”.
    private void StartCoded(ItemState state, LooseToken token)
    {
        for (var t = 0; t < tracks.Count; t++)
        {
            var items = tracks[t].Items;
            for (var i = state.Next[t]; i < items.Count; i++)
            {
                if (items[i].Code == token.Text && items[i].Label.StartsWith(token.Text, StringComparison.Ordinal))
                    beam.Offer(Begin(state, t, i, new OpenLabel(i, tracks[t].Labels[i][0], token.Text.Length), token, state.Score + 8 - Begun(state, t, i)));
            }
        }
    }

    // A word may end one label and hold others.
    private void Consume(ItemState state, LooseToken token, string text, int depth)
    {
        for (var t = 0; t < tracks.Count; t++)
        {
            if (state.Open[t] is not { } open)
                continue;
            if (text.StartsWith(open.Rest, StringComparison.Ordinal))
            {
                var left = text[open.Rest.Length..];
                GoOn(Continue(state, t, open, null, open.Rest.Length, Without(token, left)), token, left, depth);
            }
            else if (open.Rest.StartsWith(text, StringComparison.Ordinal))
            {
                var still = open with { Rest = open.Rest[text.Length..], Matched = open.Matched + text.Length };
                beam.Offer(Continue(state, t, open, still, text.Length, token));
            }
        }

        for (var t = 0; t < tracks.Count; t++)
        {
            foreach (var match in tracks[t].Matches(text))
            {
                if (match.Item < state.Next[t])
                    continue;
                var score = state.Score + match.Gain - Begun(state, t, match.Item);
                if (match.Left.Length == 0 && !beam.Wants(score))
                    continue;
                var open = match.Rest is { } rest ? new OpenLabel(match.Item, rest, match.Gain / 2) : null;
                GoOn(Begin(state, t, match.Item, open, Without(token, match.Left), score), token, match.Left, depth);
            }
        }
    }

    private void GoOn(ItemState state, LooseToken token, string left, int depth)
    {
        if (left.Length == 0)
            beam.Offer(state);
        else if (depth < MostLabelsInAWord)
            Consume(state, token with { Text = left }, left, depth + 1);
    }

    private static LooseToken Without(LooseToken token, string left) => left.Length == 0 ? token : token with { Text = token.Text[..^left.Length] };

    private static ItemState Continue(ItemState state, int t, OpenLabel open, OpenLabel? still, int matched, LooseToken token) => state with
    {
        Open = state.OpenWith(t, still),
        Track = t,
        Item = open.Item,
        Values = state.Track == t && state.Item == open.Item ? state.Values : 0,
        Score = state.Score + (matched * 2) + (still is null ? 3 : 0),
        Trace = new ItemStep(t, open.Item, state.Trace, token, ItemStepKind.Rest),
    };

    private static ItemState Begin(ItemState state, int t, int i, OpenLabel? open, LooseToken token, int score) =>
        new()
        {
            Next = state.NextWith(t, i + 1),
            Open = state.OpenWith(t, open),
            Track = t,
            Item = i,
            LineTrack = t,
            Score = score,
            Trace = new ItemStep(t, i, state.Trace, token, ItemStepKind.Start),
        };

    // What it costs to begin an item: those left out, a step back to the left, a label left unfinished.
    private static int Begun(ItemState state, int t, int i) =>
        i - state.Next[t] + (state.LineTrack >= t ? 2 : 0) + (state.Open[t]?.Abandoned ?? 0);

    // A label that no form knows may still carry a number; which side it is on its own words tell.
    private void TakeUnknown(ItemState state, ItemWord word)
    {
        var length = word.Token.Text.Length;
        var more = state.Score - 2 - length;
        if (state is { Track: >= 0, Item: -1, Values: 0 } && beam.Wants(more))
        {
            beam.Offer(state with
            {
                Score = more,
                Trace = new ItemStep(state.Track, -1, state.Trace, word.Token, ItemStepKind.Rest),
            });
        }

        for (var t = 0; t < tracks.Count; t++)
        {
            var score = state.Score - 3 - length - (state.LineTrack >= t ? 2 : 0);
            if (!word.NamesSide[t] || !beam.Wants(score))
                continue;
            beam.Offer(state with
            {
                Track = t,
                Item = -1,
                Values = 0,
                LineTrack = t,
                Score = score,
                Trace = new ItemStep(t, -1, state.Trace, word.Token, ItemStepKind.Start),
            });
        }
    }
}
