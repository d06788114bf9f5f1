using System.Runtime.CompilerServices;
using Mingzhang.Core.Auditing.Rules.Performance;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>同一金额的同一事项名称一致：两处名称只差一字、金额相同的，其中一处有误。</summary>
public sealed class NearlySameNames : IDisclosureRule
{
    // In a shorter name one other character is another thing: 办公费, 邮电费.
    private const int Shortest = 6;

    // 收入 and 支出, 城 and 乡 are different things.
    private const string Opposite = "收支入出增减男女城乡县村内外初末";

    // Short forms leave these out: 商品服务支出, 保障费.
    private const string Optional = "的和与及性费款类缴本等";

    // Some thousand names, the same for every document.
    private static readonly ConditionalWeakTable<ClassificationCatalogue, HashSet<string>> Items = [];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0513", "金额相同、名称只差一字的事项是同一事项，名称应当一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var mentions = Mentions(context).DistinctBy(m => new { m.Name, m.Amount, m.At }).ToList();
        var stream = new PrintedStream(context.Disclosure);
        var told = new HashSet<string>(StringComparer.Ordinal);
        // Items of the classification have rules of their own, and short forms of theirs are in use.
        var items = Items.GetValue(context.Catalogue, ItemsOf);
        var names = mentions.Select(m => m.Name).Where(n => !items.Contains(n)).Distinct(StringComparer.Ordinal).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var other in names.Skip(i + 1).Where(o => DiffersByOne(names[i], o)))
            {
                // A name may be within the other: only whole names are counted.
                var (odd, usual) = Count(stream, names[i], other) < Count(stream, other, names[i]) ? (names[i], other) : (other, names[i]);
                var place = mentions.First(m => m.Name == odd);
                var shared = mentions.Where(m => m.Name == odd).Select(m => m.Amount).Intersect(mentions.Where(m => m.Name == usual).Select(m => m.Amount)).ToList();
                // With different amounts only a name that lost its first character, once, is surely the same.
                var isCut = usual.Length == odd.Length + 1 && odd.Length >= Shortest && usual.EndsWith(odd, StringComparison.Ordinal) && Count(stream, odd, usual) == 1;
                if ((shared.Count > 0 || isCut) && told.Add(odd))
                {
                    yield return this.Warning(FindingKind.Name, $"“{odd}”与“{usual}”{(shared.Count > 0 ? $"金额相同（{FigureText.Format(shared[0], 2)}万元）、" : "")}只差一字，应是同一事项，名称不一致。") with
                    {
                        Section = place.Section,
                        Row = odd,
                        Quote = $"{odd} | {usual}",
                        Printed = odd,
                        Expected = usual,
                        At = PrintedWords.PlaceOf(context.Disclosure, odd, place.At),
                    };
                }
            }
        }
    }

    private static HashSet<string> ItemsOf(ClassificationCatalogue catalogue) =>
        new[] { ClassificationCatalogue.Function, ClassificationCatalogue.Economic }.SelectMany(t => catalogue.Newest(t)?.Items ?? []).Select(i => Plain(i.Name)).ToHashSet(StringComparer.Ordinal);

    // Names with an amount in 万元: of sentences and of performance forms.
    private static IEnumerable<Mention> Mentions(RuleContext context)
    {
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (var claim in paragraph.Parsed.Amounts.Where(a => a.Amount is { Unit: QuantityUnit.WanYuan, Value: > 0m }))
            {
                if (Plain(claim.Subject) is { Length: >= Shortest } name)
                    yield return new Mention(name, claim.Amount.Value, paragraph.Source.Section, paragraph.Source.At);
            }
        }

        foreach (var form in ProjectForm.All(context.Disclosure))
        {
            if ((form.Budget ?? form.Amount("预算数")) is { } budget && Plain(form.Name) is { Length: >= Shortest } name)
                yield return new Mention(name, budget.Value, null, form.Form.At);
        }
    }

    private static string Plain(string name) => NameText.Normal(Labels.WithoutSpaces(name)) is var normal && normal.EndsWith("项目", StringComparison.Ordinal) ? normal[..^2] : normal;

    // One Chinese character put in, left out or changed, that does not itself tell two things apart.
    private static bool DiffersByOne(string left, string right)
    {
        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (longer.Length - shorter.Length > 1)
            return false;
        var head = shorter.AsSpan().CommonPrefixLength(longer);
        var tail = 0;
        while (tail < shorter.Length - head && shorter[^(tail + 1)] == longer[^(tail + 1)])
            tail++;
        if (shorter.Length < longer.Length)
            return head + tail == shorter.Length && tail > 0 && IsHarmless(longer[head]) && !Optional.Contains(longer[head], StringComparison.Ordinal);
        return head + tail == shorter.Length - 1 && IsHarmless(shorter[head]) && IsHarmless(longer[head]);
    }

    private static bool IsHarmless(char c) => c is >= '\u4e00' and <= '\u9fff' && !AgencyName.Telling.Contains(c, StringComparison.Ordinal) && !Opposite.Contains(c, StringComparison.Ordinal);

    private static int Count(PrintedStream stream, string name, string other) =>
        stream.Positions(name).Count() - (other.Contains(name, StringComparison.Ordinal) ? stream.Positions(other).Count() : 0);

    private sealed record Mention(string Name, decimal Amount, string? Section, Place At);
}
