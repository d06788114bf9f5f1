using System.Globalization;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Attachments;

namespace Mingzhang.Web.Workbench.Assistance;

/// <summary>Files of applications (申请材料); those of what is decided stay as they are.</summary>
internal sealed class ApplicationFiles : IAttachmentKind
{
    public string Name => ApplicationDesk.AttachmentKind;

    public Act See => Act.SeeWork;

    public Act Change => Act.Work;

    public async Task<AttachedRecord?> FindAsync(OfficeDesk desk, int department, int id, CancellationToken cancellation) =>
        await desk.Assistance.Applications.StateAsync(department, id, cancellation).ConfigureAwait(false) is { } state
            ? new AttachedRecord(string.Create(CultureInfo.InvariantCulture, $"医疗救助申请 {id}"), string.Create(CultureInfo.InvariantCulture, $"/office/{department}/assistance/applications/{id}"), state != ApplicationDesk.NotGranted)
            : null;
}
