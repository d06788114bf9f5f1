using System.Globalization;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Complaints;

/// <summary>Deadlines of complaints and reports on the department's page.</summary>
internal sealed class ComplaintReminders(OfficeDesk desk) : IReminderSource
{
    public Act See => Act.SeeWork;

    public async Task<IReadOnlyList<Reminder>> OfAsync(int department, CancellationToken cancellation) =>
    [
        .. (await desk.Complaints.OpenAsync(department, cancellation).ConfigureAwait(false)).Where(c => c.Complaint.DueOn is not null)
            .Select(c => new Reminder($"投诉举报：{c.Complaint.Number} {c.Complaint.Topic}", c.Complaint.DueOn!.Value, string.Create(CultureInfo.InvariantCulture, $"complaints/{c.Id}"), Act.Work, "经办人")),
    ];
}
