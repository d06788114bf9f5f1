using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Hits of claims screening, to be reviewed.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122231000_Screening")]
internal sealed class M11Screening : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ScreeningRuns",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Source = t.Column<string>(),
                Lines = t.Column<int>(),
                Added = t.Column<int>(),
                Known = t.Column<int>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ScreeningRuns", x => x.Id);
                t.ForeignKey("FK_ScreeningRuns_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migrationBuilder.CreateTable(
            "ScreeningHits",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                RunId = t.Column<int>(),
                Digest = t.Column<string>(),
                RuleId = t.Column<string>(),
                Rule = t.Column<string>(),
                Basis = t.Column<string>(),
                IsExample = t.Column<bool>(),
                Institution = t.Column<string>(),
                AmountFen = t.Column<long>(),
                Why = t.Column<string>(),
                Records = t.Column<string>(),
                State = t.Column<string>(),
                Note = t.Column<string>(nullable: true),
                ReviewedBy = t.Column<string>(nullable: true),
                ReviewedAt = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ScreeningHits", x => x.Id);
                t.ForeignKey("FK_ScreeningHits_Runs", x => x.RunId, "ScreeningRuns", "Id");
            });
        // One hit that comes again with the same file is one hit.
        migrationBuilder.CreateIndex("IX_ScreeningHits_Digest", "ScreeningHits", ["DepartmentId", "Digest"], unique: true);
        migrationBuilder.CreateIndex("IX_ScreeningHits_State", "ScreeningHits", ["DepartmentId", "State", "Id"]);
    }
}
