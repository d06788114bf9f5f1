using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers;

/// <summary>A record as texts by column (记录); what is empty is not there.</summary>
/// <param name="Sheet">Its sheet: the name of the ledger's file without its ending, e.g. 预算支出.</param>
/// <param name="Cells">Texts by column.</param>
public sealed record SheetRecord(string Sheet, IReadOnlyDictionary<string, string> Cells);

/// <summary>A column of a sheet.</summary>
/// <param name="Name">Header.</param>
/// <param name="IsRequired">Whether every record must fill it.</param>
public sealed record SheetField(string Name, bool IsRequired);

/// <summary>
/// A ledger as sheets of texts (台账各表), the form in which drafts keep it: a draft may be unfinished and wrong, and what it says is
/// checked by the very reader that checks the files of a ledger folder.
/// </summary>
public static partial class LedgerSheets
{
    private const string Ending = ".csv";

    // The header is the first row of a file.
    private const int FirstRow = 2;

    /// <summary>All sheets a ledger may have, with their columns.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<SheetField>> All { get; } =
        LedgerForm.All.ToDictionary(f => Name(f), f => (IReadOnlyList<SheetField>)[.. f.Columns.Select(c => new SheetField(c.Name, c.Required))], StringComparer.Ordinal);

    /// <summary>The records of a ledger, sheet by sheet.</summary>
    public static IEnumerable<SheetRecord> Of(Ledger ledger) =>
        from sheet in LedgerWriter.Sheets(ledger)
        from row in sheet.Rows ?? []
        select new SheetRecord(
            Name(sheet.Form),
            sheet.Form.Columns.Zip(row).Where(c => !string.IsNullOrEmpty(c.Second)).ToDictionary(c => c.First.Name, c => c.Second!, StringComparer.Ordinal));

    /// <summary>Reads records as a ledger.</summary>
    /// <param name="settings">Agency, year, editions.</param>
    /// <param name="records">The records; of each sheet in their order.</param>
    /// <param name="catalogue">The classifications.</param>
    public static SheetLoad Load(LedgerSettings settings, IReadOnlyList<SheetRecord> records, Core.Classifications.ClassificationCatalogue catalogue)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal) { [LedgerForm.SettingsFile] = Encoding.UTF8.GetBytes(LedgerWriter.Settings(settings)) };
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < records.Count; i++)
        {
            if (!places.TryGetValue(records[i].Sheet, out var rows))
                places[records[i].Sheet] = rows = [];
            rows.Add(i);
        }

        foreach (var form in LedgerForm.All.Where(f => places.ContainsKey(Name(f)) || IsAlwaysThere(f, settings)))
        {
            using var memory = new MemoryStream();
            var rows = places.GetValueOrDefault(Name(form)) ?? [];
            LedgerWriter.WriteSheet(memory, form, rows.Select(i => form.Columns.Select(c => Text(records[i].Cells.GetValueOrDefault(c.Name))).ToArray()));
            files[form.File] = memory.ToArray();
        }

        var load = LedgerLoader.Load(LedgerFiles.Of(files), catalogue);
        return new SheetLoad(load.Ledger, [.. load.Mistakes.Select(Placed)]);

        SheetMistake Placed(LedgerMistake m)
        {
            var sheet = m.File.EndsWith(Ending, StringComparison.Ordinal) ? m.File[..^Ending.Length] : "";
            int? record = m.Row is { } row && places.TryGetValue(sheet, out var rows) && row - FirstRow < rows.Count && row >= FirstRow ? rows[row - FirstRow] : null;
            return new SheetMistake(sheet, record, m.Field, m.Value, Words(m.Message));
        }
    }

    private static bool IsAlwaysThere(LedgerForm form, LedgerSettings settings) =>
        form == LedgerForm.Units || (form == LedgerForm.BudgetExpenditure && settings.BudgetEdition is not null) || (form == LedgerForm.FinalExpenditure && settings.FinalEdition is not null);

    // A person who fills in sheets knows no files.
    private static string Words(string message)
    {
        foreach (var form in LedgerForm.All)
            message = message.Replace(form.File, $"“{Name(form)}”表", StringComparison.Ordinal);
        // Rows of a file begin with its header.
        return Rows().Replace(message, m => string.Create(CultureInfo.InvariantCulture, $"第 {int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1} 条"));
    }

    // A text that a file would take for a remark is none here.
    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text[0] == '#' ? "＃" + text[1..] : text;

    private static string Name(LedgerForm form) => form.File[..^Ending.Length];

    [GeneratedRegex("第(\\d+)行")]
    private static partial Regex Rows();
}

/// <summary>What reading records as a ledger gave.</summary>
/// <param name="Ledger">The ledger; null when there are mistakes.</param>
/// <param name="Mistakes">All mistakes.</param>
public sealed record SheetLoad(Ledger? Ledger, IReadOnlyList<SheetMistake> Mistakes);

/// <summary>A mistake (填报错误) in the records of a draft or an upload.</summary>
/// <param name="Sheet">Its sheet; empty for the settings.</param>
/// <param name="Record">Index of the record among those that were read; null when the whole sheet is meant.</param>
/// <param name="Column">Its column; null when the whole record is meant.</param>
/// <param name="Value">What stands there; null when nothing does.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record SheetMistake(string Sheet, int? Record, string? Column, string? Value, string Message);
