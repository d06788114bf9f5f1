using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// Finds the fixed rows of one, two or three sides printed beside each other. The words come row by row, each label
/// perhaps broken over lines and mixed with its neighbours'; on every side the labels come in the form's order.
/// A beam search takes each word as the start or the rest of a label, and each number for the row last named.
/// </summary>
internal sealed class ItemRowReader
{
    private const int Width = 150;
    private readonly ItemTrack[] _tracks;
    private readonly Dictionary<(int Track, string Text), LabelMatch[]> _matches = [];

    private readonly string _headers;

    public ItemRowReader(Form form)
    {
        _headers = string.Join('|', form.Sides.SelectMany(s => s.Columns).SelectMany(c => c.Header.Parts).Select(NameText.Normal));
        _tracks = [.. form.Sides.Where(s => s.Rows is ItemRows).Select(s => new ItemTrack(s, ((ItemRows)s.Rows).Items))];
    }

    /// <summary>The rows, side by side, in the order of the form.</summary>
    public List<LooseRow> Read(IReadOnlyList<LooseLine> lines)
    {
        var beam = new List<State> { new(new int[_tracks.Length], new Open?[_tracks.Length], -1, -1, null, 0, 0) };
        var firstValue = lines.TakeWhile(l => !l.HasFigure || l.Tokens.All(t => t.Figure is null || t.IsDigits)).Count();
        for (var at = 0; at < lines.Count; at++)
        {
            var line = lines[at];
            var isFirst = true;
            foreach (var token in line.Tokens)
            {
                var next = new Dictionary<string, State>(StringComparer.Ordinal);
                foreach (var state in beam)
                {
                    foreach (var after in After(isFirst ? state with { LineTrack = -1 } : state, token, at < firstValue))
                    {
                        var key = after.Key();
                        if (!next.TryGetValue(key, out var known) || known.Score < after.Score)
                            next[key] = after;
                    }
                }

                beam = [.. next.Values.OrderByDescending(s => s.Score).Take(Width)];
                isFirst = false;
            }
        }

        var best = beam.MaxBy(s => s.Score - s.Open.Sum(o => o is null ? 0 : Abandoned(o)));
        return Rows(best?.Trace);
    }

    private IEnumerable<State> After(State state, LooseToken token, bool isAbove)
    {
        if (token.IsValue)
        {
            if (state.Track >= 0)
            {
                var most = state.Item < 0 ? 8 : _tracks[state.Track].Columns + (_tracks[state.Track].HasLineNumbers ? 1 : 0);
                var cost = token.IsDash ? 0 : state.Values < most ? 0 : 12;
                yield return state with
                {
                    Score = state.Score - cost,
                    Values = state.Values + 1,
                    Trace = new ItemStep(state.Track, state.Item, state.Trace, token, ItemStepKind.Value),
                };
            }
            else
            {
                yield return state with { Score = state.Score - 20 };
            }
        }

        if (token is { IsDigits: true, Text.Length: 3 })
        {
            foreach (var after in StartCoded(state, token))
                yield return after;
        }

        if (token.IsValue)
            yield break;
        foreach (var after in Consume(state, token, NameText.Normal(token.Text), 0))
            yield return after;
        // Words of no row: headers, titles, units. Headers above the rows may read like labels, in pieces too.
        var isHeader = isAbove && _headers.Contains(NameText.Normal(token.Text), StringComparison.Ordinal);
        yield return state with { Score = state.Score - (isHeader ? 0 : 2 + token.Text.Length) };
        foreach (var after in Unknown(state, token))
            yield return after;
    }

    // A label that starts with its code, as “201 一般公共服务支出”.
    private IEnumerable<State> StartCoded(State state, LooseToken token)
    {
        for (var t = 0; t < _tracks.Length; t++)
        {
            var items = _tracks[t].Items;
            for (var i = state.Next[t]; i < items.Count; i++)
            {
                if (items[i].Code == token.Text && items[i].Label.StartsWith(token.Text, StringComparison.Ordinal))
                    yield return Begin(state, t, i, new Open(i, _tracks[t].Labels[i][0], token.Text.Length), token, 8);
            }
        }
    }

    private IEnumerable<State> Consume(State state, LooseToken token, string text, int depth)
    {
        for (var t = 0; t < _tracks.Length; t++)
        {
            if (state.Open[t] is { } open && Continue(state, t, open, token, text) is { } rest)
            {
                if (rest.Left.Length == 0)
                    yield return rest.State;
                else if (depth < 4)
                    foreach (var deeper in Consume(rest.State, token with { Text = rest.Left }, rest.Left, depth + 1))
                        yield return deeper;
            }
        }

        for (var t = 0; t < _tracks.Length; t++)
        {
            foreach (var match in Matches(t, text))
            {
                if (match.Item < state.Next[t])
                    continue;
                var open = match.Rest is { } rest ? new Open(match.Item, rest, match.Gain / 2) : null;
                var after = Begin(state, t, match.Item, open, token with { Text = token.Text[..^match.Left.Length] }, match.Gain);
                if (match.Left.Length == 0)
                    yield return after;
                else if (depth < 4)
                    foreach (var deeper in Consume(after, token with { Text = match.Left }, match.Left, depth + 1))
                        yield return deeper;
            }
        }
    }

    private LabelMatch[] Matches(int track, string text)
    {
        if (!_matches.TryGetValue((track, text), out var known))
            _matches[(track, text)] = known = [.. _tracks[track].Matches(text)];
        return known;
    }

    private static (State State, string Left)? Continue(State state, int t, Open open, LooseToken token, string text)
    {
        Open? still;
        string left;
        int matched;
        if (text.StartsWith(open.Rest, StringComparison.Ordinal))
            (still, left, matched) = (null, text[open.Rest.Length..], open.Rest.Length);
        else if (open.Rest.StartsWith(text, StringComparison.Ordinal))
            (still, left, matched) = (open with { Rest = open.Rest[text.Length..], Matched = open.Matched + text.Length }, "", text.Length);
        else
            return null;
        var step = new ItemStep(t, open.Item, state.Trace, token with { Text = token.Text[..^left.Length] }, ItemStepKind.Rest);
        return (state with
        {
            Open = With(state.Open, t, still),
            Track = t,
            Item = open.Item,
            Values = state.Track == t && state.Item == open.Item ? state.Values : 0,
            Score = state.Score + (matched * 2) + (still is null ? 3 : 0),
            Trace = step,
        }, left);
    }

    private static State Begin(State state, int t, int i, Open? open, LooseToken token, int gain)
    {
        var skipped = i - state.Next[t];
        var back = state.LineTrack >= t ? 2 : 0;
        var lost = state.Open[t] is { } old ? Abandoned(old) : 0;
        var next = (int[])state.Next.Clone();
        next[t] = i + 1;
        return new State(
            next, With(state.Open, t, open), t, i, new ItemStep(t, i, state.Trace, token, ItemStepKind.Start), 0, state.Score + gain - skipped - back - lost)
        {
            LineTrack = t,
        };
    }

    // A label that no form knows may still carry a number; which side it is on its own words tell.
    private IEnumerable<State> Unknown(State state, LooseToken token)
    {
        if (state is { Track: >= 0, Item: -1, Values: 0 })
        {
            yield return state with
            {
                Score = state.Score - 2 - token.Text.Length,
                Trace = new ItemStep(state.Track, -1, state.Trace, token, ItemStepKind.Rest),
            };
        }

        for (var t = 0; t < _tracks.Length; t++)
        {
            if (t > 0 && !_tracks[t].Side.Name.Split('性')[0].Any(token.Text.Contains))
                continue;
            yield return state with
            {
                Track = t,
                Item = -1,
                Values = 0,
                LineTrack = t,
                Score = state.Score - 3 - token.Text.Length - (state.LineTrack >= t ? 2 : 0),
                Trace = new ItemStep(t, -1, state.Trace, token, ItemStepKind.Start),
            };
        }
    }

    private static int Abandoned(Open open) => (open.Matched * 2) + 4;

    private static Open?[] With(Open?[] open, int t, Open? value)
    {
        var copy = (Open?[])open.Clone();
        copy[t] = value;
        return copy;
    }

    private List<LooseRow> Rows(ItemStep? trace)
    {
        var steps = new List<ItemStep>();
        for (var step = trace; step is not null; step = step.Before)
            steps.Add(step);
        steps.Reverse();
        var rows = new List<(int Track, int Item, LooseRow Row)>();
        foreach (var step in steps)
        {
            if (step.Kind == ItemStepKind.Start)
                rows.Add((step.Track, step.Item, NewRow(step)));
            var row = rows.FindLast(r => r.Track == step.Track && r.Item == step.Item).Row;
            if (step.Kind == ItemStepKind.Value)
                row.Values.Add(step.Token!);
            else
                row.Words.Add(step.Token!);
        }

        return [.. rows.Where(r => r.Item >= 0 || r.Row.Values.Count > 0).OrderBy(r => r.Track).Select(r => Named(r.Row, _tracks[r.Track], r.Item))];
    }

    private LooseRow NewRow(ItemStep step)
    {
        var track = _tracks[step.Track];
        var coded = step.Item >= 0 && track.Items[step.Item] is { Code: { } code } item && item.Label.StartsWith(code, StringComparison.Ordinal);
        return new LooseRow
        {
            Side = track.Side,
            Key = coded ? track.Items[step.Item].Code! : "",
            IsPlainKey = coded,
            Level = step.Item < 0 ? 1 : track.Items[step.Item].Level,
        };
    }

    private static LooseRow Named(LooseRow row, ItemTrack track, int item)
    {
        row.Name = TextFlow.Join(row.Words.Where(w => !row.IsPlainKey || !w.IsDigits).Select(w => w.Text));
        if (!row.IsPlainKey)
            row.Key = Labels.Bare(row.Name);
        // The number of the line (行次) is printed before the amounts.
        if (track.HasLineNumbers && item >= 0 && row.Values.Count > 0 && row.Values[0].IsDigits && (row.Values.Count > track.Columns || row.Values[0].Text.Length <= 2))
            row.Values.RemoveAt(0);
        return row;
    }

    private sealed record Open(int Item, string Rest, int Matched);

    private sealed record State(int[] Next, Open?[] Open, int Track, int Item, ItemStep? Trace, int Values, int Score)
    {
        public int LineTrack { get; init; } = -1;

        public string Key() =>
            $"{string.Join(',', Next)}|{string.Join(',', Open.Select(o => o is null ? "" : o.Item + o.Rest))}|{Track}|{Item}|{Values}|{LineTrack}";
    }
}
