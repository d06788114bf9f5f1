using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>A grid without the lines that are printed in it but are no part of the table: title, agency, unit, notes.</summary>
/// <param name="Body">Header and data rows.</param>
/// <param name="Unit">Unit printed in the grid; null when there is none.</param>
/// <param name="Notes">Notes printed in the grid.</param>
internal sealed partial record GridParts(IReadOnlyList<SourceRow> Body, string? Unit, IReadOnlyList<string> Notes)
{
    public static GridParts Split(IReadOnlyList<SourceRow> rows)
    {
        var body = new List<SourceRow>();
        var notes = new List<string>();
        string? unit = null;
        foreach (var row in rows)
        {
            var filled = row.Cells.Where(c => c.Text.Length > 0).ToList();
            if (filled.Count == 0)
                continue;
            unit ??= filled.Select(c => UnitIn(c.Text)).FirstOrDefault(u => u is not null);
            if (body.Count == 0 && filled.TrueForAll(c => IsHeadline(c.Text)))
                continue;
            if (filled.Count == 1 && IsNote(filled[0].Text))
                notes.Add(filled[0].Text.Trim());
            else
                body.Add(row);
        }

        return new GridParts(body, unit, notes);
    }

    /// <summary>The unit in “单位：万元”; null when the text has none.</summary>
    public static string? UnitIn(string text)
    {
        var match = UnitText().Match(Labels.WithoutSpaces(text));
        // “万” alone is what a line break left of 万元.
        return match.Success ? match.Groups["unit"].Value is "万" ? "万元" : match.Groups["unit"].Value : null;
    }

    /// <summary>Whether the text is a note below a table.</summary>
    public static bool IsNote(string text)
    {
        var compact = Labels.WithoutSpaces(text);
        return NoteText().IsMatch(compact) || (compact.Length > 12 && compact.Contains('无') && compact.Contains("预算", StringComparison.Ordinal) && !compact.EndsWith('表'));
    }

    // Title, agency (“[056]…局”), unit.
    private static bool IsHeadline(string text)
    {
        var compact = Labels.WithoutSpaces(text);
        return TitleEnd().IsMatch(compact) || compact.StartsWith('[') || compact.StartsWith("部门：", StringComparison.Ordinal) || compact.StartsWith("部门:", StringComparison.Ordinal)
            || UnitIn(compact) is not null || TableNumber().IsMatch(compact);
    }

    [GeneratedRegex("(金额|资金)?单位[：:](人民币)?(?<unit>万元|元|万)")]
    private static partial Regex UnitText();

    [GeneratedRegex("表(（[^）]*）|\\([^)]*\\))?$")]
    private static partial Regex TitleEnd();

    [GeneratedRegex("^(注|备注|说明|附注)[：:0-9]")]
    private static partial Regex NoteText();

    [GeneratedRegex("^(公开[0-9]+表|附?表[0-9一二三四五六七八九十]+)$")]
    private static partial Regex TableNumber();
}
