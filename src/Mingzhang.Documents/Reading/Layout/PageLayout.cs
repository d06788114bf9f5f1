using System.Text.RegularExpressions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Layout;

/// <summary>Lays out one page: words between ruled lines fall into cells, the others make printed lines.</summary>
internal static partial class PageLayout
{
    /// <summary>Blocks of the page in reading order.</summary>
    /// <param name="page">Number from 1.</param>
    /// <param name="height">Height of the page in points.</param>
    /// <param name="words">Its words.</param>
    /// <param name="rules">Its ruled lines.</param>
    public static List<PageBlock> Read(int page, double height, IReadOnlyList<PlacedText> words, IReadOnlyList<Rule> rules)
    {
        var areas = RuledArea.Find(rules);
        var inside = areas.Select(_ => new List<PlacedText>()).ToList();
        var loose = new List<PlacedText>();
        foreach (var word in words)
        {
            var area = areas.FindIndex(a => word.MiddleX > a.Xs[0] && word.MiddleX < a.Xs[^1] && word.MiddleY > a.Ys[0] && word.MiddleY < a.Ys[^1]);
            (area < 0 ? loose : inside[area]).Add(word);
        }

        var blocks = new List<PageBlock>();
        for (var i = 0; i < areas.Count; i++)
        {
            // Lines without a word between them are a drawing.
            if (inside[i].Count > 0)
                blocks.Add(Table(page, areas[i], inside[i]));
        }

        foreach (var line in TextRows.Split(loose))
        {
            var text = TextRows.Text(line);
            if (line[0].MiddleY > height * 0.88 && PageNumber().IsMatch(text))
                continue;
            var box = Box(line.Min(w => w.Left), line.Min(w => w.Top), line.Max(w => w.Right), line.Max(w => w.Bottom));
            blocks.Add(new PageLine(text, new Place(page, null, box), line[0].MiddleY));
        }

        return [.. blocks.OrderBy(b => b.Top)];
    }

    private static PageTable Table(int page, RuledArea area, List<PlacedText> words)
    {
        var (xs, ys) = (area.Xs, area.Ys);
        var byCell = new List<PlacedText>[area.Cells.Count];
        var index = new int[ys.Count - 1, xs.Count - 1];
        for (var i = 0; i < area.Cells.Count; i++)
        {
            byCell[i] = [];
            var c = area.Cells[i];
            for (var y = c.Row; y < c.RowEnd; y++)
            {
                for (var x = c.Column; x < c.ColumnEnd; x++)
                    index[y, x] = i;
            }
        }

        foreach (var word in words)
            byCell[index[Field(ys, word.MiddleY), Field(xs, word.MiddleX)]].Add(word);
        var cells = area.Cells.Select((c, i) => new PageCell(
            c.Row,
            c.RowEnd,
            c.Column,
            c.ColumnEnd,
            TextFlow.Join(TextRows.Split(byCell[i]).Select(TextRows.Text)),
            new Place(page, null, Box(xs[c.Column], ys[c.Row], xs[c.ColumnEnd], ys[c.RowEnd]))));
        return new PageTable(xs, [.. cells], new Place(page, null, Box(xs[0], ys[0], xs[^1], ys[^1])), ys[0]);
    }

    private static int Field(List<double> borders, double at)
    {
        var i = borders.FindLastIndex(b => b <= at);
        return Math.Clamp(i, 0, borders.Count - 2);
    }

    private static double[] Box(double left, double top, double right, double bottom) =>
        [Math.Round(left, 2), Math.Round(top, 2), Math.Round(right, 2), Math.Round(bottom, 2)];

    [GeneratedRegex(@"^[\s\-–—－·•]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:[\s,，/]*共?\s*\d{1,4}\s*页?)?[\s\-–—－·•]*$")]
    private static partial Regex PageNumber();
}
