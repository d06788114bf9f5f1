using System.Text.Json;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Json;

/// <summary>Reads back a report that <see cref="FindingsJson"/> wrote (审核报告 JSON 的读回).</summary>
public static class FindingsJsonReader
{
    private static readonly Dictionary<string, Severity> Severities = Enum.GetValues<Severity>().ToDictionary(FindingsJson.Word, StringComparer.Ordinal);
    private static readonly Dictionary<string, FindingKind> Kinds = Enum.GetValues<FindingKind>().ToDictionary(FindingsJson.Word, StringComparer.Ordinal);

    /// <summary>The report; null when the text is no whole report.</summary>
    public static AuditReport? Read(ReadOnlySpan<byte> content)
    {
        try
        {
            var facts = DisclosureJson.Read("", content);
            using var document = JsonDocument.Parse(content.ToArray());
            var root = document.RootElement;
            var coverage = root.GetProperty("coverage");
            return new AuditReport(
                facts.IsRead ? facts.Value.Facts : new DocumentFacts(null, null, null, null, null, null),
                [.. root.GetProperty("findings").EnumerateArray().Select(Finding)],
                coverage.GetProperty("figures").GetInt32(),
                coverage.GetProperty("guarded").GetInt32(),
                [.. coverage.GetProperty("unguarded").EnumerateArray().Select(Name)],
                Rules(root, "notReadable"),
                Rules(root, "failedRules"))
            {
                Text = coverage.TryGetProperty("text", out var text) ? Coverage(text) : null,
                NotRead = root.TryGetProperty("notRead", out var notRead) ? [.. notRead.EnumerateArray().Select(n => n.GetString() ?? "")] : [],
            };
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static Finding Finding(JsonElement json) => new()
    {
        Rule = Text(json, "rule") ?? "",
        Severity = Severities[Text(json, "severity") ?? ""],
        Kind = Kinds[Text(json, "kind") ?? ""],
        Statement = Text(json, "statement"),
        Section = Text(json, "section"),
        Row = Text(json, "row"),
        Column = Column(json),
        At = Place(json),
        Quote = Text(json, "quote"),
        Printed = Text(json, "printed"),
        Expected = Text(json, "expected"),
        Message = Text(json, "message") ?? "",
        Basis = Text(json, "basis"),
        Arithmetic = Text(json, "arithmetic"),
        Correction = json.GetProperty("correction") is { ValueKind: JsonValueKind.Object } correction
            ? new SuggestedCorrection(Text(correction, "text") ?? "", correction.GetProperty("sure").GetBoolean()) : null,
        Relations = [.. json.GetProperty("relations").EnumerateArray().Select(r => r.GetString() ?? "")],
        Alternatives = [.. json.GetProperty("alternatives").EnumerateArray().Select(a => new FindingAlternative(Text(a, "statement") ?? "", Text(a, "row") ?? "", Column(a) ?? ColumnPath.Parse(""), Text(a, "printed") ?? "", Text(a, "expected")))],
    };

    private static TextCoverage Coverage(JsonElement json) => new(
        json.GetProperty("figures").GetInt32(),
        json.GetProperty("guarded").GetInt32(),
        [.. json.GetProperty("unguarded").EnumerateArray().Select(n => new UnguardedNumber(Text(n, "section") ?? "", Text(n, "quote") ?? "", Text(n, "why") ?? "", Place(n)))]);

    private static Core.Figures.Place Place(JsonElement json)
    {
        var at = json.GetProperty("at");
        var read = new Core.Figures.Place(Whole(at, "page"), Whole(at, "line"), at.TryGetProperty("box", out var box) && box.ValueKind == JsonValueKind.Array ? [.. box.EnumerateArray().Select(b => b.GetDouble())] : null);
        return read.Page is null && read.Line is null && read.Box is null ? Core.Figures.Place.Unknown : read;
    }

    private static int? Whole(JsonElement json, string key) => json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    private static FigureName Name(JsonElement json) => new(Text(json, "statement") ?? "", Text(json, "row") ?? "", Column(json) ?? ColumnPath.Parse("")) { Why = Text(json, "why") };

    private static ColumnPath? Column(JsonElement json) =>
        json.TryGetProperty("column", out var column) && column.ValueKind == JsonValueKind.Array && column.GetArrayLength() > 0 ? new ColumnPath([.. column.EnumerateArray().Select(c => c.GetString() ?? "")]) : null;

    private static List<(string Rule, string Why)> Rules(JsonElement root, string key) =>
        [.. root.GetProperty(key).EnumerateArray().Select(r => (Text(r, "rule") ?? "", Text(r, "why") ?? ""))];

    private static string? Text(JsonElement json, string key) => json.TryGetProperty(key, out var value) ? value.GetString() : null;
}
