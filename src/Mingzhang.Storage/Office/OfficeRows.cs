namespace Mingzhang.Storage.Office;

/// <summary>部门.</summary>
internal sealed class DepartmentRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    /// <summary>口径: with its units, or a single unit.</summary>
    public bool IsDepartment { get; set; }

    public string Address { get; set; } = "";

    public string Telephone { get; set; } = "";
}

/// <summary>单位 of a department, with which a new year begins.</summary>
internal sealed class OfficeUnitRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int Position { get; set; }

    public required string Code { get; set; }

    public required string Name { get; set; }

    public string? ParentCode { get; set; }

    public string? Nature { get; set; }
}

/// <summary>任职: a role of an account.</summary>
internal sealed class AssignmentRow
{
    public int Id { get; set; }

    public int AccountId { get; set; }

    public int? DepartmentId { get; set; }

    public string? UnitCode { get; set; }

    /// <summary>The role's official word.</summary>
    public required string Role { get; set; }
}

/// <summary>编报: a year's budget while it is made.</summary>
internal sealed class DraftRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int Year { get; set; }

    /// <summary>预算 or 决算.</summary>
    public string Stage { get; set; } = "预算";

    public required string Edition { get; set; }

    /// <summary>一上, 二上, 调整, 更正.</summary>
    public required string Round { get; set; }

    /// <summary>编制中, 审核中 and so on.</summary>
    public required string State { get; set; }

    /// <summary>Raised by every change of its records.</summary>
    public int Revision { get; set; }

    /// <summary>批复日期 as yyyy-MM-dd; null before the approval.</summary>
    public string? ApprovedOn { get; set; }

    /// <summary>Control figure (控制数) in 分; null before it is given.</summary>
    public long? ControlFen { get; set; }

    /// <summary>决算差异 in percent as text, for final accounts; null for budgets.</summary>
    public string? DeviationPercent { get; set; }
}

/// <summary>A record of a draft: its cells as JSON, column to text.</summary>
internal sealed class RecordRow
{
    public int Id { get; set; }

    public int DraftId { get; set; }

    /// <summary>The sheet, e.g. 预算支出.</summary>
    public required string Sheet { get; set; }

    public int Position { get; set; }

    public int Revision { get; set; }

    public required string Cells { get; set; }
}

/// <summary>版本: a draft as it stood, kept unchanged.</summary>
internal sealed class VersionRow
{
    public int Id { get; set; }

    public int DraftId { get; set; }

    public int Number { get; set; }

    public required string Label { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }

    /// <summary>All its sheets as JSON.</summary>
    public required string Content { get; set; }

    public required string Digest { get; set; }
}

/// <summary>批注 at a cell or a sentence, with its answer.</summary>
internal sealed class RemarkRow
{
    public int Id { get; set; }

    public int DraftId { get; set; }

    public string? Sheet { get; set; }

    public int? RecordId { get; set; }

    public string? Column { get; set; }

    /// <summary>The sentence it is about, as it then read.</summary>
    public string? Sentence { get; set; }

    public required string Text { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }

    public string? Answer { get; set; }

    public string? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    public bool IsClosed { get; set; }
}

/// <summary>公开: the act of publishing a version.</summary>
internal sealed class PublicationRow
{
    public int Id { get; set; }

    public int DraftId { get; set; }

    public int VersionId { get; set; }

    /// <summary>1 for the first, then 更正 and 调整.</summary>
    public int Number { get; set; }

    public required string ApprovedOn { get; set; }

    public required string ApprovalNumber { get; set; }

    public required string PublishedOn { get; set; }

    /// <summary>保密审查人.</summary>
    public required string SecrecyReviewer { get; set; }

    public required string SecrecyReviewedOn { get; set; }

    public required string Signer { get; set; }

    /// <summary>公开网址.</summary>
    public required string Address { get; set; }

    /// <summary>Why it was published again; null for the first.</summary>
    public string? Reason { get; set; }

    public required string Account { get; set; }

    public required string At { get; set; }
}

/// <summary>列对应: which column of an office's own export means which of ours, remembered for each department.</summary>
internal sealed class MappingRow
{
    public int DepartmentId { get; set; }

    public required string Header { get; set; }

    public required string Column { get; set; }
}

/// <summary>审计日志.</summary>
internal sealed class TrailRow
{
    public long Sequence { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }

    public int? DepartmentId { get; set; }

    public int? DraftId { get; set; }

    public required string Act { get; set; }

    public required string Subject { get; set; }

    public required string Changes { get; set; }

    public required string Previous { get; set; }

    public required string Hash { get; set; }
}

/// <summary>A key by which cookies are protected (数据保护密钥): all nodes share them.</summary>
internal sealed class KeyRow
{
    public int Id { get; set; }

    public required string Xml { get; set; }
}
