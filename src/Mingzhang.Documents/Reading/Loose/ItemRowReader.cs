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
    private readonly ItemTrack[] _tracks;
    private readonly string _headers;

    private readonly PrintedColumns _printed;
    private readonly int[] _trackOfSide;

    public ItemRowReader(Form form, PrintedColumns printed)
    {
        _printed = printed;
        _headers = string.Join('|', form.Sides.SelectMany(s => s.Columns).SelectMany(c => c.Header.Parts).Select(NameText.Normal));
        _trackOfSide = TracksOf(form);
        _tracks = [.. form.Sides.Where(s => s.Rows is ItemRows).Select(s => new ItemTrack(s, ((ItemRows)s.Rows).Items))];
    }

    /// <summary>The rows, side by side, in the order of the form.</summary>
    public List<LooseRow> Read(IReadOnlyList<LooseLine> lines)
    {
        var beam = new ItemBeam(new ItemState { Next = new int[_tracks.Length], Open = new OpenLabel?[_tracks.Length] });
        var moves = new ItemMoves(_tracks, beam);
        var firstValue = lines.TakeWhile(l => !l.HasFigure || l.Tokens.All(t => t.Figure is null || t.IsDigits)).Count();
        for (var at = 0; at < lines.Count; at++)
        {
            foreach (var state in beam.States)
                state.LineTrack = -1;
            foreach (var token in lines[at].Tokens)
            {
                var word = new ItemWord(token, _tracks, at < firstValue ? _headers : null) { Track = TrackOf(token), IsAboveRows = at < firstValue - 1 };
                foreach (var state in beam.States)
                    moves.Take(state, word);
                beam.Advance();
            }
        }

        var best = beam.States.MaxBy(s => s.Score - s.Open.Sum(o => o?.Abandoned ?? 0));
        return Rows(best?.Trace);
    }

    private static int[] TracksOf(Form form)
    {
        var track = 0;
        return [.. form.Sides.Select(s => s.Rows is ItemRows ? track++ : -1)];
    }

    private int TrackOf(LooseToken token) => token.IsValue && _printed.SideOf(token) is >= 0 and var side ? _trackOfSide[side] : -1;

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
}
