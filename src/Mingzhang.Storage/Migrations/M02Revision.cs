using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>A mark that every change of a ledger renews, so that a reader learns from one row whether anything is new.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122110000_Revision")]
internal sealed class M02Revision : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Revision",
            t => new { Id = t.Column<int>(), Mark = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_Revision", x => x.Id));
        migrationBuilder.InsertData("Revision", ["Id", "Mark"], ["integer", "text"], [1, ""]);
    }
}
