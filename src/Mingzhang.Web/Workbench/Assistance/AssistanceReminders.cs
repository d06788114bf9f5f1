using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Assistance;

/// <summary>Deadlines of medical assistance on the department's page.</summary>
internal sealed class AssistanceReminders(OfficeDesk desk, DataFolder data) : IReminderSource
{
    public Act See => Act.SeeWork;

    public async Task<IReadOnlyList<Reminder>> OfAsync(int department, CancellationToken cancellation) =>
        [.. (await desk.Assistance.TasksAsync(department, data.Calendar, cancellation).ConfigureAwait(false)).Select(t => new Reminder($"医疗救助：{t.What}", t.Due, $"assistance{t.Path}", t.Act, t.Who))];
}
