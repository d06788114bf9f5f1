using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Web.Workbench.Reviewing.Layout;

/// <summary>What part of a page's picture is shown (页面取景), in points of the page.</summary>
internal static class PageView
{
    // Enough around a place to know where one is, near enough to read.
    private const double Share = 0.62, Margin = 60, Shape = 0.72;

    /// <summary>Left, top, width and height as an SVG view box: the surroundings of a place, or the whole page.</summary>
    /// <param name="width">Width of the page.</param>
    /// <param name="height">Height of the page.</param>
    /// <param name="focus">The place to be seen; null for the whole page.</param>
    public static string Of(double width, double height, Place? focus)
    {
        if (focus is not { Box: { Count: 4 } box })
            return FormattableString.Invariant($"0 0 {width:F1} {height:F1}");
        var w = Math.Max(width * Share, Math.Min(width, box[2] - box[0] + Margin));
        var h = Math.Min(height, w * Shape);
        var x = Math.Clamp(((box[0] + box[2]) / 2) - (w / 2), 0, width - w);
        var y = Math.Clamp(((box[1] + box[3]) / 2) - (h / 2), 0, height - h);
        return FormattableString.Invariant($"{x:F1} {y:F1} {w:F1} {h:F1}");
    }

    /// <summary>Boxes of the unsure cells of a page.</summary>
    public static IEnumerable<IReadOnlyList<double>> UnsureBoxes(Disclosure disclosure, int page) =>
        disclosure.Statements.SelectMany(s => s.Rows).SelectMany(r => r.Cells)
            .Where(c => ReviewReader.IsUnsure(c) && c.At.Page == page && c.At.Box is { Count: 4 }).Select(c => c.At.Box!);
}
