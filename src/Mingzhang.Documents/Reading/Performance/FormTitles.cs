using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>Recognises titles of performance forms and where forms end.</summary>
internal static partial class FormTitles
{
    /// <summary>The title of a form without number, agency and year; null when the line is no such title.</summary>
    public static string? Read(string line)
    {
        var text = TextFlow.Squeeze(line).Trim('*', '#');
        if (text.Length > 70 || FormWords.Groups.Contains(FormWords.Bare(text)) || text.Any(c => "，。；;：:《".Contains(c, StringComparison.Ordinal)))
            return null;
        if (!Whole().IsMatch(text))
            return null;
        var match = Tail().Match(text);
        return Number().Replace(match.Success ? match.Value : text, "");
    }

    /// <summary>Whether the line starts another part of the document, so that a form without a frame ends.</summary>
    public static bool IsNextPart(string line)
    {
        var text = TextFlow.Squeeze(line);
        return Part().IsMatch(text) || (TableNumber().IsMatch(text) && text.Length <= 70);
    }

    // 绩效 and one of 目标, 自评, 申报 in a title that ends with 表; or a plain 项目申报表.
    [GeneratedRegex(@"^(?=.*(?:绩效|项目申报))(?=.*(?:目标|自评|申报)).*表(?:[（(][^（）()]*[)）])*$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?:(?:部门(?:（单位）)?)?整体(?:支出)?|项目(?:支出)?)(?:绩效(?:目标)?(?:申报|自评)?|申报)表(?:[（(](?!表)[^（）()]*[)）])?(?=$|[（(]表)")]
    private static partial Regex Tail();

    [GeneratedRegex(@"^(?:表?[一二三四五六七八九十]+、|表\d+[.、．]?)|[（(]表[一二三四五六七八九十\d]+[)）]$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^第[一二三四五六七八九十\d]+部分")]
    private static partial Regex Part();

    [GeneratedRegex(@"^表\d+[.、．]|表[（(]表[一二三四五六七八九十\d]+[)）]$")]
    private static partial Regex TableNumber();
}
