using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Data;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Supervision;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Importing;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Bringing in a list of designated institutions: first the mistakes, then the differences, then it is stored (导入名单).</summary>
[Requires(Act.Work)]
[RequestSizeLimit(Largest * 3)]
internal sealed class SupervisionImportModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : SupervisionPage(current, desk, clock)
{
    /// <summary>Differences of a kind that the page lists.</summary>
    public const int Most = 200;

    // The list travels in the form until it is confirmed, so that any node may take it.
    private const int Largest = 2 * 1024 * 1024;

    public IReadOnlyList<IntakeMistake> Mistakes { get; private set; } = [];

    public RegisterComparison? Differences { get; private set; }

    public string FileName { get; private set; } = "";

    public string Upload { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await StopAsync("导入名单", cancellation).ConfigureAwait(false) ?? Page();

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (await StopAsync("导入名单", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (file is null || file.Length is 0 or > Largest)
        {
            Problems = [file is null ? "没有选文件。" : file.Length == 0 ? "文件是空的。" : "名单超过 2 MB：请只留名单这一张表。"];
            return Page();
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
        if (Read(Path.GetFileName(file.FileName), memory.ToArray()) is { } list)
            Differences = RegisterComparison.Of([.. (await Supervised.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).Select(i => i.Facts)], list);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(string? name, string? content, int added, int changed, CancellationToken cancellation)
    {
        if (await StopAsync("导入名单", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        var bytes = new byte[Largest];
        if (!Convert.TryFromBase64String(content ?? "", bytes, out var length) || Read(name ?? "", bytes[..length]) is not { } list)
            return BadRequest();
        var now = RegisterComparison.Of([.. (await Supervised.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).Select(i => i.Facts)], list);
        if ((now.Added.Count, now.Changed.Count) != (added, changed) || !(await Supervised.Institutions.TakeAsync(Actor, DepartmentId, list, now, FileName, cancellation).ConfigureAwait(false)).IsStored)
        {
            Problems = ["您看的时候别人改了名录，还没有存：请再看一遍差异。"];
            Differences = now;
            return Page();
        }

        Done = $"名单已存：新增 {now.Added.Count} 家，变更 {now.Changed.Count} 家。";
        return LocalRedirect($"{Root}/institutions");
    }

    // The list; null when it has mistakes, which are then told.
    private IReadOnlyList<Institution>? Read(string name, byte[] content)
    {
        var (sheets, problems) = UploadReader.Read([(name, content)]);
        (Problems, FileName, Upload) = (problems, name, Convert.ToBase64String(content));
        if (problems.Count > 0)
            return null;
        if (sheets.Count != 1)
        {
            Problems = [$"文件里有 {sheets.Count} 张表，只要名单这一张。"];
            return null;
        }

        var mistakes = new List<IntakeMistake>();
        var list = InstitutionIntake.Read(sheets[0], data.InstitutionLists, mistakes);
        Mistakes = mistakes;
        return mistakes.Count == 0 ? list : null;
    }
}
