using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Related;

/// <summary>A document that an audit compares with (对照文件): last year's, the budget of the year, that of the department above.</summary>
/// <param name="Role">What it is to the audited document.</param>
/// <param name="Context">Its content, as rules look at any document.</param>
public sealed record RelatedDocument(RelatedRole Role, RuleContext Context)
{
    /// <summary>The disclosure.</summary>
    public Disclosure Disclosure => Context.Disclosure;

    /// <summary>Name of its file; what it is in words where it has none.</summary>
    public string Name => Disclosure.Facts.File ?? Words;

    /// <summary>What it is in words: “2023年部门决算（上年决算）”.</summary>
    public string Words => $"{Disclosure.Facts.Year}年{(Disclosure.Facts.Kind == DisclosureKind.Budget ? "部门预算" : "部门决算")}（{(Role == RelatedRole.Department ? Disclosure.Facts.Agency : Role.Name())}）";

    /// <summary>Sorts the documents given for comparison.</summary>
    /// <param name="own">The audited document.</param>
    /// <param name="edition">Edition it was bound to, which may tell its kind.</param>
    /// <param name="others">The documents.</param>
    /// <param name="editions">All editions.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <param name="wordings">Which wording means which cell.</param>
    /// <returns>Those that can be compared, and a sentence for each that cannot.</returns>
    internal static (IReadOnlyList<RelatedDocument> Related, IReadOnlyList<string> Refused) Sort(
        DocumentFacts own, Edition? edition, IReadOnlyList<Disclosure> others, IReadOnlyList<Edition> editions, ClassificationCatalogue catalogue, IReadOnlyList<Wording> wordings)
    {
        var related = new List<RelatedDocument>();
        var refused = new List<string>();
        foreach (var other in others)
        {
            var document = AuditedDocument.Prepare(other, editions, []);
            var facts = other.Facts with { Kind = other.Facts.Kind ?? document.Edition?.Kind };
            if (RelatedRoles.Of(own with { Kind = own.Kind ?? edition?.Kind }, facts) is { } role)
            {
                related.Add(new RelatedDocument(role, new RuleContext(other with { Facts = facts }, document, catalogue, () => []) { Wordings = wordings }));
            }
            else
            {
                refused.Add(
                    $"对照文件 {other.Facts.File ?? "（未命名）"}（{Described(facts)}）与本文件（{Described(own)}）没有可以对照的关系：可以对照同一单位的上年预算、上年决算、本年预算，或上级部门同年的同类文件");
            }
        }

        return (related, refused);
    }

    private static string Described(DocumentFacts facts) =>
        $"{facts.Agency ?? "单位不明"}{(facts.Year is { } year ? $"{year}年" : "年度不明")}{facts.Kind switch { DisclosureKind.Budget => "预算", DisclosureKind.Final => "决算", _ => "种类不明" }}";
}
