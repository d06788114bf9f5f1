using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Json;

/// <summary>Parts that disclosure, findings and mutation JSON share.</summary>
internal static class JsonParts
{
    // Chinese stays readable; the output is never put into a web page unescaped.
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Document(Utf8JsonWriter json, DocumentFacts facts)
    {
        json.WriteStartObject("document"u8);
        json.WriteString("file"u8, facts.File);
        json.WriteString("kind"u8, facts.Kind switch
        {
            DisclosureKind.Budget => "budget",
            DisclosureKind.Final => "final",
            _ => null,
        });
        json.WriteString("agency"u8, facts.Agency);
        Whole(json, "year"u8, facts.Year);
        json.WriteString("edition"u8, facts.Edition);
        Whole(json, "pages"u8, facts.Pages);
        json.WriteEndObject();
    }

    /// <summary>The place of a figure, within an object.</summary>
    public static void Name(Utf8JsonWriter json, FigureName name)
    {
        json.WriteString("statement"u8, name.Statement);
        json.WriteString("row"u8, name.Row);
        Column(json, name.Column);
    }

    public static void Column(Utf8JsonWriter json, ColumnPath? column)
    {
        if (column is null)
            json.WriteNull("column"u8);
        else
        {
            json.WritePropertyName("column"u8);
            Path(json, column);
        }
    }

    public static void Path(Utf8JsonWriter json, ColumnPath column)
    {
        json.WriteStartArray();
        foreach (var part in column.Parts)
            json.WriteStringValue(part);
        json.WriteEndArray();
    }

    public static void Whole(Utf8JsonWriter json, ReadOnlySpan<byte> key, int? value)
    {
        if (value is null)
            json.WriteNull(key);
        else
            json.WriteNumber(key, value.Value);
    }

    public static void Amount(Utf8JsonWriter json, ReadOnlySpan<byte> key, decimal? value)
    {
        if (value is null)
            json.WriteNull(key);
        else
            json.WriteNumber(key, value.Value);
    }

    /// <summary>A figure with its printed decimals: 0.00, not 0. A number finer than its decimals is written whole.</summary>
    public static void Figure(Utf8JsonWriter json, ReadOnlySpan<byte> key, Figure figure)
    {
        Span<char> format = ['F', '0', '0'];
        var decimals = Math.Clamp(figure.Decimals, 0, 28);
        var isWhole = Math.Round(figure.Value, decimals) == figure.Value;
        Span<byte> digits = stackalloc byte[64];
        decimals.TryFormat(format[1..], out var length, "D2", CultureInfo.InvariantCulture);
        if (!figure.Value.TryFormat(digits, out var written, isWhole ? format[..(length + 1)] : "G", CultureInfo.InvariantCulture))
            throw new InvalidOperationException("A decimal has at most 58 characters.");
        json.WritePropertyName(key);
        json.WriteRawValue(digits[..written], skipInputValidation: true);
    }

    /// <summary>What of the document could not be read; left out where all was.</summary>
    public static void NotRead(Utf8JsonWriter json, IReadOnlyList<string> parts)
    {
        if (parts.Count == 0)
            return;
        json.WriteStartArray("notRead"u8);
        foreach (var part in parts)
            json.WriteStringValue(part);
        json.WriteEndArray();
    }

    /// <summary>The entry of a document that could not be read, in an array of several.</summary>
    public static void Unreadable(Utf8JsonWriter json, string file, string why)
    {
        json.WriteStartObject();
        json.WriteStartObject("document"u8);
        json.WriteString("file"u8, file);
        json.WriteEndObject();
        json.WriteString("unreadable"u8, why);
        json.WriteEndObject();
    }
}
