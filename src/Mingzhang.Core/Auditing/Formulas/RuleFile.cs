using System.Globalization;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Formulas;

/// <summary>
/// Reads a rule file (规则文件): one formula a line, and under it, indented, what it says and where it comes from:
/// <code>
/// BG-2001 表间 收支总表[收入/本年收入合计].预算数 = 收入总表[合计].本年收入/小计
///   说明 …
///   依据 …
///   年度 2022-
/// </code>
/// Lines that start with # are comments.
/// </summary>
public static class RuleFile
{
    /// <summary>Parses the text; every mistake is noted with line and column.</summary>
    /// <param name="text">Content.</param>
    /// <param name="file">Name for messages.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<Formula> Parse(string text, string file, ICollection<FormulaMistake> mistakes)
    {
        var formulas = new List<Formula>();
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd();
            if (line.Length == 0 || line.TrimStart().StartsWith('#'))
                continue;
            if (!char.IsWhiteSpace(line[0]))
            {
                if (FormulaParser.Parse(new FormulaText(line, file, number, 1), null, mistakes) is { } formula)
                {
                    if (formulas.Exists(f => f.Id == formula.Id))
                        mistakes.Add(new FormulaMistake(file, number, 1, $"编号 {formula.Id} 已经用过，请换一个。"));
                    if (formula.Scope is not (FormulaScope.Cells or FormulaScope.Documents))
                        mistakes.Add(new FormulaMistake(file, number, 9, "规则文件里只写“表间”“文件间”公式；一张表内的公式写在该表的表样里。"));
                    formulas.Add(formula);
                }

                continue;
            }

            var indent = line.Length - line.TrimStart().Length;
            if (formulas.Count == 0)
                mistakes.Add(new FormulaMistake(file, number, indent + 1, "说明、依据、年度应写在一个公式之下。"));
            else
                formulas[^1] = Annotate(formulas[^1], line.Trim(), file, number, indent, mistakes);
        }

        return formulas;
    }

    private static Formula Annotate(Formula formula, string line, string file, int number, int indent, ICollection<FormulaMistake> mistakes)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        var (word, rest) = space < 0 ? (line, "") : (line[..space], line[(space + 1)..].Trim());
        switch (word)
        {
            case "说明":
                return formula with { Explanation = rest };
            case "依据":
                return formula with { Basis = rest };
            case "年度":
                var parts = rest.Split('-');
                if (parts.Length == 2 && int.TryParse(parts[0], CultureInfo.InvariantCulture, out var from))
                {
                    if (parts[1].Length == 0)
                        return formula with { From = from };
                    if (int.TryParse(parts[1], CultureInfo.InvariantCulture, out var to) && to >= from)
                        return formula with { From = from, To = to };
                }

                mistakes.Add(new FormulaMistake(file, number, indent + 4, "年度应写成“2022-2024”或“2022-”。"));
                return formula;
            default:
                mistakes.Add(new FormulaMistake(file, number, indent + 1, $"不认识“{word}”，公式之下可以写：说明、依据、年度。"));
                return formula;
        }
    }
}
