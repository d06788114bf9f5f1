using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Supervision of the fund: designated institutions, plans and draws, inspections with findings, cases, money received.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122201000_Supervision")]
internal sealed class M07Supervision : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Institutions(migrationBuilder);
        Plans(migrationBuilder);
        Inspections(migrationBuilder);
        Cases(migrationBuilder);
        Money(migrationBuilder);
        MigrationParts.AppendOnly(migrationBuilder, ActiveProvider, "AgreementEvents", "Draws", "CaseSteps", "Receipts");
    }

    private static void Institutions(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Institutions",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Code = t.Column<string>(),
                Name = t.Column<string>(),
                Kind = t.Column<string>(),
                Level = t.Column<string>(),
                Address = t.Column<string>(),
                Agreement = t.Column<string>(),
                From = t.Column<string>(nullable: true),
                To = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Institutions", x => x.Id);
                t.ForeignKey("FK_Institutions_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateIndex("IX_Institutions_Code", "Institutions", ["DepartmentId", "Code"], unique: true);
        migration.CreateTable(
            "AgreementEvents",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                InstitutionId = t.Column<int>(),
                Step = t.Column<string>(),
                On = t.Column<string>(),
                Reason = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_AgreementEvents", x => x.Id);
                t.ForeignKey("FK_AgreementEvents_Institutions", x => x.InstitutionId, "Institutions", "Id");
            });
        migration.CreateIndex("IX_AgreementEvents_Institution", "AgreementEvents", "InstitutionId");
    }

    private static void Plans(MigrationBuilder migration)
    {
        migration.CreateTable(
            "InspectionTargets",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Year = t.Column<int>(),
                InstitutionKind = t.Column<string>(nullable: true),
                InspectionKind = t.Column<string>(nullable: true),
                Percent = t.Column<int>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_InspectionTargets", x => x.Id);
                t.ForeignKey("FK_InspectionTargets_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateIndex("IX_InspectionTargets_Year", "InspectionTargets", ["DepartmentId", "Year"]);
        migration.CreateTable(
            "Draws",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Year = t.Column<int>(),
                Name = t.Column<string>(),
                InspectionKind = t.Column<string>(),
                Seed = t.Column<string>(),
                SeedSource = t.Column<string>(),
                Request = t.Column<string>(),
                Result = t.Column<string>(),
                Digest = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Draws", x => x.Id);
                t.ForeignKey("FK_Draws_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateIndex("IX_Draws_Year", "Draws", ["DepartmentId", "Year"]);
    }

    private static void Inspections(MigrationBuilder migration)
    {
        migration.CreateTable(
            "Inspections",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                InstitutionId = t.Column<int>(),
                Kind = t.Column<string>(),
                DrawId = t.Column<int>(nullable: true),
                Inspectors = t.Column<string>(),
                PlannedOn = t.Column<string>(nullable: true),
                DoneOn = t.Column<string>(nullable: true),
                Conclusion = t.Column<string>(),
                Cancelled = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Inspections", x => x.Id);
                t.ForeignKey("FK_Inspections_Departments", x => x.DepartmentId, "Departments", "Id");
                t.ForeignKey("FK_Inspections_Institutions", x => x.InstitutionId, "Institutions", "Id");
                t.ForeignKey("FK_Inspections_Draws", x => x.DrawId, "Draws", "Id");
            });
        migration.CreateIndex("IX_Inspections_Done", "Inspections", ["DepartmentId", "DoneOn"]);
        migration.CreateIndex("IX_Inspections_Institution", "Inspections", "InstitutionId");
        migration.CreateTable(
            "InspectionFindings",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                InspectionId = t.Column<int>(),
                Violation = t.Column<string>(),
                IsFraud = t.Column<bool>(),
                Description = t.Column<string>(),
                FoundFen = t.Column<long>(),
                ConfirmedFen = t.Column<long>(nullable: true),
                RecoveredFen = t.Column<long>(),
                CaseId = t.Column<int>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_InspectionFindings", x => x.Id);
                t.ForeignKey("FK_InspectionFindings_Inspections", x => x.InspectionId, "Inspections", "Id");
            });
        migration.CreateIndex("IX_InspectionFindings_Inspection", "InspectionFindings", "InspectionId");
        migration.CreateIndex("IX_InspectionFindings_Case", "InspectionFindings", "CaseId");
    }

    private static void Cases(MigrationBuilder migration)
    {
        migration.CreateTable(
            "SupervisionCases",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                InstitutionId = t.Column<int>(),
                InspectionId = t.Column<int>(),
                Year = t.Column<int>(),
                Sequence = t.Column<int>(),
                Reason = t.Column<string>(),
                Handler = t.Column<string>(),
                Step = t.Column<string>(),
                Measures = t.Column<string>(),
                FineFen = t.Column<long>(nullable: true),
                FineReason = t.Column<string>(nullable: true),
                FinePaidFen = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_SupervisionCases", x => x.Id);
                t.ForeignKey("FK_SupervisionCases_Departments", x => x.DepartmentId, "Departments", "Id");
                t.ForeignKey("FK_SupervisionCases_Inspections", x => x.InspectionId, "Inspections", "Id");
            });
        migration.CreateIndex("IX_SupervisionCases_Number", "SupervisionCases", ["DepartmentId", "Year", "Sequence"], unique: true);
        migration.CreateTable(
            "CaseSteps",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                CaseId = t.Column<int>(),
                Step = t.Column<string>(),
                Label = t.Column<string>(),
                On = t.Column<string>(),
                Note = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_CaseSteps", x => x.Id);
                t.ForeignKey("FK_CaseSteps_Cases", x => x.CaseId, "SupervisionCases", "Id");
            });
        migration.CreateIndex("IX_CaseSteps_Case", "CaseSteps", "CaseId");
    }

    private static void Money(MigrationBuilder migration)
    {
        migration.CreateTable(
            "RecoveryInstalments",
            t => new { Id = MigrationParts.Number(t.Column<int>()), CaseId = t.Column<int>(), DueOn = t.Column<string>(), Fen = t.Column<long>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_RecoveryInstalments", x => x.Id);
                t.ForeignKey("FK_RecoveryInstalments_Cases", x => x.CaseId, "SupervisionCases", "Id");
            });
        migration.CreateIndex("IX_RecoveryInstalments_Case", "RecoveryInstalments", "CaseId");
        migration.CreateTable(
            "Receipts",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                CaseId = t.Column<int>(nullable: true),
                FindingId = t.Column<int>(nullable: true),
                Kind = t.Column<string>(),
                On = t.Column<string>(),
                Fen = t.Column<long>(),
                Voucher = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Receipts", x => x.Id);
                t.ForeignKey("FK_Receipts_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateIndex("IX_Receipts_On", "Receipts", ["DepartmentId", "On"]);
        migration.CreateIndex("IX_Receipts_Case", "Receipts", "CaseId");
        migration.CreateIndex("IX_Receipts_Finding", "Receipts", "FindingId");
    }
}
