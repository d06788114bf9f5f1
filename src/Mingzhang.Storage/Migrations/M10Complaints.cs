using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mingzhang.Storage.Migrations;

/// <summary>Complaints and reports, their steps, and rewards.</summary>
[DbContext(typeof(StoreContext))]
[Migration("20261122213000_Complaints")]
internal sealed class M10Complaints : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Complaints",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                DepartmentId = t.Column<int>(),
                Number = t.Column<string>(),
                Channel = t.Column<string>(),
                ReceivedOn = t.Column<string>(),
                Topic = t.Column<string>(),
                Subject = t.Column<string>(),
                Content = t.Column<string>(),
                State = t.Column<string>(),
                Reporter = t.Column<string>(),
                SealedName = t.Column<string>(nullable: true),
                SealedPhone = t.Column<string>(nullable: true),
                Handler = t.Column<string>(nullable: true),
                AcceptedOn = t.Column<string>(nullable: true),
                AcceptBy = t.Column<string>(),
                FinishBy = t.Column<string>(),
                Extended = t.Column<int>(),
                AnsweredOn = t.Column<string>(nullable: true),
                Result = t.Column<string>(),
                FoundFen = t.Column<long>(),
                Inspection = t.Column<string>(),
                Satisfaction = t.Column<string>(),
                Revision = t.Column<int>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Complaints", x => x.Id);
                t.ForeignKey("FK_Complaints_Departments", x => x.DepartmentId, "Departments", "Id");
            });
        migrationBuilder.CreateIndex("IX_Complaints_Number", "Complaints", ["DepartmentId", "Number"], unique: true);
        migrationBuilder.CreateIndex("IX_Complaints_ReceivedOn", "Complaints", ["DepartmentId", "ReceivedOn"]);
        migrationBuilder.CreateTable(
            "ComplaintSteps",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                ComplaintId = t.Column<int>(),
                Act = t.Column<string>(),
                On = t.Column<string>(),
                Text = t.Column<string>(),
                At = t.Column<string>(),
                Account = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_ComplaintSteps", x => x.Id);
                t.ForeignKey("FK_ComplaintSteps_Complaints", x => x.ComplaintId, "Complaints", "Id");
            });
        migrationBuilder.CreateIndex("IX_ComplaintSteps_Complaint", "ComplaintSteps", "ComplaintId");
        migrationBuilder.CreateTable(
            "Rewards",
            t => new
            {
                Id = MigrationParts.Number(t.Column<int>()),
                ComplaintId = t.Column<int>(),
                Level = t.Column<string>(),
                CaseFen = t.Column<long>(),
                Fen = t.Column<long>(),
                Explanation = t.Column<string>(),
                State = t.Column<string>(),
                ProposedBy = t.Column<string>(),
                DecidedBy = t.Column<string>(nullable: true),
                DecidedOn = t.Column<string>(nullable: true),
                PaidOn = t.Column<string>(nullable: true),
                Voucher = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("PK_Rewards", x => x.Id);
                t.ForeignKey("FK_Rewards_Complaints", x => x.ComplaintId, "Complaints", "Id");
            });
        migrationBuilder.CreateIndex("IX_Rewards_Complaint", "Rewards", "ComplaintId");
        MigrationParts.AppendOnly(migrationBuilder, ActiveProvider, "ComplaintSteps");
    }
}
