using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Attachments;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Complaints;
using Mingzhang.Storage.Credit;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Privacy;
using Mingzhang.Storage.Registers;
using Mingzhang.Storage.Reviews;
using Mingzhang.Storage.Supervision;

namespace Mingzhang.Storage.Office;

/// <summary>The tables of the workbench, in the same database as the ledgers. Their columns are made by Migrations/M03Office and M05Execution.</summary>
internal sealed class OfficeContext(DbContextOptions<OfficeContext> options) : IdentityUserContext<Account, int>(options)
{
    public DbSet<DepartmentRow> Departments => Set<DepartmentRow>();

    public DbSet<OfficeUnitRow> Units => Set<OfficeUnitRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<DraftRow> Drafts => Set<DraftRow>();

    public DbSet<RecordRow> Records => Set<RecordRow>();

    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<RemarkRow> Remarks => Set<RemarkRow>();

    public DbSet<PublicationRow> Publications => Set<PublicationRow>();

    public DbSet<MappingRow> Mappings => Set<MappingRow>();

    public DbSet<TrailRow> Trail => Set<TrailRow>();

    public DbSet<KeyRow> Keys => Set<KeyRow>();

    public DbSet<ExecutionRow> Executions => Set<ExecutionRow>();

    public DbSet<ExecutionLineRow> ExecutionLines => Set<ExecutionLineRow>();

    public DbSet<ExecutionBatchRow> ExecutionBatches => Set<ExecutionBatchRow>();

    public DbSet<ExecutionEntryRow> ExecutionEntries => Set<ExecutionEntryRow>();

    public DbSet<ExecutionPendingRow> ExecutionPending => Set<ExecutionPendingRow>();

    public DbSet<ExecutionDecisionRow> ExecutionDecisions => Set<ExecutionDecisionRow>();

    public DbSet<MonitoringSettingRow> MonitoringSettings => Set<MonitoringSettingRow>();

    public DbSet<MonitoringPlanRow> MonitoringPlans => Set<MonitoringPlanRow>();

    public DbSet<MonitoringAnswerRow> MonitoringAnswers => Set<MonitoringAnswerRow>();

    public DbSet<PrivacyKeyRow> PrivacyKeys => Set<PrivacyKeyRow>();

    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();

    public DbSet<RegisterRow> Registers => Set<RegisterRow>();

    public DbSet<RegisterRecordRow> RegisterRecords => Set<RegisterRecordRow>();

    public DbSet<InstitutionRow> Institutions => Set<InstitutionRow>();

    public DbSet<AgreementEventRow> AgreementEvents => Set<AgreementEventRow>();

    public DbSet<InspectionTargetRow> InspectionTargets => Set<InspectionTargetRow>();

    public DbSet<DrawRow> Draws => Set<DrawRow>();

    public DbSet<InspectionRow> Inspections => Set<InspectionRow>();

    public DbSet<FindingRow> Findings => Set<FindingRow>();

    public DbSet<CaseRow> SupervisionCases => Set<CaseRow>();

    public DbSet<CaseStepRow> CaseSteps => Set<CaseStepRow>();

    public DbSet<CaseHandoverRow> CaseHandovers => Set<CaseHandoverRow>();

    public DbSet<InstalmentRow> Instalments => Set<InstalmentRow>();

    public DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();

    public DbSet<AuditRow> Audits => Set<AuditRow>();

    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();

    public DbSet<ReviewCellRow> ReviewCells => Set<ReviewCellRow>();

    public DbSet<ReviewJudgementRow> ReviewJudgements => Set<ReviewJudgementRow>();

    public DbSet<ReviewCompanionRow> ReviewCompanions => Set<ReviewCompanionRow>();

    public DbSet<OfficeRuleRow> OfficeRules => Set<OfficeRuleRow>();
    public DbSet<ComplaintRow> Complaints => Set<ComplaintRow>();

    public DbSet<ComplaintStepRow> ComplaintSteps => Set<ComplaintStepRow>();

    public DbSet<RewardRow> Rewards => Set<RewardRow>();

    public DbSet<CreditRow> Credits => Set<CreditRow>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        AssistanceTables.Add(builder);
        Fund.FundTables.Add(builder);
        Screening.ScreeningTables.Add(builder);
        builder.Entity<Account>().ToTable("Accounts");
        // No outside logins, no claims beside the roles of Assignments.
        builder.Ignore<IdentityUserClaim<int>>();
        builder.Ignore<IdentityUserLogin<int>>();
        builder.Ignore<IdentityUserToken<int>>();
        builder.Entity<DepartmentRow>().ToTable("Departments");
        builder.Entity<OfficeUnitRow>().ToTable("OfficeUnits");
        builder.Entity<AssignmentRow>().ToTable("Assignments");
        builder.Entity<DraftRow>().ToTable("Drafts");
        builder.Entity<RecordRow>().ToTable("DraftRecords").Property(r => r.Revision).IsConcurrencyToken();
        builder.Entity<VersionRow>().ToTable("Versions");
        builder.Entity<RemarkRow>().ToTable("Remarks");
        builder.Entity<PublicationRow>().ToTable("Publications");
        builder.Entity<MappingRow>().ToTable("Mappings").HasKey(r => new { r.DepartmentId, r.Header });
        var trail = builder.Entity<TrailRow>().ToTable("Trail");
        trail.HasKey(r => r.Sequence);
        trail.Property(r => r.Sequence).ValueGeneratedNever();
        builder.Entity<KeyRow>().ToTable("Keys");
        builder.Entity<FindingRow>().ToTable("InspectionFindings");
        builder.Entity<InstalmentRow>().ToTable("RecoveryInstalments");
        builder.Entity<MonitoringSettingRow>().HasKey(r => new { r.DepartmentId, r.Name });
        builder.Entity<AuditRow>().ToTable("Audits");
        builder.Entity<ReviewRow>().ToTable("Reviews").HasOne(r => r.Audit).WithOne().HasForeignKey<ReviewRow>(r => r.Id);
        builder.Entity<MonitoringPlanRow>().HasKey(r => new { r.ExecutionId, r.ProjectCode });
    }
}
