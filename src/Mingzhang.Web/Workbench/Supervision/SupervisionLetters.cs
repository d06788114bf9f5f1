using System.Globalization;
using Mingzhang.Core.Letters;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench.Letters;

namespace Mingzhang.Web.Workbench.Supervision;

/// <summary>What letters of the supervision are filled with (监管文书的字段); docs/supervision.md lists them.</summary>
internal static class SupervisionLetters
{
    /// <summary>Uses of letters.</summary>
    public const string Inspection = "检查", Case = "案件";

    /// <summary>Fields of an inspection.</summary>
    public static Dictionary<string, string> Of(Department department, InspectionInfo inspection) => new(StringComparer.Ordinal)
    {
        ["机关名称"] = department.Name,
        ["机构名称"] = inspection.Institution,
        ["机构编码"] = inspection.Code,
        ["检查方式"] = inspection.Kind.ChineseName(),
        ["检查日期"] = (inspection.DoneOn ?? inspection.PlannedOn) is { } day ? LetterOffer.Day(day) : "",
        ["检查人员"] = inspection.Inspectors,
        ["发现金额"] = inspection.Findings > 0 ? SupervisionPage.Yuan(inspection.Amounts.FoundFen) : "",
        ["认定金额"] = inspection.Amounts.ConfirmedFen > 0 ? SupervisionPage.Yuan(inspection.Amounts.ConfirmedFen) : "",
    };

    /// <summary>Fields of a case.</summary>
    public static Dictionary<string, string> Of(Department department, CaseInfo found, InspectionInfo inspection, IReadOnlyList<FineBounds> bounds)
    {
        var values = Of(department, inspection);
        values["案号"] = found.Number;
        values["案由"] = found.Reason;
        values["立案日期"] = LetterOffer.Day(found.OpenedOn);
        values["认定金额"] = SupervisionPage.Yuan(found.ConfirmedFen);
        values["追回金额"] = SupervisionPage.Yuan(found.RecoveredFen);
        values["处理依据"] = string.Join("、", bounds.Select(b => b.Basis.Article));
        values["罚款幅度"] = string.Join("", bounds.Select(b => b.Words));
        values["处理方式"] = string.Join("、", found.Measures);
        values["罚款金额"] = found.FineFen is { } fine ? SupervisionPage.Yuan(fine) : "";
        values["减轻理由"] = found.FineReason ?? "";
        values["决定日期"] = found.Steps.LastOrDefault(s => s.Step == CaseStep.Decided) is { } decided ? LetterOffer.Day(decided.On) : "";
        values["办案经过"] = string.Join("；", found.Steps.Select(s => $"{LetterOffer.Day(s.On)}{s.Label}"));
        return values;
    }

    /// <summary>The tables: findings, and the recovery plan where there is one.</summary>
    public static Dictionary<string, LetterTable> Tables(IReadOnlyList<FindingInfo> findings, IReadOnlyList<Instalment> plan, SupervisionRules rules) => new(StringComparer.Ordinal)
    {
        ["违规问题"] = new(
            [("违规类型", 6, false), ("条款", 9, false), ("情况", 10, false), ("发现金额", 5, true), ("认定金额", 5, true)],
            [.. findings.Select(f => (IReadOnlyList<string>)[f.Violation, rules.Violation(f.Violation)?.Clause ?? "", f.Description, SupervisionPage.Yuan(f.Amounts.FoundFen), SupervisionPage.Yuan(f.Amounts.ConfirmedFen)])], "元"),
        ["退款计划"] = new(
            [("期次", 3, false), ("期限", 6, false), ("金额", 6, true)],
            [.. plan.Select((p, i) => (IReadOnlyList<string>)[(i + 1).ToString(CultureInfo.InvariantCulture), LetterOffer.Day(p.DueOn), SupervisionPage.Yuan(p.Fen)])], "元"),
    };
}
