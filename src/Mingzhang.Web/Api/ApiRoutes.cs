using Microsoft.AspNetCore.Mvc;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Publishing.OpenData;
using Mingzhang.Web.Library;
using Mingzhang.Web.Site;

namespace Mingzhang.Web.Api;

/// <summary>The data interface (数据接口): the same content as the pages, for programs. Reading only; addresses stay.</summary>
internal static class ApiRoutes
{
    private const string Root = "/api/v1";
    private const string Document = "/disclosures/{agency}/{year:int}/{kind}";

    /// <summary>Whether an address belongs to the data interface, whose errors are problem JSON.</summary>
    public static bool Owns(PathString path) => path.StartsWithSegments("/api", StringComparison.Ordinal) || path.StartsWithSegments("/openapi", StringComparison.Ordinal);

    /// <summary>All addresses, and their description.</summary>
    public static void MapApi(this WebApplication site)
    {
        site.MapOpenApi();
        var api = site.MapGroup(Root).WithMetadata(new FromContentAttribute()).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/disclosures", ListAsync).WithTags("公开文件").WithSummary("全部公开文件及总额").Produces<object>();
        api.MapGet(Document, OneAsync).WithTags("公开文件").WithSummary("一份公开文件的全部内容").Produces<object>();
        api.MapGet(Document + "/tables", TablesAsync).WithTags("公开文件").WithSummary("一份文件有哪些表").Produces<object>();
        api.MapGet(Document + "/tables/{title}", TableAsync).WithTags("公开文件").WithSummary("一张表（JSON 或 CSV）").Produces<object>();
        api.MapGet(Document + "/findings", FindingsAsync).WithTags("审核").WithSummary("审核结果").Produces<object>();
        api.MapGet(Document + "/trace", TraceAsync).WithTags("追溯").WithSummary("一个印出的数由台账哪几笔相加，涉及哪些勾稽关系").Produces<object>();
        api.MapGet("/classifications", Classifications).WithTags("基础数据").WithSummary("有哪些科目分类").Produces<object>();
        api.MapGet("/classifications/{name}", ClassificationOf).WithTags("基础数据").WithSummary("一种科目分类（JSON 或 CSV）").Produces<object>();
        api.MapGet("/rules", Rules).WithTags("审核").WithSummary("审核规则（JSON 或 CSV）").Produces<object>();
        api.MapGet("/{**rest}", () => Problem("没有这个地址", "这个数据接口的全部地址见 /openapi/v1.json。")).ExcludeFromDescription();
        site.MapGet(Document + "/download/{format}", Downloads.GetAsync).WithMetadata(new FromContentAttribute()).ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(DisclosureLibrary library, [FromQuery] string? format, HttpContext context, CancellationToken cancellation)
    {
        var all = await library.AllAsync(cancellation).ConfigureAwait(false);
        return Answers.Table(
            format,
            context,
            ["agency", "year", "kind", "edition", "income", "expenditure", "figures", "guarded", "errors", "warnings", "href"],
            all.Select(p => (object?[])
            [
                p.Key.Agency, p.Key.Year, p.Key.KindWord, p.Edition.Id, Measure.Income.In(p)?.Yuan, Measure.Expenditure.In(p)?.Yuan, p.Report.Figures, p.Report.Guarded,
                p.Report.Findings.Count(f => f.Severity == Core.Auditing.Severity.Error), p.Report.Findings.Count(f => f.Severity == Core.Auditing.Severity.Warning), Root + p.Key.Path,
            ]));
    }

    private static Task<IResult> OneAsync(string agency, int year, string kind, DisclosureLibrary library, CancellationToken cancellation) =>
        WithAsync(agency, year, kind, library, p => Answers.Json(json => DisclosureJson.Write(json, p.Disclosure)), cancellation);

    private static Task<IResult> TablesAsync(string agency, int year, string kind, DisclosureLibrary library, [FromQuery] string? format, HttpContext context, CancellationToken cancellation) =>
        WithAsync(agency, year, kind, library, p => Answers.Table(
            format,
            context,
            ["number", "title", "unit", "rows", "columns", "empty", "href"],
            p.Disclosure.Statements.Select(s => (object?[])[s.Number, s.Title, s.Unit, s.Rows.Count, s.Columns.Count, s.IsEmpty, $"{Root}{p.Key.Path}/tables/{Addresses.Escape(s.Title)}"])), cancellation);

    private static Task<IResult> TableAsync(string agency, int year, string kind, string title, DisclosureLibrary library, [FromQuery] string? format, HttpContext context, CancellationToken cancellation) =>
        WithAsync(agency, year, kind, library, p =>
        {
            var index = p.Disclosure.Statements.ToList().FindIndex(s => s.Title == title);
            if (index < 0)
                return Problem("没有这张表", $"这份文件的表：{string.Join('、', p.Disclosure.Statements.Select(s => s.Title))}。");
            return Answers.Format(format, context) switch
            {
                AnswerFormat.Csv => Results.Bytes(StatementCsv.Write(p.Disclosure.Statements[index]), "text/csv; charset=utf-8"),
                AnswerFormat.Json => Answers.Json(json => DisclosureJson.Write(json, p.Disclosure.Statements[index])),
                _ => Answers.WrongFormat(),
            };
        }, cancellation);

    private static Task<IResult> FindingsAsync(string agency, int year, string kind, DisclosureLibrary library, CancellationToken cancellation) =>
        WithAsync(agency, year, kind, library, p => Answers.Json(json => FindingsJson.Write(json, p.Report)), cancellation);

    private static Task<IResult> TraceAsync(
        string agency, int year, string kind, [FromQuery] string? table, [FromQuery] string? row, [FromQuery] string? column, [FromQuery] int? n, DisclosureLibrary library, CancellationToken cancellation) =>
        WithAsync(agency, year, kind, library, p =>
        {
            if (string.IsNullOrEmpty(table) || string.IsNullOrEmpty(column))
                return Problem("网址不完整", "要有 table（表名）、row（行）和 column（栏）。", StatusCodes.Status400BadRequest);
            return new FigureAddress(table, row ?? "", column, n ?? 1).In(p) is { } place
                ? Answers.Json(json => TraceJson.Write(json, p, place))
                : Problem("没有这一格", "表名、行、栏要和表里的一致；行写编码或行名，栏写完整的表头，各层之间用“/”。");
        }, cancellation);

    private static IResult Classifications(DisclosureLibrary library, [FromQuery] string? format, HttpContext context) => Answers.Table(
        format,
        context,
        ["name", "from", "to", "items", "href"],
        library.Data.Catalogue.All.Select(c => (object?[])[c.Name, c.FirstYear == 0 ? null : c.FirstYear, c.LastYear, c.Items.Count, $"{Root}/classifications/{Addresses.Escape(c.Name)}"]));

    private static IResult ClassificationOf(string name, [FromQuery] int? year, DisclosureLibrary library, [FromQuery] string? format, HttpContext context)
    {
        var catalogue = library.Data.Catalogue;
        if ((year is { } y ? catalogue.Find(name, y) : catalogue.Newest(name)) is not { } found)
            return Problem("没有这种分类", $"有：{string.Join('、', catalogue.All.Select(c => c.Name).Distinct(StringComparer.Ordinal))}。");
        return Answers.Table(
            format, context, ["code", "name", "parent", "level"], found.Items.Select(i => (object?[])[i.Code, i.Name, i.ParentCode, i.Level]));
    }

    private static IResult Rules(DisclosureLibrary library, [FromQuery] string? format, HttpContext context) => Answers.Table(
        format,
        context,
        ["id", "group", "sentence", "formula", "basis", "years", "soft"],
        RuleEntry.All(library.Data).Select(r => (object?[])[r.Id, r.Group, r.Sentence, r.Formula, r.Basis, r.Years.Length == 0 ? null : r.Years, r.IsSoft]));

    private static async Task<IResult> WithAsync(string agency, int year, string kind, DisclosureLibrary library, Func<Publication, IResult> answer, CancellationToken cancellation)
    {
        if (PublicationKey.KindOf(kind) is not { } known)
            return Problem("没有这种文件", "种类只有 budget（预算）和 final（决算）。");
        return await library.FindAsync(new PublicationKey(agency, year, known), cancellation).ConfigureAwait(false) is { } publication
            ? answer(publication)
            : Problem("没有这份文件", "全部文件见 /api/v1/disclosures。");
    }

    private static IResult Problem(string title, string detail, int status = StatusCodes.Status404NotFound) => Results.Problem(detail, statusCode: status, title: title);
}
