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

/// <summary>A payment batch: approved, given to the bank, paid, returned (付款批次).</summary>
[Requires(Act.SeeWork)]
[RequestSizeLimit(UploadReader.Largest)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadReader.Largest)]
internal sealed class AssistancePaymentModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    /// <summary>Payables a page lists.</summary>
    public const int Most = 500;

    private const string Prefix = "银行回盘·";

    [BindProperty(SupportsGet = true, Name = "payment")]
    public int PaymentId { get; set; }

    public StoredPayment Payment { get; private set; } = null!;

    public IReadOnlyList<StoredPayable> Payables { get; private set; } = [];

    /// <summary>经办代理费 of the batch by the policy of the day, in 元, cut to whole 分.</summary>
    public decimal AgentFee => Policies?.Of(Payment.PaidOn ?? Today) is { } policy ? decimal.Truncate(Payment.Fen * policy.AgentShare) / 100m : 0m;

    /// <summary>Where the fee is written.</summary>
    public string AgentBasis => Policies?.Of(Payment.PaidOn ?? Today) is { } policy ? $"按 {policy.AgentShare * 100m:0.##}%，{policy.AgentProvision}" : "没有政策";

    /// <summary>Headers of a return file that nobody knows yet.</summary>
    public OpenColumns? Open { get; private set; }

    /// <summary>Rows of a return file that were kept out.</summary>
    public IReadOnlyList<IntakeMistake> Mistakes { get; private set; } = [];

    /// <summary>What a return file gave.</summary>
    public BankOutcome? Outcome { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostBankAsync(IFormFile? file, DateOnly? day, CancellationToken cancellation)
    {
        if (!await FindAsync($"付款批次 {PaymentId}", "/payments", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        var (sheet, columns, problem) = await AssistanceSheet.ReadAsync(Desk, DepartmentId, Prefix, Data.BankReturns, file, cancellation).ConfigureAwait(false);
        Open = sheet is null ? null : AssistanceIntake.Open(sheet, columns, ExportColumns.NeededOfBankReturns);
        if (sheet is null || Open is not null)
        {
            Problems = problem is null ? [] : [problem];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        var mistakes = new List<IntakeMistake>();
        var rows = BankReturnIntake.Read(sheet, columns, mistakes);
        var (outcome, refusal) = await Desk.Assistance.Payments.ImportReturnAsync(
            Actor, DepartmentId, PaymentId, sheet.File, day ?? Today, [.. rows.Select(r => new BankResult(r.Row, r.Number, r.Fen, r.IsPaid, r.Reason))], cancellation).ConfigureAwait(false);
        Mistakes = [.. mistakes, .. (outcome?.Refused ?? []).Select(r => new IntakeMistake(sheet.File, sheet.Name, r.Row, "序号", $"{r.Payable}", r.Why))];
        Outcome = refusal is null ? outcome : null;
        Problems = refusal is null ? [] : [refusal];
        return await ShowAsync(cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostColumnsAsync(string[] header, CancellationToken cancellation)
    {
        if (!await FindAsync($"付款批次 {PaymentId}", "/payments", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        Done = await AssistanceSheet.RememberAsync(Desk, Actor, DepartmentId, Prefix, Data.BankReturns, header, cancellation).ConfigureAwait(false) ? "已记住。请再上传一次文件。" : null;
        return LocalRedirect($"{Root}/payments/{PaymentId}");
    }

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) =>
        DoAsync(Act.Approve, () => Desk.Assistance.Payments.ApproveAsync(Actor, DepartmentId, PaymentId, cancellation), "已批准，可以导出银行文件。", cancellation);

    public Task<IActionResult> OnPostPaidAsync(DateOnly? day, CancellationToken cancellation) =>
        DoAsync(Act.Work, () => Desk.Assistance.Payments.PaidAsync(Actor, DepartmentId, PaymentId, day ?? Today, cancellation), "已登记付款。", cancellation);

    public Task<IActionResult> OnPostReturnAsync(int payable, string? reason, CancellationToken cancellation) =>
        DoAsync(Act.Work, () => Desk.Assistance.Payments.ReturnAsync(Actor, DepartmentId, payable, reason ?? "", cancellation), "已登记退票，更正账号以后编进下一批次。", cancellation);

    public async Task<IActionResult> OnPostFileAsync(CancellationToken cancellation)
    {
        if (!await FindAsync($"付款批次 {PaymentId}", "/payments", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Reveal))
            return Forbid();
        var (file, refusal) = await Desk.Assistance.Payments.BankFileAsync(Actor, DepartmentId, PaymentId, cancellation).ConfigureAwait(false);
        if (file is not null)
            return File(file, "text/csv; charset=utf-8", $"医疗救助付款批次{PaymentId}.csv");
        Problems = [refusal!];
        return await ShowAsync(cancellation).ConfigureAwait(false);
    }

    private async Task<IActionResult> DoAsync(Act act, Func<Task<string?>> work, string done, CancellationToken cancellation)
    {
        if (!await FindAsync($"付款批次 {PaymentId}", "/payments", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(act))
            return Forbid();
        if (await work().ConfigureAwait(false) is { } refusal)
        {
            Problems = [refusal];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = done;
        return LocalRedirect($"{Root}/payments/{PaymentId}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync($"付款批次 {PaymentId}", "/payments", cancellation).ConfigureAwait(false)
            || (await Desk.Assistance.Payments.ListAsync(DepartmentId, cancellation).ConfigureAwait(false)).FirstOrDefault(p => p.Id == PaymentId) is not { } payment)
            return NotFound();
        Payment = payment;
        Payables = await Desk.Assistance.Payments.PayablesAsync(DepartmentId, PaymentId, Most, cancellation).ConfigureAwait(false);
        return Page();
    }
}
