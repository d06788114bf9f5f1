using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Attachments;

/// <summary>
/// A kind of record that has files (附件所属类别): says who may see and change them and whether a record of this number exists. It is
/// registered as a service; nothing else is needed for files of a new kind of record.
/// </summary>
internal interface IAttachmentKind
{
    /// <summary>Its word, e.g. 检查: part of the address and of the trail.</summary>
    string Name { get; }

    /// <summary>Whoever may do this may read the files.</summary>
    Act See { get; }

    /// <summary>Whoever may do this may add and remove files.</summary>
    Act Change { get; }

    /// <summary>Looks for a record.</summary>
    /// <param name="desk">The database.</param>
    /// <param name="department">The department in the address.</param>
    /// <param name="id">Number of the record.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The record; null when the department has none of the number.</returns>
    Task<AttachedRecord?> FindAsync(OfficeDesk desk, int department, int id, CancellationToken cancellation);
}

/// <summary>A record that has files.</summary>
/// <param name="Title">As people know it.</param>
/// <param name="Path">Its page, to which a change returns.</param>
/// <param name="IsOpen">Whether files may still be added and removed: those of what is finished stay as they are.</param>
internal sealed record AttachedRecord(string Title, string Path, bool IsOpen);
