using Mingzhang.Core.Office;

namespace Mingzhang.Web.Workbench;

/// <summary>Something that waits for somebody (待办).</summary>
/// <param name="What">What, in a few words.</param>
/// <param name="Due">Until when.</param>
/// <param name="Path">Its page, after /office/{department}/.</param>
/// <param name="Act">Whoever may do this is to do it.</param>
/// <param name="Who">岗位 of who is to do it.</param>
internal sealed record Reminder(string What, DateOnly Due, string Path, Act Act, string Who);

/// <summary>A business that reminds of what is due on the page of the department. It is registered as a service; nothing else is needed.</summary>
internal interface IReminderSource
{
    /// <summary>Whoever may do this sees its reminders.</summary>
    Act See { get; }

    /// <summary>What is open in a department.</summary>
    Task<IReadOnlyList<Reminder>> OfAsync(int department, CancellationToken cancellation);
}
