using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;

namespace Mingzhang.Storage.Assistance;

/// <summary>The tables of assistance; their columns are made by Migrations/M06Assistance.</summary>
internal static class AssistanceTables
{
    public static void Add(ModelBuilder builder)
    {
        builder.Entity<AssistanceBatchRow>().ToTable("AssistanceBatches");
        builder.Entity<AssistancePersonRow>().ToTable("AssistancePersons");
        builder.Entity<AssistanceIdentityRow>().ToTable("AssistanceIdentities");
        builder.Entity<AssistanceSettlementRow>().ToTable("AssistanceSettlements");
        builder.Entity<AssistanceReleaseRow>().ToTable("AssistanceReleases");
        builder.Entity<AssistanceConcernRow>().ToTable("AssistanceConcerns");
        builder.Entity<AssistanceDifferenceRow>().ToTable("AssistanceDifferences");
        builder.Entity<AssistanceDecisionRow>().ToTable("AssistanceDecisions");
        builder.Entity<AssistancePayableRow>().ToTable("AssistancePayables");
        builder.Entity<AssistancePaymentRow>().ToTable("AssistancePayments");
        builder.Entity<AssistanceApplicationRow>().ToTable("AssistanceApplications");
        builder.Entity<AssistanceHospitalRow>().ToTable("AssistanceHospitals");
        builder.Entity<AssistanceSettingRow>().ToTable("AssistanceSettings").HasKey(r => new { r.DepartmentId, r.Name });
    }
}

/// <summary>Rows to records of the domain and back.</summary>
internal static class AssistanceWords
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static long Fen(decimal yuan) => (long)(yuan * 100m);

    public static Identity Identity(AssistanceIdentityRow r) => new(r.Subject, Day(r.FromDay), r.ToDay is { } to ? Day(to) : null, Day(r.RecognisedOn));

    public static Settlement Settlement(AssistanceSettlementRow r) => new(
        r.Number, CareKinds.Words[r.Care], r.Institution, Day(r.FromDay), Day(r.ToDay), Day(r.SettledOn), Yuan(r.TotalFen), Yuan(r.InScopeFen), Yuan(r.BasicFen), Yuan(r.MajorFen), Yuan(r.LargeFen),
        Yuan(r.CivilFen), Yuan(r.OtherFen), Yuan(r.DeductedFen), r.Referred, r.Reverses);

    public static decimal Yuan(long fen) => fen / 100m;
}
