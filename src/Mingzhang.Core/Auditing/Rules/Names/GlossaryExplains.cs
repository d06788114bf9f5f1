using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>名词解释有解释：所列的科目之后写明反映什么支出，不只列名称。</summary>
public sealed partial class GlossaryExplains : IDisclosureRule
{
    // A name or two without a word is a slip of its line; a list of them explains nothing.
    private const int Fewest = 3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0525", "名词解释所列的项级科目都有解释（反映……），不只列科目名称");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var chains = ItemChain.All(context.Disclosure).Where(c => c.InGlossary).ToList();
        var bare = chains.Where(c => NextOrdinal().IsMatch(c.After)).ToList();
        if (bare.Count < Fewest)
            yield break;
        yield return this.Warning(FindingKind.Missing, $"名词解释中 {bare.Count} 个科目只列了名称，没有解释：{string.Join("、", bare.Select(c => c.Item).Distinct())}。") with
        {
            Section = bare[0].Section,
            Row = bare[0].Item,
            Quote = string.Join(" | ", bare.Select(c => c.Text)),
            Printed = $"{bare.Count}个科目没有解释",
            Expected = "反映……的支出",
            At = bare[0].At,
        };
    }

    // Nothing but the ordinal of the next one stands behind it.
    [GeneratedRegex("^[”\"。；;，]*[（(]?[0-9一二三四五六七八九十]{0,3}[）)]?[.、．“]*$")]
    private static partial Regex NextOrdinal();
}
