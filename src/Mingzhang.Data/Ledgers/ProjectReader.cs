using Mingzhang.Core.Classifications;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers;

/// <summary>Reads 项目.csv and finds projects by their codes.</summary>
internal sealed class ProjectReader
{
    private const int Code = 0, Name = 1, Unit = 2, GroupCode = 3, GroupName = 4, ParentName = 5;

    private readonly Dictionary<string, Project> byCode = [];
    private readonly bool isReadable;

    private ProjectReader(bool isReadable)
    {
        this.isReadable = isReadable;
        Lookup = new Lookup<Project>(Find);
    }

    public List<Project> Projects { get; } = [];

    /// <summary>A project by its code. Its unit is null where that is a mistake of 项目.csv.</summary>
    public Lookup<Project> Lookup { get; }

    public static ProjectReader Read(LedgerFiles files, Lookup<string> units, MistakeList mistakes)
    {
        // A missing file is an empty one: each code that a line names is then unknown.
        using var sheet = Sheet.OpenOptional(files, LedgerForm.Projects.File, LedgerForm.Projects.Columns, mistakes);
        var reader = new ProjectReader(isReadable: sheet is not null || !files.Has(LedgerForm.Projects.File));
        while (sheet?.Read() == true)
            reader.ReadProject(sheet, units);
        return reader;
    }

    private void ReadProject(Sheet sheet, Lookup<string> units)
    {
        var code = sheet.RequiredText(Code);
        if (code.Length > 0 && !ProjectCode.TryParse(code, out _, out var reason))
            sheet.Fault(Code, reason);
        var name = sheet.RequiredText(Name);
        var unit = sheet.Find(Unit, units);
        var groupCode = sheet.OptionalText(GroupCode);
        var groupName = sheet.OptionalText(GroupName);
        if (groupCode is null != groupName is null)
            sheet.Fault(groupCode is null ? GroupCode : GroupName, "分组代码和分组名称要么都填，要么都空着。");
        var project = new Project(code, name, unit, groupCode, groupName, sheet.OptionalText(ParentName));
        if (code.Length > 0 && !byCode.TryAdd(code, project))
            sheet.Fault(Code, "项目编码重复：一个项目只登记一行。");
        Projects.Add(project);
    }

    private Answer<Project> Find(string code)
    {
        if (byCode.TryGetValue(code, out var project))
            return Answer<Project>.Of(project);
        if (!ProjectCode.TryParse(code, out _, out var reason))
            return Answer<Project>.Wrong(reason);
        if (!isReadable)
            return Answer<Project>.Unjudged;
        var near = byCode.Keys.Select(each => (each, distance: Nearest.Distance(each, code))).Where(pair => pair.distance <= 2).OrderBy(pair => pair.distance)
            .Take(3).Select(pair => $"{pair.each} {byCode[pair.each].Name}").ToList();
        var closest = near.Count == 0 ? "" : $"，最接近的是 {string.Join('、', near)}";
        return Answer<Project>.Wrong($"项目.csv 没有登记这个项目：请改正编码{closest}；或在项目.csv 中登记。");
    }
}
