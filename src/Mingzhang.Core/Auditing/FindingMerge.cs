using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing;

/// <summary>
/// Reports one cause once (同因归并). Several rules may meet the same wrong figure: what one of them can only say of a set of
/// figures is dropped where another rule names the wrong one among them, and its right value mends the first.
/// </summary>
internal static class FindingMerge
{
    /// <summary>The findings without those that another one explains; it carries their relations.</summary>
    public static List<Finding> Merged(IReadOnlyList<Finding> findings)
    {
        var kept = new List<Finding>(findings);
        for (var i = kept.Count - 1; i >= 0; i--)
        {
            var finding = kept[i];
            var cause = CauseOf(kept, i);
            if (cause < 0)
                continue;
            kept[cause] = kept[cause] with
            {
                Severity = finding.Severity < kept[cause].Severity ? finding.Severity : kept[cause].Severity,
                Relations = [.. kept[cause].Relations.Concat(finding.Relations).Distinct(StringComparer.Ordinal)],
                Arithmetic = kept[cause].Arithmetic ?? finding.Arithmetic,
                Against = kept[cause].Against ?? finding.Against,
            };
            kept.RemoveAt(i);
        }

        return kept;
    }

    // A hint accuses nothing: it neither explains another finding nor is said twice.
    private static int CauseOf(List<Finding> kept, int at)
    {
        var finding = kept[at];
        if (finding is { Severity: Severity.Hint, Doubt: null })
            return -1;
        for (var i = 0; i < kept.Count; i++)
        {
            if (i != at && kept[i].Severity != Severity.Hint && (IsCause(kept[i], finding) || (i < at && IsSame(kept[i], finding))))
                return i;
        }

        return -1;
    }

    // One figure of a doubtful set is named by another rule, in the same place, with a value that mends the set.
    private static bool IsCause(Finding named, Finding doubtful) =>
        doubtful.Doubt is { } doubt && named.Doubt is null && named.Severity != Severity.Hint && IsPlace(named, doubtful)
        && Number(named.Printed) is { } printed && Number(named.Expected) is { } expected && doubt.IsMendedBy(printed, expected);

    // Two rules that accuse one printed figure and give it the same value.
    private static bool IsSame(Finding first, Finding second) =>
        first.Rule != second.Rule && first.Severity != Severity.Hint && second.Severity != Severity.Hint && first.Doubt is null && second.Doubt is null
        && first.Printed is not null && first.Expected is not null && IsPlace(first, second)
        && Number(first.Printed) is { } a && Number(second.Printed) is { } b && a == b && Number(first.Expected) is { } x && Number(second.Expected) is { } y && x == y;

    private static bool IsPlace(Finding first, Finding second) =>
        first.Column is not null && second.Column is not null
            ? first.Statement == second.Statement && first.Row == second.Row && first.Column.Equals(second.Column)
            : first.At == second.At && first.At != Place.Unknown;

    private static decimal? Number(string? printed) => printed is null ? null
        : FigureText.Parse(FigureText.Compact(printed).TrimEnd('%', '％', '元', '万')) is { } figure ? figure.Value : null;
}

/// <summary>Printed figures of which one is wrong, though the rule cannot say which (存疑的一组数).</summary>
/// <param name="Figures">The numbers as printed, in the order of the calculation.</param>
/// <param name="Holds">Whether the calculation holds of such numbers.</param>
internal sealed record DoubtfulFigures(IReadOnlyList<decimal> Figures, Func<IReadOnlyList<decimal>, bool> Holds)
{
    /// <summary>Whether another value for one of them mends the calculation.</summary>
    public bool IsMendedBy(decimal printed, decimal expected)
    {
        for (var i = 0; i < Figures.Count; i++)
        {
            if (Figures[i] != printed)
                continue;
            var mended = Figures.ToArray();
            mended[i] = expected;
            if (Holds(mended))
                return true;
        }

        return false;
    }
}
