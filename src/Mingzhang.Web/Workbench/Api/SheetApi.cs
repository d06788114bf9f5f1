using System.Text.Json;
using Mingzhang.Core.Office;
using Mingzhang.Core.Performance;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Data.Workbench;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Api;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Workbench.Api;

/// <summary>The sheets of a draft for the grid (录入表的数据接口).</summary>
internal static class SheetApi
{
    // A block of thousands of rows is pasted at once.
    private const int MostChanges = 60_000;

    private const int LongestCalculation = 2000;

    /// <summary>The sheet that has a library.</summary>
    public const string Indicators = "绩效指标";

    /// <summary>A sheet: its columns with lists and definitions, its records, last year's amounts.</summary>
    public static async Task<IResult> GetAsync(
        int department, int draft, string sheet, CurrentActor current, OfficeDesk desk, DraftWorks works, LastYear lastYear, DataFolder data, CancellationToken cancellation)
    {
        if (data.Sheets.FirstOrDefault(s => s.Name == sheet) is not { } description || await works.GetAsync(department, draft, cancellation).ConfigureAwait(false) is not { } work)
            return Results.NotFound();
        var actor = current.Actor;
        var mayChange = DraftProcess.MayChange(work.Draft.State, sheet) && Core.Office.Access.May(actor.Assignments, Act.Edit, department)
            && SheetRights.MayChange(actor, department, sheet);
        var lastRecords = await lastYear.RecordsAsync(work.Department, work.Draft.Year, cancellation).ConfigureAwait(false);
        var last = LastYear.Amounts(description, SheetRights.Visible(actor, department, lastRecords));
        List<DraftRecord> visible = [.. SheetRights.Visible(actor, work)];
        return Answers.Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("name", sheet);
            json.WriteBoolean("editable", mayChange);
            json.WriteNumber("revision", work.Draft.Revision);
            Fields(json, description);
            json.WriteStartArray("records");
            foreach (var record in visible.Where(r => r.Sheet == sheet))
                Record(json, record);
            json.WriteEndArray();
            Lists(json, description, visible, work.Draft.Year, data);
            json.WriteStartArray("matching");
            foreach (var column in description.Matching)
                json.WriteStringValue(column);
            json.WriteEndArray();
            json.WriteStartObject("last");
            foreach (var (key, fen) in last)
                json.WriteNumber(key, fen);
            json.WriteEndObject();
            if (sheet == Indicators && mayChange)
                Library(json, data.Indicators, SeesAll(actor, department) ? lastRecords : []);
            json.WriteEndObject();
        });
    }

    private static bool SeesAll(Actor actor, int department) => Core.Office.Access.Units(actor.Assignments, department) is null;

    // What the office used last year comes after what everybody uses.
    private static void Library(Utf8JsonWriter json, IReadOnlyList<LibraryIndicator> indicators, IReadOnlyList<SheetRecord> last)
    {
        string[] own = ["一级指标", "二级指标", "三级指标", "比较", "数值", "单位", "定性", "依据"];
        var used = last.Where(r => r.Sheet == Indicators).Select(r => (Cells: own.Select(c => (Name: c, Text: r.Cells.GetValueOrDefault(c))), Note: "上年用过"))
            .DistinctBy(i => (i.Cells.ElementAt(1).Text, i.Cells.ElementAt(2).Text));
        var common = indicators.Select(i => (
            Cells: new (string Name, string? Text)[] { ("一级指标", i.Level1), ("二级指标", i.Level2), ("三级指标", i.Name), ("比较", i.Operator), ("单位", i.Unit), ("定性", i.Words) }.AsEnumerable(), Note: i.Business));
        json.WriteStartArray("library");
        foreach (var (cells, note) in common.Concat(used))
        {
            json.WriteStartObject();
            json.WriteString("note", note);
            json.WriteStartObject("cells");
            foreach (var (column, text) in cells.Where(c => !string.IsNullOrEmpty(c.Text)))
                json.WriteString(column, text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Stores changes; those that collide with someone else's come back with both values.</summary>
    public static async Task<IResult> PostAsync(int department, int draft, string sheet, EditBody body, CurrentActor current, OfficeDesk desk, DataFolder data, CancellationToken cancellation)
    {
        if (data.Sheets.FirstOrDefault(s => s.Name == sheet) is not { } description)
            return Results.NotFound();
        var (cells, added, removed) = (body.Cells ?? [], body.Added ?? [], body.Removed ?? []);
        if (cells.Count + added.Sum(a => a.Cells?.Count ?? 0) + removed.Count > MostChanges)
            return Results.Problem($"一次最多改 {MostChanges} 格，请分几次。", statusCode: StatusCodes.Status400BadRequest, title: "改动太多");
        var columns = description.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        if (cells.Exists(c => c.Column is null || !columns.Contains(c.Column)) || added.Exists(a => a.Key is null || a.Cells is null || !a.Cells.Keys.All(columns.Contains)))
            return Results.Problem("有不认识的栏。", statusCode: StatusCodes.Status400BadRequest, title: "栏名不对");
        var edit = new SheetEdit(
            sheet,
            [.. cells.Select(c => new CellEdit(c.Record, c.Column!, c.Old ?? "", c.New ?? ""))],
            [.. added.Select(a => new NewRecord(a.Key!, a.Cells!, a.Before))],
            [.. removed.Select(r => new RemovedRecord(r.Record, r.Revision))]);
        var outcome = await desk.Drafts.EditAsync(current.Actor, department, draft, edit, cancellation).ConfigureAwait(false);
        return outcome.Refusal is { } why ? Results.Problem(why, statusCode: StatusCodes.Status409Conflict, title: "没有保存") : Answers.Json(json => Outcome(json, outcome));
    }

    /// <summary>Reckons a calculation while it is typed; nothing is stored.</summary>
    public static IResult Calculate(string? text)
    {
        var result = Calculation.Of((text ?? "")[..Math.Min(text?.Length ?? 0, LongestCalculation)]);
        return Results.Json(new { fen = result.Fen, words = result.Words, doubtful = result.IsDoubtful });
    }

    private static void Fields(Utf8JsonWriter json, SheetDescription description)
    {
        json.WriteStartArray("fields");
        foreach (var field in description.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("kind", field.Kind.ToString());
            json.WriteBoolean("required", field.IsRequired);
            json.WriteString("help", field.Help);
            if (field.List is not null || field.Values.Count > 0)
                json.WriteString("list", field.List ?? field.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Lists(Utf8JsonWriter json, SheetDescription description, List<DraftRecord> visible, int year, DataFolder data)
    {
        json.WriteStartObject("lists");
        foreach (var field in description.Fields.DistinctBy(f => f.List ?? f.Name))
        {
            IEnumerable<ListItem>? items = field.Values.Count > 0 ? field.Values.Select(v => new ListItem(v, v)) : field.List is { } name ? SheetRights.List(name, visible, data, year) : null;
            if (items is null)
                continue;
            json.WriteStartArray(field.List ?? field.Name);
            foreach (var item in items)
            {
                json.WriteStartArray();
                json.WriteStringValue(item.Value);
                json.WriteStringValue(item.Label);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Record(Utf8JsonWriter json, DraftRecord record)
    {
        json.WriteStartObject();
        json.WriteNumber("id", record.Id);
        json.WriteNumber("rev", record.Revision);
        json.WriteStartObject("cells");
        foreach (var (column, text) in record.Cells)
            json.WriteString(column, text);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Outcome(Utf8JsonWriter json, EditOutcome outcome)
    {
        json.WriteStartObject();
        json.WriteNumber("revision", outcome.Revision);
        json.WriteStartObject("added");
        foreach (var (key, id) in outcome.Added)
            json.WriteNumber(key, id);
        json.WriteEndObject();
        json.WriteStartArray("records");
        foreach (var record in outcome.Records)
            Record(json, record);
        json.WriteEndArray();
        json.WriteStartArray("conflicts");
        foreach (var c in outcome.Conflicts)
        {
            json.WriteStartObject();
            json.WriteNumber("record", c.Record);
            json.WriteString("column", c.Column);
            json.WriteString("seen", c.Seen);
            json.WriteString("mine", c.Mine);
            json.WriteString("theirs", c.Theirs);
            json.WriteString("by", c.By);
            json.WriteString("at", c.At);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What the grid sends.</summary>
    internal sealed record EditBody(List<CellBody>? Cells, List<NewBody>? Added, List<RemovedBody>? Removed);

    /// <summary>A changed cell.</summary>
    internal sealed record CellBody(int Record, string? Column, string? Old, string? New);

    /// <summary>A new record.</summary>
    internal sealed record NewBody(string? Key, Dictionary<string, string>? Cells, int? Before);

    /// <summary>A removed record.</summary>
    internal sealed record RemovedBody(int Record, int Revision);
}

/// <summary>Which records a person sees and which sheets may be filled in (录入范围).</summary>
internal static class SheetRights
{
    /// <summary>Whether the person fills in records of the sheet at all; each record is judged again when it is stored.</summary>
    public static bool MayChange(Actor actor, int department, string sheet)
    {
        var units = Core.Office.Access.Units(actor.Assignments, department);
        return Core.Office.Access.MayChange(actor.Assignments, department, sheet, null) || (units?.Any(u => Core.Office.Access.MayChange(actor.Assignments, department, sheet, u)) ?? false);
    }

    /// <summary>The records a person sees: who keeps single units sees these and what belongs to the department as a whole.</summary>
    public static IEnumerable<DraftRecord> Visible(Actor actor, DraftWork work) =>
        Visible(actor, work.Draft.Department, work.Records, r => (r.Sheet, r.Cells));

    /// <summary>The same of last year's records.</summary>
    public static IEnumerable<SheetRecord> Visible(Actor actor, int department, IReadOnlyList<SheetRecord> records) => Visible(actor, department, records, r => (r.Sheet, r.Cells));

    /// <summary>A list that cells take their values from; what is made of records, only of those the person sees.</summary>
    public static IEnumerable<ListItem> List(string name, IReadOnlyList<DraftRecord> visible, DataFolder data, int year) =>
        SheetLists.Own.TryGetValue(name, out var own)
            ? visible.Where(r => r.Sheet == own.Sheet && r[own.Value].Length > 0).Select(r => new ListItem(r[own.Value], r[own.Label])).DistinctBy(i => i.Value)
            : SheetLists.Of(name, data.Catalogue, year) ?? [];

    private static IEnumerable<T> Visible<T>(Actor actor, int department, IReadOnlyList<T> records, Func<T, (string Sheet, IReadOnlyDictionary<string, string> Cells)> of)
    {
        if (Core.Office.Access.Units(actor.Assignments, department) is not { } units)
            return records;
        var projects = records.Select(of).Where(r => r.Sheet == "项目").GroupBy(r => r.Cells.GetValueOrDefault("编码", "")).ToDictionary(g => g.Key, g => g.First().Cells.GetValueOrDefault(RecordOwner.Unit), StringComparer.Ordinal);
        return records.Where(r => RecordOwner.Of(of(r).Cells, p => projects.GetValueOrDefault(p)) is not { } unit || units.Contains(unit));
    }
}
