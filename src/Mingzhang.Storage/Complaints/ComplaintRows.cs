using System.Globalization;
using Mingzhang.Core.Complaints;

namespace Mingzhang.Storage.Complaints;

/// <summary>投诉举报件. Who reported is sealed; beside it stands what every page may show.</summary>
internal sealed class ComplaintRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public required string Number { get; set; }

    public required string Channel { get; set; }

    public required string ReceivedOn { get; set; }

    public required string Topic { get; set; }

    public required string Subject { get; set; }

    public required string Content { get; set; }

    public required string State { get; set; }

    public required string Reporter { get; set; }

    public string? SealedName { get; set; }

    public string? SealedPhone { get; set; }

    public string? Handler { get; set; }

    public string? AcceptedOn { get; set; }

    public required string AcceptBy { get; set; }

    public required string FinishBy { get; set; }

    public int Extended { get; set; }

    public string? AnsweredOn { get; set; }

    public required string Result { get; set; }

    public long FoundFen { get; set; }

    /// <summary>What was written about an inspection before it could be linked.</summary>
    public required string Inspection { get; set; }

    public int? InspectionId { get; set; }

    public required string Satisfaction { get; set; }

    public int Revision { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }

    public Complaint Complaint() => new(Number, Channel, Day(ReceivedOn), Topic, Subject, Content)
    {
        State = ComplaintStates.Parse(State),
        Reporter = Reporter,
        Handler = Handler,
        AcceptedOn = AcceptedOn is null ? null : Day(AcceptedOn),
        AcceptBy = Day(AcceptBy),
        FinishBy = Day(FinishBy),
        Extended = Extended,
        AnsweredOn = AnsweredOn is null ? null : Day(AnsweredOn),
        Result = Result,
        FoundFen = FoundFen,
        Inspection = Inspection,
        InspectionId = InspectionId,
        Satisfaction = Satisfaction,
    };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>办理步骤, which can only be added.</summary>
internal sealed class ComplaintStepRow
{
    public int Id { get; set; }

    public int ComplaintId { get; set; }

    public required string Act { get; set; }

    public required string On { get; set; }

    public required string Text { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>举报奖励.</summary>
internal sealed class RewardRow
{
    public int Id { get; set; }

    public int ComplaintId { get; set; }

    public required string Level { get; set; }

    public long CaseFen { get; set; }

    public long Fen { get; set; }

    public required string Explanation { get; set; }

    public required string State { get; set; }

    public required string ProposedBy { get; set; }

    public string? DecidedBy { get; set; }

    public string? DecidedOn { get; set; }

    public string? PaidOn { get; set; }

    public string? Voucher { get; set; }

    /// <summary>Its entry in the books; null while it has none.</summary>
    public int? EntryId { get; set; }
}
