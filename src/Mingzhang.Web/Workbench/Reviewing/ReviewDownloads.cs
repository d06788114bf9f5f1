using Mingzhang.Data;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Publishing.Excel;
using Mingzhang.Documents.Reporting;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Workbench.Reviewing;

/// <summary>Pictures and files of an uploaded document (原页图与下载).</summary>
internal static class ReviewDownloads
{
    private const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The picture of a page.</summary>
    public static async Task<IResult> PageAsync(int department, int review, int page, CurrentActor current, OfficeDesk desk, ReviewPictures pictures, CancellationToken cancellation)
    {
        if (!SeesAll(current, department))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (page < 1 || await desk.Reviews.FindAsync(department, review, cancellation).ConfigureAwait(false) is not { State: AuditState.Done, Summary.Pages: { } pages } || page > pages
            || await desk.Reviews.ContentAsync(review, cancellation).ConfigureAwait(false) is not { } content
            || await pictures.GetAsync(review, page, content, cancellation).ConfigureAwait(false) is not { } picture)
            return Results.NotFound();
        return Results.Bytes(picture.Png, "image/png");
    }

    /// <summary>The original, the original with notes, the report, the list of findings, what was recognised.</summary>
    public static async Task<IResult> FileAsync(int department, int review, string which, CurrentActor current, OfficeDesk desk, ReviewWorks works, DataFolder data, CancellationToken cancellation)
    {
        if (!SeesAll(current, department))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await desk.Reviews.FindAsync(department, review, cancellation).ConfigureAwait(false) is not { } info)
            return Results.NotFound();
        if (which == "original")
            return await desk.Reviews.ContentAsync(review, cancellation).ConfigureAwait(false) is { } content ? Results.Bytes(content, "application/octet-stream", info.Name) : Results.NotFound();
        if (info.State != AuditState.Done || await works.GetAsync(info, cancellation).ConfigureAwait(false) is not { IsRead: true } read)
            return Results.NotFound();
        var work = read.Value;
        var judged = JudgedFinding.Of(work, await desk.Reviews.Marks.JudgementsAsync(info, cancellation).ConfigureAwait(false));
        var words = judged.ToDictionary(j => j.Placed.Number, j => j.Words);
        var file = work.File(f => words.GetValueOrDefault(f.Number));
        var stem = Path.GetFileNameWithoutExtension(info.Name);
        return await Task.Run(() => Make(which, file, stem, data, cancellation), cancellation).ConfigureAwait(false);
    }

    private static IResult Make(string which, AuditedFile file, string stem, DataFolder data, CancellationToken cancellation)
    {
        switch (which)
        {
            case "annotated":
                var annotated = Annotator.Write(file, withHints: false, cancellation);
                return annotated.IsRead
                    ? Results.Bytes(annotated.Value, "application/octet-stream", $"{stem}-批注{Path.GetExtension(file.Report.Facts.File)}")
                    : Results.Problem(annotated.Error, statusCode: StatusCodes.Status409Conflict, title: "不能批注");
            case "report":
                return Results.Bytes(System.Text.Encoding.UTF8.GetBytes(HtmlReport.Write(file, withHints: true, cancellation)), "text/html; charset=utf-8", $"{stem}-审核报告.html");
            case "list":
                var list = new FindingsWorkbook();
                list.Add(file, withHints: true);
                return Results.Bytes(list.ToBytes(), Excel, $"{stem}-问题清单.xlsx");
            case "json":
                using (var memory = new MemoryStream())
                {
                    DisclosureJson.Write(memory, file.Disclosure);
                    return Results.Bytes(memory.ToArray(), "application/json; charset=utf-8", $"{stem}.json");
                }

            case "workbook":
                using (var memory = new MemoryStream())
                {
                    ExcelPublisher.Publish(file.Disclosure, [.. data.Editions.Editions], memory);
                    return Results.Bytes(memory.ToArray(), Excel, $"{stem}-识别结果.xlsx");
                }

            default:
                return Results.NotFound();
        }
    }

    private static bool SeesAll(CurrentActor current, int department) => Core.Office.Access.Units(current.Actor.Assignments, department) is null;
}
