using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Importing;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Bringing in what the office already has (导入).</summary>
[Requires(Act.Compile)]
[RequestSizeLimit(UploadReader.Largest)]
internal sealed class ImportModel(CurrentActor current, OfficeDesk desk, DraftWorks works, DataFolder data) : DraftPage(current, desk, works)
{
    public IReadOnlyList<IntakeMistake> Mistakes { get; private set; } = [];

    public IReadOnlyList<string> Notes { get; private set; } = [];

    public OpenColumns? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync("导入", cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> files, CancellationToken cancellation)
    {
        if (!await FindAsync("导入", cancellation).ConfigureAwait(false))
            return NotFound();
        var contents = new List<(string, byte[])>();
        foreach (var file in files)
        {
            using var memory = new MemoryStream();
            await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
            contents.Add((file.FileName, memory.ToArray()));
        }

        var (sheets, problems) = UploadReader.Read(contents);
        Problems = contents.Count == 0 ? ["没有选文件。"] : problems;
        if (Problems.Count > 0)
            return Page();
        var remembered = await Desk.Drafts.Mappings.OfAsync(DepartmentId, cancellation).ConfigureAwait(false);
        var context = new IntakeContext(
            DraftWorks.Settings(Department, Draft), [.. Work.Records.Select(r => new SheetRecord(r.Sheet, r.Cells))], [.. data.Sheets.Where(s => s.IsFor(Draft.Stage))], data.Exports, remembered, data.Catalogue);
        var result = SheetIntake.Take(sheets, context);
        (Mistakes, Open) = (result.Mistakes, result.Open);
        if (Mistakes.Count > 0 || Open is not null)
            return Page();
        if (await Desk.Drafts.ReplaceAsync(Actor, DraftId, result.Sheets, string.Join('、', contents.Select(c => Path.GetFileName(c.Item1))), cancellation).ConfigureAwait(false) is { } refusal)
        {
            Problems = [refusal];
            return Page();
        }

        if (result.Learned.Count > 0)
            await Desk.Drafts.Mappings.RememberAsync(Actor, DepartmentId, result.Learned, cancellation).ConfigureAwait(false);
        Notes = result.Notes;
        return await FindAsync("导入", cancellation).ConfigureAwait(false) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostColumnsAsync(string[] header, CancellationToken cancellation)
    {
        // Column and header, parted by the first “=”: no column of ours has one.
        var columns = header.Select(h => (h ?? "").Split('=', 2)).Where(p => p.Length == 2 && data.Exports.Headers.ContainsKey(p[0])).ToDictionary(p => p[1], p => p[0], StringComparer.Ordinal);
        if (columns.Count > 0)
            await Desk.Drafts.Mappings.RememberAsync(Actor, DepartmentId, columns, cancellation).ConfigureAwait(false);
        Done = columns.Count > 0 ? "已记住。请再上传一次文件。" : null;
        return RedirectToPage();
    }
}
