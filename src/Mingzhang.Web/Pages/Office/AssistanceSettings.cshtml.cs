using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>By whose policies, within which days, to which hospitals (救助设置).</summary>
[Requires(Act.SeeWork)]
internal sealed class AssistanceSettingsModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    private const int MostDays = 90;

    public IReadOnlyList<string> Places => [.. Data.Assistance.Places.Keys.Order(StringComparer.Ordinal)];

    public IReadOnlyList<PaidHospital> Hospitals { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostSaveAsync(string? place, int review, int publicity, int approve, int pay, string? days, CancellationToken cancellation)
    {
        if (!await FindAsync("设置", "/settings", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        if (place is null || !Data.Assistance.Places.ContainsKey(place) || !((int[])[review, publicity, approve, pay]).All(d => d is >= 1 and <= MostDays))
            Problems = [$"请选地区，天数填 1 至 {MostDays}。"];
        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        await Desk.Assistance.SaveAsync(Actor, DepartmentId, new AssistanceSettings(place, review, publicity, approve, pay, days != "自然日"), cancellation).ConfigureAwait(false);
        Done = "已存。";
        return LocalRedirect($"{Root}/settings");
    }

    public async Task<IActionResult> OnPostHospitalAsync(string? code, string? name, string? bank, string? account, CancellationToken cancellation)
    {
        if (!await FindAsync("设置", "/settings", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        var digits = (account ?? "").Replace(" ", "", StringComparison.Ordinal);
        if (string.IsNullOrWhiteSpace(code) || string.IsNullOrWhiteSpace(name) || digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            Problems = ["机构代码、名称、账号都要填，账号只有数字。"];
        else if (await Desk.Assistance.Payments.SaveHospitalAsync(Actor, DepartmentId, code.Trim(), name.Trim(), (bank ?? "").Trim(), digits, cancellation).ConfigureAwait(false) is { } refusal)
            Problems = [refusal];
        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        Done = "已登记。";
        return LocalRedirect($"{Root}/settings");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("设置", "/settings", cancellation).ConfigureAwait(false))
            return NotFound();
        Hospitals = await Desk.Assistance.Payments.HospitalsAsync(DepartmentId, cancellation).ConfigureAwait(false);
        return Page();
    }
}
