using System.Globalization;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Workbench.Assistance;

/// <summary>A page about medical assistance (医疗救助). It is the whole district's: who is bound to one unit has no such page.</summary>
internal abstract class AssistancePage(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : DepartmentPage(current, desk)
{
    /// <summary>What the department set.</summary>
    public AssistanceSettings Settings { get; private set; } = AssistanceSettings.Initial;

    /// <summary>The policies it computes by; null before a place is set.</summary>
    public PolicyBook? Policies { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>What the deadlines do not know: the public holidays of the coming year; null when they do.</summary>
    public string? CalendarDoubt => Settings.InWorkdays ? data.Calendar.After(Today, Settings.ReviewDays).Doubt : null;

    /// <summary>Where its pages lie.</summary>
    public string Root => FormattableString.Invariant($"/office/{DepartmentId}/assistance");

    /// <summary>Which tab is open.</summary>
    public string Tab { get; private set; } = "";

    /// <summary>What the page is about.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>Definitions and policies.</summary>
    protected DataFolder Data => data;

    /// <summary>An amount in 元 with thousands.</summary>
    public static string Yuan(long fen) => Yuan(fen / 100m);

    /// <summary>An amount in 元 with thousands.</summary>
    public static string Yuan(decimal yuan) => yuan.ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A person as lists name them.</summary>
    public static string Who(string name, string code) => name.Length > 0 ? $"{name} {code}" : code;

    /// <summary>Finds the department; false when there is none or it is not shown to the person.</summary>
    protected async Task<bool> FindAsync(string heading, string tab, CancellationToken cancellation)
    {
        if (!SeesAll || !await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return false;
        Settings = await Desk.Assistance.SettingsAsync(DepartmentId, cancellation).ConfigureAwait(false);
        Policies = Settings.Place is { } place ? data.Assistance.Places.GetValueOrDefault(place) : null;
        (Heading, Tab) = (heading, tab);
        Title($"医疗救助 · {heading}");
        return true;
    }
}
