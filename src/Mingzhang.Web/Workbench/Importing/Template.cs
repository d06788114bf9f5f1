using Mingzhang.Data;
using Mingzhang.Data.Workbench;
using Mingzhang.Documents.Workbooks;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Api;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Workbench.Importing;

/// <summary>The workbook to be filled in (导入模板), with what the draft holds already.</summary>
internal static class Template
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Sends it.</summary>
    public static async Task<IResult> GetAsync(int department, int draft, CurrentActor current, DraftWorks works, DataFolder data, CancellationToken cancellation)
    {
        if (await works.GetAsync(department, draft, cancellation).ConfigureAwait(false) is not { } work)
            return Results.NotFound();
        List<DraftRecord> seen = [.. SheetRights.Visible(current.Actor, work)];
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var shown = data.Sheets.Where(s => s.IsFor(work.Draft.Stage)).ToList();
        foreach (var field in shown.SelectMany(s => s.Fields))
        {
            if ((field.List ?? (field.Values.Count > 0 ? field.Name : null)) is { } name)
                lists.TryAdd(name, [.. Items(field, seen, work.Draft.Year, data).Select(Words)]);
        }

        var visible = seen.ToLookup(r => r.Sheet, StringComparer.Ordinal);
        var sheets = shown.Select(s => new TemplateSheet(
            s.Name,
            [.. s.Fields.Select(f => new TemplateColumn(f.Name, f.Kind == FieldKind.Amount, f.List ?? (f.Values.Count > 0 ? f.Name : null), f.Help))],
            [.. visible[s.Name].Select(r => s.Fields.Select(f => r[f.Name]).ToArray())])).ToList();
        return Results.Bytes(TemplateWorkbook.Write(sheets, lists), MediaType, $"{work.Draft.Title.Replace(" ", "", StringComparison.Ordinal)}-{work.Department.ShortName}.xlsx");
    }

    private static IEnumerable<ListItem> Items(FieldDescription field, List<DraftRecord> seen, int year, DataFolder data) =>
        field.Values.Count > 0 ? field.Values.Select(v => new ListItem(v, v)) : SheetRights.List(field.List!, seen, data, year);

    // A code alone says nothing to the person who chooses.
    private static string Words(ListItem item) => item.Label == item.Value || item.Label.Length == 0 ? item.Value : $"{item.Value} {item.Label}";
}
