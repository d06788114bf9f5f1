using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>What was found of performance forms.</summary>
/// <param name="Forms">Forms in the order of the document.</param>
/// <param name="Consumed">Indexes of the blocks that belong to them and are no statements or narrative.</param>
public sealed record PerformanceReading(IReadOnlyList<PerformanceForm> Forms, IReadOnlySet<int> Consumed);

/// <summary>Finds performance forms (绩效目标表, 绩效自评表, 申报表) in a layout and reads them, with or without known cells.</summary>
public static partial class PerformanceReader
{
    /// <summary>Lines that may stand between a title and the form.</summary>
    private const int HeadLines = 12;

    /// <summary>Words of a form that tell it from text that happens to use a few of them.</summary>
    private const int FewestWords = 8;

    /// <summary>Longest line a title may begin with: names of projects are long.</summary>
    private const int LongestTitle = 60;

    /// <summary>Reads all forms of a document.</summary>
    public static PerformanceReading Read(IReadOnlyList<SourceBlock> blocks)
    {
        var drafts = new List<FormDraft>();
        var consumed = new HashSet<int>();
        FormDraft? form = null;
        GridForm? grids = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            if (Title(blocks, i, out var last) is { } title && Body(blocks, last) is { } body)
            {
                form = new FormDraft(title, blocks[i].At);
                drafts.Add(form);
                grids = new GridForm(form);
                for (var head = i; head < body; head++)
                {
                    consumed.Add(head);
                    HeadFields(((TextLine)blocks[head]).Text, form);
                }

                i = body;
                if (blocks[i] is TextLine)
                {
                    var end = LineEnd(blocks, i);
                    form.IsFromLines = true;
                    List<TextLine> lines = [.. blocks.Skip(i).Take(end - i).Cast<TextLine>()];
                    if (IsScattered(blocks, body))
                        LineForm.ReadScattered(lines, form);
                    else
                        LineForm.Read(lines, form);
                    consumed.UnionWith(Enumerable.Range(i, end - i));
                    i = end - 1;
                    continue;
                }
            }

            if (blocks[i] is SourceGrid grid && (form is not null || IsForm(grid)))
            {
                if (!IsForm(grid) && consumed.Contains(i - 1) is false)
                {
                    form = null;
                    continue;
                }

                if (form is null || (form.Has("总分") && Has(grid, "总分")) || (form.Has("项目名称") && Has(grid, "项目名称")))
                {
                    form = new FormDraft(Untitled(grid), grid.At);
                    drafts.Add(form);
                    grids = new GridForm(form);
                }

                grids!.Read(grid);
                consumed.Add(i);
            }
            else if (blocks[i] is TextLine line && form is not null)
            {
                if (consumed.Contains(i - 1) && (Remark().IsMatch(line.Text) || FormWords.Groups.Contains(FormWords.Bare(line.Text))))
                    consumed.Add(i);
                else if (FormTitles.IsNextPart(line.Text))
                    form = null;
            }
        }

        return new PerformanceReading([.. drafts.Where(d => !d.IsEmpty).Select(d => d.Done())], consumed);
    }

    // A title of one line, or of two where the second goes on with the first.
    private static string? Title(IReadOnlyList<SourceBlock> blocks, int at, out int last)
    {
        last = at;
        if (blocks[at] is not TextLine line)
            return null;
        if (FormTitles.Read(line.Text) is { } title)
            return title;
        if (at + 1 >= blocks.Count || blocks[at + 1] is not TextLine next || line.Text.Length > LongestTitle || TextFlow.Squeeze(line.Text) is not { } squeezed
            || !(TitleBegins().IsMatch(squeezed) || (TitleRest().IsMatch(TextFlow.Squeeze(next.Text)) && blocks.Skip(at + 2).Take(HeadLines).Any(b => b is SourceGrid))))
        {
            return null;
        }

        last = at + 1;
        return FormTitles.Read(line.Text + next.Text);
    }

    /// <summary>Index of the block where the form under a title begins; null when another thing comes first (a table of contents).</summary>
    private static int? Body(IReadOnlyList<SourceBlock> blocks, int title)
    {
        for (var i = title + 1; i < blocks.Count && i <= title + HeadLines; i++)
        {
            if (blocks[i] is SourceGrid grid)
                return IsForm(grid) ? i : null;
            var text = ((TextLine)blocks[i]).Text;
            if (FormTitles.IsNextPart(text) || Title(blocks, i, out _) is not null)
                return null;
            if (LineForm.Begins(text) && NoGridSoon(blocks, i))
                return i;
        }

        return title + 1 < blocks.Count && IsScattered(blocks, title + 1) ? title + 1 : null;
    }

    // A form drawn from the bottom up or in pieces: no label begins it, but many words of a form follow before the next part.
    private static bool IsScattered(IReadOnlyList<SourceBlock> blocks, int from)
    {
        if (blocks[from] is not TextLine first || LineForm.Begins(first.Text))
            return false;
        var words = 0;
        for (var i = from; i < blocks.Count && blocks[i] is TextLine line && !FormTitles.IsNextPart(line.Text); i++)
            words += LinePiece.Cut([line]).Count(p => FormWords.IsLabel(p.Text) || FormWords.Level1.Contains(p.Text) || FormWords.Level2.Contains(p.Text));
        return words >= FewestWords;
    }

    private static bool NoGridSoon(IReadOnlyList<SourceBlock> blocks, int at) =>
        Enumerable.Range(at, Math.Min(4, blocks.Count - at)).All(i => blocks[i] is TextLine);

    private static int LineEnd(IReadOnlyList<SourceBlock> blocks, int body)
    {
        for (var i = body; i < blocks.Count; i++)
        {
            if (blocks[i] is not TextLine line || FormTitles.IsNextPart(line.Text) || (Title(blocks, i, out var last) is not null && Body(blocks, last) is not null))
                return i;
        }

        return blocks.Count;
    }

    private static bool IsForm(SourceGrid grid)
    {
        var texts = grid.Rows.SelectMany(r => r.Cells).Select(c => FormWords.Bare(c.Text)).Where(t => t.Length > 0).ToHashSet(StringComparer.Ordinal);
        if (texts.Any(t => t.StartsWith("一级指标", StringComparison.Ordinal)) && texts.Any(t => t.StartsWith("二级指标", StringComparison.Ordinal) || t.StartsWith("三级指标", StringComparison.Ordinal)))
            return true;
        return texts.Contains("部门职能概述") || texts.Contains("偏差大或目标未完成原因分析")
            || (texts.Contains("项目名称") && texts.Count(FormWords.IsLabel) >= 4 && (texts.Contains("项目属性") || texts.Contains("项目资金") || texts.Contains("项目立项依据") || texts.Contains("实施单位")));
    }

    // A form whose own title is missing: what was done is told only by one that evaluates.
    private static string Untitled(SourceGrid grid) =>
        grid.Rows.SelectMany(r => r.Cells).Any(c => FormWords.Bare(c.Text) is var word && (word.StartsWith("得分", StringComparison.Ordinal) || word.StartsWith("实际完成", StringComparison.Ordinal) || word.StartsWith("执行率", StringComparison.Ordinal) || word.Contains("未完成原因", StringComparison.Ordinal)))
            ? "项目绩效自评表"
            : "项目支出绩效目标表";

    private static bool Has(SourceGrid grid, string label) => grid.Rows.Any(r => r.Cells.Any(c => FormWords.Bare(c.Text) == label));

    // 填报日期：… 单位：… above the form; the colon may be missing after a label (编报时间 2022年1月).
    private static void HeadFields(string line, FormDraft form)
    {
        var words = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 2 && FormWords.IsLabel(words[0]) && line.AsSpan().IndexOfAny(':', '：') < 0)
            form.Add(FormWords.Bare(words[0]), words[1]);
        foreach (Match match in HeadField().Matches(line))
            form.Add(FormWords.Bare(match.Groups[1].Value), match.Groups[2].Value);
    }

    [GeneratedRegex(@"([\u4e00-\u9fff]{2,8}(?:[（(][^（）()]{1,6}[)）])?)\s*[:：]\s*(.*?)(?=$|(?<=\s)[\u4e00-\u9fff]{2,8}(?:[（(][^（）()]{1,6}[)）])?\s*[:：])")]
    private static partial Regex HeadField();

    [GeneratedRegex(@"^(?:[-\s]*备注\s*[:：]|\s*\d\s*[.、．]\s*(?:预算执行|定量|定性|基于|满意度|执行数))")]
    private static partial Regex Remark();

    [GeneratedRegex(@"(?:部门|项目|专项|整体)$")]
    private static partial Regex TitleBegins();

    // A title that fills its line breaks anywhere, also within 绩效.
    [GeneratedRegex("^[项目支出绩效标自评申报]{0,10}表(?:[（(][^（）()]*[)）])?$")]
    private static partial Regex TitleRest();
}
