using System.Text.RegularExpressions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Ledgers.Records;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Data.Tests.Ledgers;

/// <summary>The example of docs/ledger-format.md is a ledger that loads.</summary>
public sealed partial class LedgerFormatPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "ledger-format.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_example_of_the_page_loads_and_shows_every_file()
    {
        using var folder = new TemporaryFolder();
        foreach (Match example in Example().Matches(Page))
            folder.Write(example.Groups["file"].Value, example.Groups["text"].Value);
        var load = LedgerLoader.Load(folder.Path, SampleFolder.Catalogue);
        Assert.Empty(load.Mistakes);

        using var written = new TemporaryFolder();
        LedgerWriter.Write(load.Ledger!, written.Path);
        Assert.Equal(Files(written.Path), Files(folder.Path));
        Assert.Equal(14, load.Ledger!.Lines.Count);
    }

    [Fact]
    public void The_page_names_all_words_a_cell_may_hold()
    {
        var words = Enum.GetValues<Stage>().Select(stage => stage.ChineseName())
            .Concat(Enum.GetValues<MoneyYear>().Select(year => year.ChineseName()))
            .Concat(new[] { Flow.Opening, Flow.Closing, Flow.ReserveUsed, Flow.SurplusDistributed }.Select(flow => flow.ChineseName()))
            .Concat(BudgetUnit.Natures)
            .Concat(SampleFolder.Catalogue.Newest("支出类别")!.Items.Where(item => !item.IsSummary).Select(item => item.Name));
        Assert.All(words, word => Assert.Contains($"“{word}”", Page, StringComparison.Ordinal));
        Assert.All(Headcount.Kinds.Concat(Reception.Kinds).Concat(Remark.Topics).Concat(ProcurementLine.Kinds), word => Assert.Contains($"“{word}”", Page, StringComparison.Ordinal));
        Assert.All(Measurement.Bands.Concat(Measurement.Prospects).Concat(DeviationCause.Kinds).Concat(ResultUse.Measures), word => Assert.Contains($"“{word}”", Page, StringComparison.Ordinal));
        Assert.All(Comparative.Items, item => Assert.Contains(item, Page, StringComparison.Ordinal));
        Assert.All(ThreePublicBudget.EconomicCodes, code => Assert.Contains(code, Page, StringComparison.Ordinal));
    }

    private static IEnumerable<string?> Files(string folder) => Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [GeneratedRegex("`(?<file>[^`\n]+)`\n\n```(csv|yaml)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
