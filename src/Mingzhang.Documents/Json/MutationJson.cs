using System.Text.Json;
using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Mutation;

namespace Mingzhang.Documents.Json;

/// <summary>Mutation reports as JSON (变异检验 JSON).</summary>
public static class MutationJson
{
    /// <summary>Writes a report as one JSON object.</summary>
    public static void Write(Utf8JsonWriter json, MutationAuditReport audit)
    {
        var report = audit.Report;
        json.WriteStartObject();
        json.WriteNumber("mutations"u8, report.Mutations);
        json.WriteNumber("guarded"u8, report.Guarded);
        json.WriteNumber("detectable"u8, report.Detectable);
        json.WriteNumber("withinRounding"u8, report.WithinRounding);
        json.WriteNumber("caught"u8, report.Caught);
        json.WriteNumber("localised"u8, report.Localised);
        json.WriteNumber("identifiable"u8, report.Identifiable);
        json.WriteNumber("corrected"u8, report.Corrected);
        json.WriteStartObject("byKind"u8);
        foreach (var (kind, count) in report.ByKind)
        {
            json.WriteStartObject(kind.Key());
            json.WriteNumber("mutations"u8, count.Mutations);
            json.WriteNumber("detectable"u8, count.Detectable);
            json.WriteNumber("caught"u8, count.Caught);
            json.WriteNumber("localised"u8, count.Localised);
            json.WriteNumber("identifiable"u8, count.Identifiable);
            json.WriteNumber("corrected"u8, count.Corrected);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("missed"u8);
        foreach (var missed in audit.Missed)
        {
            json.WriteStartObject();
            JsonParts.Name(json, missed.Name);
            json.WriteString("from"u8, missed.From);
            json.WriteString("to"u8, missed.To);
            json.WriteString("reason"u8, missed.Reason switch
            {
                MissReason.Unguarded => "unguarded",
                MissReason.WithinRounding => "within-rounding",
                _ => "not-reported",
            });
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
