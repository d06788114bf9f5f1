namespace Mingzhang.Core.Office;

/// <summary>Departments in which a newcomer practises (练习部门): everything works as it does elsewhere, and nothing of it becomes public.</summary>
public static class Practice
{
    private const string Mark = "【练习】", DemonstrationMark = "【示范】";

    /// <summary>Name of the bureau that is made up as a whole (示范区).</summary>
    public static string DemonstrationName => DemonstrationMark + "示范区医疗保障局";

    /// <summary>Whether a department of the name is for practice or made up as a whole.</summary>
    public static bool Is(string department) =>
        department is not null && (department.StartsWith(Mark, StringComparison.Ordinal) || department.StartsWith(DemonstrationMark, StringComparison.Ordinal));

    /// <summary>Name of the practice department of an account.</summary>
    /// <param name="account">账号, unique in the office.</param>
    public static string NameFor(string account) => Mark + account;
}
