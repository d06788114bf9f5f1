using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Ledgers;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Storage.Work;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Workbench.Supervision;

/// <summary>A page of the supervision of the fund (基金监管). It is about the department as a whole: who sees one unit only sees nothing of it.</summary>
internal abstract class SupervisionPage(CurrentActor current, OfficeDesk desk, TimeProvider clock) : DepartmentPage(current, desk)
{
    private const int LongestText = 500;

    /// <summary>Year in the address; null for none.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Asked { get; set; }

    /// <summary>The year that is asked for, or the newest with records.</summary>
    public int Year { get; private set; }

    /// <summary>The database.</summary>
    protected SupervisionDesk Supervised => Desk.Supervision;

    /// <summary>Today in China.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>Where its pages lie.</summary>
    public string Root => string.Create(CultureInfo.InvariantCulture, $"{WorkbenchRoutes.Root}/{DepartmentId}/supervision");

    /// <summary>An amount in 元.</summary>
    public static string Yuan(long? fen) => fen is { } known ? (known / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture) : "";

    /// <summary>An amount in 万元.</summary>
    public static string WanYuan(long fen) => (fen / 1_000_000m).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>A day; empty for none.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Finds the department; the answer when the page is not for this person, null when it is.</summary>
    protected async Task<IActionResult?> StopAsync(string title, CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!SeesAll)
            return Forbid();
        if (Asked is < 2000 or > 2100)
            return NotFound();
        Year = Asked ?? await Desk.Years.NewestAsync(DepartmentId, YearlyWork.Supervision, Today, cancellation).ConfigureAwait(false);
        Title($"{title} · 基金监管");
        return null;
    }

    /// <summary>Reads an amount in 元 of a form; null with a problem where it is none.</summary>
    protected long? Fen(string? text, string what)
    {
        if (FenText.TryParse((text ?? "").Trim(), out var fen, out var reason))
            return fen;
        Problems = [.. Problems, $"{what}：{reason}"];
        return null;
    }

    /// <summary>A text of a form, not longer than is kept.</summary>
    protected static string Short(string? text) => (text ?? "").Trim() is var trimmed && trimmed.Length > LongestText ? trimmed[..LongestText] : (text ?? "").Trim();
}
