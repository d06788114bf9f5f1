using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;

namespace Mingzhang.Storage.Office;

/// <summary>Drafts between their rows and what the rest of the program sees.</summary>
internal static class DraftRows
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static DraftInfo Info(DraftRow r) => new(
        r.Id, r.DepartmentId, r.Year, r.Edition,
        Enum.GetValues<Round>().First(x => x.ChineseName() == r.Round), Enum.GetValues<DraftState>().First(x => x.ChineseName() == r.State), r.Revision,
        r.ApprovedOn is null ? null : DateOnly.ParseExact(r.ApprovedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture), r.ControlFen,
        r.Stage == Stage.Final.ChineseName() ? Stage.Final : Stage.Budget,
        r.DeviationPercent is null ? null : decimal.Parse(r.DeviationPercent, CultureInfo.InvariantCulture));

    public static DraftRecord Record(RecordRow r) => new(r.Id, r.Sheet, r.Revision, Cells(r.Cells));

    public static Dictionary<string, string> Cells(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <summary>Cells as they are stored: what is empty is left out.</summary>
    public static string Cells(IEnumerable<KeyValuePair<string, string>> cells) =>
        JsonSerializer.Serialize(cells.Where(c => c.Value.Length > 0).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal), Json);

    public static IQueryable<RecordRow> Records(OfficeContext db, int draft) =>
        db.Records.Where(r => r.DraftId == draft).OrderBy(r => r.Sheet).ThenBy(r => r.Position).ThenBy(r => r.Id);

    public static string Content(IEnumerable<DraftRecord> records) => JsonSerializer.Serialize(records.Select(r => new FrozenRecord(r.Id, r.Sheet, r.Cells)), Json);

    public static IReadOnlyList<DraftRecord> Content(string json) =>
        [.. JsonSerializer.Deserialize<List<FrozenRecord>>(json)!.Select(r => new DraftRecord(r.Id, r.Sheet, 0, r.Cells))];

    /// <summary>A cell's text as it may be stored: one line without blanks around it.</summary>
    public static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private sealed record FrozenRecord(int Id, string Sheet, IReadOnlyDictionary<string, string> Cells);
}
