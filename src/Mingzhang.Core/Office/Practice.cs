namespace Mingzhang.Core.Office;

/// <summary>Departments in which a newcomer practises (练习部门): everything works as it does elsewhere, and nothing of it becomes public.</summary>
public static class Practice
{
    private const string Mark = "【练习】";

    /// <summary>Whether a department of the name is for practice.</summary>
    public static bool Is(string department) => department is not null && department.StartsWith(Mark, StringComparison.Ordinal);

    /// <summary>Name of the practice department of an account.</summary>
    /// <param name="account">账号, unique in the office.</param>
    public static string NameFor(string account) => Mark + account;
}
