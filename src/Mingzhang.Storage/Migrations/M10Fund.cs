using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>The assistance fund, whose entries can only be added, and lists of who is enrolled.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122230000_Fund")]
internal sealed class M10Fund : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "FundEntries",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                On = t.Column<string>(),
                Kind = t.Column<string>(),
                Level = t.Column<string>(nullable: true),
                IsByBudget = t.Column<bool>(),
                Fen = t.Column<long>(),
                Voucher = t.Column<string>(),
                Summary = t.Column<string>(),
                Corrects = t.Column<int>(nullable: true),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_FundEntries", x => x.Id);
                t.ForeignKey("FK_FundEntries_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migrationBuilder.CreateIndex("IX_FundEntries_On", "FundEntries", ["DepartmentId", "On"]);
        // An entry is booked back once.
        migrationBuilder.CreateIndex("IX_FundEntries_Corrects", "FundEntries", "Corrects", unique: true);
        migrationBuilder.CreateTable(
            "FundReasons",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Difference = t.Column<string>(),
                Text = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_FundReasons", x => x.Id);
                t.ForeignKey("FK_FundReasons_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migrationBuilder.CreateIndex("IX_FundReasons_Department", "FundReasons", "DepartmentId");
        MigrationParts.AppendOnly(migrationBuilder, ActiveProvider, "FundEntries", "FundReasons");
        migrationBuilder.CreateTable(
            "EnrolmentLists",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Year = t.Column<int>(),
                Source = t.Column<string>(),
                Count = t.Column<int>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_EnrolmentLists", x => x.Id);
                t.ForeignKey("FK_EnrolmentLists_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migrationBuilder.CreateIndex("IX_EnrolmentLists_Year", "EnrolmentLists", ["DepartmentId", "Year"]);
        migrationBuilder.CreateTable(
            "EnrolledPersons",
            t => new { DepartmentId = t.Column<int>(), Year = t.Column<int>(), Code = t.Column<string>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_EnrolledPersons", x => new { x.DepartmentId, x.Year, x.Code });
                t.ForeignKey("FK_EnrolledPersons_Departments", x => x.DepartmentId, "Departments", "Id");
            });
    }
}
