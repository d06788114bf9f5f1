using System.Globalization;
using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Publishing.OpenData;

/// <summary>Describes the tables to programs (Frictionless Data Package, specification 1).</summary>
internal static class DataPackage
{
    /// <summary>Name of the JSON of the whole document.</summary>
    public const string WholePath = "disclosure.json";

    public static byte[] Write(PrintedDocument document, DocumentFacts facts, IReadOnlyList<DataTable> tables)
    {
        using var memory = new MemoryStream();
        using (var json = JsonFormat.Writer(memory))
        {
            json.WriteStartObject();
            json.WriteString("profile", "data-package");
            json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"{(facts.Kind == DisclosureKind.Final ? "final" : "budget")}-{facts.Year ?? 0}"));
            json.WriteString("title", document.FullTitle);
            json.WriteStartArray("resources");
            foreach (var table in tables)
                Table(json, table);
            json.WriteStartObject();
            json.WriteString("profile", "data-resource");
            json.WriteString("name", "disclosure");
            json.WriteString("title", "全部内容（JSON）");
            json.WriteString("path", WholePath);
            json.WriteString("format", "json");
            json.WriteString("mediatype", "application/json");
            json.WriteString("encoding", "utf-8");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return memory.ToArray();
    }

    private static void Table(Utf8JsonWriter json, DataTable table)
    {
        var statement = table.Statement;
        json.WriteStartObject();
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("name", string.Create(CultureInfo.InvariantCulture, $"table-{table.Ordinal:00}"));
        json.WriteString("title", statement.Number is null ? statement.Title : $"{statement.Number} {statement.Title}");
        if (statement.Note is not null)
            json.WriteString("description", statement.Note);
        json.WriteString("path", table.Path);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        Field(json, DataTable.Fixed[0], "string", null);
        Field(json, DataTable.Fixed[1], "string", null);
        Field(json, DataTable.Fixed[2], "integer", null);
        foreach (var column in statement.Columns)
            Field(json, DataTable.Name(column), table.IsNumber(column) ? "number" : "string", table.IsNumber(column) ? statement.Unit : null);
        json.WriteEndArray();
        json.WriteStartArray("missingValues");
        json.WriteStringValue("");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter json, string name, string type, string? unit)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("type", type);
        if (unit is not null)
            json.WriteString("unit", unit);
        json.WriteEndObject();
    }
}
