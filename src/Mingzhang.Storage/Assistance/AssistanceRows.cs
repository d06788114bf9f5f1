namespace Mingzhang.Storage.Assistance;

/// <summary>救助批次: what added records, in the order in which they became known. A decision is reproduced from what was known at its batch.</summary>
internal sealed class AssistanceBatchRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public required string Kind { get; set; }

    public required string Source { get; set; }

    public int Count { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>救助对象; particulars are sealed, beside what every page may show.</summary>
internal sealed class AssistancePersonRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public required string Code { get; set; }

    public string? NameSealed { get; set; }

    public string? NameDigest { get; set; }

    public string NameShown { get; set; } = "";

    public string? NumberSealed { get; set; }

    public string? NumberDigest { get; set; }

    public string NumberShown { get; set; } = "";

    public string? AccountSealed { get; set; }

    public string AccountShown { get; set; } = "";

    public string Bank { get; set; } = "";
}

/// <summary>身份; a changed one is taken out by a later batch and comes again, so that what was known at a time can be told.</summary>
internal sealed class AssistanceIdentityRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int PersonId { get; set; }

    public required string Subject { get; set; }

    public required string FromDay { get; set; }

    public string? ToDay { get; set; }

    public required string RecognisedOn { get; set; }

    public int AddedIn { get; set; }

    public int? RemovedIn { get; set; }
}

/// <summary>结算; never changed once it is there.</summary>
internal sealed class AssistanceSettlementRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int PersonId { get; set; }

    public int AddedIn { get; set; }

    public required string Number { get; set; }

    public required string Channel { get; set; }

    public required string Care { get; set; }

    public required string Institution { get; set; }

    public required string FromDay { get; set; }

    public required string ToDay { get; set; }

    public required string SettledOn { get; set; }

    public long TotalFen { get; set; }

    public long InScopeFen { get; set; }

    public long BasicFen { get; set; }

    public long MajorFen { get; set; }

    public long LargeFen { get; set; }

    public long CivilFen { get; set; }

    public long OtherFen { get; set; }

    public long DeductedFen { get; set; }

    public bool Referred { get; set; }

    public string? Reverses { get; set; }
}

/// <summary>放行: a settlement that looked like another one, with the reason why it is none.</summary>
internal sealed class AssistanceReleaseRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int SettlementId { get; set; }

    public int AddedIn { get; set; }

    public required string Reason { get; set; }
}

/// <summary>疑点 of the last run.</summary>
internal sealed class AssistanceConcernRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int PersonId { get; set; }

    public int SettlementId { get; set; }

    public bool Stops { get; set; }

    public bool MayBeReleased { get; set; }

    public required string Message { get; set; }
}

/// <summary>重算差异 of the last run, until somebody decides on it.</summary>
internal sealed class AssistanceDifferenceRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int PersonId { get; set; }

    public int SettlementId { get; set; }

    public long GrantedFen { get; set; }

    public long DueFen { get; set; }

    public required string Reason { get; set; }
}

/// <summary>核定: what was granted for a settlement by one decision, additions and returns as decisions of their own.</summary>
internal sealed class AssistanceDecisionRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int PersonId { get; set; }

    public int SettlementId { get; set; }

    public int MadeIn { get; set; }

    public required string Kind { get; set; }

    public string? Policy { get; set; }

    public string? Subject { get; set; }

    public long EligibleFen { get; set; }

    /// <summary>What this decision gives, or takes back when negative.</summary>
    public long AmountFen { get; set; }

    /// <summary>The part of it that goes to the hospital, which had already deducted it from the bill.</summary>
    public long HospitalFen { get; set; }

    public required string Reason { get; set; }

    public string? Concern { get; set; }

    public required string State { get; set; }

    public required string MadeBy { get; set; }

    public required string MadeAt { get; set; }

    public string? ReviewedBy { get; set; }

    public string? ReviewedAt { get; set; }

    public string? Note { get; set; }
}

/// <summary>应付: a part of a reviewed decision, to a person or a hospital; negative is to be paid back.</summary>
internal sealed class AssistancePayableRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int PersonId { get; set; }

    public int DecisionId { get; set; }

    public string? Institution { get; set; }

    public long Fen { get; set; }

    public int? PaymentId { get; set; }

    public required string State { get; set; }

    public string? Note { get; set; }

    public required string At { get; set; }
}

/// <summary>付款批次.</summary>
internal sealed class AssistancePaymentRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int Count { get; set; }

    public long Fen { get; set; }

    public required string State { get; set; }

    public required string MadeBy { get; set; }

    public required string MadeAt { get; set; }

    public string? ApprovedBy { get; set; }

    public string? ApprovedAt { get; set; }

    public string? PaidOn { get; set; }
}

/// <summary>医后救助申请.</summary>
internal sealed class AssistanceApplicationRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int PersonId { get; set; }

    public int SettlementId { get; set; }

    public required string State { get; set; }

    public required string Documents { get; set; }

    /// <summary>容缺: why it was accepted although a document was missing; null where none was.</summary>
    public string? Exception { get; set; }

    public required string ReceivedOn { get; set; }

    public required string AcceptedBy { get; set; }

    public string? ReviewedOn { get; set; }

    public string? ReviewedBy { get; set; }

    public string? PublishedOn { get; set; }

    public string? PublishedUntil { get; set; }

    /// <summary>Day of the decision, to grant or not.</summary>
    public string? ApprovedOn { get; set; }

    public string? ApprovedBy { get; set; }

    public string? Note { get; set; }
}

/// <summary>收款的医药机构.</summary>
internal sealed class AssistanceHospitalRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public required string Code { get; set; }

    public required string Name { get; set; }

    public required string Bank { get; set; }

    public required string AccountSealed { get; set; }

    public required string AccountShown { get; set; }
}

/// <summary>A setting of a department for assistance.</summary>
internal sealed class AssistanceSettingRow
{
    public int DepartmentId { get; set; }

    public required string Name { get; set; }

    public required string Value { get; set; }
}
