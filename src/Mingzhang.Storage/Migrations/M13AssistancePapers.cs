using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Why an application was accepted although a document was missing.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122233000_AssistancePapers")]
internal sealed class M13AssistancePapers : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("Exception", "AssistanceApplications", nullable: true);
}
