using Mingzhang.Core.Ledgers;

namespace Mingzhang.Storage.Rows;

/// <summary>A record of a ledger; its position keeps the order.</summary>
internal abstract class PartRow
{
    public int LedgerId { get; set; }

    public int Position { get; set; }
}

/// <summary>单位.</summary>
internal sealed class UnitRow : PartRow
{
    public required string Code { get; set; }

    public required string Name { get; set; }

    public string? ParentCode { get; set; }

    public string? Nature { get; set; }

    public static UnitRow Of(BudgetUnit unit) => new() { Code = unit.Code, Name = unit.Name, ParentCode = unit.ParentCode, Nature = unit.Nature };

    public BudgetUnit ToRecord() => new(Code, Name, ParentCode, Nature);
}

/// <summary>项目.</summary>
internal sealed class ProjectRow : PartRow
{
    public required string Code { get; set; }

    public required string Name { get; set; }

    public required string UnitCode { get; set; }

    public string? GroupCode { get; set; }

    public string? GroupName { get; set; }

    public string? ParentName { get; set; }

    public static ProjectRow Of(Project project) => new()
    {
        Code = project.Code,
        Name = project.Name,
        UnitCode = project.UnitCode,
        GroupCode = project.GroupCode,
        GroupName = project.GroupName,
        ParentName = project.ParentName,
    };

    public Project ToRecord() => new(Code, Name, UnitCode, GroupCode, GroupName, ParentName);
}

/// <summary>A line of the budget or the final accounts (预算、决算明细); its amount in 分.</summary>
internal sealed class LineRow : PartRow
{
    public required Stage Stage { get; set; }

    public required Flow Flow { get; set; }

    public required string UnitCode { get; set; }

    public string? ProjectCode { get; set; }

    public string? Category { get; set; }

    public string? FunctionCode { get; set; }

    public string? EconomicCode { get; set; }

    public required string Fund { get; set; }

    public required MoneyYear MoneyYear { get; set; }

    public required long Fen { get; set; }

    public static LineRow Of(LedgerLine line) => new()
    {
        Stage = line.Stage,
        Flow = line.Flow,
        UnitCode = line.UnitCode,
        ProjectCode = line.ProjectCode,
        Category = line.Category,
        FunctionCode = line.FunctionCode,
        EconomicCode = line.EconomicCode,
        Fund = line.Fund,
        MoneyYear = line.Year,
        Fen = line.Fen,
    };

    public LedgerLine ToRecord() => new(Stage, Flow, UnitCode, ProjectCode, Category, FunctionCode, EconomicCode, Fund, MoneyYear, Fen);
}

/// <summary>A record of a kind that has no table of its own (其他记录): its fields as JSON, amounts as whole 分.</summary>
internal sealed class OtherRow : PartRow
{
    /// <summary>Name of the ledger's part, e.g. Procurements.</summary>
    public required string Kind { get; set; }

    public required string Body { get; set; }
}

/// <summary>What the whole database is (数据库设置); one row.</summary>
internal sealed class InstallationRow
{
    public int Id { get; set; }

    public required bool IsDemonstration { get; set; }
}

/// <summary>The mark that every change of a ledger renews (数据版本); one row.</summary>
internal sealed class RevisionRow
{
    public int Id { get; set; }

    public required string Mark { get; set; }
}
