using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Rules;

namespace Mingzhang.Cases.Tests.Narrative;

/// <summary>Rules run side by side on one document: what they share may be asked by all of them at once.</summary>
public class SideBySideTests
{
    // Enough that the first to ask and the next ones meet.
    private const int Runs = 20;

    [Fact]
    public void All_rules_may_ask_for_the_links_of_all_sentences_at_once()
    {
        var sentences = Enumerable.Range(1, 200).Select(i => $"2026年基本支出{i}万元，比2025年增加{i}万元；项目支出400万元，培训{i}期。").ToArray();
        var disclosure = NarratedDocument.Read("national-budget", "一、部门收支总体情况", sentences);
        var document = AuditedDocument.Prepare(disclosure, [Product.Data.Editions.Find("national-budget")!], Product.Data.Rules);
        for (var run = 0; run < Runs; run++)
        {
            var context = new RuleContext(disclosure, document, Product.Data.Catalogue, () => []) { Wordings = Product.Data.Wordings };
            using var start = new Barrier(8);
            var links = new int[8];
            Thread[] rules = [.. Enumerable.Range(0, links.Length).Select(r => new Thread(() =>
            {
                start.SignalAndWait();
                links[r] = context.Narrative.Paragraphs.SelectMany(p => p.Parsed.Amounts).Count(a => context.Narrative.LinkOf(a) is not null);
            }))];
            Array.ForEach(rules, r => r.Start());
            Array.ForEach(rules, r => r.Join());
            Assert.True(links[0] >= 400, $"only {links[0]} amounts are linked");
            Assert.All(links, l => Assert.Equal(links[0], l));
        }
    }
}
