using Mingzhang.Core.Disclosures;

namespace Mingzhang.Web.Workbench.Drafting;

/// <summary>A paragraph of the narrative that a change has changed (变了的话).</summary>
/// <param name="Section">Its section.</param>
/// <param name="Before">As it was; null for a new one.</param>
/// <param name="After">As it is; null for one that is gone.</param>
internal sealed record SentenceChange(string Section, string? Before, string? After)
{
    /// <summary>The paragraphs in which two states of a document differ, in the order of the later one.</summary>
    public static IReadOnlyList<SentenceChange> Between(Disclosure? before, Disclosure? after)
    {
        if (before is null || after is null)
            return [];
        var old = before.Narrative.GroupBy(p => p.Section, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(p => p.Text).ToList(), StringComparer.Ordinal);
        var changes = new List<SentenceChange>();
        foreach (var section in after.Narrative.GroupBy(p => p.Section, StringComparer.Ordinal))
        {
            var left = old.Remove(section.Key, out var texts) ? texts : [];
            var added = section.Select(p => p.Text).Where(t => !left.Contains(t)).ToList();
            var gone = left.Where(t => section.All(p => p.Text != t)).ToList();
            for (var i = 0; i < Math.Max(added.Count, gone.Count); i++)
                changes.Add(new SentenceChange(section.Key, gone.ElementAtOrDefault(i), added.ElementAtOrDefault(i)));
        }

        changes.AddRange(old.SelectMany(s => s.Value.Select(t => new SentenceChange(s.Key, t, null))));
        return changes;
    }
}
