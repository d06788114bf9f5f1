using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>A piece of a printed line, between spaces: a cell or a part of one.</summary>
/// <param name="Text">The piece.</param>
/// <param name="First">Whether its line begins with it.</param>
/// <param name="Near">Whether its line follows the one before without a blank line: text pulled out of a PDF so shows a new cell of the same row, while a cell's next line comes after a blank one.</param>
/// <param name="Line">Index of its line among those of the form.</param>
/// <param name="At">Place of its line.</param>
internal sealed partial record LinePiece(string Text, bool First, bool Near, int Line, Place At)
{
    private const int MostParts = 4;

    /// <summary>The pieces of lines.</summary>
    public static List<LinePiece> Cut(IReadOnlyList<TextLine> lines)
    {
        var pieces = new List<LinePiece>();
        for (var n = 0; n < lines.Count; n++)
        {
            var near = n > 0 && lines[n].At.Line is { } here && lines[n - 1].At.Line is { } above && here - above == 1;
            var first = true;
            foreach (var text in Words(Unspaced(lines[n].Text)))
            {
                pieces.Add(new LinePiece(text, first, near, n, lines[n].At));
                first = false;
            }
        }

        return pieces;
    }

    /// <summary>
    /// The word of a vocabulary that begins at a piece, even where line breaks have parted it, and how many pieces it takes;
    /// null when none does.
    /// </summary>
    public static (string Word, int Count)? Match(IReadOnlyList<LinePiece> pieces, int at, Func<string, string?> vocabulary)
    {
        for (var count = Math.Min(MostParts, pieces.Count - at); count > 0; count--)
        {
            var broken = true;
            for (var i = 1; i < count; i++)
                broken &= pieces[at + i].First || char.IsAsciiDigit(pieces[at + i].Text[0]);
            if (broken && vocabulary(string.Concat(pieces.Skip(at).Take(count).Select(p => p.Text))) is { } word)
                return (word, count);
        }

        return null;
    }

    // A number and its unit, or a comparison and its number, are one piece: "> 50 家".
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        foreach (var word in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (words.Count > 0 && (UnitAfter().IsMatch(word) && EndsInNumber().IsMatch(words[^1]) || OnlyComparison().IsMatch(words[^1])))
                words[^1] += word;
            else
                words.Add(word);
        }

        return words;
    }

    // Some PDFs yield every character apart: then labels tell where the cells are.
    private static string Unspaced(string line)
    {
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 4 || words.Count(w => w.Length == 1 && w[0] > 0x2E80) * 10 < words.Length * 6)
            return line;
        var text = TightText.Of(line);
        return InnerLabel().Replace(text, " $0 ");
    }

    [GeneratedRegex(@"^(?:家|人|次|元|年|户|份|个|批|天|人次|万元|小时|%|％)(?:/\p{L}?)?$")]
    private static partial Regex UnitAfter();

    [GeneratedRegex(@"^[≥≤><＞＜=＝]?\d+(?:\.\d+)?$")]
    private static partial Regex EndsInNumber();

    [GeneratedRegex(@"^[≥≤><＞＜=＝]$")]
    private static partial Regex OnlyComparison();

    [GeneratedRegex(@"项目名称|项目编码|项目主管部门|项目执行单位|项目负责人|联系电话|单位地址|邮政编码|项目属性|支出项目类别|起始年度|终止年度|项目立项依据|项目实施方案|项目总预算|项目当年预算|来源项目|[一二三]级指标|(?:经济|社会|生态环境)成本指标|(?:数量|质量|时效)指标|(?:经济|社会|生态)效益指标|(?<!经济|社会|生态环境)成本指标|产出指标|(?<!经济|社会|生态)效益指标|(?<!对象)满意度指标|服务对象满意度(?:指标)?")]
    private static partial Regex InnerLabel();
}
