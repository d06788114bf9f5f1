using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Credit;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Credit;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Credit evaluations of a year: the list that is published, what waits, and the form of a new one (信用评价).</summary>
[Requires(Act.SeeWork)]
internal sealed class CreditsModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : DepartmentPage(current, desk)
{
    /// <summary>The year that is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    /// <summary>Number of a published evaluation that is to be corrected; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "corrects")]
    public int? Corrects { get; set; }

    /// <summary>机构代码 whose records fill the form; null for none.</summary>
    [BindProperty(SupportsGet = true, Name = "of")]
    public string? Code { get; set; }

    /// <summary>What the records gave; null when they were not asked.</summary>
    public string? Suggested { get; private set; }

    /// <summary>What was published of the year before, to compare.</summary>
    public IReadOnlyList<CreditEvaluation> Before { get; private set; } = [];

    /// <summary>The evaluations of the year.</summary>
    public IReadOnlyList<CreditEvaluation> All { get; private set; } = [];

    /// <summary>The evaluation that is corrected; null for none.</summary>
    public CreditEvaluation? Old { get; private set; }

    /// <summary>The designated institutions, code and name; none where the office keeps no register of them.</summary>
    public IReadOnlyList<(string Code, string Name)> Institutions { get; private set; } = [];

    /// <summary>The scheme.</summary>
    public CreditScheme Scheme => data.Credit[0];

    /// <summary>What was typed into a form that was refused, or what is corrected: rows by indicator and rule.</summary>
    public IReadOnlyList<CreditDeduction> Rows { get; private set; } = [];

    /// <summary>机构代码 and 名称 as typed.</summary>
    public (string? Code, string? Name) Typed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        Rows = Old?.Deductions ?? [];
        if (Old is null && !string.IsNullOrWhiteSpace(Code))
            await SuggestAsync(Code.Trim(), cancellation).ConfigureAwait(false);
        return Page();
    }

    // What was confirmed and proven in the year, to be looked through before it is submitted.
    private async Task SuggestAsync(string code, CancellationToken cancellation)
    {
        if ((await Desk.Supervision.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).FirstOrDefault(i => i.Facts.Code == code) is not { } found)
        {
            Problems = [$"定点机构里没有代码“{code}”：请在基金监管的定点机构里核对。"];
            return;
        }

        Typed = (code, found.Facts.Name);
        var records = new List<CreditRecord>();
        var inspections = (await Desk.Supervision.Inspections.AllAsync(DepartmentId, found.Id, null, cancellation).ConfigureAwait(false)).Where(i => i.DoneOn?.Year == Year).ToList();
        foreach (var each in inspections)
        {
            var findings = await Desk.Supervision.Inspections.FindingsAsync(each.Id, null, cancellation).ConfigureAwait(false);
            records.AddRange(findings.Where(f => f.Amounts.ConfirmedFen > 0).Select(f => new CreditRecord(f.Violation, string.Create(CultureInfo.InvariantCulture, $"检查 {each.DoneOn:yyyy-MM-dd}"))));
        }

        var complaints = await Desk.Complaints.ListAsync(DepartmentId, new DateOnly(Year!.Value, 1, 1), new DateOnly(Year.Value, 12, 31), cancellation).ConfigureAwait(false);
        var own = inspections.Select(i => (int?)i.Id).ToHashSet();
        records.AddRange(complaints.Select(c => c.Complaint).Where(c => c.Result is "查实" or "部分查实" && (c.Subject == found.Facts.Name || (c.InspectionId is not null && own.Contains(c.InspectionId)))).Select(c => new CreditRecord(CreditDeductionRule.ProvenComplaint, c.Number)));
        Rows = Scheme.Suggest(records);
        Suggested = $"{found.Facts.Name} {Year} 年检查 {inspections.Count} 次，认定的问题和查实的投诉 {records.Count} 项，其中 {Rows.Sum(r => r.Count)} 项对应扣分项，已填在下面：核对以后再评价。";
    }

    public async Task<IActionResult> OnPostAsync(string? code, string? name, string[] indicator, string[] rule, int?[] count, string?[] note, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        if (rule.Length != indicator.Length || count.Length != rule.Length || note.Length != rule.Length)
            return BadRequest();
        code = code?.Trim();
        // What the register of institutions knows need not be typed, and what it does not know is a slip.
        var known = Institutions.FirstOrDefault(i => i.Code == code);
        if (string.IsNullOrWhiteSpace(name))
            name = known.Name;
        Typed = (code, name);
        Rows = [.. rule.Select((r, i) => new CreditDeduction(indicator[i], r, count[i] ?? 0, note[i]?.Trim() ?? "")).Where(d => d.Count != 0 || d.Note.Length > 0)];
        if (Corrects is null && Institutions.Count > 0 && known.Code is null)
        {
            Problems = [$"定点机构里没有代码“{code}”：请在基金监管的定点机构里核对。"];
            return Page();
        }

        var (id, problem) = await Desk.Credit.EvaluateAsync(Actor, DepartmentId, Year!.Value, code, name, Rows, Scheme, Corrects, cancellation).ConfigureAwait(false);
        if (problem is not null)
        {
            Problems = [problem];
            return Page();
        }

        Done = Corrects is null ? "已评价，等审核。" : "更正已拟定，等审核；公布以前原来的仍有效。";
        return Redirect(FormattableString.Invariant($"/office/{DepartmentId}/credit/{id}"));
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false) || !SeesAll)
            return false;
        if (Corrects is { } number)
        {
            Old = await Desk.Credit.FindAsync(DepartmentId, number, cancellation).ConfigureAwait(false);
            if (Old is null)
                return false;
            Year = Old.Year;
        }

        Year = Math.Clamp(Year ?? await Desk.Years.NewestAsync(DepartmentId, YearlyWork.Credit, Clock.Today(clock), cancellation).ConfigureAwait(false), 2000, 2100);
        All = await Desk.Credit.ListAsync(DepartmentId, Year, cancellation).ConfigureAwait(false);
        Before = [.. (await Desk.Credit.ListAsync(DepartmentId, Year - 1, cancellation).ConfigureAwait(false)).Where(e => e.State == CreditDesk.Published)];
        Institutions = [.. (await Desk.Supervision.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).Select(i => (i.Facts.Code, i.Facts.Name))];
        Title("信用评价");
        return true;
    }
}
