using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Credit evaluations of institutions.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122214000_Credit")]
internal sealed class M11Credit : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Credits",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Year = t.Column<int>(),
                Code = t.Column<string>(),
                Institution = t.Column<string>(),
                Scheme = t.Column<string>(),
                Content = t.Column<string>(),
                Grade = t.Column<string>(),
                State = t.Column<string>(),
                MadeBy = t.Column<string>(),
                ReviewedBy = t.Column<string>(nullable: true),
                PublishedOn = t.Column<string>(nullable: true),
                Objection = t.Column<string>(nullable: true),
                Answer = t.Column<string>(nullable: true),
                Corrects = t.Column<int>(nullable: true),
                Revision = t.Column<int>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Credits", x => x.Id);
                t.ForeignKey("FK_Credits_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migrationBuilder.CreateIndex("IX_Credits_Year", "Credits", ["DepartmentId", "Year", "Code"]);
    }
}
