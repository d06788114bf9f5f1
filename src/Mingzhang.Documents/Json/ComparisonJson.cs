using System.Text.Json;
using Mingzhang.Core.Comparing;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Json;

/// <summary>The differences of two documents as JSON (比对结果 JSON).</summary>
public static class ComparisonJson
{
    /// <summary>Writes the result as one JSON object; <c>a</c> is what the first document prints, <c>b</c> the second.</summary>
    public static void Write(Utf8JsonWriter json, DocumentFacts first, DocumentFacts second, DisclosureComparison comparison)
    {
        json.WriteStartObject();
        json.WriteStartObject("a"u8);
        JsonParts.Document(json, first);
        json.WriteEndObject();
        json.WriteStartObject("b"u8);
        JsonParts.Document(json, second);
        json.WriteEndObject();
        json.WriteNumber("same"u8, comparison.Same);
        json.WriteStartArray("differences"u8);
        foreach (var difference in comparison.Differences)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, difference.Kind switch
            {
                DifferenceKind.OnlyFirst => "only-a",
                DifferenceKind.OnlySecond => "only-b",
                _ => "different",
            });
            json.WriteString("statement"u8, difference.Statement);
            json.WriteString("row"u8, difference.Row);
            json.WriteString("name"u8, difference.Name);
            JsonParts.Column(json, difference.Column);
            json.WriteString("a"u8, difference.First);
            json.WriteString("b"u8, difference.Second);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
