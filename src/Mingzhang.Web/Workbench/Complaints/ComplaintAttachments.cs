using System.Globalization;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Attachments;

namespace Mingzhang.Web.Workbench.Complaints;

/// <summary>Files of complaints.</summary>
internal sealed class ComplaintAttachments : IAttachmentKind
{
    /// <summary>Its word.</summary>
    public const string Word = "投诉举报";

    public string Name => Word;

    public Act See => Act.SeeWork;

    public Act Change => Act.Work;

    public async Task<AttachedRecord?> FindAsync(OfficeDesk desk, int department, int id, CancellationToken cancellation) =>
        await desk.Complaints.FindAsync(department, id, cancellation).ConfigureAwait(false) is { } file
            ? new AttachedRecord(file.Stored.Complaint.Number, string.Create(CultureInfo.InvariantCulture, $"/office/{department}/complaints/{id}"), file.Stored.Complaint.State != ComplaintState.Declined)
            : null;
}
