using Microsoft.EntityFrameworkCore;

namespace Mingzhang.Storage.Fund;

/// <summary>基金账的一笔; rows can only be added.</summary>
internal sealed class FundEntryRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public required string On { get; set; }

    public required string Kind { get; set; }

    public string? Level { get; set; }

    public bool IsByBudget { get; set; }

    public long Fen { get; set; }

    public required string Voucher { get; set; }

    public required string Summary { get; set; }

    /// <summary>The entry that it books back; null for others.</summary>
    public int? Corrects { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>差异原因; rows can only be added, the newest counts.</summary>
internal sealed class FundReasonRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public required string Difference { get; set; }

    public required string Text { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>参保名单: an import of who is enrolled; the newest of a year counts.</summary>
internal sealed class EnrolmentListRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public int Year { get; set; }

    public required string Source { get; set; }

    public int Count { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>已参保的人 of the newest list of a year.</summary>
internal sealed class EnrolledPersonRow
{
    public int DepartmentId { get; set; }

    public int Year { get; set; }

    public required string Code { get; set; }
}

/// <summary>The tables of fund and enrolment; their columns are made by Migrations/M10Fund.</summary>
internal static class FundTables
{
    public static void Add(ModelBuilder builder)
    {
        builder.Entity<FundEntryRow>().ToTable("FundEntries");
        builder.Entity<FundReasonRow>().ToTable("FundReasons");
        builder.Entity<EnrolmentListRow>().ToTable("EnrolmentLists");
        builder.Entity<EnrolledPersonRow>().ToTable("EnrolledPersons").HasKey(r => new { r.DepartmentId, r.Year, r.Code });
    }
}
