using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Medical assistance: persons, identities, settlements, decisions, payments, applications.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122191000_Assistance")]
internal sealed class M06Assistance : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Register(migrationBuilder);
        Settlements(migrationBuilder);
        Decisions(migrationBuilder);
        Payments(migrationBuilder);
        Applications(migrationBuilder);
        // A bill is corrected by a reversal and a new bill, as the hospitals do it.
        MigrationParts.AppendOnly(migrationBuilder, ActiveProvider, "AssistanceSettlements", "AssistanceReleases");
    }

    private static void Register(MigrationBuilder migration)
    {
        migration.CreateTable(
            "AssistanceBatches",
            t => new { Id = MigrationParts.Number(t.Column<int>()), DepartmentId = t.Column<int>(), Kind = t.Column<string>(), Source = t.Column<string>(), Count = t.Column<int>(), At = t.Column<string>(), Account = t.Column<string>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_AssistanceBatches", x => x.Id);
                t.ForeignKey("FK_AssistanceBatches_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateTable(
            "AssistancePersons",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Code = t.Column<string>(),
                NameSealed = t.Column<string>(nullable: true),
                NameDigest = t.Column<string>(nullable: true),
                NameShown = t.Column<string>(),
                NumberSealed = t.Column<string>(nullable: true),
                NumberDigest = t.Column<string>(nullable: true),
                NumberShown = t.Column<string>(),
                AccountSealed = t.Column<string>(nullable: true),
                AccountShown = t.Column<string>(),
                Bank = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_AssistancePersons", x => x.Id);
                t.ForeignKey("FK_AssistancePersons_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateIndex("IX_AssistancePersons_Code", "AssistancePersons", ["DepartmentId", "Code"], unique: true);
        migration.CreateIndex("IX_AssistancePersons_Number", "AssistancePersons", ["DepartmentId", "NumberDigest"]);
        migration.CreateIndex("IX_AssistancePersons_Name", "AssistancePersons", ["DepartmentId", "NameDigest"]);
        migration.CreateTable(
            "AssistanceIdentities",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                PersonId = t.Column<int>(),
                Subject = t.Column<string>(),
                FromDay = t.Column<string>(),
                ToDay = t.Column<string>(nullable: true),
                RecognisedOn = t.Column<string>(),
                AddedIn = t.Column<int>(),
                RemovedIn = t.Column<int>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_AssistanceIdentities", x => x.Id);
                t.ForeignKey("FK_AssistanceIdentities_Persons", x => x.PersonId, "AssistancePersons", "Id");
                t.ForeignKey("FK_AssistanceIdentities_Added", x => x.AddedIn, "AssistanceBatches", "Id");
            });
        migration.CreateIndex("IX_AssistanceIdentities_Person", "AssistanceIdentities", ["DepartmentId", "PersonId"]);
        migration.CreateTable(
            "AssistanceSettings", t => new { DepartmentId = t.Column<int>(), Name = t.Column<string>(), Value = t.Column<string>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_AssistanceSettings", x => new { x.DepartmentId, x.Name });
                t.ForeignKey("FK_AssistanceSettings_Departments", x => x.DepartmentId, "Departments", "Id");
            });
    }

    private static void Settlements(MigrationBuilder migration)
    {
        migration.CreateTable(
            "AssistanceSettlements",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                PersonId = t.Column<int>(),
                AddedIn = t.Column<int>(),
                Number = t.Column<string>(),
                Channel = t.Column<string>(),
                Care = t.Column<string>(),
                Institution = t.Column<string>(),
                FromDay = t.Column<string>(),
                ToDay = t.Column<string>(),
                SettledOn = t.Column<string>(),
                TotalFen = t.Column<long>(),
                InScopeFen = t.Column<long>(),
                BasicFen = t.Column<long>(),
                MajorFen = t.Column<long>(),
                LargeFen = t.Column<long>(),
                CivilFen = t.Column<long>(),
                OtherFen = t.Column<long>(),
                DeductedFen = t.Column<long>(),
                Referred = t.Column<bool>(),
                Reverses = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_AssistanceSettlements", x => x.Id);
                t.ForeignKey("FK_AssistanceSettlements_Persons", x => x.PersonId, "AssistancePersons", "Id");
                t.ForeignKey("FK_AssistanceSettlements_Added", x => x.AddedIn, "AssistanceBatches", "Id");
            });
        // Idempotent by its number: a second row of it cannot be stored.
        migration.CreateIndex("IX_AssistanceSettlements_Number", "AssistanceSettlements", ["DepartmentId", "Number"], unique: true);
        migration.CreateIndex("IX_AssistanceSettlements_Person", "AssistanceSettlements", ["DepartmentId", "PersonId"]);
        migration.CreateTable(
            "AssistanceReleases",
            t => new { Id = MigrationParts.Number(t.Column<int>()), DepartmentId = t.Column<int>(), SettlementId = t.Column<int>(), AddedIn = t.Column<int>(), Reason = t.Column<string>() },
            constraints: t =>
            {
                t.PrimaryKey("PK_AssistanceReleases", x => x.Id);
                t.ForeignKey("FK_AssistanceReleases_Settlements", x => x.SettlementId, "AssistanceSettlements", "Id");
            });
        migration.CreateIndex("IX_AssistanceReleases_Settlement", "AssistanceReleases", ["SettlementId"], unique: true);
        migration.CreateTable(
            "AssistanceConcerns",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                PersonId = t.Column<int>(),
                SettlementId = t.Column<int>(),
                Stops = t.Column<bool>(),
                MayBeReleased = t.Column<bool>(),
                Message = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_AssistanceConcerns", x => x.Id));
        migration.CreateIndex("IX_AssistanceConcerns_Person", "AssistanceConcerns", ["DepartmentId", "PersonId"]);
        migration.CreateTable(
            "AssistanceDifferences",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                PersonId = t.Column<int>(),
                SettlementId = t.Column<int>(),
                GrantedFen = t.Column<long>(),
                DueFen = t.Column<long>(),
                Reason = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_AssistanceDifferences", x => x.Id));
        migration.CreateIndex("IX_AssistanceDifferences_Person", "AssistanceDifferences", ["DepartmentId", "PersonId"]);
    }

    private static void Decisions(MigrationBuilder migration)
    {
        migration.CreateTable(
            "AssistanceDecisions",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                PersonId = t.Column<int>(),
                SettlementId = t.Column<int>(),
                MadeIn = t.Column<int>(),
                Kind = t.Column<string>(),
                Policy = t.Column<string>(nullable: true),
                Subject = t.Column<string>(nullable: true),
                EligibleFen = t.Column<long>(),
                AmountFen = t.Column<long>(),
                HospitalFen = t.Column<long>(),
                Reason = t.Column<string>(),
                Concern = t.Column<string>(nullable: true),
                State = t.Column<string>(),
                MadeBy = t.Column<string>(),
                MadeAt = t.Column<string>(),
                ReviewedBy = t.Column<string>(nullable: true),
                ReviewedAt = t.Column<string>(nullable: true),
                Note = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_AssistanceDecisions", x => x.Id);
                t.ForeignKey("FK_AssistanceDecisions_Settlements", x => x.SettlementId, "AssistanceSettlements", "Id");
                t.ForeignKey("FK_AssistanceDecisions_MadeIn", x => x.MadeIn, "AssistanceBatches", "Id");
            });
        migration.CreateIndex("IX_AssistanceDecisions_Person", "AssistanceDecisions", ["DepartmentId", "PersonId"]);
        migration.CreateIndex("IX_AssistanceDecisions_State", "AssistanceDecisions", ["DepartmentId", "State"]);
        migration.CreateIndex("IX_AssistanceDecisions_Settlement", "AssistanceDecisions", ["SettlementId"]);
    }

    private static void Payments(MigrationBuilder migration)
    {
        migration.CreateTable(
            "AssistancePayments",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Count = t.Column<int>(),
                Fen = t.Column<long>(),
                State = t.Column<string>(),
                MadeBy = t.Column<string>(),
                MadeAt = t.Column<string>(),
                ApprovedBy = t.Column<string>(nullable: true),
                ApprovedAt = t.Column<string>(nullable: true),
                PaidOn = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_AssistancePayments", x => x.Id);
                t.ForeignKey("FK_AssistancePayments_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migration.CreateTable(
            "AssistancePayables",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                PersonId = t.Column<int>(),
                DecisionId = t.Column<int>(),
                Institution = t.Column<string>(nullable: true),
                Fen = t.Column<long>(),
                PaymentId = t.Column<int>(nullable: true),
                State = t.Column<string>(),
                Note = t.Column<string>(nullable: true),
                At = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_AssistancePayables", x => x.Id);
                t.ForeignKey("FK_AssistancePayables_Decisions", x => x.DecisionId, "AssistanceDecisions", "Id");
                t.ForeignKey("FK_AssistancePayables_Payments", x => x.PaymentId, "AssistancePayments", "Id");
            });
        migration.CreateIndex("IX_AssistancePayables_State", "AssistancePayables", ["DepartmentId", "State"]);
        migration.CreateIndex("IX_AssistancePayables_Person", "AssistancePayables", ["DepartmentId", "PersonId"]);
        migration.CreateIndex("IX_AssistancePayables_Payment", "AssistancePayables", ["PaymentId"]);
        migration.CreateTable(
            "AssistanceHospitals",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Code = t.Column<string>(),
                Name = t.Column<string>(),
                Bank = t.Column<string>(),
                AccountSealed = t.Column<string>(),
                AccountShown = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("PK_AssistanceHospitals", x => x.Id));
        migration.CreateIndex("IX_AssistanceHospitals_Code", "AssistanceHospitals", ["DepartmentId", "Code"], unique: true);
    }

    private static void Applications(MigrationBuilder migration)
    {
        migration.CreateTable(
            "AssistanceApplications",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                PersonId = t.Column<int>(),
                SettlementId = t.Column<int>(),
                State = t.Column<string>(),
                Documents = t.Column<string>(),
                ReceivedOn = t.Column<string>(),
                AcceptedBy = t.Column<string>(),
                ReviewedOn = t.Column<string>(nullable: true),
                ReviewedBy = t.Column<string>(nullable: true),
                PublishedOn = t.Column<string>(nullable: true),
                PublishedUntil = t.Column<string>(nullable: true),
                ApprovedOn = t.Column<string>(nullable: true),
                ApprovedBy = t.Column<string>(nullable: true),
                Note = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_AssistanceApplications", x => x.Id);
                t.ForeignKey("FK_AssistanceApplications_Settlements", x => x.SettlementId, "AssistanceSettlements", "Id");
            });
        migration.CreateIndex("IX_AssistanceApplications_State", "AssistanceApplications", ["DepartmentId", "State"]);
        migration.CreateIndex("IX_AssistanceApplications_Settlement", "AssistanceApplications", ["SettlementId"], unique: true);
    }
}
