using System.Text.RegularExpressions;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>Names of codes as the document prints them on whole lines (整行印出的科目名称): where another table breaks such a name over lines, its pieces are known by it.</summary>
internal static partial class PrintedNames
{
    /// <summary>Adds the names that the classification does not have.</summary>
    /// <param name="names">Names by code.</param>
    /// <param name="tables">All tables.</param>
    public static void Learn(Dictionary<string, string> names, IReadOnlyList<TableRegion> tables)
    {
        foreach (var lines in tables.Where(t => t.Grid is null).Select(t => t.Lines))
        {
            for (var i = 0; i < lines.Count; i++)
            {
                // Beside a line of words alone the name may be only a piece.
                if (Row().Match(lines[i].Text) is { Success: true } row && HasNumber(lines, i - 1) && HasNumber(lines, i + 1))
                    names.TryAdd(row.Groups["code"].Value, row.Groups["name"].Value);
            }
        }
    }

    private static bool HasNumber(IReadOnlyList<TextLine> lines, int at) => at >= 0 && at < lines.Count && Number().IsMatch(lines[at].Text);

    [GeneratedRegex(@"^(?<code>[1-9]\d{2}(?:\d{2}){0,2})\s+(?<name>[\u4e00-\u9fff（）、“”]{2,40})\s+[\d,.]*\d")]
    private static partial Regex Row();

    [GeneratedRegex(@"\d\s*$")]
    private static partial Regex Number();
}
