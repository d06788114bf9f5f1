using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Ledgers;
using Mingzhang.Storage.Rows;

namespace Mingzhang.Storage;

/// <summary>The database of ledgers (台账库). Every call takes a connection of its own, so it may be used by several threads.</summary>
public sealed class Store
{
    private readonly DbContextOptions<StoreContext> _options;

    internal Store(StoreAddress address, DbContextOptions<StoreContext> options) => (Address, _options) = (address, options);

    /// <summary>Where it is.</summary>
    public StoreAddress Address { get; }

    /// <summary>Documents that wait to be audited.</summary>
    public Audits.AuditDesk Audits => new(Context);

    /// <summary>Opens a database, makes it when it is missing, and brings an older one up to date.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Task<StoreOpening> OpenAsync(StoreAddress address, CancellationToken cancellation) => StoreOpener.OpenAsync(address, cancellation);

    /// <summary>Whether the database is a demonstration (演示库) rather than an office's own.</summary>
    public async Task<bool> IsDemonstrationAsync(CancellationToken cancellation)
    {
        await using var db = Context();
        return await db.Installations.AnyAsync(r => r.IsDemonstration, cancellation).ConfigureAwait(false);
    }

    /// <summary>Says what a new database is; what was said before stays.</summary>
    /// <param name="isDemonstration">Whether it is a demonstration.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task SetUpAsync(bool isDemonstration, CancellationToken cancellation)
    {
        await using var db = Context();
        if (await db.Installations.AnyAsync(cancellation).ConfigureAwait(false))
            return;
        db.Installations.Add(new InstallationRow { Id = 1, IsDemonstration = isDemonstration });
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>A mark that every change of a ledger renews; empty before the first.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<string> RevisionAsync(CancellationToken cancellation)
    {
        await using var db = Context();
        return await db.Revisions.AsNoTracking().Select(r => r.Mark).FirstAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether it was said what the database is; a new one is set up by whoever made it.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<bool> IsSetUpAsync(CancellationToken cancellation)
    {
        await using var db = Context();
        return await db.Installations.AnyAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Which ledgers there are, by agency and with the newest year first.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<StoredLedger>> ListAsync(CancellationToken cancellation)
    {
        await using var db = Context();
        return await db.Ledgers.OrderBy(r => r.Agency).ThenByDescending(r => r.Year)
            .Select(r => new StoredLedger(r.Id, r.Agency, r.ShortName, r.Year, r.BudgetEdition, r.FinalEdition, r.Digest)).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Stores a ledger as a whole, in place of the one of the same agency and year; when anything fails nothing is changed.</summary>
    /// <param name="ledger">A ledger whose content was checked when it was loaded.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ImportOutcome> ImportAsync(Ledger ledger, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        await using var db = Context();
        await using var whole = await db.Database.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var outcome = await ImportAsync(db, ledger, cancellation).ConfigureAwait(false);
        if (outcome != ImportOutcome.Unchanged)
            await whole.CommitAsync(cancellation).ConfigureAwait(false);
        return outcome;
    }

    /// <summary>The same within a transaction that the caller began and ends.</summary>
    internal static async Task<ImportOutcome> ImportAsync(StoreContext db, Ledger ledger, CancellationToken cancellation)
    {
        var digest = OtherParts.Digest(ledger);
        // Nothing of the ledger is changed afterwards, so there is nothing to watch.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var settings = ledger.Settings;
        var all = await db.Ledgers.AsNoTracking().Where(r => r.Agency == settings.Agency && r.Year == settings.Year).ToListAsync(cancellation).ConfigureAwait(false);
        // A budget and final accounts that were published apart stay apart: neither takes the other's place.
        var before = all.Find(r => (r.BudgetEdition is not null && settings.BudgetEdition is not null) || (r.FinalEdition is not null && settings.FinalEdition is not null));
        if (all.Exists(r => r.Digest == digest))
            return ImportOutcome.Unchanged;
        if (before is not null)
        {
            var rest = Without(settings, await ReadAsync(db, before.Id, cancellation).ConfigureAwait(false));
            await db.Ledgers.Where(r => r.Id == before.Id).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
            if (rest is not null)
                await InsertAsync(db, rest, OtherParts.Digest(rest), cancellation).ConfigureAwait(false);
        }

        await InsertAsync(db, ledger, digest, cancellation).ConfigureAwait(false);
        var mark = Guid.NewGuid().ToString("N");
        await db.Revisions.ExecuteUpdateAsync(r => r.SetProperty(x => x.Mark, mark), cancellation).ConfigureAwait(false);
        return before is null ? ImportOutcome.Added : ImportOutcome.Replaced;
    }

    // What remains of a ledger of both stages when another one takes the place of one of them; null for nothing.
    private static Ledger? Without(LedgerSettings taken, Ledger old)
    {
        var (budget, final) = (taken.BudgetEdition is null ? old.Settings.BudgetEdition : null, taken.FinalEdition is null ? old.Settings.FinalEdition : null);
        if (budget is null && final is null)
            return null;
        var kept = budget is null ? Stage.Final : Stage.Budget;
        return old with { Settings = old.Settings with { BudgetEdition = budget, FinalEdition = final }, Lines = [.. old.Lines.Where(l => l.Stage == kept)] };
    }

    private static async Task InsertAsync(StoreContext db, Ledger ledger, string digest, CancellationToken cancellation)
    {
        var settings = ledger.Settings;
        var row = new LedgerRow
        {
            Agency = settings.Agency,
            ShortName = settings.ShortName,
            Year = settings.Year,
            BudgetEdition = settings.BudgetEdition,
            FinalEdition = settings.FinalEdition,
            Digest = digest,
        };
        db.Ledgers.Add(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        Add(db.Units, row.Id, ledger.Units.Select(UnitRow.Of));
        Add(db.Projects, row.Id, ledger.Projects.Select(ProjectRow.Of));
        Add(db.Lines, row.Id, ledger.Lines.Select(LineRow.Of));
        foreach (var other in OtherParts.Rows(ledger))
        {
            other.LedgerId = row.Id;
            db.Others.Add(other);
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Reads a ledger; null when the database no longer holds it.</summary>
    /// <param name="id">Its number, from <see cref="ListAsync"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Ledger?> LoadAsync(int id, CancellationToken cancellation)
    {
        await using var db = Context();
        // One moment for all tables: an import in between must not mix two ledgers.
        await using var moment = await Snapshot.BeginAsync(db, cancellation).ConfigureAwait(false);
        return await db.Ledgers.AnyAsync(r => r.Id == id, cancellation).ConfigureAwait(false) ? await ReadAsync(db, id, cancellation).ConfigureAwait(false) : null;
    }

    private static async Task<Ledger> ReadAsync(StoreContext db, int id, CancellationToken cancellation)
    {
        var units = await Rows(db.Units, id).ToListAsync(cancellation).ConfigureAwait(false);
        var projects = await Rows(db.Projects, id).ToListAsync(cancellation).ConfigureAwait(false);
        var lines = await Rows(db.Lines, id).ToListAsync(cancellation).ConfigureAwait(false);
        var others = await Rows(db.Others, id).ToListAsync(cancellation).ConfigureAwait(false);
        return OtherParts.Assemble(
            [.. units.Select(r => r.ToRecord())],
            [.. projects.Select(r => r.ToRecord())],
            [.. lines.Select(r => r.ToRecord())],
            others);
    }

    /// <summary>Whether the database answers.</summary>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        await using var db = Context();
        return await db.Database.CanConnectAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The same database as the workbench sees it.</summary>
    internal DbContextOptions<Office.OfficeContext> OfficeOptions() => Address.IsFile
        ? new DbContextOptionsBuilder<Office.OfficeContext>().UseSqlite(new SqliteConnectionStringBuilder { DataSource = Address.Text, ForeignKeys = true }.ToString()).Options
        : new DbContextOptionsBuilder<Office.OfficeContext>().UseNpgsql(Address.Text).Options;

    /// <summary>Options of a context that shares another one's connection, and so its transaction.</summary>
    internal DbContextOptions<StoreContext> OptionsOn(Office.OfficeContext office) => Address.IsFile
        ? new DbContextOptionsBuilder<StoreContext>().UseSqlite(office.Database.GetDbConnection()).Options
        : new DbContextOptionsBuilder<StoreContext>().UseNpgsql(office.Database.GetDbConnection()).Options;

    private StoreContext Context() => new(_options);

    private static IQueryable<T> Rows<T>(DbSet<T> set, int ledger)
        where T : PartRow => set.AsNoTracking().Where(r => r.LedgerId == ledger).OrderBy(r => r.Position);

    private static void Add<T>(DbSet<T> set, int ledger, IEnumerable<T> rows)
        where T : PartRow
    {
        var position = 0;
        foreach (var row in rows)
        {
            (row.LedgerId, row.Position) = (ledger, position++);
            set.Add(row);
        }
    }
}
