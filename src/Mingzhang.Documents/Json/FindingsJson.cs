using System.Text.Json;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Sentences;

namespace Mingzhang.Documents.Json;

/// <summary>Audit reports as JSON (审核报告 JSON).</summary>
public static class FindingsJson
{
    /// <summary>Writes a report as one JSON object.</summary>
    public static void Write(Utf8JsonWriter json, AuditReport report)
    {
        json.WriteStartObject();
        JsonParts.Document(json, report.Facts);
        json.WriteStartArray("findings"u8);
        foreach (var finding in report.Findings)
            Finding(json, finding);
        json.WriteEndArray();
        json.WriteStartObject("coverage"u8);
        json.WriteNumber("figures"u8, report.Figures);
        json.WriteNumber("guarded"u8, report.Guarded);
        json.WriteStartArray("unguarded"u8);
        foreach (var name in report.Unguarded)
        {
            json.WriteStartObject();
            JsonParts.Name(json, name);
            if (name.Why is { } why)
                json.WriteString("why"u8, why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (report.Text is { } text)
            Text(json, text);
        json.WriteEndObject();
        Rules(json, "notReadable"u8, report.NotReadable);
        Rules(json, "failedRules"u8, report.FailedRules);
        JsonParts.NotRead(json, report.NotRead);
        json.WriteEndObject();
    }

    /// <summary>The word of the contract for a severity.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Hint => "hint",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Not a severity."),
    };

    /// <summary>The word of the contract for a kind.</summary>
    public static string Word(FindingKind kind) => kind switch
    {
        FindingKind.Sum => "sum",
        FindingKind.CrossTable => "cross-table",
        FindingKind.TextVsTable => "text-vs-table",
        FindingKind.Percentage => "percentage",
        FindingKind.Change => "change",
        FindingKind.Unit => "unit",
        FindingKind.Column => "column",
        FindingKind.Code => "code",
        FindingKind.Name => "name",
        FindingKind.Year => "year",
        FindingKind.Missing => "missing",
        FindingKind.Duplicate => "duplicate",
        FindingKind.Logic => "logic",
        FindingKind.Score => "score",
        FindingKind.Placeholder => "placeholder",
        FindingKind.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    // Numbers of the text: how many are compared, and why the others stand alone.
    private static void Text(Utf8JsonWriter json, TextCoverage text)
    {
        json.WriteStartObject("text"u8);
        json.WriteNumber("figures"u8, text.Numbers);
        json.WriteNumber("guarded"u8, text.Guarded);
        json.WriteStartArray("unguarded"u8);
        foreach (var number in text.Unguarded)
        {
            json.WriteStartObject();
            json.WriteString("section"u8, number.Section);
            json.WriteString("quote"u8, number.Quote);
            json.WriteString("why"u8, number.Why);
            PlaceJson.Write(json, number.At);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule"u8, finding.Rule);
        json.WriteString("severity"u8, Word(finding.Severity));
        json.WriteString("kind"u8, Word(finding.Kind));
        json.WriteString("statement"u8, finding.Statement);
        json.WriteString("section"u8, finding.Section);
        json.WriteString("row"u8, finding.Row);
        JsonParts.Column(json, finding.Column);
        PlaceJson.Write(json, finding.At);
        json.WriteString("quote"u8, finding.Quote);
        json.WriteString("printed"u8, finding.Printed);
        json.WriteString("expected"u8, finding.Expected);
        json.WriteString("message"u8, finding.Message);
        json.WriteString("basis"u8, finding.Basis);
        json.WriteString("arithmetic"u8, finding.Arithmetic);
        if (finding.Correction is { } correction)
        {
            json.WriteStartObject("correction"u8);
            json.WriteString("text"u8, correction.Text);
            json.WriteBoolean("sure"u8, correction.Sure);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("correction"u8);
        }

        json.WriteStartArray("relations"u8);
        foreach (var relation in finding.Relations)
            json.WriteStringValue(relation);
        json.WriteEndArray();
        json.WriteStartArray("alternatives"u8);
        foreach (var other in finding.Alternatives)
        {
            json.WriteStartObject();
            JsonParts.Name(json, new FigureName(other.Statement, other.Row, other.Column));
            json.WriteString("printed"u8, other.Printed);
            json.WriteString("expected"u8, other.Expected);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Rules(Utf8JsonWriter json, ReadOnlySpan<byte> key, IReadOnlyList<(string Rule, string Why)> rules)
    {
        json.WriteStartArray(key);
        foreach (var (rule, why) in rules)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, rule);
            json.WriteString("why"u8, why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
