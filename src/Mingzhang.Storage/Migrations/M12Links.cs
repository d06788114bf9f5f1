using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Links between what the office records: a hit and its finding, a complaint and its inspection, a reward and its entry in the books; cases that change hands.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122232000_Links")]
internal sealed class M12Links : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("HitId", "InspectionFindings", nullable: true);
        migrationBuilder.AddColumn<int>("InspectionId", "Complaints", nullable: true);
        migrationBuilder.AddColumn<int>("EntryId", "Rewards", nullable: true);
        // One hit becomes one finding, one entry pays one reward: never twice, whoever asks.
        migrationBuilder.CreateIndex("IX_InspectionFindings_Hit", "InspectionFindings", "HitId", unique: true);
        migrationBuilder.CreateIndex("IX_Rewards_Entry", "Rewards", "EntryId", unique: true);
        migrationBuilder.CreateIndex("IX_Complaints_Inspection", "Complaints", "InspectionId");
        migrationBuilder.CreateTable(
            "CaseHandovers",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                CaseId = t.Column<int>(),
                From = t.Column<string>(),
                To = t.Column<string>(),
                On = t.Column<string>(),
                Reason = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_CaseHandovers", x => x.Id);
                t.ForeignKey("FK_CaseHandovers_Cases", x => x.CaseId, "SupervisionCases", "Id");
            });
        migrationBuilder.CreateIndex("IX_CaseHandovers_Case", "CaseHandovers", "CaseId");
        MigrationParts.AppendOnly(migrationBuilder, ActiveProvider, "CaseHandovers");
    }
}
