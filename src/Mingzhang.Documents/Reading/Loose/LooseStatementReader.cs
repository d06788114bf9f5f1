using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>
/// Puts a table together again from lines whose layout was lost (版面已失的表): text pulled out of a PDF, where headers are
/// broken over many lines, blanks are gone and sides stand behind each other. The form says which rows and columns there
/// are; its own calculations say in which column a number stands.
/// </summary>
public static partial class LooseStatementReader
{
    internal const int Enough = 350;

    /// <summary>Reads a table.</summary>
    /// <param name="title">The printed title, with or without agency, year and number.</param>
    /// <param name="number">The printed number (表5); null when there is none.</param>
    /// <param name="at">Where the title stands.</param>
    /// <param name="lines">The lines between this title and the next title or section.</param>
    /// <param name="candidates">The forms this title may stand for, those of likely editions first.</param>
    /// <param name="hints">What the rest of the document says.</param>
    /// <returns>The table; null when no candidate resembles the lines.</returns>
    public static LooseReading? Read(
        string title, string? number, Place at, IReadOnlyList<TextLine> lines, IReadOnlyList<(Edition Edition, Form Form)> candidates, LooseHints? hints = null)
    {
        var cut = LooseLines.Cut(lines);
        var best = candidates
            .Select((c, i) => new { c.Edition, c.Form, Score = FormFit.Score(c.Form, cut), Index = i })
            .OrderByDescending(c => c.Score)
            .ThenBy(c => c.Index)
            .FirstOrDefault();
        if (best is null || best.Score < Enough)
            return null;
        return new LooseReading(Read(title, number, at, cut, best.Form, hints ?? LooseHints.None), best.Form, best.Edition, best.Score);
    }

    /// <summary>Reads a table by a form that is known to fit.</summary>
    internal static Statement Read(string title, string? number, Place at, LooseLines lines, Form form, LooseHints hints)
    {
        if (hints.Year is null && Year().Match(title) is { Success: true } year)
            hints = hints with { Year = int.Parse(year.Groups[1].Value, CultureInfo.InvariantCulture) };
        return new LooseTable(form, hints).Read(title, number, at, lines.Lines);
    }

    /// <summary>The title without agency, year and number, as the form prints it where it is the same.</summary>
    internal static string TitleOf(string printed, Form form)
    {
        var core = TitleMatcher.Core(printed);
        return form.AllTitles.FirstOrDefault(t => NameText.Normal(t) == core)
            ?? form.AllTitles.OrderByDescending(t => t.Length).FirstOrDefault(t => core.EndsWith(TitleMatcher.Core(t), StringComparison.Ordinal))
            ?? core;
    }

    [GeneratedRegex("(20[0-9]{2})\\s*年")]
    private static partial Regex Year();
}
