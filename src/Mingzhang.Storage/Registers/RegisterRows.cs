using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Core.Registers;

namespace Mingzhang.Storage.Registers;

/// <summary>自定义台账.</summary>
internal sealed class RegisterRow
{
    public int Id { get; set; }

    public int DepartmentId { get; set; }

    public required string Name { get; set; }

    /// <summary>The definition as JSON.</summary>
    public required string Definition { get; set; }

    public int Revision { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>台账记录.</summary>
internal sealed class RegisterRecordRow
{
    public int Id { get; set; }

    public int RegisterId { get; set; }

    /// <summary>Digest of the key, so that the same record is in once.</summary>
    public required string KeyDigest { get; set; }

    /// <summary>The date by which periods are judged as yyyy-MM-dd; null where the register has none.</summary>
    public string? On { get; set; }

    /// <summary>Its cells as JSON, number of the field to text.</summary>
    public required string Cells { get; set; }

    public int Revision { get; set; }

    public required string At { get; set; }

    public required string Account { get; set; }
}

/// <summary>Definitions and cells as rows hold them.</summary>
internal static class RegisterJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, IgnoreReadOnlyProperties = true };

    public static string Of(RegisterDefinition definition) => JsonSerializer.Serialize(definition, Options);

    public static RegisterDefinition Definition(string text) => JsonSerializer.Deserialize<RegisterDefinition>(text, Options)!;

    public static string Of(RegisterEntry entry) => JsonSerializer.Serialize(entry.Cells.OrderBy(c => c.Key, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Value), Options);

    public static RegisterEntry Entry(string text) => new(null, JsonSerializer.Deserialize<Dictionary<string, string>>(text, Options)!);
}
