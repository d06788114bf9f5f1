using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>What was bought by government procurement, on payments; by which import a batch came; and beyond which deviation from the budget a draft of final accounts needs a reason.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122234000_FinalYear")]
internal sealed class M14FinalYear : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Procured", "ExecutionEntries", nullable: true);
        // Few payments are procurement, and only these are ever asked for.
        migrationBuilder.CreateIndex("IX_ExecutionEntries_Procured", "ExecutionEntries", "ExecutionId", filter: "\"Procured\" IS NOT NULL");
        // By which import a batch came: whoever asks after it when the program was started anew can be told.
        migrationBuilder.AddColumn<string>("Job", "ExecutionBatches", nullable: true);
        migrationBuilder.AddColumn<string>("DeviationPercent", "Drafts", nullable: true);
    }
}
