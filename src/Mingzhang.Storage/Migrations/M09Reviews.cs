using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Documents that a department uploads to have them audited, what its people say of them, and its own rules.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122220000_Reviews")]
internal sealed class M09Reviews : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("DepartmentId", "Audits", nullable: true);
        migrationBuilder.AddColumn<string>("TakenAt", "Audits", nullable: true);
        migrationBuilder.CreateTable(
            "Reviews",
            t => new
            {
                Id = t.Column<int>(),
                DepartmentId = t.Column<int>(),
                Digest = t.Column<string>(),
                Size = t.Column<long>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
                Revision = t.Column<int>(),
                Agency = t.Column<string>(nullable: true),
                Year = t.Column<int>(nullable: true),
                Kind = t.Column<string>(nullable: true),
                Pages = t.Column<int>(nullable: true),
                Errors = t.Column<int>(),
                Warnings = t.Column<int>(),
                Hints = t.Column<int>(),
                Figures = t.Column<int>(),
                Unsure = t.Column<int>(),
                Defects = t.Column<int>(),
                RemovedAt = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Reviews", x => x.Id);
                t.ForeignKey("FK_Reviews_Audits", x => x.Id, "Audits", "Id");
                t.ForeignKey("FK_Reviews_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migrationBuilder.CreateIndex("IX_Reviews_Document", "Reviews", ["DepartmentId", "Agency", "Year", "Kind"]);
        Marks(migrationBuilder);
        migrationBuilder.CreateTable(
            "OfficeRules",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Name = t.Column<string>(),
                Content = t.Column<string>(),
                IsOn = t.Column<bool>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_OfficeRules", x => x.Id);
                t.ForeignKey("FK_OfficeRules_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migrationBuilder.CreateIndex("IX_OfficeRules_Name", "OfficeRules", ["DepartmentId", "Name"], unique: true);
        // What was corrected and judged stays; who thinks otherwise says so later.
        MigrationParts.AppendOnly(migrationBuilder, ActiveProvider, "ReviewCells", "ReviewJudgements");
    }

    private static void Marks(MigrationBuilder migration)
    {
        migration.CreateTable(
            "ReviewCells",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                ReviewId = t.Column<int>(),
                Statement = t.Column<string>(),
                TableNumber = t.Column<int>(),
                RowKey = t.Column<string>(),
                RowNumber = t.Column<int>(),
                ColumnPath = t.Column<string>(),
                Printed = t.Column<string>(nullable: true),
                Text = t.Column<string>(nullable: true),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ReviewCells", x => x.Id);
                t.ForeignKey("FK_ReviewCells_Reviews", x => x.ReviewId, "Reviews", "Id");
            });
        migration.CreateIndex("IX_ReviewCells_Review", "ReviewCells", "ReviewId");
        migration.CreateTable(
            "ReviewJudgements",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                ReviewId = t.Column<int>(),
                Finding = t.Column<string>(),
                Fact = t.Column<string>(),
                Rule = t.Column<string>(),
                Verdict = t.Column<string>(),
                Reason = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ReviewJudgements", x => x.Id);
                t.ForeignKey("FK_ReviewJudgements_Reviews", x => x.ReviewId, "Reviews", "Id");
            });
        migration.CreateIndex("IX_ReviewJudgements_Review", "ReviewJudgements", "ReviewId");
    }
}
