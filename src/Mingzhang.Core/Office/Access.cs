namespace Mingzhang.Core.Office;

/// <summary>A role that a person holds (任职).</summary>
/// <param name="Role">岗位.</param>
/// <param name="Department">Number of the department; null for all, which only an administrator has.</param>
/// <param name="UnitCode">The one unit it is for; null for the whole department.</param>
public sealed record Assignment(Role Role, int? Department, string? UnitCode);

/// <summary>Who may do what (权限): the only place that decides it. Pages and addresses name the act, this says yes or no.</summary>
public static class Access
{
    /// <summary>The sheets that a 项目负责人 may change.</summary>
    public static IReadOnlyList<string> ProjectSheets { get; } = ["项目", "项目用途", "项目测算", "绩效目标", "绩效指标", "绩效填报", "绩效资金", "绩效监测", "偏差原因"];

    // Each act with the roles that may do it in their department.
    private static readonly Dictionary<Act, Role[]> Holders = new()
    {
        [Act.Manage] = [Role.Administrator],
        [Act.See] = [Role.Clerk, Role.ProjectLead, Role.Reviewer, Role.Head, Role.FinanceReviewer, Role.Viewer],
        [Act.Edit] = [Role.Clerk, Role.ProjectLead],
        [Act.Compile] = [Role.Clerk],
        [Act.Step] = [Role.Clerk, Role.Reviewer, Role.Head, Role.FinanceReviewer],
        [Act.Remark] = [Role.Clerk, Role.ProjectLead, Role.Reviewer, Role.Head, Role.FinanceReviewer],
        [Act.Publish] = [Role.Clerk, Role.Head],
        [Act.Book] = [Role.Clerk],
        [Act.Decide] = [Role.Head],
        [Act.Answer] = [Role.Clerk, Role.ProjectLead, Role.Head],
        [Act.SeeWork] = [Role.Clerk, Role.ProjectLead, Role.Reviewer, Role.Head],
        [Act.Work] = [Role.Clerk, Role.ProjectLead],
        [Act.Review] = [Role.Reviewer, Role.Head],
        [Act.Approve] = [Role.Head],
        [Act.Reveal] = [Role.Clerk, Role.Reviewer],
        [Act.Audit] = [Role.Clerk, Role.ProjectLead, Role.Reviewer, Role.Head, Role.FinanceReviewer],
        [Act.ReadTrail] = [Role.Clerk, Role.Reviewer, Role.Head],
    };

    /// <summary>Whether the department exists for a person at all: to whom it does not, nothing of it is shown, not even that it is there.</summary>
    public static bool Knows(IEnumerable<Assignment> assignments, int department) =>
        assignments.Any(a => a.Department == department || (a.Department is null && a.Role == Role.Administrator));

    /// <summary>Whether a person may do it in a department.</summary>
    /// <param name="assignments">The person's roles.</param>
    /// <param name="act">What.</param>
    /// <param name="department">Where; null for what belongs to no department.</param>
    public static bool May(IEnumerable<Assignment> assignments, Act act, int? department) =>
        act is Act.SignedIn or Act.OwnAccount || assignments.Any(a => Array.IndexOf(Holders[act], a.Role) >= 0 && (a.Department is null || a.Department == department));

    /// <summary>The roles a person holds in a department.</summary>
    public static IReadOnlyList<Role> Roles(IEnumerable<Assignment> assignments, int department) =>
        [.. assignments.Where(a => a.Department == department).Select(a => a.Role).Distinct().Order()];

    /// <summary>The units whose records a person sees; null for all of the department.</summary>
    public static IReadOnlyList<string>? Units(IEnumerable<Assignment> assignments, int department)
    {
        var held = assignments.Where(a => a.Department == department).ToList();
        return held.Exists(a => a.UnitCode is null) ? null : [.. held.Select(a => a.UnitCode!).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a person may change a record.</summary>
    /// <param name="assignments">The person's roles.</param>
    /// <param name="department">Its department.</param>
    /// <param name="sheet">Its sheet, e.g. 预算支出.</param>
    /// <param name="unit">The unit it belongs to; null when it belongs to the department as a whole.</param>
    public static bool MayChange(IEnumerable<Assignment> assignments, int department, string sheet, string? unit) =>
        assignments.Any(a => a.Department == department
            && (a.Role == Role.Clerk || (a.Role == Role.ProjectLead && ProjectSheets.Contains(sheet)))
            && (a.UnitCode is null || a.UnitCode == unit));
}
