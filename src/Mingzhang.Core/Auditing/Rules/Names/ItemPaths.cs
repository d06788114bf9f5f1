using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>文字中的类、款、项与报表相符：每个项级科目写在它所属的类、款之下，名称与报表相同。</summary>
public sealed partial class ItemPaths : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0522", "情况说明和名词解释中的（类）（款）（项）与报表及政府收支分类科目相符", "当年《政府收支分类科目》");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var codes = new DocumentCodes(context);
        var tree = (context.Disclosure.Facts.Year is { } year ? context.Catalogue.Find(ClassificationCatalogue.Function, year) : null) ?? context.Catalogue.Newest(ClassificationCatalogue.Function);
        string? NameOf(string code) => codes.Name(code) ?? tree?.Find(code)?.Name;
        var used = codes.Items.ToHashSet(StringComparer.Ordinal);
        foreach (var chain in ItemChain.All(context.Disclosure))
        {
            var candidates = used.Where(c => codes.IsNamed(c, chain.Item, tree)).ToList();
            if (candidates.Count == 0)
                candidates = [.. tree?.Items.Where(i => i.Code.Length == 7 && DocumentCodes.Same(i.Name, chain.Item)).Select(i => i.Code) ?? []];
            bool Agrees(string code, string printed) => NameOf(code) is null || codes.IsNamed(code, printed, tree);
            bool Fits(string code) => Agrees(code[..3], chain.Class) && Agrees(code[..5], chain.Group);
            if (candidates.Count == 0)
            {
                if (ByAmount(context, chain, used, NameOf) is { } meant)
                    yield return Wrong(chain, chain.Item, "项", NameOf(meant)!, meant);
                continue;
            }

            // An item of the classification that the tables do not use is no slip: the rule on the glossary names it.
            if (candidates.Find(Fits) is { } fitting)
            {
                if (Incomplete(codes, tree, chain, fitting) is { } incomplete)
                    yield return incomplete;
                continue;
            }

            if (tree?.Items.Any(i => i.Code.Length == 7 && DocumentCodes.Same(i.Name, chain.Item) && Fits(i.Code)) ?? false)
                continue;
            // The code whose 类 or 款 is right is meant; without one, several items of the name leave it open.
            var near = candidates.Where(c => Agrees(c[..5], chain.Group)).Concat(candidates.Where(c => Agrees(c[..3], chain.Class))).Distinct().ToList();
            var code = near.Count > 0 ? near[0] : candidates.Count == 1 ? candidates[0] : null;
            if (code is null || NameOf(code[..3]) is not { } classOf || NameOf(code[..5]) is not { } groupOf)
                continue;
            if (!Agrees(code[..5], chain.Group))
                yield return Wrong(chain, chain.Group, "款", groupOf, code);
            else
                yield return Wrong(chain, chain.Class, "类", classOf, code);
        }
    }

    // A name that breaks off, or one the item bore before while the tables print the present one.
    private Finding? Incomplete(DocumentCodes codes, Classification? tree, ItemChain chain, string code)
    {
        foreach (var (printed, level, part) in new[] { (chain.Item, "项", code), (chain.Group, "款", code[..5]) })
        {
            if (tree?.Find(part) is not { } item || DocumentCodes.Exactly(printed, item.Name) || codes.Printed(part).Any(p => DocumentCodes.Exactly(p.Name, printed)))
                continue;
            var isFormer = item.Aliases.Any(a => DocumentCodes.Exactly(a, printed));
            if (isFormer ? codes.Printed(part).Any(p => DocumentCodes.Same(p.Name, item.Name)) : DocumentCodes.BreaksOff(printed, item.Name))
            {
                return Wrong(chain, printed, level, item.Name, part) with
                {
                    Message = isFormer ? $"“{printed}”是{part}的旧名称，报表用的是“{item.Name}”。" : $"“{printed}”的名称不完整，{part}是“{item.Name}”。",
                };
            }
        }

        return null;
    }

    // A name no table holds, with an amount that one item of the same 类 has: that item is meant.
    private static string? ByAmount(RuleContext context, ItemChain chain, HashSet<string> used, Func<string, string?> nameOf)
    {
        if (chain.InGlossary)
            return null;
        var amounts = Amounts().Matches(chain.After).Select(m => decimal.Parse(m.Groups["value"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)).ToHashSet();
        var rows = context.Disclosure.Statements.SelectMany(s => s.Rows
            .Where(r => used.Contains(r.Key) && DocumentCodes.Same(nameOf(r.Key[..3]) ?? "", chain.Class) && r.Cells.Any(c => c.Figure is { } figure && amounts.Contains(InWanYuan(figure.Value, s)))));
        return rows.Select(r => r.Key).Distinct().ToList() is [var only] ? only : null;
    }

    // What the text writes of a figure: 万元 with two decimals.
    private static decimal InWanYuan(decimal value, Statement statement) =>
        Precision.Round(value * (Units.Parse(statement.Unit ?? "") ?? Unit.WanYuan).InYuan() / Unit.WanYuan.InYuan(), 2);

    private Finding Wrong(ItemChain chain, string printed, string level, string expected, string code) =>
        this.Error(FindingKind.Name, $"“{chain.Item}”的{level}写作“{printed}”，报表和分类科目中{code}的{level}是“{expected}”。") with
        {
            Section = chain.Section,
            Row = chain.Item,
            Quote = chain.Text,
            Printed = $"{printed}（{level}）",
            Expected = $"{expected}（{level}）",
            At = chain.At,
        };

    [GeneratedRegex("(?<value>[0-9][0-9,]*\\.[0-9]+)万元")]
    private static partial Regex Amounts();
}
