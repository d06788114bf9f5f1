using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Complaints;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Work;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Complaints of a year: what is due, how old, how they ended; and the form of a new one (投诉举报).</summary>
[Requires(Act.SeeWork)]
internal sealed class ComplaintsModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : DepartmentPage(current, desk)
{
    private const int Soon = 3, December = 12, LastDay = 31, Most = 100;

    private static readonly (string Name, int From)[] Ages = [("5 个工作日以内", 0), ("6 至 15 个工作日", 6), ("16 至 30 个工作日", 16), ("31 至 60 个工作日", 31), ("60 个工作日以上", 61)];

    /// <summary>The year that is shown.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    /// <summary>Only this state; null for all.</summary>
    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    /// <summary>Today in China.</summary>
    public DateOnly Today => Clock.Today(clock);

    /// <summary>The rules.</summary>
    public ComplaintRules Rules => data.Complaints;

    /// <summary>All of the year.</summary>
    public IReadOnlyList<StoredComplaint> OfYear { get; private set; } = [];

    /// <summary>Those of the state that is asked for.</summary>
    public IReadOnlyList<StoredComplaint> Found => [.. OfYear.Where(c => string.IsNullOrEmpty(State) || c.Complaint.State.ChineseName() == State)];

    /// <summary>A page of them.</summary>
    public IEnumerable<StoredComplaint> Shown => Found.Skip((Math.Clamp(Number, 1, Pages) - 1) * Most).Take(Most);

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Found.Count + Most - 1) / Most);

    /// <summary>Page that is shown, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>What is open, the next due first.</summary>
    public IReadOnlyList<StoredComplaint> Open { get; private set; } = [];

    /// <summary>Names of the designated institutions, to choose from.</summary>
    public IReadOnlyList<string> Institutions { get; private set; } = [];

    /// <summary>What was typed into a form that was refused.</summary>
    public NewComplaint? Typed { get; private set; }

    /// <summary>How many are open, by the working days since they came.</summary>
    public IReadOnlyList<(string Name, int Count, int Overdue)> ByAge { get; private set; } = [];

    /// <summary>Received and answered by month.</summary>
    public IReadOnlyList<(string Name, int Received, int Answered)> ByMonth => [.. Enumerable.Range(1, December).Select(m => ($"{m} 月", OfYear.Count(c => c.Complaint.ReceivedOn.Month == m), OfYear.Count(c => c.Complaint.AnsweredOn is { } a && a.Year == Year && a.Month == m)))];

    /// <summary>Percent of a part in a whole; a dash for none.</summary>
    public static string Share(int part, int whole) => whole == 0 ? "—" : (100m * part / whole).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) + "%";

    /// <summary>What is to be said of a deadline: words and colour.</summary>
    public (string Words, string Mark) Due(Complaint complaint)
    {
        if (complaint.DueOn is not { } due)
            return complaint.IsInTime(Today) == false ? ("超期答复", "bad") : ("", "");
        var left = data.Calendar.Between(Today, due);
        return due < Today ? ($"超期 {-left} 个工作日", "bad") : left <= Soon ? (left == 0 ? "今天到期" : $"还有 {left} 个工作日", "doubt") : ($"还有 {left} 个工作日", "good");
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(NewComplaint form, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        Typed = form;
        if (form.ReceivedOn is not { } day || day > Today)
        {
            Problems = ["收件日期没有填，或在今天以后。"];
            return Page();
        }

        var complaint = new Complaint("", form.Channel ?? "", day, form.Topic ?? "", form.Subject?.Trim() ?? "", form.Content?.Trim() ?? "");
        var (id, problem) = await Desk.Complaints.ReceiveAsync(Actor, DepartmentId, complaint, form.Reporter, form.Phone, Rules, data.Calendar, cancellation).ConfigureAwait(false);
        if (problem is not null)
        {
            Problems = [problem];
            return Page();
        }

        Done = "已登记。";
        return Redirect(FormattableString.Invariant($"/office/{DepartmentId}/complaints/{id}"));
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false) || !SeesAll)
            return false;
        Year = Math.Clamp(Year ?? await Desk.Years.NewestAsync(DepartmentId, YearlyWork.Complaints, Today, cancellation).ConfigureAwait(false), 2000, Today.Year);
        OfYear = await Desk.Complaints.ListAsync(DepartmentId, new DateOnly(Year.Value, 1, 1), new DateOnly(Year.Value, December, LastDay), cancellation).ConfigureAwait(false);
        Open = await Desk.Complaints.OpenAsync(DepartmentId, cancellation).ConfigureAwait(false);
        var ages = Open.Select(c => (Age: data.Calendar.Between(c.Complaint.ReceivedOn, Today), IsLate: c.Complaint.DueOn < Today)).ToList();
        ByAge = [.. Ages.Select((a, i) =>
        {
            var of = ages.Where(x => x.Age >= a.From && (i + 1 == Ages.Length || x.Age < Ages[i + 1].From)).ToList();
            return (a.Name, of.Count, of.Count(x => x.IsLate));
        })];
        Institutions = [.. (await Desk.Supervision.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).Select(i => i.Facts.Name)];
        Title("投诉举报");
        return true;
    }

    /// <summary>What is filled in for a new complaint.</summary>
    internal sealed record NewComplaint(string? Channel, DateOnly? ReceivedOn, string? Topic, string? Subject, string? Content, string? Reporter, string? Phone);
}
