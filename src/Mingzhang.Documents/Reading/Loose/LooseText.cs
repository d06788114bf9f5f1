using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>What is no row of a table: unit lines, notes, column numbers, page numbers, headers (表头、附注、栏号、页码).</summary>
internal sealed partial class LooseText
{
    private readonly HashSet<string> _headers = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, string> _names;
    private readonly List<TreeRows> _trees;

    public LooseText(Form form, IReadOnlyDictionary<string, string> names)
    {
        _names = names;
        _trees = [.. form.Sides.Select(s => s.Rows).OfType<TreeRows>()];
        foreach (var side in form.Sides)
        {
            Add(side.Name);
            foreach (var column in side.Columns)
            {
                foreach (var part in column.Header.Parts)
                    Add(part);
                foreach (var alias in column.Aliases)
                    Add(alias);
            }
        }

        foreach (var title in form.AllTitles)
            Add(title);
        foreach (var word in (string[])["项目", "收入", "支出", "收入支出", "类", "款", "项", "预算数", "决算数", "金额", "行次", "栏次", "栏目", "科目编码", "科目名称", "序号", "功能分类", "经济分类"])
            Add(word);
    }

    /// <summary>Whether the line consists of nothing but headers of the form. Two characters may as well be the end of a label.</summary>
    public bool IsHeader(LooseLine line) => !line.HasFigure && line.Words.Length > 2 && line.Tokens.All(t => IsHeaderWord(NameText.Normal(t.Text)));

    /// <summary>Whether headers of the form stand in the line, perhaps beside pieces of others.</summary>
    public bool IsAmongHeaders(LooseLine line) => !line.HasFigure && line.Tokens.Count > 1 && line.Tokens.Count(t => IsHeaderWord(NameText.Normal(t.Text))) > 1;

    /// <summary>Whether the line is the title of another table, with which this one ends.</summary>
    public static bool IsOtherTitle(LooseLine line) => OtherTitle().IsMatch(NameText.Normal(line.Text));

    /// <summary>The unit a line prints (单位：万元), and whether the line is one of agency and unit; null when it is none.</summary>
    public static (string? Unit, bool IsHeading) Heading(LooseLine line)
    {
        var text = NameText.Normal(line.Text);
        var unit = UnitOf().Match(text);
        if (unit.Success)
            return (unit.Groups[1].Value is "元" ? "元" : "万元", true);
        return (null, Agency().IsMatch(text) && !line.HasFigure);
    }

    /// <summary>Whether the line starts a note below a table.</summary>
    public static bool IsNote(LooseLine line)
    {
        var text = NameText.Normal(line.Text);
        return NoteStart().IsMatch(text) || (Nothing().IsMatch(text) && !line.HasFigure);
    }

    /// <summary>Whether the line numbers the columns: 1 2 3 4 5=6+7.</summary>
    /// <param name="line">The line.</param>
    /// <param name="inHeader">Above the rows a lone number is a column number too.</param>
    public static bool IsColumnNumbers(LooseLine line, bool inHeader)
    {
        var formula = false;
        var last = 0m;
        var count = 0;
        foreach (var token in line.Tokens)
        {
            if (token.Text is "栏次" or "栏号" or "行次")
                continue;
            if (!token.IsDigits)
            {
                if (token.Text.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '=' or '＝' or '-')))
                    return false;
                formula = true;
                continue;
            }

            if (token.Figure!.Value.Value <= last || token.Figure.Value.Value > last + 3 + (count == 0 ? 40 : 0))
                return false;
            last = token.Figure.Value.Value;
            count++;
        }

        return formula || (inHeader ? count >= 1 && last <= 60 : count >= 3 && last <= 60);
    }

    /// <summary>Whether the line is a page number, and no code of the table that stands alone on its line.</summary>
    public bool IsPageNumber(LooseLine line) => PageNumber().IsMatch(NameText.Normal(line.Text)) && !IsClassCode(line);

    private bool IsClassCode(LooseLine line) =>
        line.Tokens is [{ IsDigits: true, Text: { Length: 3 } code }] && _names.ContainsKey(code)
        && _trees.Exists(t => t.Roots.Count == 0 ? t.Dimension == Dimension.Function == (code[0] == '2') : t.Roots.Any(r => code.StartsWith(r, StringComparison.Ordinal)));

    private bool IsHeaderWord(string word)
    {
        if (word.Length == 0 || _headers.Contains(word))
            return true;
        // Headers grown together: the longest known one first.
        for (var cut = word.Length - 1; cut >= 2; cut--)
        {
            if (_headers.Contains(word[..cut]) && IsHeaderWord(word[cut..]))
                return true;
        }

        return false;
    }

    private void Add(string text)
    {
        var word = NameText.Normal(text);
        if (word.Length > 0)
            _headers.Add(word);
    }

    [GeneratedRegex("(?:金额|资金|计量)?单位：(?:人民币)?(万元|万|元)")]
    private static partial Regex UnitOf();

    [GeneratedRegex("^(部门|单位|编制单位|编制部门|公开部门|预算单位|部门名称|单位名称|填报单位|部门（单位）)：")]
    private static partial Regex Agency();

    [GeneratedRegex("^[^，。；]{4,50}((绩效|申报|自评)[^，。；]{0,12}表|表（附?表[0-9一二三四五六七八九十]+）)(（[^）]*）)*$")]
    private static partial Regex OtherTitle();

    [GeneratedRegex("^(备注|注|说明|附注)[：:、1]")]
    private static partial Regex NoteStart();

    [GeneratedRegex("(部门|单位|年|局|委|办|中心|院|所|校).*(没有|未安排|未发生|无).*(安排|支出|预算|收入|情况)")]
    private static partial Regex Nothing();

    [GeneratedRegex("^[-—–－]?(第?[0-9]{1,3}页?)[-—–－]?$")]
    private static partial Regex PageNumber();
}
