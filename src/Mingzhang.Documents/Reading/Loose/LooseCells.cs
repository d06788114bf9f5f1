using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Documents.Reading.Loose;

/// <summary>Settles key, name, level and text cells of a row from its words.</summary>
internal sealed class LooseCells(FormSide side, LooseHints hints, IReadOnlyList<LooseRow> rows)
{
    public void Settle(LooseRow row)
    {
        row.Level = Level(row);
        if (IsSum(row) || side.Columns.Count(c => IsText(c)) == 1)
        {
            if (row.Words.Count > 0)
                row.Name = TextFlow.Join(row.Words.Select(w => w.Text));
            if (row.Key.Length == 0)
                row.Key = Labels.Bare(row.Name);
            return;
        }

        var columns = side.Columns.Where(IsText).ToList();
        foreach (var (column, words) in TextColumns.Split(row, side, columns, Known(row)))
        {
            if (words.Count == 0)
                continue;
            var text = TextFlow.Join(words.Select(w => w.Text));
            if (column.Text == "名称")
                row.Name = text;
            else
                row.Texts.Add((column, text, words[0]));
        }

        Key(row);
    }

    /// <summary>Whether a column holds text other than codes and row numbers.</summary>
    public static bool IsText(FormColumn column) => column.Text is not (null or "编码" or "行次");

    // Totals, units and kinds of project have a name and nothing else.
    private bool IsSum(LooseRow row) =>
        row.Level == 0 || (side.Rows is ProjectRows { ByFunction: false } && row.Key.Length < 12 && row.Key.Length > 0);

    private void Key(LooseRow row)
    {
        string? Text(string field) => row.Texts.Find(t => t.Column.Text == field).Text;
        var project = Text("项目");
        if (side.Rows is RecordRows)
        {
            if (row.Name.Length == 0)
                row.Name = project ?? "";
            // A record is known by its code and project, or by its project and what is bought.
            var item = Text("采购品目") ?? Text("内容") ?? Text("资产名称") ?? Text("二级目录");
            row.Key = row.Key.Length > 0 ? $"{row.Key}/{project}" : $"{project}/{item}";
        }
        else if (side.Rows is ProjectRows { ByFunction: true })
        {
            row.Key = $"{row.Key}/{row.Name}";
        }
        else if (row.Key.Length == 0)
        {
            row.Key = Labels.Bare(row.Name);
        }
    }

    private int Level(LooseRow row)
    {
        if (row.Key == "合计" && !row.IsPlainKey)
            return 0;
        switch (side.Rows)
        {
            case TreeRows:
                return row.Key.Length switch { 0 => 1, <= 3 => 1, <= 5 => 2, _ => 3 };
            case UnitRows:
                return Math.Max(1, row.Key.Length / 3);
            case ProjectRows { ByFunction: false }:
                var above = rows.TakeWhile(r => !ReferenceEquals(r, row)).ToList();
                var unit = above.FindLast(r => IsUnit(r.Key))?.Level ?? 0;
                if (IsUnit(row.Key))
                    return row.Key.Length / 3;
                return row.Key.Length >= 12 && above.Exists(r => r.IsPlainKey && r.Key.Length < 12 && !IsUnit(r.Key)) ? unit + 2 : unit + 1;
            case RecordRows:
                return 2;
            default:
                return 1;
        }
    }

    private static bool IsUnit(string key) => key.Length is 3 or 6 or 9 && key.All(char.IsAsciiDigit);

    // Texts known beforehand: names of functions by code, names of the units listed above, for this form's columns.
    private Dictionary<string, List<string>> Known(LooseRow row)
    {
        var known = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        if (hints.Names.TryGetValue(row.Key, out var name))
            known["功能名称"] = [NameText.Normal(name)];
        var units = rows.Where(r => IsUnit(r.Key) && r.Name.Length > 0).Select(r => NameText.Normal(r.Name)).ToList();
        if (units.Count > 0)
            known["单位"] = units;
        return known;
    }
}
