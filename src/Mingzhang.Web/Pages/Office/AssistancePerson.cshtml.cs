using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A person's years with every statement (个人年度一览).</summary>
[Requires(Act.SeeWork)]
internal sealed class AssistancePersonModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    private const int Longest = 200;

    [BindProperty(SupportsGet = true, Name = "code")]
    public string Code { get; set; } = "";

    public PersonOverview Overview { get; private set; } = null!;

    /// <summary>The years as they are right now; null without policies.</summary>
    public PersonResult? Result { get; private set; }

    /// <summary>Particulars in full, once.</summary>
    public IReadOnlyDictionary<string, string> Shown { get; private set; } = new Dictionary<string, string>();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostRevealAsync(string? reason, CancellationToken cancellation)
    {
        if (!await FindAsync(Code, "/persons", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Reveal))
            return Forbid();
        var revealed = await Desk.Assistance.Persons.RevealAsync(Actor, DepartmentId, Code, Short(reason), cancellation).ConfigureAwait(false);
        (Shown, Problems) = (revealed.Texts, revealed.Refusal is { } refusal ? [refusal] : []);
        return await ShowAsync(cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostAccountAsync(string? name, string? account, string? bank, CancellationToken cancellation)
    {
        if (!await FindAsync(Code, "/persons", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        if (await Desk.Assistance.PersonAsync(DepartmentId, Code, Today, cancellation).ConfigureAwait(false) is null)
            return NotFound();
        var digits = Short(account).Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length > 0 && !digits.All(char.IsAsciiDigit))
            Problems = ["银行账号应只有数字。"];
        else
        {
            var (_, refusal) = await Desk.Assistance.Persons.StoreAsync(Actor, DepartmentId, $"登记 {Code}", [], [new Particulars(Code, Short(name), null, digits, Short(bank))], Today, isWhole: false, cancellation).ConfigureAwait(false);
            Problems = refusal is null ? [] : [refusal];
        }

        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        Done = "已登记。";
        return LocalRedirect($"{Root}/persons/{Uri.EscapeDataString(Code)}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(Code, "/persons", cancellation).ConfigureAwait(false) || await Desk.Assistance.PersonAsync(DepartmentId, Code, Today, cancellation).ConfigureAwait(false) is not { } overview)
            return NotFound();
        Overview = overview;
        Result = Policies is { } policies ? PersonResult.Of(overview.File, policies) : null;
        return Page();
    }

    private static string Short(string? text) => (text ?? "").Trim() is var trimmed ? trimmed[..Math.Min(trimmed.Length, Longest)] : "";
}
