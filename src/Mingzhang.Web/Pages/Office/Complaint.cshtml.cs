using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Complaints;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Attachments;
using Mingzhang.Web.Workbench.Complaints;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A complaint: where it stands, what is to be done, who may; its reward (投诉举报件).</summary>
[Requires(Act.SeeWork)]
internal sealed class ComplaintModel(CurrentActor current, OfficeDesk desk, DataFolder data, IEnumerable<IAttachmentKind> kinds, TimeProvider clock) : DepartmentPage(current, desk)
{
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

    /// <summary>Whether the person handles it.</summary>
    public bool IsMine => Complaint.Handler == Actor.UserName;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public Task<IActionResult> OnPostAcceptAsync(int seen, DateOnly on, string? text, bool decline, CancellationToken cancellation) =>
        DoAsync(Act.Work, on, () => Desk.Complaints.AcceptAsync(Actor, DepartmentId, ComplaintId, seen, !decline, on, text, Rules, data.Calendar, cancellation), decline ? "已记不予受理。" : "已受理。", cancellation);

    public Task<IActionResult> OnPostExtendAsync(int seen, DateOnly on, string? text, CancellationToken cancellation) =>
        DoAsync(Act.Approve, on, () => Desk.Complaints.ExtendAsync(Actor, DepartmentId, ComplaintId, seen, on, text, Rules, data.Calendar, cancellation), "已延长。", cancellation);

    public async Task<IActionResult> OnPostSubmitAsync(int seen, DateOnly on, string? result, string? text, string? found, string? inspection, CancellationToken cancellation)
    {
        string? wrong = null;
        long fen = 0;
        if (!string.IsNullOrWhiteSpace(found) && !FenText.TryParse(found.Trim(), out fen, out wrong))
            wrong = $"查实金额“{found}”{wrong}";
        return await DoAsync(Act.Work, on, () => wrong is not null ? Task.FromResult<string?>(wrong) : Desk.Complaints.SubmitAsync(Actor, DepartmentId, ComplaintId, seen, on, result, text, fen, inspection, Rules, cancellation), "已送审。", cancellation).ConfigureAwait(false);
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

    public Task<IActionResult> OnPostSettleAsync(int reward, DateOnly on, string? voucher, string? text, CancellationToken cancellation) =>
        DoAsync(Act.Work, on, () => Desk.Complaints.Rewards.SettleAsync(Actor, DepartmentId, reward, on, voucher, text, cancellation), "已记。", cancellation);

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
        Attached = await AttachmentView.OfAsync(this, Desk, kinds.Single(k => k.Name == ComplaintAttachments.Word), ComplaintId, Complaint.State != ComplaintState.Declined, cancellation).ConfigureAwait(false);
        Title(Complaint.Number);
        return true;
    }
}
