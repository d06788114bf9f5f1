using Mingzhang.Core.Auditing.Rules.Performance;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>项目名称前后一致：项目支出表、整体绩效目标表、项目绩效目标表和情况说明对同一项目用同一名称。</summary>
public sealed class ProjectNames : IDisclosureRule
{
    // A name that differs much may be another project of the same amount.
    private const int Alike = 600;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0511", "同一项目（编码或金额相同）在项目支出表、绩效目标表和情况说明中名称一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var projects = TableProject.All(context);
        var forms = ProjectForm.All(context.Disclosure);
        var names = projects.Select(p => NameText.Normal(p.Name)).ToHashSet(StringComparer.Ordinal);
        var items = new DocumentCodes(context);
        names.UnionWith(items.Codes.Select(c => NameText.Normal(items.Name(c)!)));
        var shared = projects.Where(p => p.Amount is not null).CountBy(p => p.Amount!.Value).Where(p => p.Value > 1).Select(p => p.Key).ToHashSet();
        var stream = new PrintedStream(context.Disclosure);
        int Count(string name) => stream.Positions(Labels.WithoutSpaces(name)).Count();
        foreach (var project in projects)
        {
            var variants = new List<NameVariant>();
            var own = NameText.Normal(project.Name);
            foreach (var form in forms.Where(f => f.IsProjectGoal && ReferenceEquals(TableProject.Of(f, projects), project)))
            {
                // An application form names its project twice.
                variants.AddRange(new[] { form.Field("申报项目名称"), form.Field("项目名称") }.OfType<string>().Where(n => NameText.Normal(n) != own).Select(n => new NameVariant(form.Form.Form, n, PrintedWords.PlaceOf(context.Disclosure, n, form.Form.At))));
            }

            foreach (var whole in forms.Where(f => f.IsWhole))
            {
                foreach (var (listed, budget) in whole.Projects)
                {
                    if (!names.Contains(NameText.Normal(listed)) && budget is { } amount && project.Amount is { } printed && amount.Agrees(printed) && !shared.Contains(printed) && TableProject.Alike(listed, project.Name))
                        variants.Add(new NameVariant(whole.Form.Form, listed, PrintedWords.PlaceOf(context.Disclosure, listed, whole.Form.At)));
                }
            }

            if (project.Amount is { } sum && !shared.Contains(sum))
                variants.AddRange(Narrated(context, own, sum, names));
            var different = variants.DistinctBy(v => NameText.Normal(v.Name)).ToList();
            if (different.Count == 0)
                continue;
            // Where another name is the usual one, it is the table that differs. A name within another is not counted there.
            var all = different.Select(d => d.Name).Append(project.Name).Distinct(StringComparer.Ordinal).ToList();
            int Alone(string name) => Count(name) - all.Where(o => o != name && o.Contains(name, StringComparison.Ordinal)).Sum(Count);
            var usual = different.Select(d => d.Name).Where(n => Alone(n) > Alone(project.Name)).MaxBy(Alone);
            var (where, odd, at) = usual is null ? different[0] : new NameVariant(project.Table, project.Name, project.At);
            var quoted = different.Select(d => $"{d.Where}“{d.Name}”");
            yield return this.Warning(FindingKind.Name, $"同一项目名称不一致：{project.Table}“{project.Name}”，{string.Join("，", quoted)}。") with
            {
                Statement = where,
                Row = odd,
                Quote = string.Join(" | ", different.Select(d => d.Name).Prepend(project.Name)),
                Printed = odd,
                Expected = usual ?? project.Name,
                At = at,
            };
        }
    }

    // “…项目某某经费 6 万元”: the words right before the amount, as long as they are like the name.
    private static IEnumerable<NameVariant> Narrated(RuleContext context, string own, decimal sum, HashSet<string> names)
    {
        foreach (var paragraph in context.Disclosure.Narrative)
        {
            var text = NameText.Normal(Labels.WithoutSpaces(paragraph.Text));
            foreach (System.Text.RegularExpressions.Match match in AmountWords.Amount().Matches(text))
            {
                if (ProjectForm.Parse(match.Value) is not { } amount || amount.Value != sum)
                    continue;
                var before = text[..match.Index];
                var window = before[Math.Max(0, before.Length - own.Length - 4)..];
                window = window[(window.LastIndexOfAny(['；', '。', '：', '元']) + 1)..];
                // A code path (…（项）) is no project, whatever it is called.
                if (window.EndsWith("项）", StringComparison.Ordinal) || window.EndsWith("项)", StringComparison.Ordinal) || names.Any(n => window.EndsWith(n, StringComparison.Ordinal)))
                    continue;
                var best = Enumerable.Range(0, window.Length).Select(i => window[i..]).Where(w => w.Length >= own.Length - 4).Select(w => new { Name = w, Score = NameText.Likeness(w, own) }).OrderByDescending(w => w.Score).FirstOrDefault();
                // 人员经费 before an amount is a figure of the tables, however a project may end in it.
                if (best?.Score >= Alike && !context.Wordings.Any(w => w.Variable == WordingVariable.None && w.Patterns.Any(p => p.Matches(best.Name, _ => true))))
                    yield return new NameVariant(PrintedWords.LastHeading(paragraph.Section), Whole(before, best.Name), paragraph.At);
            }
        }
    }

    // The name goes back to the word 项目 or the ordinal before it, when these are near.
    private static string Whole(string before, string name)
    {
        var begun = before.Length - name.Length;
        for (var from = begun; from >= 2 && from >= begun - 4; from--)
        {
            if (before[..from].EndsWith("项目", StringComparison.Ordinal) || before[from - 1] is '；' or '）' or '。')
                return before[from..];
        }

        return name.StartsWith("项目", StringComparison.Ordinal) ? name[2..] : name;
    }

    // Another name of a project and where it stands.
    private sealed record NameVariant(string Where, string Name, Place At);
}
