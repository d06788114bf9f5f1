using Mingzhang.Data.Workbench;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Drafting;

/// <summary>A cell in which two versions of a draft differ (版本差异).</summary>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Record">The record in words.</param>
/// <param name="Column">Its column; null for a record that only one version has.</param>
/// <param name="Before">What the earlier version says; null when it lacks the record.</param>
/// <param name="After">What the later one says; likewise.</param>
internal sealed record VersionDifference(string Sheet, string Record, string? Column, string? Before, string? After);

/// <summary>Compares two versions cell by cell (逐格比对版本).</summary>
internal static class VersionComparison
{
    /// <summary>All differences in the order of the sheets.</summary>
    public static IReadOnlyList<VersionDifference> Between(IReadOnlyList<DraftRecord> before, IReadOnlyList<DraftRecord> after, IReadOnlyList<SheetDescription> sheets)
    {
        var differences = new List<VersionDifference>();
        foreach (var sheet in sheets)
        {
            var old = before.Where(r => r.Sheet == sheet.Name).ToList();
            var now = after.Where(r => r.Sheet == sheet.Name).ToList();
            var pairs = Pairs(old, now, sheet);
            foreach (var record in now)
            {
                if (!pairs.TryGetValue(record, out var earlier))
                    differences.Add(new VersionDifference(sheet.Name, Words(record, sheet), null, null, Content(record, sheet)));
                else
                    differences.AddRange(sheet.Fields.Where(f => earlier[f.Name] != record[f.Name]).Select(f => new VersionDifference(sheet.Name, Words(record, sheet), f.Name, earlier[f.Name], record[f.Name])));
            }

            var found = pairs.Values.ToHashSet();
            differences.AddRange(old.Where(r => !found.Contains(r)).Select(r => new VersionDifference(sheet.Name, Words(r, sheet), null, Content(r, sheet), null)));
        }

        return differences;
    }

    // By number; what was brought in anew has new numbers, and is known again by what it is about.
    private static Dictionary<DraftRecord, DraftRecord> Pairs(List<DraftRecord> old, List<DraftRecord> now, SheetDescription sheet)
    {
        var pairs = new Dictionary<DraftRecord, DraftRecord>(ReferenceEqualityComparer.Instance);
        var byId = old.ToDictionary(r => r.Id);
        foreach (var record in now.Where(r => byId.ContainsKey(r.Id)))
            pairs[record] = byId[record.Id];
        var used = pairs.Values.ToHashSet(ReferenceEqualityComparer.Instance);
        foreach (var key in (Func<DraftRecord, string>[])[r => Content(r, sheet), r => Key(r, sheet)])
        {
            var left = old.Where(r => !used.Contains(r)).GroupBy(key).Where(g => g.Key.Length > 0).ToDictionary(g => g.Key, g => new Queue<DraftRecord>(g), StringComparer.Ordinal);
            foreach (var record in now.Where(r => !pairs.ContainsKey(r)))
            {
                if (left.TryGetValue(key(record), out var same) && same.TryDequeue(out var earlier))
                    used.Add(pairs[record] = earlier);
            }
        }

        return pairs;
    }

    private static string Key(DraftRecord record, SheetDescription sheet) => string.Join('\n', (sheet.Matching.Count > 0 ? sheet.Matching : [.. sheet.Fields.Take(1).Select(f => f.Name)]).Select(m => record[m]));

    private static string Content(DraftRecord record, SheetDescription sheet) => string.Join(' ', sheet.Fields.Select(f => record[f.Name]).Where(t => t.Length > 0));

    private static string Words(DraftRecord record, SheetDescription sheet) =>
        string.Join(' ', (sheet.Matching.Count > 0 ? sheet.Matching : [.. sheet.Fields.Take(2).Select(f => f.Name)]).Select(m => record[m]).Where(t => t.Length > 0));
}
