namespace Mingzhang.Storage.Audits;

/// <summary>A document of the queue as the database holds it.</summary>
internal sealed class AuditRow
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public required byte[] Content { get; set; }

    public required string State { get; set; }

    public string? Worker { get; set; }

    public int Attempts { get; set; }

    public string? Result { get; set; }

    public string? Problem { get; set; }

    /// <summary>The department whose people uploaded it; null for what waits for the workers of the command line.</summary>
    public int? DepartmentId { get; set; }

    /// <summary>When it was taken last; null where a worker's scheduler watches over it.</summary>
    public string? TakenAt { get; set; }
}
