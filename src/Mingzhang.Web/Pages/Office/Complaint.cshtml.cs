using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Data;
using Mingzhang.Storage.Complaints;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Attachments;
using Mingzhang.Web.Workbench.Complaints;
using Mingzhang.Web.Workbench.Execution;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A complaint: where it stands, what is to be done, who may; its reward (投诉举报件).</summary>
[Requires(Act.SeeWork)]
internal sealed class ComplaintModel(CurrentActor current, OfficeDesk desk, DataFolder data, IEnumerable<IAttachmentKind> kinds, ExecutionContexts contexts, TimeProvider clock) : DepartmentPage(current, desk)
{
    // Lists beyond this are no lists.
    private const int MostInspections = 200, MostLines = 300;

    private static readonly string[] Likely = ["举报", "奖励", "监管"];

    /// <summary>Number in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "complaint")]
    public int ComplaintId { get; set; }

    /// <summary>The complaint with all about it.</summary>
    public new ComplaintFile File { get; private set; } = null!;

    /// <summary>What it says.</summary>
    public Complaint Complaint => File.Stored.Complaint;

    /// <summary>The rules.</summary>
    public ComplaintRules Rules => data.Complaints;

    /// <summary>Its channel; null where the rules have it no more.</summary>
    public ComplaintChannel? Channel => Rules.Channel(Complaint.Channel);

    /// <summary>Today in China.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>What the calendar does not know; null for nothing.</summary>
    public string? Doubt => Channel?.Finish.After(data.Calendar, Complaint.ReceivedOn, Complaint.Extended).Doubt;

    /// <summary>Who reported, in full; empty unless just asked for.</summary>
    public IReadOnlyDictionary<string, string> Reporter { get; private set; } = new Dictionary<string, string>();

    /// <summary>Its files.</summary>
    public AttachmentView Attached { get; private set; } = null!;

    /// <summary>Which rewards the books have.</summary>
    public IReadOnlySet<int> Booked { get; private set; } = new HashSet<int>();

    /// <summary>Lines of the budget from which a reward may be paid, of the years whose books are open.</summary>
    public IReadOnlyList<(int Year, int Id, string Words, long AvailableFen)> Lines { get; private set; } = [];

    /// <summary>Designated institutions, to start an inspection.</summary>
    public IReadOnlyList<InstitutionInfo> Institutions { get; private set; } = [];

    /// <summary>Inspections to link, those of the institution that is named first.</summary>
    public IReadOnlyList<InspectionInfo> Inspections { get; private set; } = [];

    /// <summary>Who could handle it instead.</summary>
    public IReadOnlyList<(string UserName, string FullName)> Others { get; private set; } = [];

    /// <summary>Whether the person may hand it over.</summary>
    public bool MayHandOver => Complaint.Handler is not null && !Complaint.State.IsClosed() && (May(Act.Approve) || (IsMine && May(Act.Work)));

    /// <summary>Whether it may be linked to an inspection.</summary>
    public bool MayLink => Complaint.State != ComplaintState.Declined && May(Act.Work);

    /// <summary>Whether the person handles it.</summary>
    public bool IsMine => Complaint.Handler == Actor.UserName;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public Task<IActionResult> OnPostAcceptAsync(int seen, DateOnly on, string? text, bool decline, CancellationToken cancellation) =>
        DoAsync(Act.Work, on, () => Desk.Complaints.AcceptAsync(Actor, DepartmentId, ComplaintId, seen, !decline, on, text, Rules, data.Calendar, cancellation), decline ? "已记不予受理。" : "已受理。", cancellation);

    public Task<IActionResult> OnPostExtendAsync(int seen, DateOnly on, string? text, CancellationToken cancellation) =>
        DoAsync(Act.Approve, on, () => Desk.Complaints.ExtendAsync(Actor, DepartmentId, ComplaintId, seen, on, text, Rules, data.Calendar, cancellation), "已延长。", cancellation);

    public async Task<IActionResult> OnPostSubmitAsync(int seen, DateOnly on, string? result, string? text, string? found, CancellationToken cancellation)
    {
        string? wrong = null;
        long fen = 0;
        if (!string.IsNullOrWhiteSpace(found) && !FenText.TryParse(found.Trim(), out fen, out wrong))
            wrong = $"查实金额“{found}”{wrong}";
        return await DoAsync(Act.Work, on, () => wrong is not null ? Task.FromResult<string?>(wrong) : Desk.Complaints.SubmitAsync(Actor, DepartmentId, ComplaintId, seen, on, result, text, fen, Rules, cancellation), "已送审。", cancellation).ConfigureAwait(false);
    }

    public Task<IActionResult> OnPostReviewAsync(int seen, DateOnly on, string? text, bool back, CancellationToken cancellation) =>
        DoAsync(Act.Review, on, () => Desk.Complaints.ReviewAsync(Actor, DepartmentId, ComplaintId, seen, on, !back, text, cancellation), back ? "已退回。" : "已审核。", cancellation);

    public Task<IActionResult> OnPostAnswerAsync(int seen, DateOnly on, string? text, CancellationToken cancellation) =>
        DoAsync(Act.Work, on, () => Desk.Complaints.AnswerAsync(Actor, DepartmentId, ComplaintId, seen, on, text, cancellation), "已记答复。", cancellation);

    public Task<IActionResult> OnPostJudgeAsync(int seen, DateOnly on, string? satisfaction, string? text, CancellationToken cancellation) =>
        DoAsync(Act.Work, on, () => Desk.Complaints.JudgeAsync(Actor, DepartmentId, ComplaintId, seen, on, satisfaction, text, Rules, cancellation), "已记回访。", cancellation);

    public Task<IActionResult> OnPostProposeAsync(string? level, CancellationToken cancellation) =>
        DoAsync(Act.Work, Today, () => Desk.Complaints.Rewards.ProposeAsync(Actor, DepartmentId, ComplaintId, level, Rules.Reward, cancellation), "已申请奖励，等负责人批准。", cancellation);

    public Task<IActionResult> OnPostDecideAsync(int reward, DateOnly on, string? text, bool back, CancellationToken cancellation) =>
        DoAsync(Act.Approve, on, () => Desk.Complaints.Rewards.DecideAsync(Actor, DepartmentId, reward, !back, on, text, cancellation), back ? "已退回。" : "已批准奖励。", cancellation);

    public Task<IActionResult> OnPostPayAsync(int reward, DateOnly on, string? voucher, int? line, CancellationToken cancellation) => DoAsync(
        Act.Work, on, () => line is null ? Task.FromResult<string?>("请选从哪条指标支付。") : Desk.Complaints.Rewards.PayAsync(Actor, DepartmentId, reward, on, voucher, line > 0 ? line : null, cancellation),
        line > 0 ? "已支付并记账。" : "已记支付，账上有了这张凭证再核对。", cancellation);

    public Task<IActionResult> OnPostWaiveAsync(int reward, string? text, CancellationToken cancellation) =>
        DoAsync(Act.Work, Today, () => Desk.Complaints.Rewards.WaiveAsync(Actor, DepartmentId, reward, text, cancellation), "已记放弃。", cancellation);

    public Task<IActionResult> OnPostLinkAsync(int seen, int? inspection, string? text, CancellationToken cancellation) =>
        DoAsync(Act.Work, Today, () => Desk.Complaints.LinkAsync(Actor, DepartmentId, ComplaintId, seen, inspection, Today, text, cancellation), inspection is null ? "已取消关联。" : "已关联检查。", cancellation);

    public Task<IActionResult> OnPostInspectAsync(int seen, string? institution, string? by, string? inspectors, DateOnly on, bool isDone, CancellationToken cancellation) => DoAsync(
        Act.Work, Today, async () =>
        {
            var code = (institution ?? "").Trim().Split(' ', 2)[0];
            if (Institutions.FirstOrDefault(i => i.Facts.Code == code) is not { } found)
                return $"名录里没有编码“{code}”的机构。";
            if (InspectionWords.Parse(by ?? "") is not { } kind || on == default || (isDone && on > Today))
                return "检查方式和日期要填；做完的检查日期不能晚于今天。";
            return (await Desk.Complaints.InspectAsync(
                Actor, DepartmentId, ComplaintId, seen, new NewInspection(found.Id, kind, (inspectors ?? "").Trim(), isDone ? null : on, isDone ? on : null, $"由投诉举报 {Complaint.Number} 发起", []), Today, cancellation).ConfigureAwait(false)).Refusal;
        },
        "检查已列入，并和这一件关联。", cancellation);

    public async Task<IActionResult> OnPostHandOverAsync(int seen, string? to, DateOnly on, string? text, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        return !MayHandOver ? Forbid() : await DoAsync(Act.SeeWork, on, () => Desk.Complaints.HandOverAsync(Actor, DepartmentId, ComplaintId, seen, to, on, text, cancellation), "已移交。", cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostRevealAsync(string? reason, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Reveal))
            return Forbid();
        var revealed = await Desk.Complaints.RevealAsync(Actor, DepartmentId, ComplaintId, reason ?? "", cancellation).ConfigureAwait(false);
        Reporter = revealed.Texts;
        Problems = revealed.Refusal is { } why ? [why] : [];
        return Page();
    }

    private async Task<IActionResult> DoAsync(Act act, DateOnly on, Func<Task<string?>> work, string done, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(act))
            return Forbid();
        var problem = on == default || on > Today ? "日期没有填，或在今天以后。" : await work().ConfigureAwait(false);
        if (problem is not null)
        {
            Problems = [problem];
            return Page();
        }

        Done = done;
        return RedirectToPage();
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false) || !SeesAll || await Desk.Complaints.FindAsync(DepartmentId, ComplaintId, cancellation).ConfigureAwait(false) is not { } file)
            return false;
        File = file;
        var booked = new HashSet<int>();
        foreach (var reward in file.Rewards)
        {
            if (await Desk.Complaints.Rewards.IsBookedAsync(DepartmentId, reward, cancellation).ConfigureAwait(false))
                booked.Add(reward.Id);
        }

        Booked = booked;
        if (MayLink)
            await OfferInspectionsAsync(cancellation).ConfigureAwait(false);
        if (MayHandOver)
            Others = [.. (await Desk.Register.HoldersAsync(DepartmentId, Act.Work, cancellation).ConfigureAwait(false)).Where(a => a.UserName != Complaint.Handler)];
        if (May(Act.Work) && file.Rewards.Any(r => r.State is RewardStates.Approved or RewardStates.Paid && r.EntryId is null))
            Lines = await PayableAsync(cancellation).ConfigureAwait(false);
        Attached = await AttachmentView.OfAsync(this, Desk, kinds.Single(k => k.Name == ComplaintAttachments.Word), ComplaintId, Complaint.State != ComplaintState.Declined, cancellation).ConfigureAwait(false);
        Title(Complaint.Number);
        return true;
    }

    private async Task OfferInspectionsAsync(CancellationToken cancellation)
    {
        Institutions = await Desk.Supervision.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false);
        var all = await Desk.Supervision.Inspections.AllAsync(DepartmentId, null, null, cancellation).ConfigureAwait(false);
        Inspections = [.. all.Where(i => i.Cancelled is null && i.Id != Complaint.InspectionId).OrderBy(i => i.Institution != Complaint.Subject).Take(MostInspections)];
    }

    // Lines that name reports, rewards or supervision first.
    private async Task<IReadOnlyList<(int Year, int Id, string Words, long AvailableFen)>> PayableAsync(CancellationToken cancellation)
    {
        var found = new List<(int Year, int Id, string Words, long AvailableFen)>();
        foreach (var books in (await Desk.Execution.ListAsync(DepartmentId, cancellation).ConfigureAwait(false)).Where(b => !b.IsClosed))
        {
            var facts = await contexts.FactsAsync(Department, books.Year, cancellation).ConfigureAwait(false);
            found.AddRange((await Desk.Execution.LinesAsync(books.Id, null, cancellation).ConfigureAwait(false)).Where(l => l.Key.Flow == Flow.Expenditure && l.AvailableFen > 0).Select(l => (books.Year, l.Id, facts.Words(l.Key), l.AvailableFen)));
        }

        return [.. found.OrderByDescending(l => l.Year).ThenBy(l => !Likely.Any(w => l.Words.Contains(w, StringComparison.Ordinal))).Take(MostLines)];
    }
}
