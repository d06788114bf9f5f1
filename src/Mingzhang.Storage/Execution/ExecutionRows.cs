namespace Mingzhang.Storage.Execution;

/// <summary>执行账 of a department and year.</summary>
internal sealed class ExecutionRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int Year { get; set; }

    public bool IsClosed { get; set; }

    /// <summary>Raised by every change of the books.</summary>
    public int Revision { get; set; }

    public required string OpenedAt { get; set; }

    public string? ClosedAt { get; set; }
}

/// <summary>指标 with its balance; what a flow does not have is empty, so that the key is unique on every engine.</summary>
internal sealed class ExecutionLineRow
{
    public int Id { get; set; }

    public int ExecutionId { get; set; }

    public required string Flow { get; set; }

    public required string UnitCode { get; set; }

    public required string ProjectCode { get; set; }

    public required string Category { get; set; }

    public required string FunctionCode { get; set; }

    public required string EconomicCode { get; set; }

    public required string Fund { get; set; }

    public required string MoneyYear { get; set; }

    public long BudgetFen { get; set; }

    public long AdjustedFen { get; set; }

    public long DoneFen { get; set; }

    public int Entries { get; set; }

    public long M1 { get; set; }

    public long M2 { get; set; }

    public long M3 { get; set; }

    public long M4 { get; set; }

    public long M5 { get; set; }

    public long M6 { get; set; }

    public long M7 { get; set; }

    public long M8 { get; set; }

    public long M9 { get; set; }

    public long M10 { get; set; }

    public long M11 { get; set; }

    public long M12 { get; set; }
}

/// <summary>记账批次: a file or a form.</summary>
internal sealed class ExecutionBatchRow
{
    public int Id { get; set; }

    public int ExecutionId { get; set; }

    public required string Source { get; set; }

    public int Entries { get; set; }

    public long Fen { get; set; }

    /// <summary>The import it came by; null for a form.</summary>
    public string? Job { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>执行记录.</summary>
internal sealed class ExecutionEntryRow
{
    public int Id { get; set; }

    public int ExecutionId { get; set; }

    public int LineId { get; set; }

    public int BatchId { get; set; }

    public required string Kind { get; set; }

    /// <summary>日期 as yyyy-MM-dd.</summary>
    public required string On { get; set; }

    public required string Voucher { get; set; }

    public long Fen { get; set; }

    public string? PayeeKind { get; set; }

    public string? Counterpart { get; set; }

    public required string Summary { get; set; }

    /// <summary>采购品目; null for what is no government procurement.</summary>
    public string? Procured { get; set; }
}

/// <summary>待更正: a row that was refused and is kept.</summary>
internal sealed class ExecutionPendingRow
{
    public int Id { get; set; }

    public int ExecutionId { get; set; }

    public string? UnitCode { get; set; }

    public required string Source { get; set; }

    public int? Row { get; set; }

    /// <summary>Its cells as JSON, column to text.</summary>
    public required string Cells { get; set; }

    public required string Reason { get; set; }

    /// <summary>By how much the line would be overdrawn; null where no decision helps.</summary>
    public long? OverFen { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>超支决定.</summary>
internal sealed class ExecutionDecisionRow
{
    public int Id { get; set; }

    public int ExecutionId { get; set; }

    public int EntryId { get; set; }

    public int LineId { get; set; }

    public long OverFen { get; set; }

    public required string Reason { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>预警阈值 that a department set for itself.</summary>
internal sealed class MonitoringSettingRow
{
    public int DepartmentId { get; set; }

    public required string Name { get; set; }

    public required string Value { get; set; }
}

/// <summary>用款计划 of a project: what is to be paid by the end of each quarter, in percent of the year.</summary>
internal sealed class MonitoringPlanRow
{
    public int ExecutionId { get; set; }

    public required string ProjectCode { get; set; }

    public int Q1 { get; set; }

    public int Q2 { get; set; }

    public int Q3 { get; set; }

    public int Q4 { get; set; }
}

/// <summary>预警答复.</summary>
internal sealed class MonitoringAnswerRow
{
    public int Id { get; set; }

    public int ExecutionId { get; set; }

    public int Month { get; set; }

    public required string Rule { get; set; }

    public required string Subject { get; set; }

    public required string Responsible { get; set; }

    public required string Text { get; set; }

    public string? DueOn { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}
