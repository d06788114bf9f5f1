using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Data;

namespace Mingzhang.Web.Library;

/// <summary>A rule of the catalogue (审核规则).</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Group">Where it belongs: a table, 表间, or 文字、名称等.</param>
/// <param name="Sentence">What it says.</param>
/// <param name="Formula">The formula as written; null for a rule that is none.</param>
/// <param name="Basis">The regulation it follows from.</param>
/// <param name="Years">Years it applies to; empty for any.</param>
/// <param name="IsSoft">Whether a breach is a warning at most.</param>
/// <param name="Source">File and line it is written in; empty for a rule that is code.</param>
public sealed record RuleEntry(string Id, string Group, string Sentence, string? Formula, string? Basis, string Years, bool IsSoft, string Source)
{
    /// <summary>Every rule, in the order of the catalogue.</summary>
    internal static IReadOnlyList<RuleEntry> All(DataFolder data) =>
    [
        .. data.Rules.Select(f => Of(f, "表间")),
        .. data.Calculations.DistinctBy(f => (f.Id, f.FormId, f.Body)).Select(f => Of(f, $"《{f.FormId}》")),
        .. RuleRegister.All.Select(r => new RuleEntry(r.Info.Id, "文字、名称、编码、绩效", r.Info.Sentence, null, r.Info.Basis, "", false, "")),
    ];

    private static RuleEntry Of(Formula formula, string group) => new(
        formula.Id,
        group,
        formula.Explanation ?? formula.Body,
        formula.Source.Text.StartsWith(formula.Id, StringComparison.Ordinal) ? formula.Source.Text[formula.Id.Length..].Trim() : formula.Body,
        formula.Basis,
        formula.From is null && formula.To is null ? "" : $"{formula.From}—{formula.To}",
        formula.IsSoft,
        formula.Source.File.Length == 0 ? "" : $"{Path.GetFileName(formula.Source.File)} 第 {formula.Source.Line} 行");
}
