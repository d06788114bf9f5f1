using System.Text.Json;

namespace Mingzhang.Documents.Json;

/// <summary>What all JSON of the product shares: UTF-8, Chinese unescaped, an array for several documents.</summary>
public static class JsonFormat
{
    /// <summary>A writer in the product's form; disposing of it leaves the stream open.</summary>
    public static Utf8JsonWriter Writer(Stream stream) => new(stream, JsonParts.Options);

    /// <summary>Writes the entry of a document that could not be read, in an array of several.</summary>
    public static void WriteUnreadable(Utf8JsonWriter json, string file, string why) => JsonParts.Unreadable(json, file, why);
}
