using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;
using Mingzhang.Web.Workbench.Attachments;
using Mingzhang.Web.Workbench.Letters;

namespace Mingzhang.Web.Pages.Office;

/// <summary>One application with its documents and letters (医后申请).</summary>
[Requires(Act.SeeWork)]
internal sealed class AssistanceApplicationModel(CurrentActor current, OfficeDesk desk, DataFolder data, IEnumerable<IAttachmentKind> kinds, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public int Id { get; set; }

    public StoredApplication Application { get; private set; } = null!;

    public AttachmentView Files { get; private set; } = null!;

    /// <summary>Documents that must be there and of which there is no file.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public LetterOffer Letters { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(null, cancellation);

    public Task<IActionResult> OnGetLetterAsync(string? name, CancellationToken cancellation) => ShowAsync(name, cancellation);

    private async Task<IActionResult> ShowAsync(string? letter, CancellationToken cancellation)
    {
        if (!await FindAsync(FormattableString.Invariant($"申请 {Id}"), "/applications", cancellation).ConfigureAwait(false)
            || await Desk.Assistance.Applications.FindAsync(DepartmentId, Id, Settings, Data.Calendar, cancellation).ConfigureAwait(false) is not { } found)
            return NotFound();
        Application = found;
        Files = (await AttachmentView.OfAsync(this, Desk, kinds.First(k => k.Name == ApplicationDesk.AttachmentKind), Id, found.State != ApplicationDesk.NotGranted, cancellation).ConfigureAwait(false)) with
        {
            Remarks = [.. Data.Papers.Papers.Select(p => p.Name), "文书（盖章）", "送达回证"],
        };
        Missing = Data.Papers.Missing(found.Bill.Care, ApplicationDesk.Brought(Files.Files));
        var values = AssistanceLetters.Of(Department, found, Policies, Settings, Data.Calendar, ApplicationDesk.Brought(Files.Files), Missing);
        var overview = await Desk.Assistance.PersonAsync(DepartmentId, found.PersonCode, Today, cancellation).ConfigureAwait(false);
        values["收款账户"] = overview?.Person is { Account.Length: > 0 } person ? $"{person.Bank}{person.Account}" : "";
        var letters = Data.Letters.Where(l => l.Use == AssistanceLetters.Application && AssistanceLetters.Fits(l.Name, found)).ToList();
        if (letters.Exists(l => l.Name == letter))
            Problems = await AssistanceLetters.NameAsync(this, Desk, values, "申请人", found.PersonCode, FormattableString.Invariant($"出文书：{letter}，申请 {Id}"), cancellation).ConfigureAwait(false);
        var statement = found.DecisionId is { } decision && Policies is { } policies ? (await Desk.Assistance.Decisions.StatementAsync(DepartmentId, decision, policies, cancellation).ConfigureAwait(false))?.Statement : null;
        (Letters, var document) = LetterOffer.Of(letters, AssistanceLetters.Application, FormattableString.Invariant($"{Root}/applications/{Id}"), letter, Request.Query, values, AssistanceLetters.Tables(statement), cancellation);
        return document is null || Problems.Count > 0 ? Page() : File(document.Content, document.MediaType, FormattableString.Invariant($"{letter}-申请{Id}{document.Extension}"));
    }
}
