using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Data.Ledgers.Records;

/// <summary>项目用途.csv.</summary>
internal static class ProjectUseFile
{
    public static readonly RecordFile<ProjectUse> Instance = new(
        new LedgerForm("项目用途.csv", new("项目编码"), new("用途")),
        (sheet, lookups) => new ProjectUse(sheet.Find(0, lookups.Projects)?.Code ?? "", sheet.RequiredText(1)),
        u => [u.ProjectCode, u.Use],
        u => u.ProjectCode);
}
