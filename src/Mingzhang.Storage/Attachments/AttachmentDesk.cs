using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Attachments;

/// <summary>The record a file belongs to (附件所属).</summary>
/// <param name="Department">Number of the department.</param>
/// <param name="Kind">Kind of the record, e.g. 检查.</param>
/// <param name="Id">Number of the record within its kind.</param>
public sealed record AttachmentOwner(int Department, string Kind, int Id);

/// <summary>A file of a record (附件) without its content.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">文件名.</param>
/// <param name="Kind">PDF, 图片 and so on.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Digest">SHA-256 of the content.</param>
/// <param name="Remark">What it shows; null where nobody said.</param>
/// <param name="At">When it was added.</param>
/// <param name="Account">By whom.</param>
public sealed record Attachment(int Id, string Name, string Kind, int Size, string Digest, string? Remark, string At, string Account);

/// <summary>
/// Files of any record (附件), kept in the database with it: a backup has them, every node has them. Adding and removing stand in the trail;
/// what a file is, its content says.
/// </summary>
public sealed class AttachmentDesk
{
    /// <summary>Largest file in bytes.</summary>
    public const int Largest = 20 * 1024 * 1024;

    /// <summary>Most files of one record.</summary>
    public const int Most = 100;

    private const int LongestRemark = 200;

    private readonly OfficeWriter _writer;

    internal AttachmentDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>The files of a record in the order they came.</summary>
    public async Task<IReadOnlyList<Attachment>> OfAsync(AttachmentOwner owner, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return (await OfAsync(owner.Department, owner.Kind, [owner.Id], cancellation).ConfigureAwait(false)).GetValueOrDefault(owner.Id) ?? [];
    }

    /// <summary>The files of several records of one kind, by their numbers; records without a file are not there.</summary>
    public async Task<IReadOnlyDictionary<int, IReadOnlyList<Attachment>>> OfAsync(int department, string kind, IReadOnlyCollection<int> owners, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Attachments.AsNoTracking().Where(a => a.DepartmentId == department && a.OwnerKind == kind && owners.Contains(a.OwnerId)).OrderBy(a => a.Id)
            .Select(a => new { a.OwnerId, File = new Attachment(a.Id, a.Name, a.Kind, a.Size, a.Digest, a.Remark, a.At, a.Account) }).ToListAsync(cancellation).ConfigureAwait(false);
        return rows.GroupBy(r => r.OwnerId).ToDictionary(g => g.Key, g => (IReadOnlyList<Attachment>)[.. g.Select(r => r.File)]);
    }

    /// <summary>The content of a file with its media type and name; null when the record has no such file.</summary>
    public async Task<(byte[] Content, string MediaType, string Name)?> ContentAsync(AttachmentOwner owner, int id, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(owner);
        await using var db = _writer.Context();
        var row = await Rows(db, owner).AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellation).ConfigureAwait(false);
        return row is null ? null : (row.Content, row.MediaType, row.Name);
    }

    /// <summary>Adds a file.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="owner">The record; that it exists is the caller's to know.</param>
    /// <param name="name">The name it came with.</param>
    /// <param name="remark">What it shows; may be blank.</param>
    /// <param name="content">The whole file.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why it was not added; null when it was.</returns>
    public async Task<string?> AddAsync(Actor actor, AttachmentOwner owner, string name, string? remark, byte[] content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(content);
        if (Problem(name, content) is { } problem)
            return problem;
        var digest = Digest(content);
        return await _writer.WriteAsync(actor, async (db, trail) =>
        {
            var before = await Rows(db, owner).Select(a => new { a.Name, a.Digest }).ToListAsync(cancellation).ConfigureAwait(false);
            if (before.Find(b => b.Digest == digest) is { } same)
                return $"{name}：与已有的“{same.Name}”内容相同，没有再存。";
            if (before.Count >= Most)
                return $"这条记录已有 {Most} 个附件，不能再加。";
            Put(db, trail, owner, name, remark, content);
            return null;
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes a file; the trail keeps its name and digest.</summary>
    /// <returns>False when the record has no such file.</returns>
    public Task<bool> RemoveAsync(Actor actor, AttachmentOwner owner, int id, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var found = await Rows(db, owner).Where(a => a.Id == id).Select(a => new { a.Name, a.Digest }).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        if (found is null)
            return false;
        await db.Attachments.Where(a => a.Id == id).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        trail.Note(owner.Department, null, "删附件", Subject(owner), new TrailChange(owner.Id, found.Name, $"SHA-256 {found.Digest}", null));
        return true;
    }, cancellation);

    /// <summary>In Chinese why a file cannot be taken; null where it can. What it is, its content says.</summary>
    public static string? Problem(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length == 0)
            return $"{name}：文件是空的。";
        if (content.Length > Largest)
            return $"{name}：超过 {Largest / 1024 / 1024} MB，请压缩图片或分成几份。";
        return FileKind.Of(content) is null ? $"{name}：不是可以收的文件。可以收：{FileKind.Taken}；带宏的、程序、压缩包不收。" : null;
    }

    internal static string Digest(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Adds a file without a problem within a transaction that the caller began and ends.</summary>
    internal static void Put(OfficeContext db, TrailBook trail, AttachmentOwner owner, string name, string? remark, byte[] content)
    {
        var (kind, digest) = (FileKind.Of(content)!, Digest(content));
        var safe = kind.SafeName(name);
        var said = string.IsNullOrWhiteSpace(remark) ? null : remark.Trim()[..Math.Min(remark.Trim().Length, LongestRemark)];
        db.Attachments.Add(new AttachmentRow
        {
            DepartmentId = owner.Department,
            OwnerKind = owner.Kind,
            OwnerId = owner.Id,
            Name = safe,
            Kind = kind.Name,
            MediaType = kind.MediaType,
            Size = content.Length,
            Digest = digest,
            Remark = said,
            At = trail.At,
            Account = trail.Account,
            Content = content,
        });
        trail.Note(owner.Department, null, "加附件", Subject(owner), new TrailChange(owner.Id, safe, null, $"{Bytes(content.Length)} SHA-256 {digest}"));
    }

    private static IQueryable<AttachmentRow> Rows(OfficeContext db, AttachmentOwner owner)
    {
        var (department, kind, id) = (owner.Department, owner.Kind, owner.Id);
        return db.Attachments.Where(a => a.DepartmentId == department && a.OwnerKind == kind && a.OwnerId == id);
    }

    private static string Subject(AttachmentOwner owner) => string.Create(CultureInfo.InvariantCulture, $"{owner.Kind} {owner.Id}");

    private static string Bytes(int size) => size.ToString(CultureInfo.InvariantCulture) + " 字节";
}
