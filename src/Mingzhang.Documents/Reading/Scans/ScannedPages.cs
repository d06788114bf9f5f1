using System.Globalization;
using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Scans;

/// <summary>What was recognised of a page that is only a picture.</summary>
/// <param name="Words">Its words, in points from the top left.</param>
/// <param name="Rules">Its ruled lines.</param>
internal sealed record ScannedPage(IReadOnlyList<PlacedText> Words, IReadOnlyList<Rule> Rules);

/// <summary>Recognises pages without a text layer (扫描页文字识别) by tesseract with its Chinese data, where both are installed.</summary>
internal static class ScannedPages
{
    /// <summary>Most pages that are recognised: each takes some seconds.</summary>
    public const int MostPages = 60;

    private const int Dots = 300;

    // It needs some hundred MB; a page of dense print takes it ten seconds of computing.
    private static readonly ProgramBounds Bounds = OperatingSystem.IsLinux() ? new(TimeSpan.FromSeconds(120), 1200 * 1024, 60) : new(TimeSpan.FromSeconds(60), null, 0);

    /// <summary>The pages that could be recognised; null where the program or its Chinese data is missing.</summary>
    /// <param name="content">The PDF.</param>
    /// <param name="pages">Pages from 1.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Dictionary<int, ScannedPage>? Recognise(ReadOnlyMemory<byte> content, IReadOnlyList<int> pages, CancellationToken cancellation)
    {
        var languages = ExternalProgram.Run("tesseract", ["--list-langs"], Bounds, cancellation);
        if (languages.End != ProgramEnd.Exited || languages.ExitCode != 0 || !System.Text.Encoding.UTF8.GetString(languages.Output).Split('\n').Any(l => l.Trim() == "chi_sim"))
            return null;
        var found = new Dictionary<int, ScannedPage>();
        var folder = Directory.CreateTempSubdirectory("mingzhang-scan-");
        try
        {
            var source = Path.Combine(folder.FullName, "in.pdf");
            using (var stream = File.Create(source))
                stream.Write(content.Span);
            foreach (var page in pages.Take(MostPages))
            {
                if (One(source, page, Path.Combine(folder.FullName, "page.pgm"), cancellation) is { } made)
                    found[page] = made;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return found;
    }

    private static ScannedPage? One(string source, int page, string picture, CancellationToken cancellation)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var drawn = ExternalProgram.Run("pdftoppm", ["-gray", "-r", Dots.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, source], ProgramBounds.Foreign, cancellation);
        if (drawn.End != ProgramEnd.Exited || drawn.ExitCode != 0 || GreyPicture.Parse(drawn.Output) is not { IsBlank: false } grey)
            return null;
        // Lines through characters are what recognition fails at most: they are found first, and wiped out.
        var rules = grey.TakeLines(Dots / 72.0);
        File.WriteAllBytes(picture, grey.Bytes());
        var read = ExternalProgram.Run("tesseract", [picture, "-", "-l", "chi_sim", "--dpi", Dots.ToString(CultureInfo.InvariantCulture), "--psm", "6", "tsv"], Bounds, cancellation);
        return read.End == ProgramEnd.Exited && read.ExitCode == 0 ? new ScannedPage(Words(System.Text.Encoding.UTF8.GetString(read.Output)), rules) : null;
    }

    /// <summary>Words of tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.</summary>
    internal static List<PlacedText> Words(string table)
    {
        var words = new List<PlacedText>();
        foreach (var line in table.Split('\n'))
        {
            var parts = line.TrimEnd('\r').Split('\t');
            if (parts.Length < 12 || parts[0] != "5" || parts[11].Trim() is not { Length: > 0 } text)
                continue;
            var box = new double[4];
            var isWhole = true;
            for (var i = 0; i < 4; i++)
                isWhole &= double.TryParse(parts[6 + i], NumberStyles.Integer, CultureInfo.InvariantCulture, out box[i]);
            const double Point = 72.0 / Dots;
            if (isWhole)
                Add(words, new PlacedText(text, box[0] * Point, box[1] * Point, (box[0] + box[2]) * Point, (box[1] + box[3]) * Point));
        }

        return words;
    }

    // A number is cut at its point, or loses it: the parts are one number, and without a point one that cannot be read.
    private static void Add(List<PlacedText> words, PlacedText word)
    {
        if (words.Count > 0 && words[^1] is var last && char.IsAsciiDigit(word.Text[0]) && Math.Abs(last.MiddleY - word.MiddleY) < word.Height / 2 && word.Left - last.Right is > -1 and var gap && gap < word.Height
            && last.Text.All(c => char.IsAsciiDigit(c) || c is ',' or '.' or '-' or '?') && (last.Text[^1] == '.' || char.IsAsciiDigit(last.Text[^1])))
        {
            words[^1] = new PlacedText(last.Text + (last.Text[^1] == '.' ? "" : "?") + word.Text, last.Left, Math.Min(last.Top, word.Top), word.Right, Math.Max(last.Bottom, word.Bottom));
            return;
        }

        words.Add(word);
    }
}
