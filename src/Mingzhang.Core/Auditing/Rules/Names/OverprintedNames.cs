namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>
/// Names that were pulled out on top of each other (重叠取出的名称): where the lines of neighbouring cells overlap, a name comes with pieces of
/// the next one inside. Together such rows hold exactly the characters of their right names, which no slip of the hand would.
/// </summary>
internal static class OverprintedNames
{
    private const int MostRows = 6;

    /// <summary>The rows of a table without those whose names are mixed with their neighbours'.</summary>
    /// <param name="rows">Code and printed name, in print order.</param>
    /// <param name="reference">What a code is called, leaving its own printing aside; null when unknown.</param>
    public static IEnumerable<(string Code, PrintedName Printed)> Without(IReadOnlyList<(string Code, PrintedName Printed)> rows, Func<string, PrintedName, string?> reference)
    {
        var mixed = new bool[rows.Count];
        for (var from = 0; from < rows.Count; from++)
        {
            for (var to = from + 1; to < Math.Min(rows.Count, from + MostRows); to++)
            {
                var run = rows.Skip(from).Take(to - from + 1).ToList();
                if (mixed[from] || !run.Exists(IsOther) || !AreMixed(run))
                    continue;
                Array.Fill(mixed, true, from, run.Count);
                break;
            }
        }

        return rows.Where((_, i) => !mixed[i]);

        bool IsOther((string Code, PrintedName Printed) row) => reference(row.Code, row.Printed) is { } name && !DocumentCodes.Same(name, row.Printed.Name);

        bool AreMixed(List<(string Code, PrintedName Printed)> run)
        {
            var names = run.ConvertAll(r => reference(r.Code, r.Printed));
            return names.TrueForAll(n => n is not null) && Characters(names!).SequenceEqual(Characters(run.Select(r => r.Printed.Name)));
        }
    }

    private static IEnumerable<char> Characters(IEnumerable<string> names) => string.Concat(names.Select(n => PrintedWords.PlainBrackets(n))).Order();
}
