using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Sentences;

/// <summary>A paragraph of the narrative and what it states.</summary>
/// <param name="Source">The paragraph.</param>
/// <param name="Parsed">What it states.</param>
/// <param name="Decimals">Finest decimals of amounts in 万元 in its chapter: the precision of all of them.</param>
public sealed record StatingParagraph(Paragraph Source, ParsedParagraph Parsed, int Decimals)
{
    /// <summary>The words of a stretch as printed.</summary>
    public string Quote(TextSpan span) => Parsed.Text.Quote(span);

    /// <summary>The words from one stretch to another.</summary>
    public string Quote(TextSpan from, TextSpan to) => Quote(new TextSpan(Math.Min(from.Start, to.Start), Math.Max(from.End, to.End)));
}

/// <summary>What the narrative states, linked to the tables (文字陈述及其对应). Definitions of terms state nothing.</summary>
public sealed class NarrativeFacts
{
    private readonly Dictionary<AmountClaim, WordingLink?> _links = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<AmountClaim, StatingParagraph> _owners = new(ReferenceEqualityComparer.Instance);
    private readonly WordingLinker _linker;

    private NarrativeFacts(RuleContext context)
    {
        _linker = new WordingLinker(context);
        Year = context.Disclosure.Facts.Year;
        Kind = context.Disclosure.Facts.Kind ?? context.Document.Edition?.Kind;
        var parsed = context.Disclosure.Narrative.Select(p => new { p.Section, Source = p, Paragraph = ParagraphParser.Parse(p.Text) }).ToList();
        ListLinker.Link([.. parsed.Select(p => new SectionParagraph(p.Section, p.Paragraph))]);
        var decimals = parsed.GroupBy(p => Chapter(p.Section)).ToDictionary(
            g => g.Key, g => g.SelectMany(p => p.Paragraph.Amounts).Where(a => a.Amount.Unit == QuantityUnit.WanYuan).Select(a => a.Amount.Decimals).DefaultIfEmpty(0).Max());
        Paragraphs = [.. parsed.Where(p => !p.Section.Contains("名词解释", StringComparison.Ordinal)).Select(p => new StatingParagraph(p.Source, p.Paragraph, decimals[Chapter(p.Section)]))];
        foreach (var paragraph in Paragraphs)
        {
            foreach (var amount in paragraph.Parsed.Amounts)
            {
                _owners[amount] = paragraph;
                // Rules run side by side and only read: all links are made before the first of them asks.
                _links[amount] = amount.IsAside || (amount.Year is { } year && Year is { } own && year != own) ? null : _linker.Link(amount, paragraph.Source.Section);
            }
        }
    }

    /// <summary>The paragraphs, in order.</summary>
    public IReadOnlyList<StatingParagraph> Paragraphs { get; }

    /// <summary>Year of the document; null when unknown.</summary>
    public int? Year { get; }

    /// <summary>Kind of the document; null when unknown.</summary>
    public DisclosureKind? Kind { get; }

    /// <summary>Codes by name.</summary>
    internal CodesByName Codes => _linker.Codes;

    /// <summary>Reads the narrative of a disclosure.</summary>
    public static NarrativeFacts Of(RuleContext context) => new(context);

    /// <summary>The paragraph an amount stands in.</summary>
    public StatingParagraph ParagraphOf(AmountClaim claim) => _owners[claim];

    /// <summary>What an amount means; null when no wording fits, or when it is of another year or within a reason.</summary>
    public WordingLink? LinkOf(AmountClaim claim) => _links.GetValueOrDefault(claim);

    /// <summary>What an amount means, whatever year its sentence names.</summary>
    public WordingLink? LinkIgnoringYear(AmountClaim claim) => claim.IsAside ? null : _linker.Link(claim, ParagraphOf(claim).Source.Section);

    /// <summary>What an amount of another document's text would mean in this one's tables; null when no wording fits.</summary>
    public WordingLink? LinkFrom(AmountClaim claim, string section) => _linker.Link(claim, section);

    /// <summary>What a budget that the paragraph does not state means.</summary>
    public WordingLink? LinkBudget(AmountClaim claim, StatingParagraph paragraph) => _linker.Link(claim, paragraph.Source.Section);

    /// <summary>What a name means where it is only mentioned.</summary>
    public WordingLink? LinkOf(string name, StatingParagraph paragraph, bool budget) => _linker.Link(name, paragraph.Source.Section, budget);

    /// <summary>The amount as printed, in 元.</summary>
    public Approximate Printed(AmountClaim claim) => Printed(claim.Amount, ParagraphOf(claim));

    /// <summary>A number as printed, in 元.</summary>
    public static Approximate Printed(Quantity number, StatingParagraph paragraph) =>
        Approximate.Of(number.Value, number.Decimals, number.Unit is QuantityUnit.WanYuan or QuantityUnit.Wan or QuantityUnit.None ? paragraph.Decimals : number.Decimals, number.InYuan);

    /// <summary>
    /// The amounts a claim may have meant: as printed; in 万元 where 元 is printed; and what the table says where the two differ.
    /// A relation that one of them satisfies is spoilt by a cause that is reported by itself.
    /// </summary>
    public IReadOnlyList<Approximate> Readings(AmountClaim claim)
    {
        var readings = new List<Approximate> { Printed(claim) };
        if (claim.Amount.Unit == QuantityUnit.Yuan)
            readings.Add(AsWanYuan(claim));
        if (LinkOf(claim) is { Cells.Count: > 0 } link && !link.Cells.Any(c => readings.Any(r => Approximate.Compare(r, c.Amount) == Fit.Holds)))
            readings.AddRange(link.Cells.Select(c => c.Amount));
        return readings;
    }

    /// <summary>The number of a claim as if its unit were 万元.</summary>
    public Approximate AsWanYuan(AmountClaim claim) =>
        Approximate.Of(claim.Amount.Value, claim.Amount.Decimals, ParagraphOf(claim).Decimals, 10_000m);

    private static string Chapter(string section) => string.Join('/', section.Split('/').Take(2));
}
