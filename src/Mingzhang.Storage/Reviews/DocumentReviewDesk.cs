using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Reviews;

/// <summary>Documents that people of a department upload to have them audited (文件审核).</summary>
public sealed class DocumentReviewDesk
{
    private readonly OfficeWriter _writer;

    internal DocumentReviewDesk(OfficeWriter writer)
    {
        _writer = writer;
        Queue = new ReviewQueueDesk(writer);
        Marks = new ReviewMarkDesk(writer);
        Rules = new OfficeRuleDesk(writer);
        Companions = new ReviewCompanionDesk(writer);
    }

    /// <summary>Documents that wait.</summary>
    public ReviewQueueDesk Queue { get; }

    /// <summary>Corrections and judgements.</summary>
    public ReviewMarkDesk Marks { get; }

    /// <summary>Rules of a department's own.</summary>
    public OfficeRuleDesk Rules { get; }

    /// <summary>Documents to compare with.</summary>
    public ReviewCompanionDesk Companions { get; }

    /// <summary>Stores a document at the end of the queue.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> AddAsync(Actor actor, int department, string name, byte[] content, CancellationToken cancellation)
    {
        var row = await _writer.WriteAsync(actor, (db, trail) =>
        {
            var added = new ReviewRow
            {
                Audit = new AuditRow { Name = name, Content = content, State = AuditDesk.Word(AuditState.Waiting), DepartmentId = department },
                DepartmentId = department,
                Digest = Convert.ToHexStringLower(SHA256.HashData(content)),
                Size = content.Length,
                At = trail.At,
                Account = trail.Account,
            };
            db.Reviews.Add(added);
            trail.Note(department, (int?)null, "上传文件", name, new TrailChange(null, "SHA-256", null, added.Digest));
            return Task.FromResult(added);
        }, cancellation).ConfigureAwait(false);
        return row.Id;
    }

    /// <summary>The documents of a department, the newest first.</summary>
    public async Task<IReadOnlyList<ReviewInfo>> ListAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await Infos(db.Reviews.Where(r => r.DepartmentId == department && r.RemovedAt == null).OrderByDescending(r => r.Id)).ToListAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>A document; null when the department has none of the number.</summary>
    public async Task<ReviewInfo?> FindAsync(int department, int review, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await Infos(db.Reviews.Where(r => r.Id == review && r.DepartmentId == department && r.RemovedAt == null)).SingleOrDefaultAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Its bytes; null when it is no longer there.</summary>
    public async Task<byte[]?> ContentAsync(int review, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Reviews.Where(r => r.Id == review && r.RemovedAt == null).Select(r => r.Audit.Content).SingleOrDefaultAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes a document out of the list; its bytes go, that it was there and what was said of it stays.</summary>
    /// <returns>Whether it was there.</returns>
    public Task<bool> RemoveAsync(Actor actor, int department, int review, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.Reviews.Include(r => r.Audit).FirstOrDefaultAsync(r => r.Id == review && r.DepartmentId == department && r.RemovedAt == null, cancellation).ConfigureAwait(false) is not { } row)
            return false;
        row.RemovedAt = trail.At;
        row.Audit.Content = [];
        row.Audit.State = AuditDesk.Word(AuditState.Unreadable);
        // What was compared with it is audited again without it.
        await ReviewCompanionDesk.AgainAsync(db, review, cancellation).ConfigureAwait(false);
        await db.ReviewCompanions.Where(c => c.OtherId == review || c.ReviewId == review).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        trail.Note(department, (int?)null, "移除文件", row.Audit.Name, new TrailChange(null, "序号", row.Id.ToString(CultureInfo.InvariantCulture), null));
        return true;
    }, cancellation);

    private static IQueryable<ReviewInfo> Infos(IQueryable<ReviewRow> rows) => rows.AsNoTracking().Select(r => new ReviewInfo(
        r.Id, r.DepartmentId, r.Audit.Name, r.Size, r.Digest, r.At, r.Account, AuditDesk.State(r.Audit.State), r.Audit.Problem, r.Revision,
        new ReviewSummary(r.Agency, r.Year, r.Kind, r.Pages, r.Errors, r.Warnings, r.Hints, r.Figures, r.Unsure, r.Defects)));
}
