using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>明细测算的支出经济分类写全称。</summary>
public sealed class CutEconomic : IDisclosureRule
{
    private const int Shortest = 4;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0116", "项目支出明细测算的支出经济分类名称写全，不截断", "《政府收支分类科目》");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var names = context.Catalogue.All.Where(c => c.Name.Contains("经济", StringComparison.Ordinal)).SelectMany(c => c.Items).SelectMany(e => (e.Aliases ?? []).Prepend(e.Name)).Select(NameText.Normal).ToHashSet(StringComparer.Ordinal);
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal))
        {
            foreach (var line in form.Details.Where(d => d.Economic is { Length: >= Shortest }))
            {
                var name = NameText.Normal(line.Economic!);
                if (names.Contains(name) || names.FirstOrDefault(n => n.StartsWith(name, StringComparison.Ordinal) && n.Length - name.Length <= 2) is not { } whole)
                    continue;
                yield return this.Warning(FindingKind.Name, $"“{form.Name}”明细测算的支出经济分类写作“{line.Economic}”，科目名称是“{whole}”，疑被截断。").In(
                    form, $"项目支出明细测算/{line.Key}", "支出经济分类", $"{line.Key} {line.Economic} {line.Amount?.Text}", line.Economic, whole, PrintedWords.PlaceOf(context.Disclosure, line.Economic!, form.Form.At));
            }
        }
    }
}
