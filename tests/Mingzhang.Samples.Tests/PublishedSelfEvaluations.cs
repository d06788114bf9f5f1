using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Performance;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Samples.Tests;

/// <summary>The self-evaluations of the sample come out of the scheme as they were published, but for what known-differences.md lists.</summary>
public sealed class PublishedSelfEvaluations
{
    private const string Sample = "dongxihu-2024", Seed = "seeds/dongxihu-2024-final.txt", Whole = "部门整体";

    private static readonly SelfEvaluator Evaluator = Make();

    // Names of the document that differ from the ledger's.
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["评优离医疗经费"] = "保优离医疗经费",
        ["医保中心工作经费"] = "医保服务中心工作经费",
        ["医疗救助项目"] = "贫困群众医疗救助",
    };

    [Fact]
    public void Every_published_score_is_computed_and_every_listed_difference_is_one()
    {
        var computed = Evaluator.Projects.Select(Evaluator.Of).Append(Evaluator.Whole()).ToDictionary(e => e.Project?.Name ?? Whole, StringComparer.Ordinal);
        var known = Listed();
        var compared = 0;
        var different = new List<string>();
        foreach (var (project, item, printed) in Published())
        {
            var evaluation = computed[Names.GetValueOrDefault(project, project)];
            var own = item switch { "执行率" => evaluation.Execution.Rate, "得分" => evaluation.ExecutionScore, _ => evaluation.Total };
            compared++;
            if (own != printed)
                different.Add($"{project} {item} {printed} {own}");
        }

        Assert.Equal(known, different);
        Assert.Equal(25, compared);
    }

    [Fact]
    public void The_forms_print_the_scores_of_the_scheme()
    {
        var forms = World.Compiled(Sample).Performance.Where(f => f.Project is not null).ToDictionary(f => f.Project!, StringComparer.Ordinal);

        Assert.All(Evaluator.Projects.Select(Evaluator.Of), e =>
        {
            Assert.Equal(e.Total, FigureText.Parse(Field(forms[e.Name], "总分"))!.Value.Value);
            Assert.Equal(e.Indicators.Select(i => i.Score), forms[e.Name].Indicators.Select(i => i.Score));
        });
    }

    [Fact]
    public void All_ten_projects_have_their_execution()
    {
        var ledger = LedgerLoader.Load(World.Sample(Sample), World.Data.Catalogue).Ledger!;
        var rates = ledger.Performance.Money.Where(m => m.ProjectCode is not null).Select(m => ExecutionFigures.Of(ledger, ledger.Projects.Single(p => p.Code == m.ProjectCode))).ToList();

        Assert.Equal(10, rates.Count);
        Assert.Equal([19.81m, 38.43m, 85.46m, 90.43m, 94.59m, 97.78m, 98.65m, 100m, 100m, 100m], rates.Select(r => r.Rate!.Value).Order());
    }

    [Fact]
    public void Nothing_of_the_year_demands_a_cause_that_the_office_did_not_give() =>
        Assert.All(Evaluator.Projects.Select(Evaluator.Of).Append(Evaluator.Whole()), e => Assert.All(e.Demands, d => Assert.True(d.IsGiven, $"{e.Name} {d.Why}")));

    // The forms give rate, score and total; the summary of the whole department stands in its text.
    private static IEnumerable<(string Project, string Item, decimal Printed)> Published()
    {
        foreach (var form in World.Published(Seed).Performance.Where(f => f.Project is not null))
        {
            foreach (var item in (string[])["执行率", "得分", "总分"])
            {
                if (Field(form, item) is { } text)
                    yield return (form.Project!, item, FigureText.Parse(text.TrimEnd('%'))!.Value.Value);
            }
        }

        yield return (Whole, "执行率", 93m);
        yield return (Whole, "得分", 18.6m);
        yield return (Whole, "总分", 98.6m);
    }

    private static List<string> Listed() =>
    [
        .. File.ReadAllLines(World.Sample(Sample, "known-differences.md")).SkipWhile(l => l != "## 绩效自评得分").Skip(1)
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| 项目", StringComparison.Ordinal) && !l.StartsWith("| ---", StringComparison.Ordinal))
            .Select(l => l.Split('|', StringSplitOptions.TrimEntries)).Select(c => $"{c[1]} {c[2]} {c[3]} {c[4]}"),
    ];

    private static string? Field(PerformanceForm form, string name) => form.Fields.Where(f => f.Key == name).Select(f => f.Value).FirstOrDefault();

    private static SelfEvaluator Make()
    {
        var ledger = LedgerLoader.Load(World.Sample(Sample), World.Data.Catalogue).Ledger!;
        return new SelfEvaluator(ledger, World.Data.Schemes.Of(ledger)!);
    }
}
