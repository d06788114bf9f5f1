using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Workbench.Api;

/// <summary>Remarks written at a cell of the grid (单元格批注).</summary>
internal static class RemarkApi
{
    private const int Longest = 500;

    /// <summary>Writes one.</summary>
    public static async Task<IResult> PostAsync(int department, int draft, RemarkBody body, CurrentActor current, OfficeDesk desk, DraftWorks works, DataFolder data, CancellationToken cancellation)
    {
        if (await works.GetAsync(department, draft, cancellation).ConfigureAwait(false) is not { } work)
            return Results.NotFound();
        var text = body.Text?.Trim() ?? "";
        var isCell = data.Sheets.FirstOrDefault(s => s.Name == body.Sheet)?.Fields.Any(f => f.Name == body.Column) == true
            && SheetRights.Visible(current.Actor, work).Any(r => r.Id == body.Record && r.Sheet == body.Sheet);
        if (!isCell || text.Length is 0 or > Longest)
            return Results.Problem("批注要写在一格上，一至五百字。", statusCode: StatusCodes.Status400BadRequest, title: "没有批注");
        var id = await desk.Drafts.Remarks.AddAsync(current.Actor, department, draft, new Remark(0, body.Sheet, body.Record, body.Column, null, text, "", "", null, null, false), cancellation).ConfigureAwait(false);
        return Results.Json(new { id });
    }

    /// <summary>What the grid sends.</summary>
    internal sealed record RemarkBody(string? Sheet, int Record, string? Column, string? Text);
}
