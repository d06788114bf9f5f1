using System.Text.Json;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Json;

/// <summary>Writes a disclosure as the contract's JSON.</summary>
internal static class DisclosureJsonWriter
{
    public static void Write(Utf8JsonWriter json, Disclosure disclosure)
    {
        json.WriteStartObject();
        JsonParts.Document(json, disclosure.Facts);
        json.WriteStartArray("statements"u8);
        foreach (var statement in disclosure.Statements)
            Statement(json, statement);
        json.WriteEndArray();
        json.WriteStartArray("performance"u8);
        foreach (var form in disclosure.Performance)
            Form(json, form);
        json.WriteEndArray();
        json.WriteStartArray("narrative"u8);
        foreach (var paragraph in disclosure.Narrative)
            Paragraph(json, paragraph);
        json.WriteEndArray();
        JsonParts.NotRead(json, disclosure.NotRead);
        Gaps(json, Draft.Gaps(disclosure));
        json.WriteEndObject();
    }

    // Only a draft says so: what it lacks follows from its own text.
    private static void Gaps(Utf8JsonWriter json, IReadOnlyList<DraftGap> gaps)
    {
        if (gaps.Count == 0)
            return;
        json.WriteBoolean("draft"u8, true);
        json.WriteStartArray("gaps"u8);
        foreach (var gap in gaps)
        {
            json.WriteStartObject();
            json.WriteString("section"u8, gap.Section);
            json.WriteString("what"u8, gap.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void Statement(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("title"u8, statement.Title);
        json.WriteString("no"u8, statement.Number);
        json.WriteString("unit"u8, statement.Unit);
        JsonParts.Whole(json, "page"u8, statement.At.Page);
        json.WriteString("note"u8, statement.Note);
        json.WriteBoolean("empty"u8, statement.IsEmpty);
        PlaceJson.Write(json, statement.At);
        json.WriteStartArray("columns"u8);
        foreach (var column in statement.Columns)
            JsonParts.Path(json, column);
        json.WriteEndArray();
        json.WriteStartArray("rows"u8);
        foreach (var row in statement.Rows)
        {
            json.WriteStartObject();
            json.WriteString("key"u8, row.Key);
            json.WriteString("name"u8, row.Name);
            json.WriteNumber("level"u8, row.Level);
            json.WriteStartArray("cells"u8);
            foreach (var cell in row.Cells)
                Cell(json, cell);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Cell(Utf8JsonWriter json, Cell cell)
    {
        json.WriteStartObject();
        JsonParts.Column(json, cell.Column);
        json.WriteString("text"u8, cell.Text);
        if (cell is { Figure: { } figure, Text: not null })
        {
            JsonParts.Figure(json, "value"u8, figure);
            json.WriteNumber("decimals"u8, figure.Decimals);
        }
        else
        {
            json.WriteNull("value"u8);
            json.WriteNull("decimals"u8);
        }

        json.WriteBoolean("sure"u8, cell.Sure);
        if (cell.Text is null)
            json.WriteBoolean("unreadable"u8, true);
        if (cell.Correction is { } correction)
        {
            json.WriteStartObject("corrected"u8);
            json.WriteString("printed"u8, correction.Printed);
            json.WriteString("by"u8, correction.By);
            json.WriteString("at"u8, correction.At);
            json.WriteEndObject();
        }

        PlaceJson.Write(json, cell.At);
        json.WriteEndObject();
    }

    private static void Form(Utf8JsonWriter json, PerformanceForm form)
    {
        json.WriteStartObject();
        json.WriteString("form"u8, form.Form);
        json.WriteString("project"u8, form.Project);
        if (form.IsFromLines)
            json.WriteBoolean("fromLines"u8, true);
        Labelled(json, "fields"u8, form.Fields);
        json.WriteStartArray("indicators"u8);
        foreach (var indicator in form.Indicators)
        {
            json.WriteStartObject();
            json.WriteString("goal"u8, indicator.Goal);
            json.WriteString("level1"u8, indicator.Level1);
            json.WriteString("level2"u8, indicator.Level2);
            json.WriteString("level3"u8, indicator.Level3);
            Labelled(json, "values"u8, indicator.Values);
            JsonParts.Amount(json, "weight"u8, indicator.Weight);
            JsonParts.Amount(json, "score"u8, indicator.Score);
            PlaceJson.Write(json, indicator.At);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Labelled(Utf8JsonWriter json, ReadOnlySpan<byte> key, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        json.WriteStartObject(key);
        foreach (var (label, field) in LabelKeys.Of(fields).Zip(fields))
            json.WriteString(label, field.Value);
        json.WriteEndObject();
    }

    private static void Paragraph(Utf8JsonWriter json, Paragraph paragraph)
    {
        json.WriteStartObject();
        json.WriteString("section"u8, paragraph.Section);
        json.WriteString("text"u8, paragraph.Text);
        PlaceJson.Write(json, paragraph.At);
        json.WriteStartArray("claims"u8);
        foreach (var claim in paragraph.Claims)
        {
            json.WriteStartObject();
            json.WriteString("subject"u8, claim.Subject);
            json.WriteNumber("value"u8, claim.Value);
            json.WriteString("unit"u8, claim.Unit);
            json.WriteString("text"u8, claim.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
