using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Reading;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Importing;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Reads last year's published budget (读入上年公开的预算): all that was read is shown first, what is chosen is stored.</summary>
[Requires(Act.Compile)]
[RequestSizeLimit(UploadReader.Largest)]
[RequestFormLimits(ValueLengthLimit = (int)UploadReader.Largest)]
internal sealed class PublishedModel(CurrentActor current, OfficeDesk desk, DraftWorks works, DataFolder data) : DraftPage(current, desk, works)
{
    private const string Figures = "上年数", Item = "事项", Amount = "上年数(元)", OfStage = "阶段";

    public PublishedIntake? Found { get; private set; }

    public string FileName { get; private set; } = "";

    /// <summary>What was read, as the form hands it back.</summary>
    public string KeptText { get; private set; } = "";

    public bool IsLastYear => Found?.Year == Draft.Year - 1;

    /// <summary>What about the file itself gives pause.</summary>
    public IReadOnlyList<string> Doubts =>
    [
        .. IsLastYear ? (string[])[] : [$"文件是 {Found!.Year?.ToString(CultureInfo.InvariantCulture) ?? "哪"} 年的，本年编报的上年是 {Draft.Year - 1} 年：上年数默认不存。"],
        .. Found!.Agency is null || Found.Agency == Department.Name || Found.Agency == Department.ShortName ? (string[])[] : [$"文件的机构是“{Found.Agency}”，与本部门“{Department.Name}”不同，请确认没有选错。"],
    ];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostReadAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (!await FindAsync("读入上年公开的预算", cancellation).ConfigureAwait(false))
            return NotFound();
        if (file is null)
        {
            Problems = ["没有选文件。"];
            return Page();
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
        FileName = Path.GetFileName(file.FileName);
        var read = DisclosureReader.Read(FileName, memory.ToArray(), [.. data.Editions.Editions], data.Catalogue);
        if (!read.IsRead)
        {
            Problems = [read.Error];
            return Page();
        }

        var (found, refusal) = PublishedDrafting.Take(read.Value, data, [.. Work.Records.Select(r => new SheetRecord(r.Sheet, r.Cells))]);
        (Found, Problems) = (found, refusal is null ? [] : [$"{FileName}：{refusal}"]);
        KeptText = found is null ? "" : JsonSerializer.Serialize(new Kept(new(found.Comparatives), found.Sheets.ToDictionary(s => s.Key, s => s.Value.Select(r => new Dictionary<string, string>(r)).ToList())));
        return Page();
    }

    public async Task<IActionResult> OnPostStoreAsync(string? content, string? name, bool figures, string[] sheet, CancellationToken cancellation)
    {
        if (!await FindAsync("读入上年公开的预算", cancellation).ConfigureAwait(false))
            return NotFound();
        Kept? kept;
        try
        {
            kept = JsonSerializer.Deserialize<Kept>(content ?? "null");
        }
        catch (JsonException)
        {
            return BadRequest();
        }

        var chosen = (kept?.Sheets ?? []).Where(s => sheet.Contains(s.Key) && data.Sheets.Any(d => d.Name == s.Key)).ToDictionary(
            s => s.Key, s => (IReadOnlyList<IReadOnlyDictionary<string, string>>)[.. s.Value.Select(r => Known(s.Key, r))], StringComparer.Ordinal);
        if (figures && kept is not null)
            chosen[Figures] = Merged(kept.Figures);
        if (chosen.Count == 0)
            Problems = ["没有选要存的表。"];
        else if (await Desk.Drafts.ReplaceAsync(Actor, DraftId, chosen, $"公开文件 {Path.GetFileName(name ?? "")}", cancellation).ConfigureAwait(false) is { } refusal)
            Problems = [refusal];
        if (Problems.Count > 0)
            return Page();
        Done = $"已存入：{string.Join('、', chosen.Select(c => $"{c.Key} {c.Value.Count} 条"))}。待补的列在下面。";
        return LocalRedirect(Root);
    }

    /// <summary>Number of records the draft has of a sheet.</summary>
    public int Count(string sheet) => Work.Records.Count(r => r.Sheet == sheet);

    /// <summary>What the draft says of a figure; empty when nothing.</summary>
    public string Present(string item) => Work.Records.FirstOrDefault(r => r.Sheet == Figures && r[Item] == item && r[OfStage] == Stage.Budget.ChineseName())?[Amount] ?? "";

    /// <summary>Columns of a sheet that are filled anywhere or have to be.</summary>
    public static IReadOnlyList<string> Columns(string sheet, IReadOnlyList<IReadOnlyDictionary<string, string>> records) =>
        [.. LedgerSheets.All[sheet].Where(c => c.IsRequired || records.Any(r => r.ContainsKey(c.Name))).Select(c => c.Name)];

    /// <summary>Whether every record must fill a column.</summary>
    public static bool IsRequired(string sheet, string column) => LedgerSheets.All[sheet].First(c => c.Name == column).IsRequired;

    /// <summary>An amount in 元.</summary>
    public static string Yuan(long fen) => (fen / 100m).ToString("N2", CultureInfo.InvariantCulture);

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation) => await FindAsync("读入上年公开的预算", cancellation).ConfigureAwait(false) ? Page() : NotFound();

    // Reasons that were written stay; figures of other stages too.
    private List<IReadOnlyDictionary<string, string>> Merged(Dictionary<string, long> figures)
    {
        var budget = Stage.Budget.ChineseName();
        var there = Work.Records.Where(r => r.Sheet == Figures).Select(r => r.Cells).ToList();
        var merged = there.Select(r => r.GetValueOrDefault(OfStage) == budget && figures.Remove(r.GetValueOrDefault(Item, ""), out var fen)
            ? new Dictionary<string, string>(r) { [Amount] = FenText.Format(fen) } : r).ToList();
        merged.AddRange(figures.Select(f => new Dictionary<string, string> { [OfStage] = budget, [Item] = f.Key, [Amount] = FenText.Format(f.Value) }));
        return merged;
    }

    private static Dictionary<string, string> Known(string sheet, Dictionary<string, string> record) =>
        record.Where(c => LedgerSheets.All[sheet].Any(f => f.Name == c.Key)).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal);

    private sealed record Kept(Dictionary<string, long> Figures, Dictionary<string, List<Dictionary<string, string>>> Sheets);
}
