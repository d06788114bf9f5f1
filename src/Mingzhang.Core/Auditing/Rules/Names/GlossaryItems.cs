using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>名词解释与使用的科目相符：使用的项级科目都有解释，没有使用的不必解释。</summary>
public sealed class GlossaryItems : IDisclosureRule
{
    // Fewer chains are mentions in passing, no list of items.
    private const int FewestItems = 3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0523", "名词解释列出的项级科目就是报表使用的项级科目：不缺，也不列没有使用的");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var chains = ItemChain.All(context.Disclosure).Where(c => c.InGlossary).ToList();
        var codes = new DocumentCodes(context);
        // An item that only receipts are booked under is no item of expenditure.
        var used = codes.Items.Where(c => codes.Printed(c).Any(p => !p.Statement.Contains("收入", StringComparison.Ordinal) || p.Statement.Contains("支出", StringComparison.Ordinal))).ToList();
        if (chains.Count < FewestItems || used.Count == 0)
            yield break;
        // 行政运行 stands under many 款, so that the 款 has its say where names are shared.
        var tree = (context.Disclosure.Facts.Year is { } year ? context.Catalogue.Find(ClassificationCatalogue.Function, year) : null) ?? context.Catalogue.Newest(ClassificationCatalogue.Function);
        var elsewhere = (tree?.Items ?? []).Where(i => i.Code.Length == 7 && !used.Contains(i.Code)).ToLookup(i => DocumentCodes.Plain(i.Name), StringComparer.Ordinal);
        // 行政运行 of a 款 that no table uses is that item, and not the 行政运行 of the tables.
        bool IsAnother(ItemChain chain, string code) =>
            !codes.IsNamed(code[..5], chain.Group, tree) && elsewhere[DocumentCodes.Plain(chain.Item)].Any(i => tree?.Find(i.Code[..5]) is { } group && DocumentCodes.Exactly(group.Name, chain.Group));
        bool Explains(ItemChain chain, string code) => !IsAnother(chain, code) && codes.IsNamed(code, chain.Item, tree) && (used.Count(u => codes.Name(u) == codes.Name(code)) == 1 || codes.IsNamed(code[..5], chain.Group, tree) || (codes.Name(code[..5]) is null && tree?.Find(code[..5]) is null));
        var missing = used.Where(code => !chains.Exists(chain => Explains(chain, code))).ToList();
        var unused = chains.Where(chain => !used.Exists(code => Explains(chain, code))).ToList();
        var heading = chains[0].Section.Split('/').FirstOrDefault(h => h.Contains("功能分类科目", StringComparison.Ordinal)) ?? HeadingBefore(context.Disclosure, chains[0]);
        if (missing.Count > 0)
        {
            var names = string.Join("、", missing.Select(c => $"{c}{codes.Name(c)}"));
            var message = $"报表使用{used.Count}个项级科目，名词解释缺{missing.Count}个：{names}。";
            // 主要支出功能分类科目 need not be all of them.
            yield return (heading.Contains("主要", StringComparison.Ordinal) ? this.Warning(FindingKind.Missing, message) : this.Error(FindingKind.Missing, message)) with
            {
                Section = chains[0].Section,
                Row = "各支出功能分类科目（项级）",
                Quote = heading,
                Printed = $"解释{chains.Count}个科目",
                Expected = $"另应解释{string.Join("、", missing)}",
                At = PrintedWords.PlaceOf(context.Disclosure, heading, chains[0].At),
            };
        }

        if (unused.Count > 0)
        {
            yield return this.Warning(FindingKind.Other, $"名词解释列有报表没有使用的科目：{string.Join("、", unused.Select(u => u.Item))}。") with
            {
                Section = chains[0].Section,
                Row = string.Join("、", unused.Select(u => u.Item)),
                Quote = string.Join(" | ", unused.Select(u => u.Text)),
                Printed = $"{unused.Count}个未使用的科目",
                Expected = "删去或换成使用的科目",
                At = unused[0].At,
            };
        }
    }

    private static string HeadingBefore(Disclosure disclosure, ItemChain chain)
    {
        var at = disclosure.Narrative.ToList().FindIndex(p => p.Section == chain.Section && Editions.Labels.WithoutSpaces(PrintedWords.PlainBrackets(p.Text)).Contains(chain.Text, StringComparison.Ordinal));
        var before = disclosure.Narrative.Take(Math.Max(0, at)).LastOrDefault(p => p.Text.Contains("功能分类科目", StringComparison.Ordinal));
        return before?.Text ?? PrintedWords.LastHeading(chain.Section);
    }
}
