namespace Mingzhang.Core.Narrative;

/// <summary>What the sentences of one paragraph state (段落的陈述).</summary>
public sealed class ParsedParagraph
{
    /// <summary>Takes what a paragraph states.</summary>
    public ParsedParagraph(CompactText text) => Text = text;

    /// <summary>The paragraph.</summary>
    public CompactText Text { get; }

    /// <summary>Amounts, in order, parts of lists included.</summary>
    public List<AmountClaim> Amounts { get; } = [];

    /// <summary>增减.</summary>
    public List<ChangeClaim> Changes { get; } = [];

    /// <summary>占比.</summary>
    public List<ShareClaim> Shares { get; } = [];

    /// <summary>完成率.</summary>
    public List<CompletionClaim> Completions { get; } = [];

    /// <summary>比较词.</summary>
    public List<ComparisonClaim> Comparisons { get; } = [];

    /// <summary>类款项.</summary>
    public List<CodePathClaim> Codes { get; } = [];

    /// <summary>列名.</summary>
    public List<NameListClaim> NameLists { get; } = [];

    /// <summary>Where reasons are given (原因).</summary>
    public List<TextSpan> Reasons { get; } = [];

    /// <summary>Where a use is given (用途).</summary>
    public List<TextSpan> Uses { get; } = [];

    /// <summary>The list that the paragraph announces and leaves to those behind it; null when there is none.</summary>
    public ListKind? Opens { get; internal set; }

    /// <summary>Style of the ordinal it begins with: “（一）”, “一、”, “1、”, “（1）”; empty for none.</summary>
    public string Ordinal { get; internal set; } = "";
}
