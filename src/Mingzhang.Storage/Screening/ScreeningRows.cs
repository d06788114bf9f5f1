using Microsoft.EntityFrameworkCore;

namespace Mingzhang.Storage.Screening;

/// <summary>智能审核一次.</summary>
internal sealed class ScreeningRunRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public required string Source { get; set; }

    public int Lines { get; set; }

    public int Added { get; set; }

    public int Known { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>命中, with what was decided of it.</summary>
internal sealed class ScreeningHitRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int RunId { get; set; }

    public required string Digest { get; set; }

    public required string RuleId { get; set; }

    public required string Rule { get; set; }

    public required string Basis { get; set; }

    /// <summary>Whether its limit has no source.</summary>
    public bool IsExample { get; set; }

    public required string Institution { get; set; }

    public long AmountFen { get; set; }

    public required string Why { get; set; }

    /// <summary>Its lines, one a row, without the person.</summary>
    public required string Records { get; set; }

    public required string State { get; set; }

    public string? Note { get; set; }

    public string? ReviewedBy { get; set; }

    public string? ReviewedAt { get; set; }
}

/// <summary>The tables of screening; their columns are made by Migrations/M11Screening.</summary>
internal static class ScreeningTables
{
    public static void Add(ModelBuilder builder)
    {
        builder.Entity<ScreeningRunRow>().ToTable("ScreeningRuns");
        builder.Entity<ScreeningHitRow>().ToTable("ScreeningHits");
    }
}
