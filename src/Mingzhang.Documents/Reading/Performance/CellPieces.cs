using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>Makes a known number of cells of the pieces of a row whose layout is lost.</summary>
internal static partial class CellPieces
{
    /// <summary>Cells of the pieces, as many as wanted where that can be; the first takes what is too much.</summary>
    public static List<string> Split(IReadOnlyList<LinePiece> pieces, int wanted)
    {
        var cells = new List<string>();
        for (var i = 0; i < pieces.Count; i++)
        {
            // A new line goes on in the cell above it unless it stands right below: then it is the next cell.
            if (i > 0 && pieces[i].First && !pieces[i].Near)
                cells[^1] += pieces[i].Text;
            else
                cells.Add(pieces[i].Text);
        }

        for (var i = 0; i < cells.Count && cells.Count < wanted; i++)
        {
            // Neighbouring cells with the same words have run together: 有效保障有效保障.
            for (var times = wanted - cells.Count + 1; times > 1; times--)
            {
                var part = cells[i].Length / times;
                if (part == 0 || cells[i].Length % times != 0 || string.Concat(Enumerable.Repeat(cells[i][..part], times)) != cells[i])
                    continue;
                var text = cells[i][..part];
                cells.RemoveAt(i);
                cells.InsertRange(i, Enumerable.Repeat(text, times));
                break;
            }
        }

        while (cells.Count > wanted)
        {
            cells[0] += cells[1];
            cells.RemoveAt(1);
        }

        return cells;
    }

    /// <summary>Whether a piece is an amount, a share, or the stroke that stands for none.</summary>
    public static bool IsAmount(string text) => Amount().IsMatch(text);

    [GeneratedRegex(@"^(?:-?\d[\d,]*(?:\.\d+)?[%％]?|/|-|—)$")]
    private static partial Regex Amount();
}
