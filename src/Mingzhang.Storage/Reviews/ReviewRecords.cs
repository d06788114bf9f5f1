using Mingzhang.Core.Disclosures;
using Mingzhang.Storage.Audits;

namespace Mingzhang.Storage.Reviews;

/// <summary>An uploaded document (送审文件).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Department">Number of the department.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Digest">SHA-256 of its bytes.</param>
/// <param name="At">When it was uploaded.</param>
/// <param name="Account">Who uploaded it.</param>
/// <param name="State">How far it is.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
/// <param name="Revision">Raised by every correction.</param>
/// <param name="Summary">What reading and audit gave; zeros before.</param>
public sealed record ReviewInfo(
    int Id, int Department, string Name, long Size, string Digest, string At, string Account, AuditState State, string? Problem, int Revision, ReviewSummary Summary);

/// <summary>What reading and audit gave, in short (审核概要).</summary>
/// <param name="Agency">The agency it names; null when unknown.</param>
/// <param name="Year">年度; null when unknown.</param>
/// <param name="Kind">预算 or 决算; null when unknown.</param>
/// <param name="Pages">Pages; null for what has none.</param>
/// <param name="Errors">错误.</param>
/// <param name="Warnings">疑点.</param>
/// <param name="Hints">提示.</param>
/// <param name="Figures">Figures read.</param>
/// <param name="Unsure">Cells whose place or text is unsure.</param>
/// <param name="Defects">Rules that failed to run: a defect of the rule or of ours, never of the document.</param>
public sealed record ReviewSummary(string? Agency, int? Year, string? Kind, int? Pages, int Errors, int Warnings, int Hints, int Figures, int Unsure, int Defects);

/// <summary>A correction as it was made, or taken back (更正记录).</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Printed">What was read there; null for nothing.</param>
/// <param name="Text">What stands there; null where the earlier correction was taken back.</param>
/// <param name="At">When.</param>
/// <param name="Account">Who.</param>
public sealed record CellEntry(CellName Cell, string? Printed, string? Text, string At, string Account);

/// <summary>What a person says of a finding (处理结论).</summary>
public enum Ruling
{
    /// <summary>重新打开: an earlier judgement is taken back.</summary>
    Open,

    /// <summary>采纳: the document is wrong and will be mended.</summary>
    Accepted,

    /// <summary>不采纳: with the reason why the document is right.</summary>
    Dismissed,
}

/// <summary>A judgement of a finding (处理记录).</summary>
/// <param name="Review">Number of the document it was judged in.</param>
/// <param name="Finding">Identity of the finding.</param>
/// <param name="Fact">What was printed when it was judged.</param>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Ruling">The judgement.</param>
/// <param name="Reason">Why; empty only for an accepted one.</param>
/// <param name="At">When.</param>
/// <param name="Account">Who.</param>
public sealed record Judgement(int Review, string Finding, string Fact, string Rule, Ruling Ruling, string Reason, string At, string Account);

/// <summary>A rule file of a department (本单位的规则文件).</summary>
/// <param name="Id">Its number; 0 for a new one.</param>
/// <param name="Name">Its name.</param>
/// <param name="Content">Formulas.</param>
/// <param name="IsOn">Whether audits use it.</param>
/// <param name="At">When it was last changed.</param>
/// <param name="Account">Who changed it.</param>
public sealed record OfficeRule(int Id, string Name, string Content, bool IsOn, string At, string Account);
