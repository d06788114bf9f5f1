using Mingzhang.Core.Editions;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>How well a form agrees with lines whose layout is lost (表样识别): by shared pairs of characters of headers and labels.</summary>
internal static class FormFit
{
    /// <summary>0 to 1000.</summary>
    public static int Score(Form form, LooseLines lines)
    {
        var headers = CharacterPairs.Of(form.Sides.SelectMany(s => s.Columns).SelectMany(c => c.Header.Parts).Distinct(StringComparer.Ordinal));
        var labels = CharacterPairs.Of(form.Sides.SelectMany(s => Items(s.Rows)));
        var words = lines.Pairs;
        var score = (500 * Share(headers, words)) + (labels.Count == 0 ? 0 : 300 * Share(labels, words));
        // Words that no header or label explains speak against forms with fixed rows.
        score += labels.Count == 0 ? 300 : 200 * Share(words, p => headers.Contains(p) || labels.Contains(p)) + 100;
        var columns = form.Sides.Max(s => s.Amounts.Count());
        if (lines.MostInARow > columns)
            score -= 250;
        else if (form.Sides.Count == 1 && labels.Count == 0 && lines.MostInARow > 0)
            score += 100 * lines.MostInARow / columns;
        return (int)Math.Clamp(score, 0, 1000);
    }

    private static IEnumerable<string> Items(FormRows rows) => rows is ItemRows items ? items.Items.Select(i => Labels.Bare(i.Label)) : [];

    private static decimal Share(HashSet<int> of, HashSet<int> found) => Share(of, found.Contains);

    private static decimal Share(HashSet<int> of, Func<int, bool> isFound)
    {
        var found = 0;
        foreach (var pair in of)
            found += isFound(pair) ? 1 : 0;
        return of.Count == 0 ? 0m : (decimal)found / of.Count;
    }
}
