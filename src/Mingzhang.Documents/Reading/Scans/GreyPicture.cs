using System.Globalization;
using System.Text;
using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Scans;

/// <summary>The picture of a page in shades of grey (灰度图), as PGM has it.</summary>
internal sealed class GreyPicture
{
    private const int Dark = 140, White = 255;

    // A ruled line of a table is longer than any stroke of a character, and thin.
    private const double ShortestLine = 26, ThickestLine = 3;

    private readonly byte[] _pixels;

    private GreyPicture(int width, int height, byte[] pixels) => (Width, Height, _pixels) = (width, height, pixels);

    /// <summary>Columns of pixels.</summary>
    public int Width { get; }

    /// <summary>Rows of pixels.</summary>
    public int Height { get; }

    /// <summary>Whether nothing is drawn on it.</summary>
    public bool IsBlank => !_pixels.AsSpan().ContainsAnyInRange((byte)0, (byte)(Dark - 1));

    /// <summary>Reads a binary PGM; null when it is none.</summary>
    public static GreyPicture? Parse(byte[] bytes)
    {
        var at = 2;
        if (bytes.Length < 8 || bytes[0] != 'P' || bytes[1] != '5' || Number() is not (> 0 and var width) || Number() is not (> 0 and var height) || Number() != 255)
            return null;
        at++;
        return (long)width * height is var size && size <= bytes.Length - at ? new GreyPicture(width, height, bytes[at..(at + (int)size)]) : null;

        int Number()
        {
            while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
                at++;
            var start = at;
            while (at < bytes.Length && bytes[at] is >= (byte)'0' and <= (byte)'9')
                at++;
            return int.TryParse(bytes.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        }
    }

    /// <summary>The picture as PGM.</summary>
    public byte[] Bytes() => [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n")), .. _pixels];

    /// <summary>Finds the ruled lines and wipes them out.</summary>
    /// <param name="scale">Pixels a point.</param>
    /// <returns>The lines in points from the top left.</returns>
    public List<Rule> TakeLines(double scale)
    {
        var across = Lines(true, scale);
        var down = Lines(false, scale);
        foreach (var line in across)
            Wipe(true, line);
        foreach (var line in down)
            Wipe(false, line);
        return [.. across.Select(l => Rule(true, l)), .. down.Select(l => Rule(false, l))];

        Rule Rule(bool horizontal, (int First, int Last, int From, int To) l) => new(horizontal, (l.First + l.Last + 1) / 2.0 / scale, l.From / scale, l.To / scale);
    }

    private byte At(bool horizontal, int line, int along) => horizontal ? _pixels[(line * Width) + along] : _pixels[(along * Width) + line];

    // Long dark runs of neighbouring rows (or columns) of pixels are one line; thick ones are a filled area.
    private List<(int First, int Last, int From, int To)> Lines(bool horizontal, double scale)
    {
        var (count, length) = horizontal ? (Height, Width) : (Width, Height);
        var shortest = (int)(ShortestLine * scale);
        var open = new List<(int First, int Last, int From, int To)>();
        var done = new List<(int First, int Last, int From, int To)>();
        for (var line = 0; line < count; line++)
        {
            foreach (var (from, to) in Runs(horizontal, line, length, shortest))
            {
                var known = open.FindIndex(o => o.Last >= line - 2 && o.From < to && from < o.To);
                if (known < 0)
                    open.Add((line, line, from, to));
                else
                    open[known] = (open[known].First, line, Math.Min(open[known].From, from), Math.Max(open[known].To, to));
            }

            done.AddRange(open.Where(o => o.Last < line - 2));
            open.RemoveAll(o => o.Last < line - 2);
        }

        done.AddRange(open);
        return [.. done.Where(l => l.Last - l.First + 1 <= ThickestLine * scale)];
    }

    private List<(int From, int To)> Runs(bool horizontal, int line, int length, int shortest)
    {
        var runs = new List<(int, int)>();
        var (start, gap) = (-1, 0);
        for (var i = 0; i <= length; i++)
        {
            var dark = i < length && At(horizontal, line, i) < Dark;
            if (dark)
            {
                start = start < 0 ? i : start;
                gap = 0;
            }
            else if (start >= 0 && (++gap > 2 || i == length))
            {
                var end = i - gap + 1;
                if (end - start >= shortest)
                    runs.Add((start, end));
                start = -1;
            }
        }

        return runs;
    }

    private void Wipe(bool horizontal, (int First, int Last, int From, int To) area)
    {
        for (var line = Math.Max(0, area.First - 1); line <= Math.Min((horizontal ? Height : Width) - 1, area.Last + 1); line++)
        {
            for (var i = area.From; i < area.To; i++)
                _pixels[horizontal ? (line * Width) + i : (i * Width) + line] = White;
        }
    }
}
