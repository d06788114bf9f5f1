using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>按另一项目金额的百分之几测算的，与那个项目的预算相符。</summary>
public sealed partial class ShareOfProject : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0117", "按另一项目金额的百分之几测算的经费，等于那个项目的预算乘以百分比，不等的说明原因");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var projects = TableProject.All(context);
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal))
        {
            foreach (var line in form.Details)
            {
                if (line.Basis is not { } basis || line.Amount is not { } amount || Share().Match(FigureText.Compact(basis)) is not { Success: true } match)
                    continue;
                var name = Stem(match.Groups["of"].Value);
                // The project of that very name, and no other one that merely begins with it.
                var named = projects.Where(p => p.Amount is > 0m && Stem(p.Name) == name).ToList();
                if (named is not [{ Amount: { } whole } project])
                    continue;
                var right = whole * decimal.Parse(match.Groups["rate"].Value, CultureInfo.InvariantCulture) / 100m;
                if (amount.Agrees(right))
                    continue;
                var expected = right.ToString("0.####", CultureInfo.InvariantCulture);
                yield return this.Warning(FindingKind.Logic, $"“{form.Name}”按“{match.Groups["of"].Value}”金额的 {match.Groups["rate"].Value}% 测算，{project.Table}中“{project.Name}”是 {whole} 万元，应为 {expected} 万元，列了 {amount.Text}，没有说明原因。").In(
                    form, line.Key, "测算依据及说明", basis, amount.Text, expected, PrintedWords.PlaceOf(context.Disclosure, basis, form.Form.At)) with
                {
                    Arithmetic = $"{whole} × {match.Groups["rate"].Value}% = {expected}",
                };
            }
        }
    }

    private static string Stem(string name) => Affixes().Replace(NameText.Normal(name), "");

    [GeneratedRegex("按照?(?<of>[\\u4e00-\\u9fff]{2,20}?)(?:金额|资金|总额|额|费用)的(?<rate>[0-9]+(?:\\.[0-9]+)?)[%％]")]
    private static partial Regex Share();

    [GeneratedRegex("^20[0-9]{2}年度?|(?:支付|支出|拨付|补助|资金|经费|项目|预算)+$")]
    private static partial Regex Affixes();
}
