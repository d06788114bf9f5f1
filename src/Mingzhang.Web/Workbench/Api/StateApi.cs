using System.Text.Json;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Api;
using Mingzhang.Web.Pages;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Workbench.Api;

/// <summary>What a draft looks like at this moment (即时审核): mistakes, relations that break, sentences that changed, what is missing.</summary>
internal static class StateApi
{
    private const int MostShown = 200;

    /// <summary>The state; with the sentences that changed since a revision the person saw.</summary>
    public static async Task<IResult> GetAsync(int department, int draft, int? since, CurrentActor current, OfficeDesk desk, DraftWorks works, CancellationToken cancellation)
    {
        if (await works.GetAsync(department, draft, cancellation).ConfigureAwait(false) is not { } work)
            return Results.NotFound();
        var before = since is { } revision && revision != work.Draft.Revision ? await works.EarlierAsync(draft, revision).ConfigureAwait(false) : null;
        var seesAll = Core.Office.Access.Units(current.Actor.Assignments, department) is null;
        var seen = SheetRights.Visible(current.Actor, work).Select(r => r.Id).ToHashSet();
        var remarks = await desk.Drafts.Remarks.OfAsync(draft, cancellation).ConfigureAwait(false);
        return Answers.Json(json => Write(json, work, seesAll ? before : null, seen, remarks, seesAll));
    }

    private static void Write(Utf8JsonWriter json, DraftWork work, DraftWork? before, HashSet<int> seen, IReadOnlyList<Remark> remarks, bool seesAll)
    {
        json.WriteStartObject();
        json.WriteNumber("revision", work.Draft.Revision);
        json.WriteString("state", work.Draft.State.ChineseName());
        json.WriteBoolean("compiled", work.Publication is not null);
        // Who keeps single units is told of these; what sums up all units is not theirs to see.
        json.WriteStartArray("mistakes");
        foreach (var mistake in work.Mistakes)
        {
            var record = mistake.Record is { } index ? work.Records[index] : null;
            if (record is not null && !seen.Contains(record.Id))
                continue;
            json.WriteStartObject();
            json.WriteString("sheet", mistake.Sheet);
            if (record is not null)
                json.WriteNumber("record", record.Id);
            json.WriteString("column", mistake.Column);
            json.WriteString("value", mistake.Value);
            json.WriteString("message", mistake.Message);
            JumpTo(json, work.Jumps.Of(mistake));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Findings(json, work, seesAll);
        Kept(json, work, seesAll);
        Reckoned(json, work, seen);
        json.WriteStartArray("sentences");
        foreach (var change in SentenceChange.Between(before?.Publication?.Disclosure, work.Publication?.Disclosure).Take(MostShown))
        {
            json.WriteStartObject();
            json.WriteString("section", change.Section);
            json.WriteString("before", change.Before);
            json.WriteString("after", change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("gaps");
        foreach (var gap in seesAll ? work.Gaps : [])
        {
            json.WriteStartObject();
            json.WriteString("section", gap.Section);
            json.WriteString("what", gap.What);
            JumpTo(json, work.Jumps.Of(gap));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("obstacles");
        foreach (var obstacle in seesAll ? work.Obstacles : [])
            json.WriteStringValue(obstacle);
        json.WriteEndArray();
        json.WriteStartArray("remarks");
        foreach (var remark in remarks.Where(r => !r.IsClosed && r.Sheet is not null && r.Record is { } id && seen.Contains(id)))
        {
            json.WriteStartObject();
            json.WriteNumber("id", remark.Id);
            json.WriteString("sheet", remark.Sheet);
            json.WriteNumber("record", remark.Record!.Value);
            json.WriteString("column", remark.Column);
            json.WriteString("text", remark.Text);
            json.WriteString("by", remark.By);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter json, DraftWork work, bool seesAll)
    {
        json.WriteStartArray("findings");
        foreach (var finding in work.Findings.Take(seesAll ? MostShown : 0))
        {
            json.WriteStartObject();
            json.WriteString("rule", finding.Rule);
            json.WriteString("severity", Verdicts.Of(finding.Severity).Words);
            json.WriteString("mark", finding.Severity == Severity.Error ? "bad" : "doubt");
            json.WriteString("place", finding.Statement ?? finding.Section);
            json.WriteString("message", finding.Message);
            json.WriteString("arithmetic", finding.Arithmetic);
            JumpTo(json, work.Jumps.Of(finding));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Kept(Utf8JsonWriter json, DraftWork work, bool seesAll)
    {
        json.WriteStartArray("kept");
        foreach (var kept in seesAll ? work.Kept : [])
        {
            json.WriteStartObject();
            json.WriteString("item", kept.Item);
            json.WriteString("message", kept.Message);
            JumpTo(json, work.Jumps.Compared(kept.Item));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Reckoned(Utf8JsonWriter json, DraftWork work, HashSet<int> seen)
    {
        json.WriteStartArray("calculations");
        foreach (var line in work.Calculations.Where(l => seen.Contains(l.Record) && l.Result.Words.Length > 0))
        {
            json.WriteStartObject();
            json.WriteNumber("record", line.Record);
            if (line.Result.Fen is { } fen)
                json.WriteNumber("fen", fen);
            json.WriteString("words", line.Result.Words);
            json.WriteBoolean("doubtful", line.Result.IsDoubtful || (line.Result.Fen is { } got && line.Fen is { } written && got != written));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("projects");
        foreach (var project in work.Projects.Where(p => seen.Contains(p.Record)))
        {
            json.WriteStartObject();
            json.WriteString("code", project.Code);
            json.WriteString("name", project.Name);
            json.WriteNumber("asked", project.AskedFen);
            if (project.ReckonedFen is { } reckoned)
                json.WriteNumber("reckoned", reckoned);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void JumpTo(Utf8JsonWriter json, Jump? jump)
    {
        if (jump is null)
            return;
        json.WriteStartObject("jump");
        json.WriteString("sheet", jump.Sheet);
        json.WriteString("column", jump.Column);
        json.WriteStartArray("records");
        foreach (var record in jump.Records)
            json.WriteNumberValue(record);
        json.WriteEndArray();
        json.WriteString("href", jump.Href(""));
        json.WriteEndObject();
    }
}
