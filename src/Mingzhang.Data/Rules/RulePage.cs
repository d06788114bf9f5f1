using System.Globalization;
using System.Text;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Rules;

namespace Mingzhang.Data.Rules;

/// <summary>The catalogue of all rules as a page (审核规则一览): docs/rules.md is made from it.</summary>
public static class RulePage
{
    /// <summary>The page in Markdown.</summary>
    /// <param name="data">The product's data.</param>
    /// <exception cref="DataFolderException">The files have mistakes.</exception>
    public static string Markdown(DataFolder data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var page = new StringBuilder("# 审核规则一览\n\nThe catalogue of rules, made from `data/` by `./mz rules list --markdown > docs/rules.md`; do not edit.\n");
        page.Append("\n公式的写法见 [formula-language.md](formula-language.md)。“提示”的公式不符时只作疑点。\n");
        var inForms = data.Calculations.GroupBy(f => (f.FormId, f.Id, f.Body)).ToList();
        page.Append(CultureInfo.InvariantCulture, $"\n## 表内公式（{inForms.Count} 条）\n\n同一编号在不同表样里可以有不同的写法；“表样”是写有它的文件，以它为底本的表样也用它。\n");
        foreach (var form in inForms.GroupBy(f => f.Key.FormId))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {form.Key}\n\n| 编号 | 公式 | 表样 |\n| --- | --- | --- |\n");
            foreach (var formula in form.OrderBy(f => f.Key.Id, StringComparer.Ordinal))
            {
                var files = formula.Select(f => Path.GetFileNameWithoutExtension(f.Source.File)).Distinct(StringComparer.Ordinal);
                page.Append(CultureInfo.InvariantCulture, $"| {formula.Key.Id} | {Written(formula.First())} | {string.Join('、', files)} |\n");
            }
        }

        foreach (var file in data.Rules.GroupBy(r => r.Source.File))
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {Path.GetFileNameWithoutExtension(file.Key)}公式（{file.Count()} 条）\n\n| 编号 | 公式 | 说明 | 依据 | 年度 |\n| --- | --- | --- | --- | --- |\n");
            foreach (var rule in file)
                page.Append(CultureInfo.InvariantCulture, $"| {rule.Id} | {Written(rule)} | {rule.Explanation} | {rule.Basis} | {Years(rule)} |\n");
        }

        if (RuleRegister.All.Count > 0)
            page.Append(CultureInfo.InvariantCulture, $"\n## 文字、名称、编码、年度等规则（{RuleRegister.All.Count} 条）\n\n| 编号 | 规则 | 依据 |\n| --- | --- | --- |\n");
        foreach (var rule in RuleRegister.All)
            page.Append(CultureInfo.InvariantCulture, $"| {rule.Info.Id} | {rule.Info.Sentence} | {rule.Info.Basis} |\n");
        return page.ToString();
    }

    // The formula as its author wrote it, without the id.
    private static string Written(Formula formula) => formula.Source.Text[formula.Id.Length..].Trim();

    private static string Years(Formula formula) => formula.From is null && formula.To is null ? "" : $"{formula.From}-{formula.To}";
}
