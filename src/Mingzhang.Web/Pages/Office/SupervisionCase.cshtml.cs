using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Attachments;
using Mingzhang.Web.Workbench.Letters;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A case: its steps, what follows from the regulation, the decision, the money, its documents (案件).</summary>
[Requires(Act.SeeWork)]
internal sealed class SupervisionCaseModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : SupervisionPage(current, desk, clock)
{
    private static readonly CaseFiles Files = new();

    [BindProperty(SupportsGet = true, Name = "id")]
    public int Id { get; set; }

    public CaseInfo Case { get; private set; } = null!;

    public IReadOnlyList<FindingInfo> Findings { get; private set; } = [];

    public IReadOnlyList<FineBounds> Bounds { get; private set; } = [];

    public IReadOnlyList<Instalment> Plan { get; private set; } = [];

    public IReadOnlyList<ReceiptInfo> Receipts { get; private set; } = [];

    public RecoveryStanding Standing { get; private set; } = null!;

    public AttachmentView Attachments { get; private set; } = null!;

    public LetterOffer Letters { get; private set; } = null!;

    public IReadOnlyList<(CaseDeadline Deadline, DateOnly Due)> Deadlines { get; private set; } = [];

    /// <summary>What was typed and not taken, to be put right instead of typed again.</summary>
    public (string? To, string? Note, IReadOnlyList<string> Measures, string? Fine, string? Reason) Tried { get; private set; } = (null, null, [], null, null);

    /// <summary>Whether the person handles the case or once did.</summary>
    public bool IsHandler => Case.IsHandler(Actor.UserName);

    /// <summary>Whether the person may hand the case over.</summary>
    public bool MayHandOver => Case.Step != CaseStep.Closed && (May(Act.Approve) || (Case.Handler == Actor.UserName && May(Act.Work)));

    /// <summary>Who could handle the case instead.</summary>
    public IReadOnlyList<(string UserName, string FullName)> Others { get; private set; } = [];

    /// <summary>What this person may do next.</summary>
    public IReadOnlyList<CaseMove> Moves => CaseProcess.Open(Case.Step, IsHandler, May);

    /// <summary>What the articles of the case allow.</summary>
    public IReadOnlyList<string> Measures => [.. Bounds.SelectMany(b => b.Basis.Measures).Distinct(StringComparer.Ordinal)];

    /// <summary>Whether money may still be noted: an institution may pay before it is told to.</summary>
    public bool TakesMoney => Case.Step < CaseStep.Enforced && May(Act.Work);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(null, cancellation).ConfigureAwait(false);

    public async Task<IActionResult> OnGetLetterAsync(string? name, CancellationToken cancellation) => await ShowAsync(name, cancellation).ConfigureAwait(false);

    public async Task<IActionResult> OnPostMoveAsync(string? to, DateOnly? on, string? note, string[]? measures, string? fine, string? reason, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (CaseProcess.Parse(to ?? "") is not { } step)
            return BadRequest();
        if (!CaseProcess.Moves.Any(m => m.From == Case.Step && m.To == step && May(m.Act)))
            return Forbid();
        Tried = (to, note, measures ?? [], fine, reason);
        CaseDecision? decision = null;
        if (step == CaseStep.Decided && Fen(fine, "罚款") is { } fen)
            decision = new CaseDecision(measures ?? [], fen, reason);
        if (Problems.Count == 0)
        {
            var refusal = on is { } day && day <= Today
                ? await Supervised.Cases.MoveAsync(Actor, DepartmentId, Id, step, day, Short(note), decision, data.Supervision, cancellation).ConfigureAwait(false)
                : "日期要填，不能晚于今天。";
            Problems = refusal is null ? [] : [refusal];
        }

        return await AfterAsync("已办。", cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostHandOverAsync(string? to, DateOnly? on, string? reason, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (!MayHandOver)
            return Forbid();
        var refusal = on is { } day && day <= Today
            ? await Supervised.Cases.HandOverAsync(Actor, DepartmentId, Id, to, day, Short(reason), cancellation).ConfigureAwait(false)
            : "日期要填，不能晚于今天。";
        Problems = refusal is null ? [] : [refusal];
        return await AfterAsync("案件已移交。", cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostPlanAsync(string? plan, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (!May(Act.Work))
            return Forbid();
        var instalments = new List<Instalment>();
        foreach (var line in (plan ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length != 2 || !DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
                Problems = [.. Problems, $"“{line}”：一行写“期限 金额”，例如 2024-06-30 12000.00。"];
            else if (Fen(parts[1], $"“{line}”") is { } fen)
                instalments.Add(new Instalment(due, fen));
        }

        if (Problems.Count == 0 && await Supervised.Recovery.SetPlanAsync(Actor, DepartmentId, Id, instalments, cancellation).ConfigureAwait(false) is { } refusal)
            Problems = [refusal];
        return await AfterAsync("退款计划已存。", cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostReceiveAsync(string? kind, DateOnly? on, string? amount, string? voucher, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (!May(Act.Work))
            return Forbid();
        if (on is not { } day || day > Today)
            Problems = ["到账日期要填，不能晚于今天。"];
        else if (Fen(amount, "到账金额") is { } fen)
        {
            var refusal = kind == ReceiptInfo.Fine
                ? await Supervised.Recovery.FineAsync(Actor, DepartmentId, Id, day, fen, Short(voucher), cancellation).ConfigureAwait(false)
                : await Supervised.Recovery.ReceiveAsync(Actor, DepartmentId, Id, null, day, fen, Short(voucher), cancellation).ConfigureAwait(false);
            Problems = refusal is null ? [] : [refusal];
        }

        return await AfterAsync("到账已登记。", cancellation).ConfigureAwait(false);
    }

    private async Task<IActionResult> AfterAsync(string done, CancellationToken cancellation)
    {
        if (Problems.Count > 0)
            return await ShowAsync(null, cancellation).ConfigureAwait(false);
        Done = done;
        return LocalRedirect($"{Root}/cases/{Id}");
    }

    private async Task<IActionResult> ShowAsync(string? letter, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        Findings = await Supervised.Inspections.FindingsAsync(null, Id, cancellation).ConfigureAwait(false);
        Bounds = data.Supervision.Fines(Findings.Select(f => (f.Violation, f.IsFraud, f.Amounts.ConfirmedFen ?? 0)));
        if (MayHandOver)
            Others = [.. (await Desk.Register.HoldersAsync(DepartmentId, Act.Work, cancellation).ConfigureAwait(false)).Where(a => a.UserName != Case.Handler)];
        Plan = await Supervised.Recovery.PlanAsync(Id, cancellation).ConfigureAwait(false);
        Receipts = await Supervised.Recovery.ReceiptsAsync(Id, null, cancellation).ConfigureAwait(false);
        Standing = RecoveryStanding.Of(Case.ConfirmedFen, Plan, Case.RecoveredFen, Today);
        Deadlines = CaseProcess.Due(Case.Done, data.Supervision.Deadlines);
        Attachments = await AttachmentView.OfAsync(this, Desk, Files, Id, Case.Step != CaseStep.Closed, cancellation).ConfigureAwait(false);
        var inspection = (await Supervised.Inspections.FindAsync(DepartmentId, Case.InspectionId, cancellation).ConfigureAwait(false))!;
        (Letters, var document) = LetterOffer.Of(
            data.Letters, SupervisionLetters.Case, $"{Root}/cases/{Id}", letter, Request.Query, SupervisionLetters.Of(Department, Case, inspection, Bounds), SupervisionLetters.Tables(Findings, Plan, data.Supervision), cancellation);
        return document is null ? Page() : File(document.Content, document.MediaType, $"{letter}-{Case.Number}{document.Extension}");
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        if (await StopAsync("案件", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (await Supervised.Cases.FindAsync(DepartmentId, Id, cancellation).ConfigureAwait(false) is not { } found)
            return NotFound();
        Case = found;
        return null;
    }
}
