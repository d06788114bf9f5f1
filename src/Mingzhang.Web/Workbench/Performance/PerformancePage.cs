using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Core.Performance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Workbench.Performance;

/// <summary>A page about the performance of a draft's year (绩效).</summary>
internal abstract class PerformancePage(CurrentActor current, OfficeDesk desk, DraftWorks works, PerformanceYears years) : DraftPage(current, desk, works)
{
    /// <summary>The year; null while records have mistakes.</summary>
    public PerformanceYear? Year { get; private set; }

    /// <summary>The evaluator; null while there are mistakes or no scheme is for the year.</summary>
    public SelfEvaluator? Evaluator => Year?.Evaluator;

    /// <summary>The projects with goals that the person sees.</summary>
    public IReadOnlyList<Project> Projects
    {
        get
        {
            var units = Core.Office.Access.Units(Actor.Assignments, DepartmentId);
            return [.. (Evaluator?.Projects ?? []).Where(p => units is null || units.Contains(p.UnitCode))];
        }
    }

    /// <summary>Whether measurements and causes may be filled in now.</summary>
    public bool MayMeasure => May(Act.Edit) && DraftProcess.YearSheets.All(s => DraftProcess.MayChange(Draft.State, s));

    /// <summary>Where these pages lie.</summary>
    public string Here => Root + "/performance";

    /// <summary>Gathers and stores.</summary>
    protected PerformanceYears Years => years;

    /// <summary>An amount in 万元; a dash for none.</summary>
    public static string Wan(long? fen) => fen is { } known ? (known / 1_000_000m).ToString("N2", CultureInfo.InvariantCulture) : "—";

    /// <summary>A number without trailing zeros; a dash for none.</summary>
    public static string Text(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>A number for a field of a form; empty for none.</summary>
    public static string Given(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Colour of a grade.</summary>
    public static string Mark(string? grade) => grade switch { "优" or "良" => "good", "中" => "doubt", "差" => "bad", _ => "" };

    /// <summary>The record of a sheet with these cells; null for none.</summary>
    public DraftRecord? Record(string sheet, params (string Column, string? Text)[] key) =>
        Work.Records.FirstOrDefault(r => r.Sheet == sheet && key.All(k => r[k.Column] == (k.Text ?? "")));

    /// <summary>Finds the draft and its year.</summary>
    protected async Task<bool> FindYearAsync(string title, CancellationToken cancellation)
    {
        if (!await FindAsync(title, cancellation).ConfigureAwait(false))
            return false;
        Year = await years.OfAsync(Work, Core.Office.Access.Units(Actor.Assignments, DepartmentId), cancellation).ConfigureAwait(false);
        ViewData["Heading"] = title;
        ViewData["Tab"] = "/performance";
        return true;
    }
}
