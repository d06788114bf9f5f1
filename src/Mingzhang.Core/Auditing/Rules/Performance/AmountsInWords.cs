using System.Globalization;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>金额栏填写数字，不填栏名的字样。</summary>
public sealed class AmountsInWords : IDisclosureRule
{
    private static readonly string[] Labels = ["项目总预算", "项目当年预算", "资金总额", "当年资金总额", "其中:财政拨款", "其中：财政拨款", "其中:当年财政拨款", "其中：当年财政拨款", "财政拨款", "当年财政拨款", "其他资金", "当年其他资金", "预算数", "执行数", "年度财政资金总额"];

    // What stands for no amount.
    private static readonly string[] None = ["/", "／", "-", "—", "——", "无", "零", "*"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0106", "项目绩效目标表的金额栏（项目总预算、当年预算、其他资金等）填写数字，不填“当年”“其他”等字样", "《预算法》第三十二条");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var projects = TableProject.All(context);
        if (Units(context) is { } units)
            yield return units;
        foreach (var form in ProjectForm.All(context.Disclosure))
        {
            var words = form.Form.Fields.Where(f => Labels.Contains(Leaf(f.Key)) && !f.Value.Any(char.IsDigit) && !None.Contains(f.Value)).ToList();
            if (words.Count == 0)
                continue;
            // A word of the label itself is no answer in any reading; another one (按实际结算) may be.
            var repeats = words.TrueForAll(w => Leaf(w.Key).Contains(w.Value, StringComparison.Ordinal));
            var list = string.Join("、", words.Select(w => $"“{Leaf(w.Key)}”填的是“{w.Value}”"));
            var message = $"{form.Called()}的金额栏没有填数字：{list}。";
            yield return (repeats ? this.Error(FindingKind.Placeholder, message) : this.Warning(FindingKind.Placeholder, message)).In(
                form, string.Join("/", words.Select(w => Leaf(w.Key))), Leaf(words[0].Key), string.Join(' ', words.Select(w => $"{Leaf(w.Key)} {w.Value}")),
                string.Join("；", words.Select(w => w.Value)), Expected(form, words[0].Key, projects), PrintedWords.PlaceOf(context.Disclosure, Leaf(words[0].Key), form.Form.At));
        }
    }

    // The header says 万元: a unit in the cell too is told where the other forms leave it out.
    private Finding? Units(RuleContext context)
    {
        var amounts = ProjectForm.All(context.Disclosure).Where(f => f.IsSelfEvaluation).SelectMany(f => f.Form.Fields.Where(x => x.Key is "预算数" or "执行数").Select(x => new { Form = f, x.Key, Text = x.Value })).ToList();
        var units = amounts.FindAll(a => a.Text.EndsWith('万') || a.Text.EndsWith("万元", StringComparison.Ordinal));
        if (units.Count == 0 || units.Count == amounts.Count)
            return null;
        return this.Warning(FindingKind.Unit, $"预算执行情况的栏名已注明单位，{string.Join("、", units.Select(u => u.Form.Called()).Distinct())}的金额又写“万”，其他表不写：{string.Join("、", units.Select(u => u.Text).Distinct())}。").In(
            units[0].Form, "预算执行情况", units[0].Key, string.Join(' ', units.Select(u => u.Text)), string.Join("、", units.Select(u => u.Text).Distinct()), "只填数字", PrintedWords.PlaceOf(context.Disclosure, units[0].Text, units[0].Form.Form.At));
    }

    private static string Leaf(string key) => key[(key.LastIndexOf('/') + 1)..];

    private static string? Expected(ProjectForm form, string key, IReadOnlyList<TableProject> projects)
    {
        if (key.EndsWith("其他资金", StringComparison.Ordinal))
        {
            var year = key.EndsWith("当年其他资金", StringComparison.Ordinal) ? "当年" : "";
            var (total, grant) = (form.Ending(year + "资金总额"), form.Ending($"其中:{year}财政拨款") ?? form.Ending($"其中：{year}财政拨款"));
            return total is { } all && grant is { } part ? (all.Value - part.Value).ToString("0.####", CultureInfo.InvariantCulture) : null;
        }

        return form.Sources.FirstOrDefault(s => s.Source == "合计") is { Source: not null } sum ? sum.Amount.Text
            : TableProject.Of(form, projects)?.Amount is { } amount ? amount.ToString(CultureInfo.InvariantCulture)
            : null;
    }
}
