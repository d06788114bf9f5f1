namespace Mingzhang.Core.Office;

/// <summary>What a person does in an office (岗位). One person may hold several, each for a department or for one of its units.</summary>
public enum Role
{
    /// <summary>管理员: keeps departments, units and accounts; sees no figures.</summary>
    Administrator,

    /// <summary>经办人: compiles the budget.</summary>
    Clerk,

    /// <summary>项目负责人: keeps projects, their calculations, goals and indicators.</summary>
    ProjectLead,

    /// <summary>审核人: checks what the clerk sends, and returns it with a reason.</summary>
    Reviewer,

    /// <summary>单位负责人: signs.</summary>
    Head,

    /// <summary>财政审核: the finance bureau's reviewer; gives control figures and the approval.</summary>
    FinanceReviewer,

    /// <summary>公开查看: reads, and changes nothing.</summary>
    Viewer,
}

/// <summary>The official words for roles.</summary>
public static class RoleWords
{
    /// <summary>All roles in the order in which they are shown.</summary>
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>经办人, 审核人 and so on.</summary>
    public static string ChineseName(this Role role) => role switch
    {
        Role.Administrator => "管理员",
        Role.Clerk => "经办人",
        Role.ProjectLead => "项目负责人",
        Role.Reviewer => "审核人",
        Role.Head => "单位负责人",
        Role.FinanceReviewer => "财政审核",
        Role.Viewer => "公开查看",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
    };

    /// <summary>The role of a word; null when there is none.</summary>
    public static Role? Parse(string? word) => All.Where(r => r.ChineseName() == word).Select(r => (Role?)r).FirstOrDefault();
}
