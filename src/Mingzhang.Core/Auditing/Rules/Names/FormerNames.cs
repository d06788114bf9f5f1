using Mingzhang.Core.Classifications;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>文字用科目的现行名称：报表已用新名称的，文字不再用旧名称。（类）（款）（项）连写的由另一规则查。</summary>
public sealed class FormerNames : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0524", "情况说明中的科目用报表所用的现行名称，不用旧名称", "当年《政府收支分类科目》");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var tree = (context.Disclosure.Facts.Year is { } year ? context.Catalogue.Find(ClassificationCatalogue.Function, year) : null) ?? context.Catalogue.Newest(ClassificationCatalogue.Function);
        var codes = new DocumentCodes(context);
        foreach (var code in codes.Items)
        {
            if (tree?.Find(code) is not { Aliases.Count: > 0 } item || !codes.Printed(code).All(p => DocumentCodes.Same(p.Name, item.Name)))
                continue;
            foreach (var paragraph in context.Narrative.Paragraphs)
            {
                var claim = paragraph.Parsed.Amounts.FirstOrDefault(a => item.Aliases.Any(alias => DocumentCodes.Exactly(alias, a.Subject)) && !DocumentCodes.Exactly(item.Name, a.Subject));
                if (claim is null)
                    continue;
                yield return this.Error(FindingKind.Name, $"“{claim.Subject}”是{code}的旧名称，报表用的是“{item.Name}”。") with
                {
                    Section = paragraph.Source.Section,
                    Row = claim.Subject,
                    Quote = paragraph.Quote(claim.Span),
                    Printed = claim.Subject,
                    Expected = item.Name,
                    At = PrintedWords.PlaceOf(context.Disclosure, claim.Subject, paragraph.Source.At),
                };
            }
        }
    }
}
