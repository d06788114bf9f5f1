using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// Puts codes and amounts together again where a table was pulled out column by column (逐列抽出的表): codes keep their order, rows of
/// amounts keep theirs, and both are as many. Whether they belong together is not guessed: every parent must be the sum of its
/// children in every column, else the rows stay as they were found.
/// </summary>
internal static class PartedColumns
{
    /// <summary>Joins rows that have codes only with rows that have amounts only.</summary>
    /// <param name="rows">The rows of a table by code, in printed order; changed where they can be joined.</param>
    /// <param name="columns">Number of amount columns.</param>
    /// <param name="names">Names of codes.</param>
    /// <returns>Whether rows were joined.</returns>
    public static bool Join(List<LooseRow> rows, int columns, IReadOnlyDictionary<string, string> names)
    {
        if (!rows.Exists(r => r is { Key.Length: 0, Values.Count: > 0 }) || !rows.Exists(r => r is { Key.Length: > 0, Values.Count: 0 }))
            return false;
        var total = rows.Find(r => r.Level == 0 && !r.IsPlainKey);
        var coded = rows.Where(r => r.Key.Length > 0 && !ReferenceEquals(r, total)).OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        var amounts = rows.Where(r => r.Values.Count > 0 && !ReferenceEquals(r, total)).Select(r => r.Values.ToList()).ToList();
        // The last code may share its line with amounts of the first: whole rows only can be told apart.
        if (coded.Count != amounts.Count || amounts.Exists(v => v.Count != columns || v.Exists(t => t.Figure is null)) || coded.Select(r => r.Key).Distinct(StringComparer.Ordinal).Count() != coded.Count)
            return false;
        var values = new Dictionary<string, List<LooseToken>>(StringComparer.Ordinal);
        for (var i = 0; i < coded.Count; i++)
            values[coded[i].Key] = amounts[i];
        if (!Holds(values, columns))
            return false;
        var words = NameText.Normal(string.Concat(rows.SelectMany(r => r.Words).Select(w => w.Text)));
        foreach (var row in coded)
        {
            row.Values.Clear();
            row.Values.AddRange(values[row.Key]);
            row.Words.Clear();
            row.Name = names.TryGetValue(row.Key, out var name) && words.Contains(NameText.Normal(name), StringComparison.Ordinal) ? name : "";
        }

        var first = total is not null && ReferenceEquals(rows[0], total);
        rows.Clear();
        rows.AddRange(coded);
        if (total is not null)
            rows.Insert(first ? 0 : rows.Count, total);
        return true;
    }

    // Enough parents with several children: one sum may hold by chance.
    private static bool Holds(Dictionary<string, List<LooseToken>> values, int columns)
    {
        var checks = 0;
        foreach (var (code, own) in values)
        {
            var children = values.Where(v => v.Key.Length == code.Length + 2 && v.Key.StartsWith(code, StringComparison.Ordinal)).Select(v => v.Value).ToList();
            if (children.Count == 0)
                continue;
            for (var c = 0; c < columns; c++)
            {
                var sum = children.Sum(v => v[c].Figure!.Value.Value);
                if (Math.Abs(sum - own[c].Figure!.Value.Value) > 0.01m * children.Count)
                    return false;
            }

            checks++;
        }

        return checks >= 2;
    }
}
