using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>情况说明所写设置绩效目标的资金等于各项目绩效目标表的预算之和。</summary>
public sealed partial class CoveredMoney : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0305", "情况说明所写绩效目标涉及的一般公共预算拨款，等于各项目绩效目标表的预算之和", "《中央部门预算绩效目标管理办法》财预〔2015〕88号（地方参照其表式）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal).ToList();
        // A form whose budget is unknown leaves the sum open, as do projects whose forms are not published.
        if (forms.Count == 0 || forms.Exists(f => f.Budget is null))
            yield break;
        var sum = forms.Sum(f => f.Budget!.Value);
        var table = TableProject.All(context).Where(p => p.Code is null || p.Code[11] == 'T').Sum(p => p.Amount ?? 0m);
        foreach (var paragraph in context.Disclosure.Narrative)
        {
            if (Covered().Match(FigureText.Compact(Labels.WithoutSpaces(paragraph.Text))) is not { Success: true } match || ProjectForm.Parse(match.Groups["amount"].Value) is not { } said || said.Agrees(sum) || said.Agrees(table))
                continue;
            var list = string.Join("、", forms.Select(f => $"“{f.Name}”{f.Budget!.Text}"));
            var message = $"设置绩效目标的一般公共预算拨款写{said.Text}，{forms.Count}张项目绩效目标表的预算合计{sum.ToString("0.####", CultureInfo.InvariantCulture)}万元：{list}。";
            var full = match.Value.Contains("全覆盖", StringComparison.Ordinal) || match.Value.Contains("全部", StringComparison.Ordinal);
            yield return (full ? this.Error(FindingKind.TextVsTable, message) : this.Warning(FindingKind.TextVsTable, message)) with
            {
                Section = paragraph.Section,
                Statement = forms[0].Form.Form,
                Quote = match.Value,
                Printed = said.Text,
                Expected = sum.ToString("0.####", CultureInfo.InvariantCulture),
                Arithmetic = $"{string.Join(" + ", forms.Select(f => f.Budget!.Text))} = {sum.ToString("0.####", CultureInfo.InvariantCulture)}",
                At = paragraph.At,
            };
        }
    }

    [GeneratedRegex("绩效(目标)?[^。；;]{0,16}[,，]涉及一般公共预算(本年|当年)?(财政)?(拨款|支出)(?<amount>[0-9][0-9.]*万元)")]
    private static partial Regex Covered();
}
