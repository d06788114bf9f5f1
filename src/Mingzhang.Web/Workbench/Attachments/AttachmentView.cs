using System.Globalization;
using Mingzhang.Storage.Attachments;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Attachments;

/// <summary>What the partial view <c>_Attachments</c> shows of one record's files (附件清单).</summary>
/// <param name="Owner">The record.</param>
/// <param name="Files">Its files.</param>
/// <param name="MayChange">Whether this person may add and remove.</param>
internal sealed record AttachmentView(AttachmentOwner Owner, IReadOnlyList<Attachment> Files, bool MayChange)
{
    /// <summary>What a file may be said to be; empty where anything may be said.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Where forms and links of these files go.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"{WorkbenchRoutes.Root}/{Owner.Department}/attachments/{Uri.EscapeDataString(Owner.Kind)}/{Owner.Id}");

    /// <summary>The files of a page's record.</summary>
    /// <param name="page">The page, which has found its department.</param>
    /// <param name="desk">The database.</param>
    /// <param name="kind">Kind of the record.</param>
    /// <param name="id">Its number.</param>
    /// <param name="isOpen">Whether the record may still be changed.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static async Task<AttachmentView> OfAsync(DepartmentPage page, OfficeDesk desk, IAttachmentKind kind, int id, bool isOpen, CancellationToken cancellation)
    {
        var owner = new AttachmentOwner(page.DepartmentId, kind.Name, id);
        return new AttachmentView(owner, await desk.Attachments.OfAsync(owner, cancellation).ConfigureAwait(false), isOpen && page.May(kind.Change));
    }

    /// <summary>A size for people.</summary>
    public static string Size(int bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB")
        : (bytes / 1024m / 1024m).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
