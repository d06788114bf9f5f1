using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Execution;
using Mingzhang.Data.Intake;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Workbench.Execution;

/// <summary>A page about the execution of a year; its address names department and year.</summary>
internal abstract class ExecutionPage(CurrentActor current, OfficeDesk desk, ExecutionContexts contexts) : DepartmentPage(current, desk)
{
    /// <summary>Year in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int Year { get; set; }

    /// <summary>The books.</summary>
    public ExecutionInfo Books { get; private set; } = null!;

    /// <summary>Units, projects and codes of the year.</summary>
    public ExecutionFacts Facts { get; private set; } = null!;

    /// <summary>Where its pages lie.</summary>
    public string Root => FormattableString.Invariant($"/office/{DepartmentId}/execution/{Year}");

    /// <summary>Units the person sees; null for all.</summary>
    public IReadOnlyList<string>? Units => Core.Office.Access.Units(Actor.Assignments, DepartmentId);

    /// <summary>How many rows wait for correction.</summary>
    public int Waiting { get; private set; }

    /// <summary>An amount in 元 with thousands.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>An amount in 万元.</summary>
    public static string WanYuan(long fen) => (fen / 1_000_000m).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>A share in percent with one decimal.</summary>
    public static string Percent(decimal share) => (share * 100m).ToString("N1", CultureInfo.InvariantCulture) + "%";

    /// <summary>Name of a unit with its code where it has no name.</summary>
    public string Unit(string code) => Facts.UnitNames.GetValueOrDefault(code, code);

    /// <summary>Name of a project; empty for none.</summary>
    public string Project(string code) => Facts.Projects.GetValueOrDefault(code, code);

    /// <summary>Name of a functional code.</summary>
    public string Function(string code) => Facts.FunctionNames.GetValueOrDefault(code, code);

    /// <summary>Name of an economic code.</summary>
    public string Economic(string code) => Facts.EconomicNames.GetValueOrDefault(code, code);

    /// <summary>A line in words.</summary>
    public string Words(LineKey line) => Facts.Words(line);

    /// <summary>Finds department and books; false when there are none.</summary>
    protected async Task<bool> FindAsync(string title, CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false) || await Desk.Execution.FindAsync(DepartmentId, Year, cancellation).ConfigureAwait(false) is not { } books)
            return false;
        Books = books;
        Facts = await contexts.FactsAsync(Department, Year, cancellation).ConfigureAwait(false);
        Waiting = await Desk.Execution.Posting.WaitingAsync(books.Id, Units, cancellation).ConfigureAwait(false);
        ViewData["Heading"] = title;
        Title($"{Year.ToString(CultureInfo.InvariantCulture)} 年执行 · {title}");
        return true;
    }

    /// <summary>What rows are read against now.</summary>
    protected async Task<EntryContext> ContextAsync(CancellationToken cancellation) =>
        await contexts.EntriesAsync(Books, Facts, await Desk.Drafts.Mappings.OfAsync(DepartmentId, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
}
