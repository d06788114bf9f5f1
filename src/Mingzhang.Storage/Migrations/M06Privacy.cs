using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Names of the keys by which particulars of persons are sealed.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122190000_Privacy")]
internal sealed class M06Privacy : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        "PrivacyKeys", t => new { Id = t.Column<string>(), MadeAt = t.Column<string>() }, constraints: t => t.PrimaryKey("PK_PrivacyKeys", x => x.Id));
}
