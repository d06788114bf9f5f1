using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>
/// A run of grid columns that stand side by side with others: label columns and amount columns of their own
/// (收入 | 支出, or the blocks of the 基本支出 table). A plain table is one block.
/// </summary>
internal sealed class GridBlock
{
    private GridBlock(FormSide? side, int start, int end)
    {
        Side = side;
        Start = start;
        End = end;
    }

    /// <summary>Side of the form; null when the form is unknown.</summary>
    public FormSide? Side { get; }

    /// <summary>First grid column.</summary>
    public int Start { get; }

    /// <summary>One past the last grid column.</summary>
    public int End { get; }

    /// <summary>Columns that hold code and name.</summary>
    public List<int> Labels { get; } = [];

    /// <summary>Columns that hold other text, with their headers.</summary>
    public List<GridColumn> Texts { get; } = [];

    /// <summary>Columns that hold amounts, with their headers.</summary>
    public List<GridColumn> Amounts { get; } = [];

    /// <summary>Cuts the columns of a grid into blocks.</summary>
    public static IReadOnlyList<GridBlock> Cut(GridHeader header, Form? form)
    {
        var starts = Starts(header, form);
        var blocks = new List<GridBlock>();
        for (var i = 0; i < starts.Count; i++)
        {
            var (column, side) = starts[i];
            var block = new GridBlock(side, column, i + 1 < starts.Count ? starts[i + 1].Column : header.Width);
            block.Fill(header);
            blocks.Add(block);
        }

        return blocks;
    }

    // A block begins where a label header (项目, 科目编码) appears again.
    private static List<BlockStart> Starts(GridHeader header, Form? form)
    {
        if (form is null)
            return [new BlockStart(0, null)];
        var result = new List<BlockStart>();
        if (form.Sides.Count > 1)
        {
            var byCode = form.Sides[0].Columns[0].Text == "编码";
            for (var c = 0; c < header.Width; c++)
            {
                var side = form.Sides[Math.Min(result.Count, form.Sides.Count - 1)];
                var label = side.Columns[0];
                if (IsHeader(header.PathAt(c), label) && (c == 0 || !IsHeader(header.PathAt(c - 1), label)) && (byCode || result.Count < form.Sides.Count))
                    result.Add(new BlockStart(c, side));
            }
        }

        if (result.Count == 0 || result[0].Column != 0)
            result.Insert(0, new BlockStart(0, form.Sides[0]));
        return result;
    }

    private static bool IsHeader(ColumnPath path, FormColumn label)
    {
        var leaf = NameText.Normal(path.Leaf);
        return leaf == NameText.Normal(label.Header.Leaf)
            || label.Aliases.Any(a => NameText.Normal(a) == leaf)
            || NameText.Likeness(leaf, NameText.Normal(label.Header.Leaf)) >= 800
            || (label.Text == "名称" && leaf.StartsWith("项目", StringComparison.Ordinal))
            || (label.Text == "编码" && leaf.EndsWith("科目编码", StringComparison.Ordinal));
    }

    private void Fill(GridHeader header)
    {
        var printed = Enumerable.Range(Start, End - Start).Select(c => WithoutSide(header.PathAt(c))).ToList();
        var known = Side is null ? new FormColumn?[printed.Count] : ColumnMatcher.Match(printed, Side).Columns;
        var firstAmount = Array.FindIndex(known, k => k is { Text: null });
        for (var i = 0; i < printed.Count; i++)
        {
            var column = Start + i;
            var text = known[i]?.Text;
            if (text is "行次")
                continue;
            if (text is "编码" or "名称" || (known[i] is null && firstAmount >= 0 && i < firstAmount))
                Labels.Add(column);
            else if (text is not null)
                Texts.Add(new GridColumn(column, Header(printed[i], known[i]), known[i], true));
            else
                Amounts.Add(new GridColumn(column, Header(printed[i], known[i]), known[i], false));
        }

        if (Side is null && Labels.Count == 0)
            TakeUnknownLabels(header);
    }

    // “收入 | 支出” over the two sides names the side, not the column.
    private ColumnPath WithoutSide(ColumnPath path) =>
        Side is { Name.Length: > 0 } && path.Parts.Count > 1 && NameText.Normal(path.Parts[0]) == NameText.Normal(Side.PrintedName)
            ? new ColumnPath([.. path.Parts.Skip(1)])
            : path;

    // In a table of no known form the columns before the first one with several header levels or figures are labels;
    // without any hint the first column is.
    private void TakeUnknownLabels(GridHeader header)
    {
        var count = Enumerable.Range(Start, End - Start).TakeWhile(c => header.Paths[c] is [var only] && IsLabelWord(only)).Count();
        count = Math.Max(1, count);
        Labels.AddRange(Enumerable.Range(Start, count));
        Amounts.RemoveAll(a => a.Column < Start + count);
    }

    private static bool IsLabelWord(string header) =>
        header.Contains("编码", StringComparison.Ordinal) || header.Contains("名称", StringComparison.Ordinal) || header.Contains("代码", StringComparison.Ordinal)
        || header is "项目" or "科目" or "单位" or "序号" or "类" or "款" or "项";

    // Headers broken over lines read as one where the form says so.
    private static ColumnPath Header(ColumnPath printed, FormColumn? known) =>
        known is not null && string.Concat(printed.Parts) == string.Concat(known.Header.Parts) ? known.Header : printed;
}

/// <summary>A column of a grid that holds amounts or text other than labels.</summary>
/// <param name="Column">Grid column from 0.</param>
/// <param name="Header">Its headers.</param>
/// <param name="Known">The column of the form it is; null when it is none.</param>
/// <param name="IsText">Whether it holds text.</param>
internal sealed record GridColumn(int Column, ColumnPath Header, FormColumn? Known, bool IsText);

/// <summary>Where a block of a grid begins.</summary>
/// <param name="Column">Grid column from 0.</param>
/// <param name="Side">Side of the form; null when the form is unknown.</param>
internal sealed record BlockStart(int Column, FormSide? Side);
