using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Reviews;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Reviewing;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Documents that were uploaded to be audited, with what was found as it comes (文件审核).</summary>
[Requires(Act.See)]
[RequestSizeLimit(Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = Largest)]
internal sealed class ReviewsModel(CurrentActor current, OfficeDesk desk, ReviewQueue queue) : DepartmentPage(current, desk)
{
    /// <summary>Largest file in bytes.</summary>
    public const int LargestFile = 50 * 1024 * 1024;

    /// <summary>Documents the page lists.</summary>
    public const int Most = 500;

    private const int Largest = 300 * 1024 * 1024;

    /// <summary>Words that the file or the agency must hold.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    /// <summary>Which documents are listed: all, those with findings, those that cannot be read.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    public IReadOnlyList<ReviewInfo> All { get; private set; } = [];

    public IReadOnlyList<ReviewInfo> Shown { get; private set; } = [];

    public int Waiting => All.Count(r => r.State is AuditState.Waiting or AuditState.Running);

    public string Root => FormattableString.Invariant($"/office/{DepartmentId}/reviews");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> files, CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Audit))
            return Forbid();
        var refused = new List<string>();
        var known = All.ToLookup(r => r.Digest, StringComparer.Ordinal);
        var taken = 0;
        foreach (var file in files)
        {
            var name = Path.GetFileName(file.FileName);
            if (file.Length > LargestFile)
            {
                refused.Add($"{name}：超过 {LargestFile / 1024 / 1024} MB，不像公开文件。请确认选对了文件。");
                continue;
            }

            using var memory = new MemoryStream((int)file.Length);
            await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
            var content = memory.ToArray();
            if (content.Length == 0)
                refused.Add($"{name}：文件是空的。请确认文件已完整保存或下载。");
            else if (!ReviewReader.Knows(content))
                refused.Add($"{name}：不认识的文件格式。能读 PDF、OFD、Word、WPS、Excel、网页、Markdown 和文本。");
            else if (known[Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content))].FirstOrDefault() is { } same)
                refused.Add($"{name}：与已上传的“{same.Name}”（{Clock.Local(same.At)}）是同一个文件，没有再存。");
            else
            {
                await Desk.Reviews.AddAsync(Actor, DepartmentId, name, content, cancellation).ConfigureAwait(false);
                taken++;
            }
        }

        if (taken > 0)
            queue.Ring();
        if (files.Count == 0)
            refused.Add("没有选文件。");
        if (refused.Count == 0)
        {
            Done = $"已上传 {taken.ToString(CultureInfo.InvariantCulture)} 份，正在审核，结果随到随显示。";
            return LocalRedirect(Root);
        }

        Problems = refused;
        Done = taken > 0 ? $"已上传 {taken.ToString(CultureInfo.InvariantCulture)} 份；上面列出的没有存。" : null;
        await FindAsync(cancellation).ConfigureAwait(false);
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (!SeesAll || !await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return false;
        Title("文件审核");
        All = await Desk.Reviews.ListAsync(DepartmentId, cancellation).ConfigureAwait(false);
        Shown = [.. All.Where(IsShown).Take(Most)];
        return true;
    }

    private bool IsShown(ReviewInfo review) =>
        (Words is not { Length: > 0 } words || review.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || review.Summary.Agency?.Contains(words, StringComparison.OrdinalIgnoreCase) == true)
        && Show switch
        {
            "errors" => review.State == AuditState.Done && review.Summary.Errors > 0,
            "unreadable" => review.State == AuditState.Unreadable,
            _ => true,
        };
}
