using Mingzhang.Core.Auditing.Formulas;

namespace Mingzhang.Data.Rules;

/// <summary>Reads the rule files (<c>*.txt</c>) of a folder: the product's own in data/rules, or an office's.</summary>
public static class RuleFolder
{
    /// <summary>Loads all formulas of a folder, files in order of name.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="mistakes">Where mistakes go, each with file, line and column.</param>
    public static IReadOnlyList<Formula> Load(string folder, ICollection<FormulaMistake> mistakes) =>
        Parse(Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(p => (Path.GetFileName(p), File.ReadAllText(p))), mistakes);

    /// <summary>Parses rule files that belong together.</summary>
    /// <param name="files">Names and contents.</param>
    /// <param name="mistakes">Where mistakes go, each with file, line and column.</param>
    public static IReadOnlyList<Formula> Parse(IEnumerable<(string Name, string Text)> files, ICollection<FormulaMistake> mistakes)
    {
        var formulas = new List<Formula>();
        foreach (var (name, text) in files)
        {
            foreach (var formula in RuleFile.Parse(text, name, mistakes))
            {
                if (formulas.Exists(f => f.Id == formula.Id))
                    mistakes.Add(new FormulaMistake(formula.Source.File, formula.Source.Line, 1, $"编号 {formula.Id} 在别的文件里已经用过，请换一个。"));
                formulas.Add(formula);
            }
        }

        return formulas;
    }
}
