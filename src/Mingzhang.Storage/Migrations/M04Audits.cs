using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Mingzhang.Storage.Migrations;

/// <summary>The queue of documents to audit, for workers of several machines.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122130000_Audits")]
internal sealed class M04Audits : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Audits",
            t => new
            {
                Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Name = t.Column<string>(),
                Content = t.Column<byte[]>(),
                State = t.Column<string>(),
                Worker = t.Column<string>(nullable: true),
                Attempts = t.Column<int>(),
                Result = t.Column<string>(nullable: true),
                Problem = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("PK_Audits", x => x.Id));
        migrationBuilder.CreateIndex("IX_Audits_State", "Audits", "State");
    }
}
