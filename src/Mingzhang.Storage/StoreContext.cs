using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Mingzhang.Core.Ledgers;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Rows;

namespace Mingzhang.Storage;

/// <summary>The tables, the same in SQLite and PostgreSQL. Their columns are made by the classes of Migrations/.</summary>
internal sealed class StoreContext(DbContextOptions<StoreContext> options) : DbContext(options)
{
    public DbSet<InstallationRow> Installations => Set<InstallationRow>();

    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();

    public DbSet<LedgerRow> Ledgers => Set<LedgerRow>();

    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<ProjectRow> Projects => Set<ProjectRow>();

    public DbSet<LineRow> Lines => Set<LineRow>();

    public DbSet<OtherRow> Others => Set<OtherRow>();

    public DbSet<AuditRow> Audits => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<InstallationRow>().ToTable("Installation").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<RevisionRow>().ToTable("Revision").Property(r => r.Id).ValueGeneratedNever();
        modelBuilder.Entity<LedgerRow>().ToTable("Ledgers").HasIndex(r => new { r.Agency, r.Year });
        modelBuilder.Entity<AuditRow>().ToTable("Audits").HasIndex(r => r.State);
        Part(modelBuilder.Entity<UnitRow>(), "Units");
        Part(modelBuilder.Entity<ProjectRow>(), "Projects");
        var lines = modelBuilder.Entity<LineRow>();
        Part(lines, "Lines");
        // Words, not numbers: whoever looks into the database reads what the ledger's files say.
        lines.Property(r => r.Stage).HasConversion(s => s.ChineseName(), t => Words.Stage(t));
        lines.Property(r => r.Flow).HasConversion(f => f.ChineseName(), t => Words.Flow(t));
        lines.Property(r => r.MoneyYear).HasConversion(y => y.ChineseName(), t => Words.MoneyYear(t));
        var others = modelBuilder.Entity<OtherRow>().ToTable("Others");
        others.HasKey(r => new { r.LedgerId, r.Kind, r.Position });
        others.HasOne<LedgerRow>().WithMany().HasForeignKey(r => r.LedgerId).OnDelete(DeleteBehavior.Cascade);
    }

    private static void Part<T>(EntityTypeBuilder<T> builder, string table)
        where T : PartRow
    {
        builder.ToTable(table);
        builder.HasKey(r => new { r.LedgerId, r.Position });
        builder.HasOne<LedgerRow>().WithMany().HasForeignKey(r => r.LedgerId).OnDelete(DeleteBehavior.Cascade);
    }

    // The words back to what they mean.
    private static class Words
    {
        private static readonly Dictionary<string, Stage> Stages = Enum.GetValues<Stage>().ToDictionary(s => s.ChineseName(), StringComparer.Ordinal);
        private static readonly Dictionary<string, Flow> Flows = Enum.GetValues<Flow>().ToDictionary(f => f.ChineseName(), StringComparer.Ordinal);
        private static readonly Dictionary<string, MoneyYear> Years = Enum.GetValues<MoneyYear>().ToDictionary(y => y.ChineseName(), StringComparer.Ordinal);

        public static Stage Stage(string word) => Stages[word];

        public static Flow Flow(string word) => Flows[word];

        public static MoneyYear MoneyYear(string word) => Years[word];
    }
}
