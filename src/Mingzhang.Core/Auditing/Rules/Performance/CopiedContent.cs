namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>不同项目的内容不照抄。</summary>
public sealed class CopiedContent : IDisclosureRule
{
    // Shorter texts agree by chance.
    private const int Long = 20;

    private static readonly string[] Contents = ["项目主要内容", "项目实施方案", "项目概况"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0302", "不同项目的主要内容、实施方案不照抄同一段文字");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var texts = ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal).SelectMany(f => Contents.Select(c => (Form: f, Field: c, Text: f.Field(c)))).Where(t => t.Text is { Length: >= Long });
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
    }
}
