using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>How well a form agrees with lines whose layout is lost (表样识别): by shared pairs of characters of headers and labels.</summary>
internal static class FormFit
{
    /// <summary>0 to 1000.</summary>
    public static int Score(Form form, IReadOnlyList<LooseLine> lines)
    {
        var headers = Pairs(form.Sides.SelectMany(s => s.Columns).SelectMany(c => c.Header.Parts).Distinct(StringComparer.Ordinal));
        var labels = Pairs(form.Sides.SelectMany(s => Items(s.Rows)));
        var words = Pairs([string.Concat(lines.Where(l => !LooseText.IsNote(l) && !LooseText.Heading(l).IsHeading).Select(l => l.Words))]);
        var known = new HashSet<(char, char)>(headers);
        known.UnionWith(labels);
        var score = (500 * Share(headers, words)) + (labels.Count == 0 ? 0 : 300 * Share(labels, words));
        // Words that no header or label explains speak against forms with fixed rows.
        score += labels.Count == 0 ? 300 : 200 * Share(words, known) + 100;
        var columns = form.Sides.Max(s => s.Amounts.Count());
        var most = lines.Where(l => !LooseText.IsColumnNumbers(l, inHeader: true)).Select(l => Run(l)).DefaultIfEmpty().Max();
        if (most > columns)
            score -= 250;
        else if (form.Sides.Count == 1 && labels.Count == 0 && most > 0)
            score += 100 * most / columns;
        return (int)Math.Clamp(score, 0, 1000);
    }

    private static IEnumerable<string> Items(FormRows rows) => rows is ItemRows items ? items.Items.Select(i => Labels.Bare(i.Label)) : [];

    // Numbers one after the other.
    private static int Run(LooseLine line)
    {
        var (run, most) = (0, 0);
        foreach (var token in line.Tokens)
        {
            run = token.IsValue && !(token.IsDigits && token.Text.Length >= 3) ? run + 1 : 0;
            most = Math.Max(most, run);
        }

        return most;
    }

    private static decimal Share(HashSet<(char, char)> of, HashSet<(char, char)> found) =>
        of.Count == 0 ? 0m : (decimal)of.Count(found.Contains) / of.Count;

    private static HashSet<(char, char)> Pairs(IEnumerable<string> texts)
    {
        var result = new HashSet<(char, char)>();
        foreach (var text in texts)
        {
            var name = NameText.Normal(text);
            for (var i = 0; i + 1 < name.Length; i++)
                result.Add((name[i], name[i + 1]));
        }

        return result;
    }
}
