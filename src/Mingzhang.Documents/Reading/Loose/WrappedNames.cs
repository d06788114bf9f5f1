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
    public static void Settle(IReadOnlyList<LooseRow> rows, IReadOnlyDictionary<string, string> names)
    {
        var wanted = rows.Select(r => names.TryGetValue(r.Key, out var name) ? NameText.Normal(name) : null).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            var from = i;
            while (i < rows.Count && wanted[i] is { } name && Words(rows[i].Words) != name)
                i++;
            if (i - from > 1)
                Share([.. rows.Skip(from).Take(i - from)], wanted.GetRange(from, i - from));
        }
    }

    private static void Share(List<LooseRow> rows, List<string?> wanted)
    {
        var pieces = rows.SelectMany(r => r.Words).ToList();
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
