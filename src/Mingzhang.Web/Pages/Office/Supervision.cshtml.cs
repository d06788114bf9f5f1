using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Core.Supervision.Plans;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A year of supervision at a glance: coverage against targets, recoveries by month, what is due (基金监管概况).</summary>
[Requires(Act.SeeWork)]
internal sealed class SupervisionModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : SupervisionPage(current, desk, clock)
{
    public IReadOnlyList<Coverage> Coverages { get; private set; } = [];

    public IReadOnlyList<SupervisionMonth> Months { get; private set; } = [];

    /// <summary>By street, where addresses name any.</summary>
    public IReadOnlyList<StreetStanding> Streets { get; private set; } = [];

    /// <summary>Which of the shades a share has, from 0 (none) to 4 (all).</summary>
    public static int Shade(int percent) => percent switch { >= 100 => 4, >= 60 => 3, >= 30 => 2, > 0 => 1, _ => 0 };

    public IReadOnlyList<InstitutionInfo> Institutions { get; private set; } = [];

    /// <summary>Open cases with the next deadline, the most urgent first.</summary>
    public IReadOnlyList<(CaseInfo Case, CaseStep? Next, DateOnly? Due)> Open { get; private set; } = [];

    public int InForce(InstitutionKind kind) => Institutions.Count(i => i.Facts.Kind == kind && (i.State is AgreementState.Valid or AgreementState.Suspended));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await StopAsync("概况", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        Coverages = await Supervised.CoverageAsync(DepartmentId, Year, Today, cancellation).ConfigureAwait(false);
        Streets = await Supervised.StreetsAsync(DepartmentId, Year, Today, cancellation).ConfigureAwait(false);
        Months = await Supervised.MonthsAsync(DepartmentId, Year, cancellation).ConfigureAwait(false);
        Institutions = await Supervised.Institutions.AllAsync(DepartmentId, cancellation).ConfigureAwait(false);
        Open = [.. (await Supervised.Cases.AllAsync(DepartmentId, cancellation).ConfigureAwait(false)).Where(c => c.Step != CaseStep.Closed).Select(c =>
        {
            var due = CaseProcess.Due(c.Done, data.Supervision.Deadlines);
            return due.Count == 0 ? (c, (CaseStep?)null, (DateOnly?)null) : (c, due[0].Deadline.To, due[0].Due);
        }).OrderBy(c => c.Item3 ?? DateOnly.MaxValue)];
        return Page();
    }
}
