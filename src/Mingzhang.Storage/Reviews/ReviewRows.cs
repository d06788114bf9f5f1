using Mingzhang.Storage.Audits;

namespace Mingzhang.Storage.Reviews;

/// <summary>送审文件: what people know of an uploaded document; its bytes and how far it is lie in the queue, under the same number.</summary>
internal sealed class ReviewRow
{
    public int Id { get; set; }

    public AuditRow Audit { get; set; } = null!;

    public int DepartmentId { get; set; }

    /// <summary>SHA-256 of the bytes: a file that is uploaded twice is told.</summary>
    public required string Digest { get; set; }

    public long Size { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }

    /// <summary>Raised by every correction.</summary>
    public int Revision { get; set; }

    public string? Agency { get; set; }

    public int? Year { get; set; }

    /// <summary>预算 or 决算.</summary>
    public string? Kind { get; set; }

    public int? Pages { get; set; }

    public int Errors { get; set; }

    public int Warnings { get; set; }

    public int Hints { get; set; }

    public int Figures { get; set; }

    public int Unsure { get; set; }

    /// <summary>How many rules failed to run.</summary>
    public int Defects { get; set; }

    public string? RemovedAt { get; set; }
}

/// <summary>人工更正: the newest of a cell counts; one without a text takes the earlier back.</summary>
internal sealed class ReviewCellRow
{
    public int Id { get; set; }

    public int ReviewId { get; set; }

    public required string Statement { get; set; }

    public int TableNumber { get; set; }

    public required string RowKey { get; set; }

    public int RowNumber { get; set; }

    public required string ColumnPath { get; set; }

    public string? Printed { get; set; }

    public string? Text { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>发现的处理: the newest of a finding counts.</summary>
internal sealed class ReviewJudgementRow
{
    public int Id { get; set; }

    public int ReviewId { get; set; }

    /// <summary>Identity of the finding.</summary>
    public required string Finding { get; set; }

    /// <summary>What was printed when it was judged.</summary>
    public required string Fact { get; set; }

    public required string Rule { get; set; }

    /// <summary>采纳, 不采纳 or 重新打开.</summary>
    public required string Verdict { get; set; }

    public required string Reason { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>本单位的规则文件.</summary>
internal sealed class OfficeRuleRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public required string Name { get; set; }

    public required string Content { get; set; }

    public bool IsOn { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>对照文件: another upload, or a publication of a draft.</summary>
internal sealed class ReviewCompanionRow
{
    public int Id { get; set; }

    public int ReviewId { get; set; }

    public int? OtherId { get; set; }

    public int? DraftId { get; set; }

    /// <summary>1 for the first publication of the draft.</summary>
    public int? Number { get; set; }
}
