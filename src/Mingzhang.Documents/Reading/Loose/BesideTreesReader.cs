using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>Finds the rows of classified blocks printed beside each other (人员经费 | 公用经费): the code tells the block.</summary>
internal sealed class BesideTreesReader(Form form, IReadOnlyDictionary<string, string> names)
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

        WrappedNames.Settle(_rows, names);
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
        if (token is { IsDigits: true, Text.Length: 3 or 5 } && IsCode(token, next) && SideOf(token.Text) is { } side)
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

    // Between a code and its amount stands the name, unless it wraps around their line.
    private bool IsCode(LooseToken token, LooseToken? next) =>
        next is not { IsValue: true } || (next.Figure is { Decimals: > 0 } && names.ContainsKey(token.Text) && !_rows.Exists(r => r.Key == token.Text));

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
