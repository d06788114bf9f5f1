using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Attachments;
using Mingzhang.Storage.Complaints;
using Mingzhang.Storage.Credit;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Fund;
using Mingzhang.Storage.Privacy;
using Mingzhang.Storage.Registers;
using Mingzhang.Storage.Reviews;
using Mingzhang.Storage.Screening;
using Mingzhang.Storage.Supervision;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Office;

/// <summary>The workbench's part of the database (编报库). All writing goes through one writer, so every change has its entry in the trail.</summary>
public sealed class OfficeDesk
{
    private readonly OfficeWriter _writer;

    /// <summary>Opens it on a database.</summary>
    /// <param name="store">The database.</param>
    /// <param name="clock">What time it is.</param>
    public OfficeDesk(Store store, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(store);
        _writer = new OfficeWriter(store, clock);
        Register = new OfficeRegister(_writer);
        Drafts = new DraftDesk(_writer, store);
        Execution = new ExecutionDesk(_writer);
        Privacy = new PrivacyDesk(_writer, store.Address.KeyFile);
        Attachments = new AttachmentDesk(_writer);
        Assistance = new AssistanceDesk(_writer, Privacy);
        Supervision = new SupervisionDesk(_writer);
        Fund = new FundDesk(_writer);
        Enrolment = new EnrolmentDesk(_writer);
        Reviews = new DocumentReviewDesk(_writer);
        Screening = new ScreeningDesk(_writer);
        Trail = new TrailReader(_writer);
        Keys = new KeyStore(_writer);
        Registers = new RegisterDesk(_writer);
        Complaints = new ComplaintDesk(_writer, Privacy);
        Credit = new CreditDesk(_writer);
        Years = new RecordYears(_writer);
        Sources = new WorkSources(
            new PaymentRecords(_writer), new AssistanceSources(_writer), new SupervisionSources(_writer), new ComplaintSources(Complaints, clock), Credit, new RegisterSources(Registers), new FundSources(_writer));
    }

    /// <summary>Departments, units, roles.</summary>
    public OfficeRegister Register { get; }

    /// <summary>Drafts.</summary>
    public DraftDesk Drafts { get; }

    /// <summary>The year's execution.</summary>
    public ExecutionDesk Execution { get; }

    /// <summary>Particulars of persons, sealed.</summary>
    public PrivacyDesk Privacy { get; }

    /// <summary>Supervision of the fund.</summary>
    public SupervisionDesk Supervision { get; }

    /// <summary>Files of records.</summary>
    public AttachmentDesk Attachments { get; }

    /// <summary>Medical assistance.</summary>
    public AssistanceDesk Assistance { get; }

    /// <summary>The assistance fund.</summary>
    public FundDesk Fund { get; }

    /// <summary>Subsidised enrolment.</summary>
    public EnrolmentDesk Enrolment { get; }

    /// <summary>Uploaded documents.</summary>
    public DocumentReviewDesk Reviews { get; }

    /// <summary>Hits of claims screening.</summary>
    public ScreeningDesk Screening { get; }

    /// <summary>The trail.</summary>
    public TrailReader Trail { get; }

    /// <summary>Keys of cookies.</summary>
    public KeyStore Keys { get; }

    /// <summary>Registers that departments define themselves.</summary>
    public RegisterDesk Registers { get; }

    /// <summary>Complaints and reports.</summary>
    public ComplaintDesk Complaints { get; }

    /// <summary>Credit evaluations of institutions.</summary>
    public CreditDesk Credit { get; }

    /// <summary>Records from which goals are measured: each module of the office adds its own.</summary>
    public WorkSources Sources { get; }

    /// <summary>Which year a page opens on.</summary>
    public RecordYears Years { get; }

    internal OfficeContext Context() => _writer.Context();
}

/// <summary>Connects ASP.NET Core Identity with the accounts of the database.</summary>
public static class OfficeAccounts
{
    /// <summary>Adds the stores of accounts; the database is that of the registered <see cref="OfficeDesk"/>.</summary>
    public static IdentityBuilder AddOfficeStores(this IdentityBuilder identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        identity.Services.AddScoped(services => services.GetRequiredService<OfficeDesk>().Context());
        return identity.AddEntityFrameworkStores<OfficeContext>();
    }
}

/// <summary>Keys by which cookies are protected (数据保护密钥), in the database so that every node has them and a restart signs nobody out.</summary>
public sealed class KeyStore
{
    private readonly OfficeWriter _writer;

    internal KeyStore(OfficeWriter writer) => _writer = writer;

    /// <summary>All keys as XML.</summary>
    public IReadOnlyList<string> All()
    {
        using var db = _writer.Context();
        return [.. db.Keys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml)];
    }

    /// <summary>Keeps a key. It is no record of the office, so the trail says nothing of it.</summary>
    public void Add(string xml)
    {
        using var db = _writer.Context();
        db.Keys.Add(new KeyRow { Xml = xml });
        db.SaveChanges();
    }
}

/// <summary>Reads the trail (审计日志).</summary>
public sealed class TrailReader
{
    private readonly OfficeWriter _writer;

    internal TrailReader(OfficeWriter writer) => _writer = writer;

    /// <summary>All entries in order, as they lie in the database.</summary>
    public async Task<IReadOnlyList<Core.Office.TrailEntry>> AllAsync(CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return [.. (await db.Trail.AsNoTracking().OrderBy(r => r.Sequence).ToListAsync(cancellation).ConfigureAwait(false)).Select(OfficeWriter.Entry)];
    }

    /// <summary>Checks the whole trail, and the frozen versions against it.</summary>
    /// <returns>Number of entries, and the first fault in Chinese; null when there is none.</returns>
    public async Task<(int Entries, string? Fault)> VerifyAsync(CancellationToken cancellation)
    {
        var entries = await AllAsync(cancellation).ConfigureAwait(false);
        if (Core.Office.TrailEntry.Fault(entries) is { } fault)
            return (entries.Count, fault);
        await using var db = _writer.Context();
        await foreach (var version in db.Versions.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation).ConfigureAwait(false))
        {
            var digest = VersionDesk.Digest(version.Content);
            if (digest != version.Digest)
                return (entries.Count, $"编报 {version.DraftId} 第 {version.Number} 版的内容被改过：与它的校验值不符。");
            if (!entries.Any(e => e.Draft == version.DraftId && e.Changes.Contains(digest, StringComparison.Ordinal)))
                return (entries.Count, $"编报 {version.DraftId} 第 {version.Number} 版不在日志里：它不是由程序存下的。");
        }

        return (entries.Count, null);
    }

    /// <summary>The newest entries of a department without what they changed, which may be thousands of rows each.</summary>
    public async Task<IReadOnlyList<TrailHead>> HeadsAsync(int department, int? draft, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Trail.AsNoTracking().Where(r => r.DepartmentId == department && (draft == null || r.DraftId == draft)).OrderByDescending(r => r.Sequence).Take(most)
            .Select(r => new TrailHead(r.Sequence, r.At, r.Account, r.Act, r.Subject)).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>The entries of certain acts on a draft as a whole, the newest first; what was done to its sheets is left out.</summary>
    public async Task<IReadOnlyList<Core.Office.TrailEntry>> ActsAsync(DraftInfo draft, IReadOnlyCollection<string> acts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        await using var db = _writer.Context();
        var (id, subject) = (draft.Id, draft.Title);
        var rows = await db.Trail.AsNoTracking().Where(r => r.DraftId == id && r.Subject == subject && acts.Contains(r.Act))
            .OrderByDescending(r => r.Sequence).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(OfficeWriter.Entry)];
    }

    /// <summary>The newest entries of a department.</summary>
    public async Task<IReadOnlyList<Core.Office.TrailEntry>> OfAsync(int department, int? draft, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Trail.AsNoTracking().Where(r => r.DepartmentId == department && (draft == null || r.DraftId == draft))
            .OrderByDescending(r => r.Sequence).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(OfficeWriter.Entry)];
    }
}

/// <summary>An entry of the trail without what it changed (日志条目的要点).</summary>
/// <param name="Sequence">序号.</param>
/// <param name="At">When.</param>
/// <param name="Account">Who.</param>
/// <param name="Act">What was done.</param>
/// <param name="Subject">To what.</param>
public sealed record TrailHead(long Sequence, string At, string Account, string Act, string Subject);
