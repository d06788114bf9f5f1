using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>With which other documents an uploaded one is compared: other uploads, or what the department published.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122235000_ReviewCompanions")]
internal sealed class M15ReviewCompanions : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ReviewCompanions",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                ReviewId = t.Column<int>(),
                OtherId = t.Column<int>(nullable: true),
                DraftId = t.Column<int>(nullable: true),
                Number = t.Column<int>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ReviewCompanions", x => x.Id);
                t.ForeignKey("FK_ReviewCompanions_Reviews", x => x.ReviewId, "Reviews", "Id");
                t.ForeignKey("FK_ReviewCompanions_Others", x => x.OtherId, "Reviews", "Id");
                t.ForeignKey("FK_ReviewCompanions_Drafts", x => x.DraftId, "Drafts", "Id");
            });
        migrationBuilder.CreateIndex("IX_ReviewCompanions_Review", "ReviewCompanions", "ReviewId");
        migrationBuilder.CreateIndex("IX_ReviewCompanions_Other", "ReviewCompanions", "OtherId");
    }
}
