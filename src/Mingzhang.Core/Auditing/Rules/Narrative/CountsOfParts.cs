using System.Globalization;
using Mingzhang.Core.Auditing.Sentences;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>数量的列举与总数相符：“共有车辆 8 辆，其中：……、其他用车 8 辆”各项之和等于总数。</summary>
internal sealed class CountsOfParts : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0107", "“其中”所列各类数量（车辆、设备、人数等）之和应与总数相符");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (var list in CountList.In(paragraph.Parsed.Text))
            {
                var sum = list.Parts.Sum(p => p.Number);
                // Without 其他 the list may name some kinds only; and kinds that overlap (党员、女性) may come to more.
                if (list.Parts.Count < 2 || sum == list.Total || (sum < list.Total && !list.IsComplete))
                    continue;
                yield return Report(paragraph, list, sum);
            }
        }
    }

    private Finding Report(StatingParagraph paragraph, CountList list, decimal sum) => this.At(
        paragraph, list.Span, list.IsComplete ? Severity.Error : Severity.Hint, FindingKind.Sum,
        $"“{list.Subject}”共 {Text(list.Total)}{list.Unit}，所列各类之和为 {Text(sum)}{list.Unit}，请核对。",
        Text(list.Total) + list.Unit, Text(sum) + list.Unit, $"{string.Join(" + ", list.Parts.Where(p => p.Number != 0m).Select(p => Text(p.Number)).DefaultIfEmpty("0"))} = {Text(sum)}", isSure: false) with
    { Row = list.Subject };

    private static string Text(decimal number) => number.ToString("0", CultureInfo.InvariantCulture);
}
