using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Data;
using Mingzhang.Storage.Complaints;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Attachments;
using Mingzhang.Web.Workbench.Letters;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Pages.Office;

/// <summary>An inspection: what was found, what of it was confirmed, what came back (检查).</summary>
[Requires(Act.SeeWork)]
internal sealed class SupervisionInspectionModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : SupervisionPage(current, desk, clock)
{
    private static readonly InspectionFiles Files = new();
    private static readonly FindingFiles Evidence = new();

    [BindProperty(SupportsGet = true, Name = "id")]
    public int Id { get; set; }

    public InspectionInfo Inspection { get; private set; } = null!;

    public IReadOnlyList<FindingInfo> Findings { get; private set; } = [];

    public IReadOnlyList<CaseInfo> Cases { get; private set; } = [];

    public IReadOnlyList<ReceiptInfo> Receipts { get; private set; } = [];

    /// <summary>Complaints that led to it or are about it.</summary>
    public IReadOnlyList<StoredComplaint> Complaints { get; private set; } = [];

    public AttachmentView Attachments { get; private set; } = null!;

    public Dictionary<int, AttachmentView> EvidenceOf { get; private set; } = [];

    public LetterOffer Letters { get; private set; } = null!;

    public IReadOnlyList<string> Violations => [.. data.Supervision.Violations.Select(v => v.Name)];

    /// <summary>The clause a finding falls under.</summary>
    public string Clause(FindingInfo finding) => finding.IsFraud ? "以骗取为目的，按第四十条" : data.Supervision.Violation(finding.Violation)?.Clause ?? "";

    /// <summary>Whether findings without a case are still owed money.</summary>
    public long OwedFen => Findings.Where(f => f.CaseId is null).Sum(f => Math.Max(0, f.Amounts.OutstandingFen));

    /// <summary>Whether the amounts of a finding may still be confirmed.</summary>
    public bool MayConfirm(FindingInfo finding) => May(Act.Work) && Cases.FirstOrDefault(c => c.Id == finding.CaseId) is null or { Step: < CaseStep.Notified };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(null, cancellation).ConfigureAwait(false);

    public async Task<IActionResult> OnGetLetterAsync(string? name, CancellationToken cancellation) => await ShowAsync(name, cancellation).ConfigureAwait(false);

    public Task<IActionResult> OnPostDoneAsync(DateOnly? on, string? inspectors, string? conclusion, CancellationToken cancellation) => DoAsync(
        async () => on is not { } day ? "检查日期要填。" : day > Today ? "检查日期还没有到。"
            : await Supervised.Inspections.DoneAsync(Actor, DepartmentId, Id, day, Short(inspectors), Short(conclusion), cancellation).ConfigureAwait(false),
        "检查完成已登记。", cancellation);

    public Task<IActionResult> OnPostCancelAsync(string? reason, CancellationToken cancellation) =>
        DoAsync(() => Supervised.Inspections.CancelAsync(Actor, DepartmentId, Id, Short(reason), cancellation), "检查已取消。", cancellation);

    public Task<IActionResult> OnPostFindAsync(string? violation, string? description, string? found, bool isFraud, CancellationToken cancellation) => DoAsync(
        async () => !Violations.Contains(violation ?? "") ? "违规类型要从目录里选。" : Fen(found, "发现金额") is not { } fen ? ""
            : await Supervised.Inspections.FindAsync(Actor, DepartmentId, Id, new NewFinding(violation!, isFraud, Short(description), fen, null), cancellation).ConfigureAwait(false),
        "问题已登记。", cancellation);

    public Task<IActionResult> OnPostConfirmAsync(int finding, string? confirmed, bool isFraud, CancellationToken cancellation) => DoAsync(
        async () => Fen(confirmed, "认定金额") is not { } fen ? "" : await Supervised.Inspections.ConfirmAsync(Actor, DepartmentId, finding, fen, isFraud, cancellation).ConfigureAwait(false),
        "认定金额已存。", cancellation);

    public Task<IActionResult> OnPostReceiveAsync(DateOnly? on, string? amount, string? voucher, CancellationToken cancellation) => DoAsync(
        async () => on is not { } day ? "到账日期要填。" : Fen(amount, "到账金额") is not { } fen ? ""
            : await Supervised.Recovery.ReceiveAsync(Actor, DepartmentId, null, Id, day, fen, Short(voucher), cancellation).ConfigureAwait(false),
        "到账已登记。", cancellation);

    public async Task<IActionResult> OnPostOpenAsync(DateOnly? on, string? reason, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (!May(Act.Work))
            return Forbid();
        var (id, refusal) = on is { } day ? await Supervised.Cases.OpenAsync(Actor, DepartmentId, Id, day, Short(reason), cancellation).ConfigureAwait(false) : (0, "立案日期要填。");
        if (refusal is not null)
        {
            Problems = [refusal];
            return await ShowAsync(null, cancellation).ConfigureAwait(false);
        }

        Done = "已立案，您是经办人；审核、决定和结案由别人办。";
        return LocalRedirect($"{Root}/cases/{id}");
    }

    // Does something by whoever may work; what an empty text says stands in the problems already.
    private async Task<IActionResult> DoAsync(Func<Task<string?>> work, string done, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (!May(Act.Work))
            return Forbid();
        if (await work().ConfigureAwait(false) is { } refusal)
        {
            if (refusal.Length > 0)
                Problems = [refusal];
            return await ShowAsync(null, cancellation).ConfigureAwait(false);
        }

        Done = done;
        return LocalRedirect($"{Root}/inspections/{Id}");
    }

    private async Task<IActionResult> ShowAsync(string? letter, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        Findings = await Supervised.Inspections.FindingsAsync(Id, null, cancellation).ConfigureAwait(false);
        Cases = [.. (await Supervised.Cases.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).Where(c => c.InspectionId == Id)];
        Complaints = await Desk.Complaints.OfInspectionAsync(DepartmentId, Id, cancellation).ConfigureAwait(false);
        Receipts = await Supervised.Recovery.ReceiptsAsync(null, Id, cancellation).ConfigureAwait(false);
        Attachments = await AttachmentView.OfAsync(this, Desk, Files, Id, Inspection.Cancelled is null, cancellation).ConfigureAwait(false);
        foreach (var finding in Findings)
            EvidenceOf[finding.Id] = await AttachmentView.OfAsync(this, Desk, Evidence, finding.Id, Cases.FirstOrDefault(c => c.Id == finding.CaseId) is null or { Step: < CaseStep.Decided }, cancellation).ConfigureAwait(false);
        (Letters, var document) = LetterOffer.Of(
            data.Letters, SupervisionLetters.Inspection, $"{Root}/inspections/{Id}", letter, Request.Query, SupervisionLetters.Of(Department, Inspection), SupervisionLetters.Tables(Findings, [], data.Supervision), cancellation);
        return document is null ? Page() : File(document.Content, document.MediaType, $"{letter}-{Inspection.Institution}{document.Extension}");
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        if (await StopAsync("检查", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (await Supervised.Inspections.FindAsync(DepartmentId, Id, cancellation).ConfigureAwait(false) is not { } found)
            return NotFound();
        Inspection = found;
        return null;
    }
}
