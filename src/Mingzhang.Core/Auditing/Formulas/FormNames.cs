using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Formulas;

/// <summary>The names of rows and columns that formulas may use of a table (公式可用的行名、栏名), over every edition that has it.</summary>
internal sealed class FormNames
{
    private static readonly HashSet<string> Variables = new(["类", "款", "项", "科目"], StringComparer.Ordinal);

    private readonly HashSet<string> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sideColumns = new(StringComparer.Ordinal);
    private readonly HashSet<string> _rows = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sums = new(StringComparer.Ordinal);
    private readonly string _title;
    private bool _hasCodes;
    private bool _hasOpenRows;

    /// <summary>Gathers the names.</summary>
    /// <param name="forms">One form as each edition has it.</param>
    public FormNames(params IEnumerable<Form> forms)
    {
        _title = forms.First().Id;
        foreach (var form in forms)
        {
            foreach (var side in form.Sides)
                Take(side, form.Sides.Count > 1 ? side.Name + "/" : "");
        }
    }

    /// <summary>What is wrong with the name of a column; null when the table has it.</summary>
    /// <param name="column">The name.</param>
    /// <param name="withSide">Whether the side stands before it, as in 每行.</param>
    public string? WhyColumn(string column, bool withSide)
    {
        var names = withSide ? _sideColumns : _columns;
        return names.Contains(column) ? null : $"“{_title}”没有栏“{column}”，有：{string.Join('、', names)}。";
    }

    /// <summary>What is wrong with the name of a row; null when the table has it.</summary>
    public string? WhyRow(string row)
    {
        if (_rows.Contains(row) || (_hasOpenRows && !row.Contains('/')))
            return null;
        var slash = row.LastIndexOf('/');
        var last = row[(slash + 1)..];
        if (Variables.Contains(last) && (slash < 0 ? _hasCodes : _sums.Contains(row[..slash] + "/类")))
            return null;
        if (_hasCodes && slash < 0 && last.Length is 3 or 5 or 7 && last.All(char.IsAsciiDigit))
            return null;
        var side = row[..(slash + 1)];
        var near = _rows.Where(r => r.StartsWith(side, StringComparison.Ordinal) && r.EndsWith(last, StringComparison.Ordinal)).ToList();
        return $"“{_title}”没有行“{row}”，" + (near.Count > 0 ? $"是不是：{string.Join('、', near)}？" : $"有：{string.Join('、', _rows)}。");
    }

    /// <summary>What is wrong with 合计(…); null when the side has rows that stand for 类.</summary>
    public string? WhySum(string inner) =>
        _sums.Contains(inner) ? null : $"“{_title}”不能写“合计({inner})”，可以写：{(_sums.Count == 0 ? "（没有功能类的行）" : string.Join('、', _sums.Select(s => $"合计({s})")))}。";

    private void Take(FormSide side, string prefix)
    {
        foreach (var column in side.Amounts)
        {
            _columns.Add(column.Id);
            _sideColumns.Add(prefix + column.Id);
        }

        switch (side.Rows)
        {
            case ItemRows items:
                _rows.UnionWith(items.Items.Select(i => prefix + i.Id));
                if (items.Items.Any(i => i.Code is not null))
                    _sums.Add(prefix + "类");
                break;
            case TreeRows:
                _hasCodes = true;
                _rows.Add(prefix + "合计");
                break;
            case SingleRow:
                _rows.Add(prefix + "合计");
                break;
            default:
                // Units, projects and records bear names of their own.
                _rows.Add(prefix + "合计");
                _hasOpenRows = true;
                break;
        }
    }
}
