using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>不同项目的内容不照抄。</summary>
public sealed partial class CopiedContent : IDisclosureRule
{
    // Shorter texts agree by chance.
    private const int Long = 20;

    private static readonly string[] Measures = ["改进措施及结果应用方案", "改进措施"];

    private static readonly string[] Contents = ["项目主要内容", "项目实施方案", "项目概况"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0302", "不同项目的主要内容、实施方案、自评的改进措施不照抄同一段文字");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var texts = ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal).SelectMany(f => Contents.Select(c => new { Form = f, Field = c, Text = f.Field(c) })).Where(t => t.Text is { Length: >= Long });
        foreach (var same in texts.GroupBy(t => t.Text).Where(g => g.Select(t => t.Form.Name).Distinct().Count() > 1))
        {
            var first = same.First();
            var copy = same.Last(t => t.Form.Name != first.Form.Name);
            yield return this.Warning(FindingKind.Logic, $"“{copy.Form.Name}”的{copy.Field}与“{first.Form.Name}”一字不差，疑为照抄。") with
            {
                Statement = copy.Form.Form.Form,
                Row = $"{copy.Form.Name}/{copy.Field}",
                Quote = string.Join(" | ", copy.Form.Details.Select(d => d.Basis).Prepend(copy.Text)),
                Printed = copy.Text,
                At = copy.Form.Form.At,
            };
        }

        // The scores in such texts are each form's own; the words are what was copied.
        var measures = ProjectForm.All(context.Disclosure).Where(f => f.IsSelfEvaluation).SelectMany(f => Measures.Select(c => new { Form = f, Field = c, Text = f.Field(c) })).Where(t => t.Text is { Length: >= Long });
        foreach (var same in measures.GroupBy(t => new { t.Field, Words = Digits().Replace(t.Text!, "") }).Where(g => g.Count() > 1))
        {
            var first = same.First();
            yield return this.Warning(FindingKind.Duplicate, $"{string.Join("、", same.Select(s => s.Form.Called()))}{same.Count()}张自评表的“{first.Field}”一字不差，没有写各项目自己的情况。").In(
                first.Form, first.Field, first.Field, first.Text!, $"{same.Count()}表同文", "各项目自己的措施", PrintedWords.PlaceOf(context.Disclosure, first.Text!, first.Form.Form.At));
        }
    }

    [GeneratedRegex("[0-9.]+")]
    private static partial Regex Digits();
}
