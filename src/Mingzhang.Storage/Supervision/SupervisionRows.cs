namespace Mingzhang.Storage.Supervision;

/// <summary>定点医药机构.</summary>
internal sealed class InstitutionRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public required string Code { get; set; }

    public required string Name { get; set; }

    public required string Kind { get; set; }

    public required string Level { get; set; }

    public required string Address { get; set; }

    public required string Agreement { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }
}

/// <summary>协议变动; only added.</summary>
internal sealed class AgreementEventRow
{
    public int Id { get; set; }

    public int InstitutionId { get; set; }

    public required string Step { get; set; }

    public required string On { get; set; }

    public required string Reason { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>A target of a year's plan (覆盖目标).</summary>
internal sealed class InspectionTargetRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int Year { get; set; }

    public string? InstitutionKind { get; set; }

    public string? InspectionKind { get; set; }

    public int Percent { get; set; }
}

/// <summary>双随机抽取; only added.</summary>
internal sealed class DrawRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int Year { get; set; }

    public required string Name { get; set; }

    public required string InspectionKind { get; set; }

    public required string Seed { get; set; }

    /// <summary>Where the seed was published.</summary>
    public required string SeedSource { get; set; }

    /// <summary>All that it was made of, as JSON.</summary>
    public required string Request { get; set; }

    /// <summary>What was drawn, as JSON.</summary>
    public required string Result { get; set; }

    public required string Digest { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>检查.</summary>
internal sealed class InspectionRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int InstitutionId { get; set; }

    public required string Kind { get; set; }

    public int? DrawId { get; set; }

    /// <summary>检查人员, parted by 、.</summary>
    public required string Inspectors { get; set; }

    public string? PlannedOn { get; set; }

    /// <summary>Null before it was done.</summary>
    public string? DoneOn { get; set; }

    public required string Conclusion { get; set; }

    /// <summary>Why it is not done after all; null for what is.</summary>
    public string? Cancelled { get; set; }
}

/// <summary>检查发现的问题.</summary>
internal sealed class FindingRow
{
    public int Id { get; set; }

    public int InspectionId { get; set; }

    public required string Violation { get; set; }

    /// <summary>Whether it was done for the purpose of fraud.</summary>
    public bool IsFraud { get; set; }

    public required string Description { get; set; }

    public long FoundFen { get; set; }

    public long? ConfirmedFen { get; set; }

    public long RecoveredFen { get; set; }

    public int? CaseId { get; set; }

    /// <summary>The hit of screening that it comes from; null for none.</summary>
    public int? HitId { get; set; }
}

/// <summary>案件.</summary>
internal sealed class CaseRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int InstitutionId { get; set; }

    public int InspectionId { get; set; }

    public int Year { get; set; }

    public int Sequence { get; set; }

    public required string Reason { get; set; }

    /// <summary>Account of whoever handles it.</summary>
    public required string Handler { get; set; }

    public required string Step { get; set; }

    /// <summary>处理方式, parted by 、; empty before the decision.</summary>
    public required string Measures { get; set; }

    /// <summary>罚款; null before the decision.</summary>
    public long? FineFen { get; set; }

    public string? FineReason { get; set; }

    public long FinePaidFen { get; set; }
}

/// <summary>办案环节; only added.</summary>
internal sealed class CaseStepRow
{
    public int Id { get; set; }

    public int CaseId { get; set; }

    public required string Step { get; set; }

    public required string Label { get; set; }

    public required string On { get; set; }

    public required string Note { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>案件移交; only added.</summary>
internal sealed class CaseHandoverRow
{
    public int Id { get; set; }

    public int CaseId { get; set; }

    public required string From { get; set; }

    public required string To { get; set; }

    public required string On { get; set; }

    public required string Reason { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>退款计划的一期.</summary>
internal sealed class InstalmentRow
{
    public int Id { get; set; }

    public int CaseId { get; set; }

    public required string DueOn { get; set; }

    public long Fen { get; set; }
}

/// <summary>收到的款项; only added.</summary>
internal sealed class ReceiptRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int? CaseId { get; set; }

    /// <summary>The finding whose money came back; null for a fine.</summary>
    public int? FindingId { get; set; }

    /// <summary>退回基金 or 罚款.</summary>
    public required string Kind { get; set; }

    public required string On { get; set; }

    public long Fen { get; set; }

    public required string Voucher { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}
