using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Mingzhang.Storage.Migrations;

/// <summary>The first tables: ledgers and their records.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122100000_Initial")]
internal sealed class M01Initial : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Installation",
            t => new { Id = t.Column<int>(), IsDemonstration = t.Column<bool>() },
            constraints: t => t.PrimaryKey("PK_Installation", x => x.Id));
        migrationBuilder.CreateTable(
            "Ledgers",
            t => new
            {
                Id = t.Column<int>().Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Agency = t.Column<string>(),
                ShortName = t.Column<string>(),
                Year = t.Column<int>(),
                BudgetEdition = t.Column<string>(nullable: true),
                FinalEdition = t.Column<string>(nullable: true),
                Digest = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_Ledgers", x => x.Id));
        migrationBuilder.CreateIndex("IX_Ledgers_Agency_Year", "Ledgers", ["Agency", "Year"], unique: true);
        migrationBuilder.CreateTable(
            "Units",
            t => new
            {
                LedgerId = t.Column<int>(),
                Position = t.Column<int>(),
                Code = t.Column<string>(),
                Name = t.Column<string>(),
                ParentCode = t.Column<string>(nullable: true),
                Nature = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Units", x => new { x.LedgerId, x.Position });
                OfLedger(t, x => x.LedgerId, "Units");
            });
        migrationBuilder.CreateTable(
            "Projects",
            t => new
            {
                LedgerId = t.Column<int>(),
                Position = t.Column<int>(),
                Code = t.Column<string>(),
                Name = t.Column<string>(),
                UnitCode = t.Column<string>(),
                GroupCode = t.Column<string>(nullable: true),
                GroupName = t.Column<string>(nullable: true),
                ParentName = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Projects", x => new { x.LedgerId, x.Position });
                OfLedger(t, x => x.LedgerId, "Projects");
            });
        migrationBuilder.CreateTable(
            "Lines",
            t => new
            {
                LedgerId = t.Column<int>(),
                Position = t.Column<int>(),
                Stage = t.Column<string>(),
                Flow = t.Column<string>(),
                UnitCode = t.Column<string>(),
                ProjectCode = t.Column<string>(nullable: true),
                Category = t.Column<string>(nullable: true),
                FunctionCode = t.Column<string>(nullable: true),
                EconomicCode = t.Column<string>(nullable: true),
                Fund = t.Column<string>(),
                MoneyYear = t.Column<string>(),
                Fen = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Lines", x => new { x.LedgerId, x.Position });
                OfLedger(t, x => x.LedgerId, "Lines");
            });
        migrationBuilder.CreateTable(
            "Others",
            t => new { LedgerId = t.Column<int>(), Kind = t.Column<string>(), Position = t.Column<int>(), Body = t.Column<string>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_Others", x => new { x.LedgerId, x.Kind, x.Position });
                OfLedger(t, x => x.LedgerId, "Others");
            });
    }

    // A ledger goes with all its records.
    private static OperationBuilder<AddForeignKeyOperation> OfLedger<T>(CreateTableBuilder<T> table, System.Linq.Expressions.Expression<Func<T, object>> column, string name) =>
        table.ForeignKey($"FK_{name}_Ledgers", column, "Ledgers", "Id", onDelete: ReferentialAction.Cascade);
}
