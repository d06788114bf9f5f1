using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing;

/// <summary>How grave a finding is (严重程度).</summary>
public enum Severity
{
    /// <summary>错误: the document contradicts itself beyond rounding.</summary>
    Error,

    /// <summary>疑点: very probably wrong; a reading exists under which it is right.</summary>
    Warning,

    /// <summary>提示: a difference that rounding explains.</summary>
    Hint,
}

/// <summary>What a finding is about, in the words of the contract (问题种类).</summary>
public enum FindingKind
{
    /// <summary>合计不符.</summary>
    Sum,

    /// <summary>表间不符.</summary>
    CrossTable,

    /// <summary>文字与表不符.</summary>
    TextVsTable,

    /// <summary>百分比.</summary>
    Percentage,

    /// <summary>增减.</summary>
    Change,

    /// <summary>单位.</summary>
    Unit,

    /// <summary>错栏.</summary>
    Column,

    /// <summary>科目编码.</summary>
    Code,

    /// <summary>名称.</summary>
    Name,

    /// <summary>年度.</summary>
    Year,

    /// <summary>缺失.</summary>
    Missing,

    /// <summary>重复.</summary>
    Duplicate,

    /// <summary>逻辑.</summary>
    Logic,

    /// <summary>得分.</summary>
    Score,

    /// <summary>模板残留.</summary>
    Placeholder,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>A finding of an audit (审核发现): one cause, reported once, with every relation that it breaks.</summary>
public sealed record Finding
{
    /// <summary>Stable id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>How grave it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it is about.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>Title of the table; null for the narrative.</summary>
    public string? Statement { get; init; }

    /// <summary>Heading path in the narrative; null for tables.</summary>
    public string? Section { get; init; }

    /// <summary>Key of the row.</summary>
    public string? Row { get; init; }

    /// <summary>Header path of the column.</summary>
    public ColumnPath? Column { get; init; }

    /// <summary>Where it stands.</summary>
    public Place At { get; init; } = Place.Unknown;

    /// <summary>The words or figures as printed.</summary>
    public string? Quote { get; init; }

    /// <summary>The figure as printed.</summary>
    public string? Printed { get; init; }

    /// <summary>What it should be.</summary>
    public string? Expected { get; init; }

    /// <summary>The finding in Chinese, for the finance officer.</summary>
    public required string Message { get; init; }

    /// <summary>The regulation or rule it rests on.</summary>
    public string? Basis { get; init; }

    /// <summary>The sum that shows it, e.g. “7475.18 + 40.00 = 7515.18”.</summary>
    public string? Arithmetic { get; init; }

    /// <summary>The suggested correction; null when there is none.</summary>
    public SuggestedCorrection? Correction { get; init; }

    /// <summary>Ids of all relations this cause breaks.</summary>
    public IReadOnlyList<string> Relations { get; init; } = [];

    /// <summary>Other figures that arithmetic cannot tell apart from this one.</summary>
    public IReadOnlyList<FindingAlternative> Alternatives { get; init; } = [];

    /// <summary>Name of the document that it was compared with (对照文件); null for what the document says of itself.</summary>
    public string? Against { get; init; }

    /// <summary>The figures of which one is wrong, where the rule cannot say which; null where it can.</summary>
    internal DoubtfulFigures? Doubt { get; init; }
}

/// <summary>A suggested correction (更正建议).</summary>
/// <param name="Text">What to print.</param>
/// <param name="Sure">Whether only this value mends the document.</param>
public sealed record SuggestedCorrection(string Text, bool Sure);

/// <summary>Another figure that may be the wrong one.</summary>
/// <param name="Statement">Its table.</param>
/// <param name="Row">Key of its row.</param>
/// <param name="Column">Header path of its column.</param>
/// <param name="Printed">As printed; empty for a blank.</param>
/// <param name="Expected">What it would have to be; null when open.</param>
public sealed record FindingAlternative(string Statement, string Row, ColumnPath Column, string Printed, string? Expected);

/// <summary>A figure by its place (数的位置).</summary>
/// <param name="Statement">Its table.</param>
/// <param name="Row">Key of its row.</param>
/// <param name="Column">Header path of its column.</param>
public sealed record FigureName(string Statement, string Row, ColumnPath Column)
{
    /// <summary>Why no relation touches it, in Chinese; null where that was not asked.</summary>
    public string? Why { get; init; }
}

/// <summary>The result of an audit (审核报告).</summary>
/// <param name="Facts">The document.</param>
/// <param name="Findings">All findings, hints included, in the order of the document.</param>
/// <param name="Figures">Number of printed figures.</param>
/// <param name="Guarded">How many of them at least one relation touches.</param>
/// <param name="Unguarded">Those that none touches.</param>
/// <param name="NotReadable">Rules that could not be judged, and why.</param>
/// <param name="FailedRules">Rules that failed to run: defects of ours, shown as such.</param>
public sealed record AuditReport(
    DocumentFacts Facts,
    IReadOnlyList<Finding> Findings,
    int Figures,
    int Guarded,
    IReadOnlyList<FigureName> Unguarded,
    IReadOnlyList<(string Rule, string Why)> NotReadable,
    IReadOnlyList<(string Rule, string Why)> FailedRules)
{
    /// <summary>Which numbers of the text were compared; null when the text was not looked at.</summary>
    public TextCoverage? Text { get; init; }

    /// <summary>What of the document could not be read and so was not audited, a Chinese sentence each (未读取的部分).</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];
}
