using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Mingzhang.Storage.Migrations;

/// <summary>The workbench: departments, accounts, drafts and their records, versions, remarks, publishing, and the trail, to which can only be added.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122120000_Office")]
internal sealed class M03Office : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Departments(migrationBuilder);
        Accounts(migrationBuilder);
        Drafts(migrationBuilder);
        Publishing(migrationBuilder);
        migrationBuilder.CreateTable(
            "Keys",
            t => new { Id = Number(t.Column<int>()), Xml = t.Column<string>() },
            constraints: t => t.PrimaryKey("PK_Keys", x => x.Id));
        Trail(migrationBuilder);
    }

    private static void Departments(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Departments",
            t => new
            {
                Id = Number(t.Column<int>()),
                Name = t.Column<string>(),
                ShortName = t.Column<string>(),
                IsDepartment = t.Column<bool>(),
                Address = t.Column<string>(),
                Telephone = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_Departments", x => x.Id));
        migration.CreateIndex("IX_Departments_Name", "Departments", "Name", unique: true);
        migration.CreateTable(
            "OfficeUnits",
            t => new
            {
                Id = Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Position = t.Column<int>(),
                Code = t.Column<string>(),
                Name = t.Column<string>(),
                ParentCode = t.Column<string>(nullable: true),
                Nature = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_OfficeUnits", x => x.Id);
                t.ForeignKey("FK_OfficeUnits_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateIndex("IX_OfficeUnits_Code", "OfficeUnits", ["DepartmentId", "Code"], unique: true);
        migration.CreateTable(
            "Mappings",
            t => new { DepartmentId = t.Column<int>(), Header = t.Column<string>(), Column = t.Column<string>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_Mappings", x => new { x.DepartmentId, x.Header });
                t.ForeignKey("FK_Mappings_Departments", x => x.DepartmentId, "Departments", "Id");
            });
    }

    // The columns of ASP.NET Core Identity, and three of our own.
    private static void Accounts(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Accounts",
            t => new
            {
                Id = Number(t.Column<int>()),
                FullName = t.Column<string>(),
                MustChangePassword = t.Column<bool>(),
                IsDisabled = t.Column<bool>(),
                UserName = t.Column<string>(nullable: true),
                NormalizedUserName = t.Column<string>(nullable: true),
                Email = t.Column<string>(nullable: true),
                NormalizedEmail = t.Column<string>(nullable: true),
                EmailConfirmed = t.Column<bool>(),
                PasswordHash = t.Column<string>(nullable: true),
                SecurityStamp = t.Column<string>(nullable: true),
                ConcurrencyStamp = t.Column<string>(nullable: true),
                PhoneNumber = t.Column<string>(nullable: true),
                PhoneNumberConfirmed = t.Column<bool>(),
                TwoFactorEnabled = t.Column<bool>(),
                LockoutEnd = t.Column<DateTimeOffset>(nullable: true),
                LockoutEnabled = t.Column<bool>(),
                AccessFailedCount = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("PK_Accounts", x => x.Id));
        migration.CreateIndex("IX_Accounts_UserName", "Accounts", "NormalizedUserName", unique: true);
        migration.CreateTable(
            "Assignments",
            t => new
            {
                Id = Number(t.Column<int>()),
                AccountId = t.Column<int>(),
                DepartmentId = t.Column<int>(nullable: true),
                UnitCode = t.Column<string>(nullable: true),
                Role = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Assignments", x => x.Id);
                t.ForeignKey("FK_Assignments_Accounts", x => x.AccountId, "Accounts", "Id");
                t.ForeignKey("FK_Assignments_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateIndex("IX_Assignments_Account", "Assignments", "AccountId");
    }

    private static void Drafts(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Drafts",
            t => new
            {
                Id = Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Year = t.Column<int>(),
                Edition = t.Column<string>(),
                Round = t.Column<string>(),
                State = t.Column<string>(),
                Revision = t.Column<int>(),
                ApprovedOn = t.Column<string>(nullable: true),
                ControlFen = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Drafts", x => x.Id);
                t.ForeignKey("FK_Drafts_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateIndex("IX_Drafts_Year", "Drafts", ["DepartmentId", "Year"], unique: true);
        migration.CreateTable(
            "DraftRecords",
            t => new
            {
                Id = Number(t.Column<int>()),
                DraftId = t.Column<int>(),
                Sheet = t.Column<string>(),
                Position = t.Column<int>(),
                Revision = t.Column<int>(),
                Cells = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_DraftRecords", x => x.Id);
                OfDraft(t, x => x.DraftId, "DraftRecords");
            });
        migration.CreateIndex("IX_DraftRecords_Sheet", "DraftRecords", ["DraftId", "Sheet", "Position"]);
        migration.CreateTable(
            "Versions",
            t => new
            {
                Id = Number(t.Column<int>()),
                DraftId = t.Column<int>(),
                Number = t.Column<int>(),
                Label = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
                Content = t.Column<string>(),
                Digest = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Versions", x => x.Id);
                OfDraft(t, x => x.DraftId, "Versions");
            });
        migration.CreateIndex("IX_Versions_Number", "Versions", ["DraftId", "Number"], unique: true);
        migration.CreateTable(
            "Remarks",
            t => new
            {
                Id = Number(t.Column<int>()),
                DraftId = t.Column<int>(),
                Sheet = t.Column<string>(nullable: true),
                RecordId = t.Column<int>(nullable: true),
                Column = t.Column<string>(nullable: true),
                Sentence = t.Column<string>(nullable: true),
                Text = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
                Answer = t.Column<string>(nullable: true),
                AnsweredAt = t.Column<string>(nullable: true),
                AnsweredBy = t.Column<string>(nullable: true),
                IsClosed = t.Column<bool>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Remarks", x => x.Id);
                OfDraft(t, x => x.DraftId, "Remarks");
            });
        migration.CreateIndex("IX_Remarks_Draft", "Remarks", "DraftId");
    }

    private static void Publishing(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Publications",
            t => new
            {
                Id = Number(t.Column<int>()),
                DraftId = t.Column<int>(),
                VersionId = t.Column<int>(),
                Number = t.Column<int>(),
                ApprovedOn = t.Column<string>(),
                ApprovalNumber = t.Column<string>(),
                PublishedOn = t.Column<string>(),
                SecrecyReviewer = t.Column<string>(),
                SecrecyReviewedOn = t.Column<string>(),
                Signer = t.Column<string>(),
                Address = t.Column<string>(),
                Reason = t.Column<string>(nullable: true),
                Account = t.Column<string>(),
                At = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Publications", x => x.Id);
                OfDraft(t, x => x.DraftId, "Publications");
            });
        migration.CreateIndex("IX_Publications_Number", "Publications", ["DraftId", "Number"], unique: true);
    }

    private void Trail(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Trail",
            t => new
            {
                Sequence = t.Column<long>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
                DepartmentId = t.Column<int>(nullable: true),
                DraftId = t.Column<int>(nullable: true),
                Act = t.Column<string>(),
                Subject = t.Column<string>(),
                Changes = t.Column<string>(),
                Previous = t.Column<string>(),
                Hash = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_Trail", x => x.Sequence));
        migration.CreateIndex("IX_Trail_Draft", "Trail", "DraftId");
        // Whoever writes to the database by the program cannot change what was done; what has another way in breaks the chain.
        // Frozen versions and the record of publishing stay likewise.
        foreach (var table in (string[])["Trail", "Versions", "Publications"])
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

    private static void OfDraft<T>(CreateTableBuilder<T> table, System.Linq.Expressions.Expression<Func<T, object>> column, string name) =>
        table.ForeignKey($"FK_{name}_Drafts", column, "Drafts", "Id");
}
