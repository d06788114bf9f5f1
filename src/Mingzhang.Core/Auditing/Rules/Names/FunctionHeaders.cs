using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>按功能科目列示的表，表头写功能科目，不写经济科目。</summary>
public sealed class FunctionHeaders : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0533", "政府性基金、国有资本经营预算支出表按功能科目列示，表头不写“经济科目”");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var bound in context.Document.Figures.Statements)
        {
            if (bound.Form?.Id is not { } id || !(id.Contains("政府性基金", StringComparison.Ordinal) || id.Contains("国有资本经营", StringComparison.Ordinal)))
                continue;
            var next = context.Disclosure.Statements.Where(s => s.At.Line > bound.Statement.At.Line).Select(s => s.At.Line).Min();
            var cell = context.Disclosure.Texts.FirstOrDefault(t => t.At.Line is { } line && line >= bound.Statement.At.Line && line < Math.Min(next ?? int.MaxValue, bound.Statement.At.Line.Value + 40) && Labels.WithoutSpaces(t.Text).Contains("经济科目", StringComparison.Ordinal));
            if (cell is null)
                continue;
            yield return this.Warning(FindingKind.Column, $"《{bound.Statement.Title}》按功能科目列示，表头却写“{cell.Text.Trim()}”。") with
            {
                Statement = bound.Statement.Title,
                Row = "表头",
                Quote = cell.Text.Trim(),
                Printed = cell.Text.Trim(),
                Expected = "科目编码、科目名称（功能分类）",
                At = cell.At,
            };
        }
    }
}
