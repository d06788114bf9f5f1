using System.Globalization;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Attachments;

namespace Mingzhang.Web.Workbench.Supervision;

/// <summary>Files of inspections (检查的附件).</summary>
internal sealed class InspectionFiles : IAttachmentKind
{
    public string Name => "检查";

    public Act See => Act.SeeWork;

    public Act Change => Act.Work;

    public async Task<AttachedRecord?> FindAsync(OfficeDesk desk, int department, int id, CancellationToken cancellation) =>
        await desk.Supervision.Inspections.FindAsync(department, id, cancellation).ConfigureAwait(false) is { } found
            ? new AttachedRecord($"{found.Institution} 检查", string.Create(CultureInfo.InvariantCulture, $"/office/{department}/supervision/inspections/{id}"), found.Cancelled is null)
            : null;
}

/// <summary>Evidence of findings (问题的证据); that of a case that was decided stays as it is.</summary>
internal sealed class FindingFiles : IAttachmentKind
{
    public string Name => "问题";

    public Act See => Act.SeeWork;

    public Act Change => Act.Work;

    public async Task<AttachedRecord?> FindAsync(OfficeDesk desk, int department, int id, CancellationToken cancellation)
    {
        if (await desk.Supervision.Inspections.FindFindingAsync(department, id, cancellation).ConfigureAwait(false) is not { } found)
            return null;
        var isOpen = found.CaseId is not { } number || await desk.Supervision.Cases.FindAsync(department, number, cancellation).ConfigureAwait(false) is { Step: < CaseStep.Decided };
        return new AttachedRecord($"{found.Violation} 证据", string.Create(CultureInfo.InvariantCulture, $"/office/{department}/supervision/inspections/{found.InspectionId}"), isOpen);
    }
}

/// <summary>The file of a case (案卷).</summary>
internal sealed class CaseFiles : IAttachmentKind
{
    public string Name => "案件";

    public Act See => Act.SeeWork;

    public Act Change => Act.Work;

    public async Task<AttachedRecord?> FindAsync(OfficeDesk desk, int department, int id, CancellationToken cancellation) =>
        await desk.Supervision.Cases.FindAsync(department, id, cancellation).ConfigureAwait(false) is { } found
            ? new AttachedRecord($"案件{found.Number}", string.Create(CultureInfo.InvariantCulture, $"/office/{department}/supervision/cases/{id}"), found.Step != CaseStep.Closed)
            : null;
}
