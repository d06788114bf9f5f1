using System.Globalization;
using System.Text;
using Mingzhang.Documents.Publishing.OpenData;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Workbench.Api;

/// <summary>The trail of a department as a table (审计日志导出), with the digests by which it can be checked against the database.</summary>
internal static class TrailExport
{
    private const int Most = 1_000_000;

    /// <summary>Sends it as CSV, the oldest entry first.</summary>
    public static async Task<IResult> GetAsync(int department, CurrentActor current, OfficeDesk desk, CancellationToken cancellation)
    {
        // It tells of the records of all units.
        if (Core.Office.Access.Units(current.Actor.Assignments, department) is not null)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var text = new StringBuilder(CsvText.Mark);
        CsvText.Line(text, ["序号", "时间", "账号", "编报", "操作", "对象", "改动", "前一条校验值", "校验值"]);
        foreach (var e in (await desk.Trail.OfAsync(department, null, Most, cancellation).ConfigureAwait(false)).Reverse())
        {
            CsvText.Line(text, [
                e.Sequence.ToString(CultureInfo.InvariantCulture), Clock.Local(e.At), Harmless(e.Account), e.Draft?.ToString(CultureInfo.InvariantCulture) ?? "", Harmless(e.Act), Harmless(e.Subject),
                Harmless(e.Changes), e.Previous, e.Hash,
            ]);
        }

        return Results.Bytes(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", "审计日志.csv");
    }

    // A spreadsheet would take such a text for a formula.
    private static string Harmless(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + text : text;
}
