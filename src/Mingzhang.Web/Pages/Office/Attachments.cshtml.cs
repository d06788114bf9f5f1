using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Attachments;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Attachments;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Files of a record: to read, add and remove them (附件). Who may is said by the kind of the record.</summary>
[Requires(Act.SeeWork)]
[RequestSizeLimit(LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestUpload)]
internal sealed class AttachmentsModel(CurrentActor current, OfficeDesk desk, IEnumerable<IAttachmentKind> kinds) : DepartmentPage(current, desk)
{
    private const int LargestUpload = 5 * AttachmentDesk.Largest;

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string KindName { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "owner")]
    public int OwnerId { get; set; }

    public AttachedRecord Record { get; private set; } = null!;

    public AttachmentView View { get; private set; } = null!;

    private IAttachmentKind Kind { get; set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation).ConfigureAwait(false) ?? Page();

    public async Task<IActionResult> OnGetFileAsync(int file, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (await Desk.Attachments.ContentAsync(View.Owner, file, cancellation).ConfigureAwait(false) is not { } found)
            return NotFound();
        // Whatever is in it, the browser saves it and runs nothing of it.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        return File(found.Content, found.MediaType, found.Name);
    }

    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> files, string? remark, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (!View.MayChange)
            return Forbid();
        var problems = new List<string>();
        foreach (var file in files)
        {
            using var memory = new MemoryStream();
            // One byte more than is taken says enough.
            if (file.Length <= AttachmentDesk.Largest)
                await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
            var problem = file.Length > AttachmentDesk.Largest
                ? $"{file.FileName}：超过 {AttachmentDesk.Largest / 1024 / 1024} MB，请压缩图片或分成几份。"
                : await Desk.Attachments.AddAsync(Actor, View.Owner, file.FileName, remark, memory.ToArray(), cancellation).ConfigureAwait(false);
            if (problem is not null)
                problems.Add(problem);
        }

        if (files.Count == 0)
            problems.Add("没有选文件。");
        return await AfterAsync(problems, $"已加 {files.Count - problems.Count} 个附件。", cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostRemoveAsync(int file, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } refusal)
            return refusal;
        if (!View.MayChange)
            return Forbid();
        var isRemoved = await Desk.Attachments.RemoveAsync(Actor, View.Owner, file, cancellation).ConfigureAwait(false);
        return await AfterAsync(isRemoved ? [] : ["这个附件已经没有了。"], "附件已删去，日志里留有它的名称和校验值。", cancellation).ConfigureAwait(false);
    }

    private async Task<IActionResult> AfterAsync(IReadOnlyList<string> problems, string done, CancellationToken cancellation)
    {
        if (problems.Count == 0)
        {
            Done = done;
            return LocalRedirect(Record.Path);
        }

        Problems = problems;
        View = await AttachmentView.OfAsync(this, Desk, Kind, OwnerId, Record.IsOpen, cancellation).ConfigureAwait(false);
        return Page();
    }

    // What stands in the way; null when the record is there and its files may be seen.
    private async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        if (kinds.FirstOrDefault(k => k.Name == KindName) is not { } kind || !await FindDepartmentAsync(cancellation).ConfigureAwait(false)
            || await kind.FindAsync(Desk, DepartmentId, OwnerId, cancellation).ConfigureAwait(false) is not { } record)
            return NotFound();
        if (!SeesAll || !May(kind.See))
            return Forbid();
        (Kind, Record) = (kind, record);
        View = await AttachmentView.OfAsync(this, Desk, kind, OwnerId, record.IsOpen, cancellation).ConfigureAwait(false);
        Title(record.Title + " · 附件");
        return null;
    }
}
