namespace Mingzhang.Storage.Attachments;

/// <summary>附件: a file of a record.</summary>
internal sealed class AttachmentRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    /// <summary>What kind of record it belongs to, e.g. 检查.</summary>
    public required string OwnerKind { get; set; }

    /// <summary>Number of the record.</summary>
    public int OwnerId { get; set; }

    public required string Name { get; set; }

    /// <summary>PDF, 图片 and so on, told by the content.</summary>
    public required string Kind { get; set; }

    public required string MediaType { get; set; }

    /// <summary>In bytes.</summary>
    public int Size { get; set; }

    /// <summary>SHA-256 of the content.</summary>
    public required string Digest { get; set; }

    public string? Remark { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }

    public required byte[] Content { get; set; }
}
