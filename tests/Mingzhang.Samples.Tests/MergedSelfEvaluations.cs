using Mingzhang.Core.Auditing;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Publishing;

namespace Mingzhang.Samples.Tests;

/// <summary>Self-evaluations of several projects merged, as forms: in the document where the department wants them, by themselves at any time.</summary>
public sealed class MergedSelfEvaluations
{
    private const string Sample = "dongxihu-2024", Title = "绩效自评汇总表";

    private static readonly Ledger Own = LedgerLoader.Load(World.Sample(Sample), World.Data.Catalogue).Ledger!;

    private static readonly Ledger Wanting = Own with { Performance = Own.Performance with { Entries = [.. Own.Performance.Entries, new FormEntry(null, "公开汇总自评表", "是")] } };

    [Fact]
    public void They_are_part_of_the_document_only_where_the_department_wants_them()
    {
        Assert.DoesNotContain(Compiled(Own).Performance, f => f.Form == Title);
        var forms = Compiled(Wanting).Performance.Where(f => f.Form == Title).ToList();
        var merged = new SelfEvaluator(Own, World.Data.Schemes.Of(Own)!).Merged();
        Assert.NotEmpty(merged);
        Assert.Equal(merged.Select(e => (e.Name, e.Total)), forms.Select(f => (f.Project!, (decimal?)FigureText.Parse(Field(f, "总分"))!.Value.Value)));
    }

    [Fact]
    public void They_name_their_members_with_the_money_behind_each_and_what_these_explained()
    {
        var form = Compiled(Wanting).Performance.First(f => f.Form == Title && f.Project == "特定人员专项支出项目");
        Assert.Contains("贫困群众医疗救助", Field(form, "汇总的项目和资金"), StringComparison.Ordinal);
        Assert.Contains("万元；", Field(form, "汇总的项目和资金"), StringComparison.Ordinal);
        Assert.Contains("贫困群众医疗救助：", Field(form, "偏差大或目标未完成原因分析"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_found_in_them_was_found_in_their_members()
    {
        static HashSet<string> Found(Ledger ledger) => [.. World.Audit(Compiled(ledger)).Findings.Where(f => f.Severity != Severity.Hint).Select(f => f.Rule)];
        Assert.Empty(Found(Wanting).Except(Found(Own)));
    }

    [Theory]
    [InlineData("html")]
    [InlineData("docx")]
    [InlineData("xlsx")]
    public void They_are_printed_by_themselves(string format)
    {
        var edition = World.Data.Editions.Find(Own.Settings.FinalEdition!)!;
        var forms = PerformanceForms.Compile(Own, edition, World.Data.Catalogue, "2024年绩效自评汇总表", FormChoice.Merged);
        Assert.All(forms.Performance, f => Assert.Equal(Title, f.Form));
        var files = Publishers.Find(format)!.Publish(forms, new PublishContext([edition]), TestContext.Current.CancellationToken);
        Assert.True(files.IsRead, files.Error);
        Assert.NotEmpty(files.Value);
    }

    private static Disclosure Compiled(Ledger ledger) => Compiler.Compile(ledger, World.Data.Editions.Find(ledger.Settings.FinalEdition!)!, World.Data.Catalogue, World.Data.Outlines);

    private static string Field(PerformanceForm form, string name) => form.Fields.Where(f => f.Key == name).Select(f => f.Value).FirstOrDefault() ?? "";
}
