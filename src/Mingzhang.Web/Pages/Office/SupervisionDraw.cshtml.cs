using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Data.Supervision;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Supervision;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Supervision;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A draw as it is kept, drawn again each time it is looked at (双随机抽取).</summary>
[Requires(Act.SeeWork)]
internal sealed class SupervisionDrawModel(CurrentActor current, OfficeDesk desk, TimeProvider clock) : SupervisionPage(current, desk, clock)
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public int Id { get; set; }

    public DrawInfo Draw { get; private set; } = null!;

    /// <summary>What does not fit; null when the draw is what it was.</summary>
    public string? Fault { get; private set; }

    public Dictionary<string, InspectionInfo> Inspections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        Fault = await Supervised.Plans.VerifyAsync(DepartmentId, Id, cancellation).ConfigureAwait(false);
        Inspections = (await Supervised.Inspections.AllAsync(DepartmentId, null, Id, cancellation).ConfigureAwait(false)).ToDictionary(i => i.Code, StringComparer.Ordinal);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(string? name, CancellationToken cancellation)
    {
        if (await FindAsync(cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        var file = DrawSheets.Write(Draw.Request, Draw.Drawn).FirstOrDefault(f => f.Name == name);
        return file.Content is null ? NotFound() : File(file.Content, "text/csv", file.Name);
    }

    private async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        if (await StopAsync("抽取", cancellation).ConfigureAwait(false) is { } stop)
            return stop;
        if (await Supervised.Plans.FindDrawAsync(DepartmentId, Id, cancellation).ConfigureAwait(false) is not { } draw)
            return NotFound();
        Draw = draw;
        return null;
    }
}
