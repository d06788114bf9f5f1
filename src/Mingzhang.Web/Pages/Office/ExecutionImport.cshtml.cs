using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Bringing in what accounting and treasury systems export (执行导入).</summary>
[Requires(Act.Book)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class ExecutionImportModel(CurrentActor current, OfficeDesk desk, ExecutionContexts contexts, ImportJobs jobs, DataFolder data) : ExecutionPage(current, desk, contexts)
{
    /// <summary>Wrong rows that the page lists.</summary>
    public const int Most = 300;

    private const int Largest = 300 * 1024 * 1024;

    [BindProperty(SupportsGet = true, Name = "job")]
    public string? JobId { get; set; }

    public ImportJob? Job { get; private set; }

    /// <summary>What an import stored of which the program knows nothing else any more; null for none.</summary>
    public string? Stored { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("导入", cancellation).ConfigureAwait(false))
            return NotFound();
        if (JobId is null)
            return Page();
        Job = jobs.Find(JobId, DepartmentId, Year, Actor.UserName);
        if (Job is not null)
            Problems = Job.Problem is { } problem ? [problem] : [];
        else if (await Desk.Execution.Posting.OfJobAsync(Books.Id, JobId, cancellation).ConfigureAwait(false) is { } stored)
            Stored = $"这次导入已经完成：记账 {stored.Entries} 笔，合计 {Yuan(stored.Fen)} 元。有错没有记的（如果有）在“待更正”里。";
        else
            Problems = ["这次导入没有完成，账上没有它的任何一笔：有错没有存，或者程序在中途停了。不会只存一半。请再上传一次。"];
        return Page();
    }

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (!await FindAsync("导入", cancellation).ConfigureAwait(false))
            return NotFound();
        if (file is null || file.Length == 0)
        {
            Problems = [file is null ? "没有选文件。" : "文件是空的。"];
            return Page();
        }

        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
        var job = jobs.Begin(Actor, Department, Year, Path.GetFileName(file.FileName), memory.ToArray());
        return LocalRedirect($"{Root}/import/{job.Id}");
    }

    public async Task<IActionResult> OnPostTakeGoodAsync(string? job, CancellationToken cancellation)
    {
        if (!await FindAsync("导入", cancellation).ConfigureAwait(false))
            return NotFound();
        if (job is null || jobs.Find(job, DepartmentId, Year, Actor.UserName) is not { IsDone: true, Rows.Count: > 0 } found)
            return LocalRedirect($"{Root}/import");
        jobs.TakeGood(found, Actor);
        return LocalRedirect($"{Root}/import/{found.Id}");
    }

    public async Task<IActionResult> OnPostColumnsAsync(string[] header, CancellationToken cancellation)
    {
        // Column and header, parted by the first “=”: no column of ours has one.
        var columns = header.Select(h => (h ?? "").Split('=', 2)).Where(p => p.Length == 2 && data.EntryExports.Headers.ContainsKey(p[0])).ToDictionary(p => p[1], p => p[0], StringComparer.Ordinal);
        if (columns.Count > 0)
            await Desk.Drafts.Mappings.RememberAsync(Actor, DepartmentId, columns, cancellation).ConfigureAwait(false);
        Done = columns.Count > 0 ? "已记住。请再上传一次文件。" : null;
        return LocalRedirect($"{Root}/import");
    }
}
