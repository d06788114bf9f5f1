using Mingzhang.Core.Auditing.Rules.Performance;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>明细测算的支出经济分类是经济分类科目：不写功能科目或活动名称。</summary>
public sealed class EconomicItems : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0531", "项目支出明细测算的“支出经济分类”填经济分类科目名称，不填功能科目或活动名称", "当年《政府收支分类科目》");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Catalogue.Newest(ClassificationCatalogue.Economic) is not { } economic)
            yield break;
        var functions = context.Catalogue.Newest(ClassificationCatalogue.Function);
        var wrong = new List<(string Name, string Project, ProjectForm Form)>();
        foreach (var form in ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal))
        {
            foreach (var line in form.Details)
            {
                if (line.Economic is { Length: > 2 } name && !economic.Items.Any(i => Named(i, name)))
                    wrong.Add((name, form.Name, form));
            }
        }

        foreach (var group in wrong.GroupBy(w => w.Name))
        {
            var (name, _, form) = group.First();
            var function = functions?.Items.FirstOrDefault(i => Named(i, name));
            yield return this.Warning(FindingKind.Column, $"支出经济分类填“{name}”，{(function is null ? "不是经济分类科目的名称" : $"它是功能科目{function.Code}的名称，不是经济分类科目")}（{string.Join("、", group.Select(g => g.Project).Distinct())}）。") with
            {
                Statement = form.Form.Form,
                Row = string.Join("、", group.Select(g => g.Project).Distinct()),
                Column = new Disclosures.ColumnPath("支出经济分类"),
                Quote = name,
                Printed = name,
                Expected = "经济分类款级科目",
                At = PrintedWords.PlaceOf(context.Disclosure, name, form.Form.At),
            };
        }
    }

    // Offices put the code before the name, and shorten 维修（护）费 and the like.
    private static bool Named(ClassificationItem item, string printed)
    {
        var name = NameText.Normal(printed).TrimStart("0123456789-".ToCharArray());
        return item.Aliases.Prepend(item.Name).Any(n => DocumentCodes.Same(n, name) || (name.Length >= 4 && NameText.Likeness(NameText.Normal(n), name) >= 700)) || name == item.Code;
    }
}
