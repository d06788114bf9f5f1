using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>Finds the rows of classified blocks printed beside each other (人员经费 | 公用经费): the code tells the block.</summary>
internal sealed class BesideTreesReader(Form form)
{
    private readonly List<LooseRow> _rows = [];
    private LooseRow? _row;

    /// <summary>The rows, block by block.</summary>
    public List<LooseRow> Read(IReadOnlyList<LooseLine> lines)
    {
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Tokens.Count; i++)
                Take(line.Tokens[i], i + 1 < line.Tokens.Count ? line.Tokens[i + 1] : null);
        }

        var sides = form.Sides.ToList();
        foreach (var row in _rows)
        {
            row.Name = TextFlow.Join(row.Words.Select(w => w.Text));
            row.Level = row.IsPlainKey ? row.Key.Length / 2 : 0;
        }

        return [.. _rows.OrderBy(r => sides.IndexOf(r.Side))];
    }

    private void Take(LooseToken token, LooseToken? next)
    {
        if (token is { IsDigits: true, Text.Length: 3 or 5 } && next is not { IsValue: true } && SideOf(token.Text) is { } side)
            Begin(new LooseRow { Side = side, Key = token.Text, IsPlainKey = true });
        else if (token.IsValue)
            _row?.Values.Add(token);
        else if (TotalOf(token.Text) is { } foot)
        {
            Begin(new LooseRow { Side = foot, Key = Labels.Bare(token.Text) });
            _row!.Words.Add(token);
        }
        else
            _row?.Words.Add(token);
    }

    private void Begin(LooseRow row)
    {
        _rows.Add(row);
        _row = row;
    }

    private FormSide? SideOf(string code) =>
        form.Sides.FirstOrDefault(s => s.Rows is TreeRows tree && tree.Roots.Any(r => code.StartsWith(r, StringComparison.Ordinal)));

    private FormSide? TotalOf(string label) =>
        form.Sides.FirstOrDefault(s => s.Rows is TreeRows { Total: { } total } && NameText.Normal(total) == NameText.Normal(label));
}
