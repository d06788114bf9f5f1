namespace Mingzhang.Core.Office;

/// <summary>To which unit a record of a draft belongs (记录归属): by its own unit code, else by its project's.</summary>
public static class RecordOwner
{
    /// <summary>Column of the unit's code.</summary>
    public const string Unit = "单位代码";

    /// <summary>Column of the project's code in the records about it.</summary>
    public const string Project = "项目编码";

    /// <summary>The unit; null for what belongs to the department as a whole.</summary>
    /// <param name="cells">Cells of the record.</param>
    /// <param name="unitOfProject">Unit of a project by its code; null for an unknown one.</param>
    public static string? Of(IReadOnlyDictionary<string, string> cells, Func<string, string?> unitOfProject)
    {
        if (cells.TryGetValue(Unit, out var unit) && unit.Length > 0)
            return unit;
        return cells.TryGetValue(Project, out var project) && project.Length > 0 ? unitOfProject(project) : null;
    }
}
