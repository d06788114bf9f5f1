using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Data;
using Mingzhang.Documents.Publishing;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Api;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Workbench.Performance;

/// <summary>Performance forms as files (绩效表下载): self-evaluations, monitoring in mid-year.</summary>
internal static class FormDownloads
{
    /// <summary>The formats, by the names people know.</summary>
    public static IReadOnlyList<(string Format, string Name)> Formats { get; } = [("docx", "Word"), ("pdf", "PDF"), ("xlsx", "Excel"), ("html", "网页")];

    /// <summary>Forms of several projects merged.</summary>
    public const string Merged = "merged";

    /// <summary>Sends the forms of a draft's year.</summary>
    public static async Task<IResult> GetAsync(
        int department, int draft, string which, string format, CurrentActor current, DraftWorks works, PerformanceYears years, DataFolder data, ILogger<PerformanceYears> log, CancellationToken cancellation)
    {
        if (Core.Office.Access.Units(current.Actor.Assignments, department) is not null)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (Publishers.Find(format) is not { } publisher || await works.GetAsync(department, draft, cancellation).ConfigureAwait(false) is not { } work
            || Edition(which, work.Draft, data, out var title) is not { } edition)
            return Results.NotFound();
        if (await years.OfAsync(work, cancellation).ConfigureAwait(false) is not { } year)
            return Results.Problem("填报里有错误，改正以后才能编表。", statusCode: StatusCodes.Status409Conflict, title: "还不能编表");
        var disclosure = PerformanceForms.Compile(year.Ledger, edition, data.Catalogue, $"{year.Ledger.Settings.Year}年{title}", which == Merged ? FormChoice.Merged : FormChoice.All);
        if (disclosure.Performance.Count == 0)
            return Results.Problem("还没有年度指标（自评表还要有完成值）。", statusCode: StatusCodes.Status409Conflict, title: "没有可编的表");
        return await Downloads.SendAsync(publisher, disclosure, new PublishContext([edition]), disclosure.Facts.Title!, log, cancellation).ConfigureAwait(false);
    }

    // Self-evaluation forms are those of the final accounts of the same place and year.
    private static Edition? Edition(string which, DraftInfo draft, DataFolder data, out string title)
    {
        title = which switch { "monitoring" => "绩效运行监控表", Merged => "绩效自评汇总表", _ => "绩效自评表" };
        if (which == "monitoring")
            return data.MonitoringForms;
        if (which is not ("evaluation" or Merged) || data.Editions.Find(draft.Edition) is not { } own)
            return null;
        return own.Kind == DisclosureKind.Final ? own : data.Editions.Editions
            .Where(e => e.Kind == DisclosureKind.Final && e.From <= draft.Year && (e.To ?? int.MaxValue) >= draft.Year && (e.Region is null || (own.Region?.StartsWith(e.Region, StringComparison.Ordinal) ?? false)))
            .OrderByDescending(e => e.Region?.Length ?? 0).ThenByDescending(e => e.From).FirstOrDefault();
    }
}
