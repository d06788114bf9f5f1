namespace Mingzhang.Storage.Audits;

/// <summary>How far a document of the queue is (审核进度).</summary>
public enum AuditState
{
    /// <summary>待审.</summary>
    Waiting,

    /// <summary>审核中.</summary>
    Running,

    /// <summary>已审.</summary>
    Done,

    /// <summary>读不了: it has a problem in place of findings.</summary>
    Unreadable,
}

/// <summary>A document of the queue without its content (待审文件).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="State">How far it is.</param>
/// <param name="Worker">Which worker took it last; null before the first.</param>
/// <param name="Attempts">How often it was taken: more than once when a worker ended in the middle.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
public sealed record QueuedAudit(int Id, string Name, AuditState State, string? Worker, int Attempts, string? Problem);
