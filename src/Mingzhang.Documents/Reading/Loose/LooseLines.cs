using Mingzhang.Core.Editions.Matching;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>The lines of one table, cut into words and numbers, with what is asked of them for every form they may be read by.</summary>
internal sealed class LooseLines
{
    private LooseLines(List<LooseLine> lines)
    {
        Lines = lines;
        Pairs = CharacterPairs.Of([string.Concat(lines.Where(l => !LooseText.IsNote(l) && !LooseText.Heading(l).IsHeading).Select(l => l.Words))]);
        MostInARow = lines.Where(l => !LooseText.IsColumnNumbers(l, inHeader: true)).Select(Run).DefaultIfEmpty().Max();
    }

    /// <summary>The lines.</summary>
    public IReadOnlyList<LooseLine> Lines { get; }

    /// <summary>Pairs of neighbouring characters of all words but notes and headings.</summary>
    public HashSet<int> Pairs { get; }

    /// <summary>The most amounts that stand one after the other in a line.</summary>
    public int MostInARow { get; }

    /// <summary>Cuts lines, up to the title of another table.</summary>
    public static LooseLines Cut(IReadOnlyList<TextLine> lines) =>
        new([.. lines.Select(LooseLine.Cut).TakeWhile(l => !LooseText.IsOtherTitle(l))]);

    private static int Run(LooseLine line)
    {
        var (run, most) = (0, 0);
        foreach (var token in line.Tokens)
        {
            run = token.IsValue && !(token.IsDigits && token.Text.Length >= 3) ? run + 1 : 0;
            most = Math.Max(most, run);
        }

        return most;
    }
}

/// <summary>Pairs of neighbouring characters, by which texts are compared whatever the order of their parts.</summary>
internal static class CharacterPairs
{
    /// <summary>The pairs of all texts as names are compared.</summary>
    public static HashSet<int> Of(IEnumerable<string> texts)
    {
        var result = new HashSet<int>();
        foreach (var text in texts)
        {
            var name = NameText.Normal(text);
            for (var i = 0; i + 1 < name.Length; i++)
                result.Add((name[i] << 16) | name[i + 1]);
        }

        return result;
    }
}
