using System.Text.RegularExpressions;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>用途与表相符：科目下有项目支出的，用途说明不只写人员和公用支出。</summary>
internal sealed partial class UseAgainstTable : IDisclosureRule
{
    private static readonly FormulaReference[] Projects =
    [
        new("一般公共预算财政拨款支出决算表", false, "项", "项目支出"),
        new("一般公共预算支出表", false, "项", "项目支出"),
    ];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0404", "科目的用途说明应包括表中所列的项目支出");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var finder = new CellFinder(context.Document.Figures);
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            if (paragraph.Parsed.Codes.Find(c => c.Item is not null) is not { } path || BasicOnly().Match(paragraph.Parsed.Text.Text) is not { Success: true } use)
                continue;
            var codes = context.Narrative.Codes.Functions(paragraph.Parsed.Text.Slice(path.Span)).ToList();
            if (codes.Count != 1 || Printed(context, finder, codes[0]) is not { } project)
                continue;
            yield return this.At(
                paragraph, new(use.Index, use.Index + use.Length), Severity.Warning, FindingKind.TextVsTable,
                $"表中“{path.Item}”（{codes[0]}）有项目支出 {project}，用途只写了人员、公用支出，请补充或核对。", null, "补充项目支出") with
            { Row = path.Item };
        }
    }

    private static string? Printed(RuleContext context, CellFinder finder, string code)
    {
        foreach (var reference in Projects)
        {
            if (finder.Table(reference.Table) is { } s && finder.Find(s, reference, code).Figure is { } figure
                && context.Document.Figures.Nodes[figure] is { State: FigureState.Printed, Value: > 0m })
            {
                return context.Document.Figures.CellOf(figure)?.Text;
            }
        }

        return null;
    }

    [GeneratedRegex("主要用于：?(?=[^。；]*(?:人员|公用|基本)[^。；]*支出)(?![^。；]*(?:项目|等|专项|以及[^。；]*(?:开展|举办|工作|活动)))[^。；]*")]
    private static partial Regex BasicOnly();
}
