using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>Finds the rows of classified blocks printed beside each other (人员经费 | 公用经费): the code tells the block.</summary>
internal sealed class BesideTreesReader(Form form, IReadOnlyDictionary<string, string> names)
{
    // A piece that stands above or below its line was taken for one of the other side.
    private const int Beside = 2;

    private readonly List<LooseRow> _rows = [];
    private LooseRow? _row;

    /// <summary>The rows, block by block.</summary>
    public List<LooseRow> Read(IReadOnlyList<LooseLine> lines)
    {
        foreach (var line in lines)
        {
            var tokens = Codes(line.Tokens);
            for (var i = 0; i < tokens.Count; i++)
                Take(tokens[i], i + 1 < tokens.Count ? tokens[i + 1] : null);
        }

        WrappedNames.Settle(_rows, names, Beside);
        var sides = form.Sides.ToList();
        foreach (var row in _rows)
        {
            row.Name = TextFlow.Join(row.Words.Select(w => w.Text));
            row.Level = row.IsPlainKey ? row.Key.Length / 2 : 0;
        }

        return [.. _rows.OrderBy(r => sides.IndexOf(r.Side))];
    }

    // 类 and 款 may stand in columns of their own (301 01).
    private List<LooseToken> Codes(IReadOnlyList<LooseToken> tokens)
    {
        var joined = new List<LooseToken>();
        foreach (var token in tokens)
        {
            if (token is { IsDigits: true, Text.Length: 2 } && joined is [.., { IsDigits: true, Text.Length: 3 } above] && SideOf(above.Text) is not null)
                joined[^1] = above with { Text = above.Text + token.Text, Right = token.Right };
            else
                joined.Add(token);
        }

        return joined;
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
        next is not { IsValue: true } || IsKnown(next) || (next.Figure is { Decimals: > 0 } && names.ContainsKey(token.Text) && !_rows.Exists(r => r.Key == token.Text));

    // The code of the other side, where this one has no amount.
    private bool IsKnown(LooseToken token) =>
        token is { IsDigits: true, Text.Length: 3 or 5 } && names.ContainsKey(token.Text) && SideOf(token.Text) is not null && !_rows.Exists(r => r.Key == token.Text);

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
