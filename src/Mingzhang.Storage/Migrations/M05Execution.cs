using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Mingzhang.Storage.Migrations;

/// <summary>The year itself: entries with the balances they leave, what waits for correction, decisions, monitoring; and drafts of final accounts.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122160000_Execution")]
internal sealed class M05Execution : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // A year has a draft of the budget and one of the final accounts, and may have a ledger of each.
        migrationBuilder.AddColumn<string>("Stage", "Drafts", defaultValue: "预算");
        migrationBuilder.DropIndex("IX_Drafts_Year", "Drafts");
        migrationBuilder.CreateIndex("IX_Drafts_Year", "Drafts", ["DepartmentId", "Year", "Stage"], unique: true);
        migrationBuilder.DropIndex("IX_Ledgers_Agency_Year", "Ledgers");
        migrationBuilder.CreateIndex("IX_Ledgers_Agency_Year", "Ledgers", ["Agency", "Year"]);
        Books(migrationBuilder);
        Entries(migrationBuilder);
        Corrections(migrationBuilder);
        Monitoring(migrationBuilder);
        AppendOnly(migrationBuilder);
    }

    private static void Books(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Executions",
            t => new
            {
                Id = Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Year = t.Column<int>(),
                IsClosed = t.Column<bool>(),
                Revision = t.Column<int>(),
                OpenedAt = t.Column<string>(),
                ClosedAt = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Executions", x => x.Id);
                t.ForeignKey("FK_Executions_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateIndex("IX_Executions_Year", "Executions", ["DepartmentId", "Year"], unique: true);
        migration.CreateTable(
            "ExecutionLines",
            t => new
            {
                Id = Number(t.Column<int>()),
                ExecutionId = t.Column<int>(),
                Flow = t.Column<string>(),
                UnitCode = t.Column<string>(),
                ProjectCode = t.Column<string>(),
                Category = t.Column<string>(),
                FunctionCode = t.Column<string>(),
                EconomicCode = t.Column<string>(),
                Fund = t.Column<string>(),
                MoneyYear = t.Column<string>(),
                BudgetFen = t.Column<long>(),
                AdjustedFen = t.Column<long>(),
                DoneFen = t.Column<long>(),
                Entries = t.Column<int>(),
                M1 = t.Column<long>(),
                M2 = t.Column<long>(),
                M3 = t.Column<long>(),
                M4 = t.Column<long>(),
                M5 = t.Column<long>(),
                M6 = t.Column<long>(),
                M7 = t.Column<long>(),
                M8 = t.Column<long>(),
                M9 = t.Column<long>(),
                M10 = t.Column<long>(),
                M11 = t.Column<long>(),
                M12 = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ExecutionLines", x => x.Id);
                OfBook(t, x => x.ExecutionId, "ExecutionLines");
            });
        migration.CreateIndex(
            "IX_ExecutionLines_Key", "ExecutionLines", ["ExecutionId", "Flow", "UnitCode", "ProjectCode", "Category", "FunctionCode", "EconomicCode", "Fund", "MoneyYear"], unique: true);
    }

    private static void Entries(MigrationBuilder migration)
    {
        migration.CreateTable(
            "ExecutionBatches",
            t => new
            {
                Id = Number(t.Column<int>()),
                ExecutionId = t.Column<int>(),
                Source = t.Column<string>(),
                Entries = t.Column<int>(),
                Fen = t.Column<long>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ExecutionBatches", x => x.Id);
                OfBook(t, x => x.ExecutionId, "ExecutionBatches");
            });
        migration.CreateIndex("IX_ExecutionBatches_Execution", "ExecutionBatches", "ExecutionId");
        migration.CreateTable(
            "ExecutionEntries",
            t => new
            {
                Id = Number(t.Column<int>()),
                ExecutionId = t.Column<int>(),
                LineId = t.Column<int>(),
                BatchId = t.Column<int>(),
                Kind = t.Column<string>(),
                On = t.Column<string>(),
                Voucher = t.Column<string>(),
                Fen = t.Column<long>(),
                PayeeKind = t.Column<string>(nullable: true),
                Counterpart = t.Column<string>(nullable: true),
                Summary = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ExecutionEntries", x => x.Id);
                t.ForeignKey("FK_ExecutionEntries_Lines", x => x.LineId, "ExecutionLines", "Id");
                t.ForeignKey("FK_ExecutionEntries_Batches", x => x.BatchId, "ExecutionBatches", "Id");
            });
        // Without the year before it: the newest entries of a year are then found from the end of the table.
        migration.CreateIndex("IX_ExecutionEntries_Voucher", "ExecutionEntries", "Voucher");
        migration.CreateIndex("IX_ExecutionEntries_Line", "ExecutionEntries", "LineId");
        // Few entries are transfers between the department's own units, and only these are ever asked for.
        migration.CreateIndex("IX_ExecutionEntries_Counterpart", "ExecutionEntries", ["ExecutionId", "Counterpart"], filter: "\"Counterpart\" IS NOT NULL");
    }

    private static void Corrections(MigrationBuilder migration)
    {
        migration.CreateTable(
            "ExecutionPending",
            t => new
            {
                Id = Number(t.Column<int>()),
                ExecutionId = t.Column<int>(),
                UnitCode = t.Column<string>(nullable: true),
                Source = t.Column<string>(),
                Row = t.Column<int>(nullable: true),
                Cells = t.Column<string>(),
                Reason = t.Column<string>(),
                OverFen = t.Column<long>(nullable: true),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ExecutionPending", x => x.Id);
                OfBook(t, x => x.ExecutionId, "ExecutionPending");
            });
        migration.CreateIndex("IX_ExecutionPending_Execution", "ExecutionPending", "ExecutionId");
        migration.CreateTable(
            "ExecutionDecisions",
            t => new
            {
                Id = Number(t.Column<int>()),
                ExecutionId = t.Column<int>(),
                EntryId = t.Column<int>(),
                LineId = t.Column<int>(),
                OverFen = t.Column<long>(),
                Reason = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ExecutionDecisions", x => x.Id);
                OfBook(t, x => x.ExecutionId, "ExecutionDecisions");
            });
        migration.CreateIndex("IX_ExecutionDecisions_Execution", "ExecutionDecisions", "ExecutionId");
    }

    private static void Monitoring(MigrationBuilder migration)
    {
        migration.CreateTable(
            "MonitoringSettings",
            t => new { DepartmentId = t.Column<int>(), Name = t.Column<string>(), Value = t.Column<string>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_MonitoringSettings", x => new { x.DepartmentId, x.Name });
                t.ForeignKey("FK_MonitoringSettings_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateTable(
            "MonitoringPlans",
            t => new { ExecutionId = t.Column<int>(), ProjectCode = t.Column<string>(), Q1 = t.Column<int>(), Q2 = t.Column<int>(), Q3 = t.Column<int>(), Q4 = t.Column<int>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_MonitoringPlans", x => new { x.ExecutionId, x.ProjectCode });
                t.ForeignKey("FK_MonitoringPlans_Executions", x => x.ExecutionId, "Executions", "Id");
            });
        migration.CreateTable(
            "MonitoringAnswers",
            t => new
            {
                Id = Number(t.Column<int>()),
                ExecutionId = t.Column<int>(),
                Month = t.Column<int>(),
                Rule = t.Column<string>(),
                Subject = t.Column<string>(),
                Responsible = t.Column<string>(),
                Text = t.Column<string>(),
                DueOn = t.Column<string>(nullable: true),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_MonitoringAnswers", x => x.Id);
                OfBook(t, x => x.ExecutionId, "MonitoringAnswers");
            });
        migration.CreateIndex("IX_MonitoringAnswers_Execution", "MonitoringAnswers", "ExecutionId");
    }

    // What was booked, decided and answered stays; mistakes are booked back.
    private void AppendOnly(MigrationBuilder migration)
    {
        foreach (var table in (string[])["ExecutionEntries", "ExecutionDecisions", "MonitoringAnswers"])
        {
            if (ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
            {
                foreach (var verb in (string[])["UPDATE", "DELETE"])
                    migration.Sql($"CREATE TRIGGER \"{table}_no_{verb}\" BEFORE {verb} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table}: append only'); END");
            }
            else
            {
                migration.Sql($"CREATE FUNCTION \"{table}_append_only\"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table}: append only'; END $$");
                migration.Sql($"CREATE TRIGGER \"{table}_append_only\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"{table}\" FOR EACH STATEMENT EXECUTE FUNCTION \"{table}_append_only\"()");
            }
        }
    }

    private static OperationBuilder<AddColumnOperation> Number(OperationBuilder<AddColumnOperation> column) =>
        column.Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn);

    private static void OfBook<T>(CreateTableBuilder<T> table, System.Linq.Expressions.Expression<Func<T, object>> column, string name) =>
        table.ForeignKey($"FK_{name}_Executions", column, "Executions", "Id");
}
