using System.Xml.Linq;
using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Ofd;

/// <summary>A path object (GB/T 33190, 9): its drawing in the short notation of operators and numbers.</summary>
internal static class OfdPath
{
    private const int MostParts = 1_000_000;

    /// <summary>Adds the lines that the object draws.</summary>
    /// <param name="item">The element.</param>
    /// <param name="matrix">From the space of the object to points from the top left of the page.</param>
    /// <param name="rules">Gathers the lines.</param>
    public static void Draw(XElement item, PageMatrix matrix, RuleSheet rules)
    {
        var data = item.Elements().FirstOrDefault(e => e.Name.LocalName == "AbbreviatedData")?.Value;
        if (data is null)
            return;
        var isFilled = (string?)item.Attribute("Fill") is "true" or "1";
        var isStroked = (string?)item.Attribute("Stroke") is not ("false" or "0");
        foreach (var (corners, isClosed) in Pieces(data, matrix))
        {
            if (isStroked)
                rules.Stroke(corners, isClosed);
            if (isFilled)
                rules.Fill(corners);
        }
    }

    private static List<(List<(double X, double Y)> Corners, bool IsClosed)> Pieces(string data, PageMatrix matrix)
    {
        var pieces = new List<(List<(double X, double Y)> Corners, bool IsClosed)>();
        var parts = data.Split((char[])[' ', '\t', '\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < Math.Min(parts.Length, MostParts); i++)
        {
            var count = Operands(parts[i]);
            var (x, y) = (0.0, 0.0);
            if (count > 0)
            {
                if (i + count >= parts.Length || OfdNumbers.Number(parts[i + count - 1]) is not { } px || OfdNumbers.Number(parts[i + count]) is not { } py)
                    continue;
                (x, y) = matrix.Map(px, py);
            }

            switch (parts[i])
            {
                case "M" or "S":
                    pieces.Add(([(x, y)], false));
                    break;
                case "L" when pieces.Count > 0:
                    pieces[^1].Corners.Add((x, y));
                    break;
                case "Q" or "B" or "A" when pieces.Count > 0:
                    // A curve is no rule: its end starts a new piece.
                    pieces.Add(([(x, y)], false));
                    break;
                case "C" when pieces.Count > 0:
                    pieces[^1] = (pieces[^1].Corners, true);
                    break;
            }

            i += count;
        }

        return pieces;
    }

    // How many numbers follow an operator; its last two are where it ends.
    private static int Operands(string word) => word switch
    {
        "M" or "S" or "L" => 2,
        "Q" => 4,
        "B" => 6,
        "A" => 7,
        _ => 0,
    };
}
