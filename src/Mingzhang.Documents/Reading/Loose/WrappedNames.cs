using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// Gives pieces of names back to their rows (跨行科目名称). A name that wraps stands above and below the line with its code and
/// amounts, so that pieces of neighbouring names follow one another. The names of the classification tell which piece is whose;
/// a printed name is only put together from its own pieces, never replaced: what they do not explain stays where it was.
/// </summary>
internal static class WrappedNames
{
    // More pieces than any two neighbouring names have: what is left is no list of names.
    private const int MostPieces = 40;

    /// <summary>Settles the words of rows with codes.</summary>
    /// <param name="rows">The rows in the order in which they are printed.</param>
    /// <param name="names">Names of codes.</param>
    /// <param name="between">How many rows with right names may stand between two whose pieces are mixed.</param>
    public static void Settle(IReadOnlyList<LooseRow> rows, IReadOnlyDictionary<string, string> names, int between = 0)
    {
        var mixed = new List<(LooseRow Row, string Wanted, int At)>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (!names.TryGetValue(rows[i].Key, out var name))
                Close(keep: between > 0);
            else if (NameText.Normal(name) is var wanted && Words(rows[i].Words) != wanted)
            {
                Close(keep: mixed.Count > 0 && i - mixed[^1].At <= between + 1);
                mixed.Add((rows[i], wanted, i));
            }
        }

        Close(keep: false);

        void Close(bool keep)
        {
            if (keep)
                return;
            if (mixed.Count > 1)
                Share([.. mixed.Select(m => m.Row)], [.. mixed.Select(m => (string?)m.Wanted)], names);
            mixed.Clear();
        }
    }

    private static void Share(List<LooseRow> rows, List<string?> wanted, IReadOnlyDictionary<string, string> names)
    {
        var pieces = rows.SelectMany(r => r.Words).ToList();
        if (AreOverprinted(pieces, wanted))
        {
            foreach (var row in rows.Where(r => r.Words.Count > 0))
            {
                var first = row.Words[0];
                row.Words.Clear();
                row.Words.Add(first with { Text = names[row.Key] });
            }

            return;
        }

        if (pieces.Count is 0 or > MostPieces)
            return;
        var shares = new List<LooseToken>?[rows.Count];
        // Names in one run of pieces first; what is left belongs to names that others part.
        for (var r = 0; r < rows.Count; r++)
            shares[r] = Take(pieces, InOneRun(pieces, wanted[r]!));
        for (var r = 0; r < rows.Count; r++)
            shares[r] ??= Take(pieces, Parted(pieces, 0, wanted[r]!));

        // One row whose name is printed otherwise has what is left; more than one cannot be told apart.
        var open = Array.FindAll(shares, s => s is null).Length;
        if (open > 1 || open == rows.Count || (open == 0) != (pieces.Count == 0))
            return;
        for (var r = 0; r < rows.Count; r++)
        {
            rows[r].Words.Clear();
            rows[r].Words.AddRange(shares[r] ?? pieces);
        }
    }

    // Lines of two cells that were pulled out on top of each other hold the characters of both names, each of them once.
    private static bool AreOverprinted(List<LooseToken> pieces, List<string?> wanted)
    {
        var printed = Words(pieces);
        var names = string.Concat(wanted);
        return printed.Length == names.Length && printed.Order().SequenceEqual(names.Order())
            && wanted.Exists(name => InOneRun(pieces, name!) is null && Parted(pieces, 0, name!) is null);
    }

    private static List<LooseToken>? Take(List<LooseToken> pieces, List<LooseToken>? share)
    {
        share?.ForEach(t => pieces.RemoveAt(pieces.FindIndex(p => ReferenceEquals(p, t))));
        return share;
    }

    private static List<LooseToken>? InOneRun(List<LooseToken> pieces, string name)
    {
        for (var from = 0; from < pieces.Count; from++)
        {
            for (var to = from + 1; to <= pieces.Count; to++)
            {
                var run = pieces.GetRange(from, to - from);
                var words = Words(run);
                if (words == name)
                    return run;
                if (!name.StartsWith(words, StringComparison.Ordinal))
                    break;
            }
        }

        return null;
    }

    private static List<LooseToken>? Parted(List<LooseToken> pieces, int from, string rest)
    {
        if (rest.Length == 0)
            return [];
        for (var i = from; i < pieces.Count; i++)
        {
            var piece = Words([pieces[i]]);
            if (piece.Length > 0 && rest.StartsWith(piece, StringComparison.Ordinal) && Parted(pieces, i + 1, rest[piece.Length..]) is { } further)
                return [pieces[i], .. further];
        }

        return null;
    }

    private static string Words(IEnumerable<LooseToken> tokens) => NameText.Normal(string.Concat(tokens.Select(t => t.Text)));
}
