using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Auditing;

/// <summary>
/// A small system written the way a person would: cells by name with their text, relations as formulas.
/// Text "" is a blank, "?" is unreadable. Cells of one call of Row stand side by side in the next row of the table.
/// </summary>
internal sealed class Sheet(int decimals = 2)
{
    private readonly List<FigureNode> _figures = [];
    private readonly List<Relation> _relations = [];
    private readonly Dictionary<string, int> _names = [];
    private int _table;
    private int _row;

    public RelationSystem System => new(_figures.ToArray(), _relations.ToArray());

    public int this[string name] => _names[name];

    public string NameOf(int figure) => _names.First(n => n.Value == figure).Key;

    public Sheet Table()
    {
        (_table, _row) = (_table + 1, 0);
        return this;
    }

    /// <summary>Cells as "name text"; a name alone is a blank.</summary>
    public Sheet Row(params string[] cells)
    {
        for (var c = 0; c < cells.Length; c++)
        {
            var parts = cells[c].Split(' ');
            var text = parts.Length > 1 ? parts[1] : "";
            var figure = FigureText.Parse(text);
            var state = figure is not null ? FigureState.Printed : text.Length == 0 ? FigureState.Blank : FigureState.Unreadable;
            _names.Add(parts[0], _figures.Count);
            _figures.Add(new FigureNode(figure?.Value ?? 0m, figure?.Decimals ?? 0, decimals, state, _table, _row, c));
        }

        _row++;
        return this;
    }

    /// <summary>A figure outside all tables, with its own precision when given.</summary>
    public Sheet Text(string name, string text, int? precision = null)
    {
        var figure = FigureText.Parse(text)!.Value;
        _names.Add(name, _figures.Count);
        _figures.Add(new FigureNode(figure.Value, figure.Decimals, precision ?? decimals, FigureState.Printed, -1, 0, 0));
        return this;
    }

    /// <summary>A formula such as "a = b + c", "a ≥ b", or "a == b" for a copy.</summary>
    public Sheet Rule(string formula, Strength strength = Strength.Hard)
    {
        var words = formula.Split(' ');
        var terms = new List<Term>();
        var (side, sign) = (1m, 1m);
        var comparison = Comparison.Equal;
        foreach (var word in words)
        {
            if (word is "=" or "==" or "≥" or "≤")
            {
                (side, sign) = (-1m, 1m);
                comparison = word switch { "≥" => Comparison.AtLeast, "≤" => Comparison.AtMost, _ => Comparison.Equal };
            }
            else if (word is "+" or "-")
            {
                sign = word == "+" ? 1m : -1m;
            }
            else
            {
                terms.Add(new Term(_names[word], side * sign));
            }
        }

        _relations.Add(new Relation(formula, [.. terms], comparison, words.Contains("=="), strength));
        return this;
    }
}
