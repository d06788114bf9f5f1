using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Data.Assistance;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;
using Mingzhang.Web.Workbench.Importing;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Persons, and the monthly list with what it changes (救助对象与名单).</summary>
[Requires(Act.SeeWork)]
[RequestSizeLimit(UploadReader.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadReader.Largest)]
internal sealed class AssistancePersonsModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock, AssistanceUploads uploads) : AssistancePage(current, desk, data, clock)
{
    /// <summary>Rows that a page lists.</summary>
    public const int Most = 100;

    private const string Prefix = "救助名单·";

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "list")]
    public string? ListId { get; set; }

    public IReadOnlyList<AssistedPerson> Persons { get; private set; } = [];

    public int Count { get; private set; }

    public OpenColumns? Open { get; private set; }

    /// <summary>The list that waits for confirmation, and what it changes.</summary>
    public WaitingList? Waiting { get; private set; }

    public ListDifference? Difference { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostUploadAsync(IFormFile? file, DateOnly? day, bool isWhole, CancellationToken cancellation)
    {
        if (!await FindAsync("救助对象", "/persons", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        if (Policies is null)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        var (sheet, columns, problem) = await AssistanceSheet.ReadAsync(Desk, DepartmentId, Prefix, Data.IdentityLists, file, cancellation).ConfigureAwait(false);
        Open = sheet is null ? null : AssistanceIntake.Open(sheet, columns, ExportColumns.NeededOfIdentities);
        if (sheet is null || Open is not null)
        {
            Problems = problem is null ? [] : [problem];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        var mistakes = new List<IntakeMistake>();
        string[] subjects = [.. Policies.Versions.SelectMany(v => v.Subjects).Distinct(StringComparer.Ordinal)];
        var identities = AssistanceIntake.Identities(sheet, columns, subjects, mistakes);
        var particulars = AssistanceIntake.Particulars(sheet, columns, mistakes);
        var id = uploads.Add(new WaitingList(
            DepartmentId, Actor.UserName, sheet.File, day ?? Today, isWhole, [.. identities.Select(i => new ListedIdentity(i.Person, i.Value))],
            [.. particulars.Select(p => new Particulars(p.Person, p.Value.Name, p.Value.Number, p.Value.Account, p.Value.Bank))], mistakes));
        return LocalRedirect($"{Root}/persons?list={id}");
    }

    public async Task<IActionResult> OnPostStoreAsync(string? list, CancellationToken cancellation)
    {
        if (!await FindAsync("救助对象", "/persons", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        if (uploads.Find(list, DepartmentId, Actor.UserName) is not { } waiting)
        {
            Problems = ["这份名单已经存过，或放得太久：请再上传一次。"];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        var (difference, refusal) = await Desk.Assistance.Persons.StoreAsync(Actor, DepartmentId, waiting.File, waiting.List, waiting.Particulars, waiting.Day, waiting.IsWhole, cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            Problems = [refusal];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        uploads.Remove(list!);
        Done = $"名单已存：新增 {difference!.Added.Count}，退出 {difference.Ended.Count}，变更 {difference.Changed.Count}，没有变化 {difference.Unchanged}。有新的身份时请再“核定”一次。";
        return LocalRedirect($"{Root}/persons");
    }

    public async Task<IActionResult> OnPostColumnsAsync(string[] header, CancellationToken cancellation)
    {
        if (!await FindAsync("救助对象", "/persons", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        Done = await AssistanceSheet.RememberAsync(Desk, Actor, DepartmentId, Prefix, Data.IdentityLists, header, cancellation).ConfigureAwait(false) ? "已记住。请再上传一次文件。" : null;
        return LocalRedirect($"{Root}/persons");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("救助对象", "/persons", cancellation).ConfigureAwait(false))
            return NotFound();
        Count = await Desk.Assistance.Persons.CountAsync(DepartmentId, cancellation).ConfigureAwait(false);
        if (ListId is not null)
        {
            Waiting = uploads.Find(ListId, DepartmentId, Actor.UserName);
            if (Waiting is null)
                Problems = [.. Problems, "这份名单已经存过，或放得太久：请再上传一次。"];
            else
                Difference = await Desk.Assistance.Persons.CompareAsync(DepartmentId, Waiting.List, Waiting.Day, Waiting.IsWhole, cancellation).ConfigureAwait(false);
        }

        (Persons, var problem) = await Desk.Assistance.Persons.SearchAsync(DepartmentId, Find, Today, Most, cancellation).ConfigureAwait(false);
        if (problem is not null)
            Problems = [.. Problems, problem];
        return Page();
    }
}
