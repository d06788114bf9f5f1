using Mingzhang.Data;
using Mingzhang.Data.Workbench;
using Mingzhang.Documents.Workbooks;
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
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var shown = data.Sheets.Where(s => s.IsFor(work.Draft.Stage)).ToList();
        foreach (var field in shown.SelectMany(s => s.Fields))
        {
            if ((field.List ?? (field.Values.Count > 0 ? field.Name : null)) is { } name)
                lists.TryAdd(name, [.. Items(field, work, data).Select(Words)]);
        }

        var visible = SheetRights.Visible(current.Actor, work).ToLookup(r => r.Sheet, StringComparer.Ordinal);
        var sheets = shown.Select(s => new TemplateSheet(
            s.Name,
            [.. s.Fields.Select(f => new TemplateColumn(f.Name, f.Kind == FieldKind.Amount, f.List ?? (f.Values.Count > 0 ? f.Name : null), f.Help))],
            [.. visible[s.Name].Select(r => s.Fields.Select(f => r[f.Name]).ToArray())])).ToList();
        return Results.Bytes(TemplateWorkbook.Write(sheets, lists), MediaType, $"{work.Draft.Title.Replace(" ", "", StringComparison.Ordinal)}-{work.Department.ShortName}.xlsx");
    }

    private static IEnumerable<ListItem> Items(FieldDescription field, DraftWork work, DataFolder data)
    {
        if (field.Values.Count > 0)
            return field.Values.Select(v => new ListItem(v, v));
        return SheetLists.Own.TryGetValue(field.List!, out var own)
            ? work.Records.Where(r => r.Sheet == own.Sheet && r[own.Value].Length > 0).Select(r => new ListItem(r[own.Value], r[own.Label])).DistinctBy(i => i.Value)
            : SheetLists.Of(field.List!, data.Catalogue, work.Draft.Year) ?? [];
    }

    // A code alone says nothing to the person who chooses.
    private static string Words(ListItem item) => item.Label == item.Value || item.Label.Length == 0 ? item.Value : $"{item.Value} {item.Label}";
}
