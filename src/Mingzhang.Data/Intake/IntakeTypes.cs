using Mingzhang.Core.Classifications;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Intake;

/// <summary>What an upload is read against.</summary>
/// <param name="Settings">Agency, year, edition of the draft.</param>
/// <param name="Present">What the draft holds.</param>
/// <param name="Sheets">Sheets a draft may have.</param>
/// <param name="Exports">How exports head their columns.</param>
/// <param name="Remembered">What the department said its own headers mean: header to column.</param>
/// <param name="Catalogue">The classifications.</param>
public sealed record IntakeContext(
    LedgerSettings Settings, IReadOnlyList<SheetRecord> Present, IReadOnlyList<SheetDescription> Sheets, ExportColumns Exports, IReadOnlyDictionary<string, string> Remembered,
    ClassificationCatalogue Catalogue);

/// <summary>A mistake in an uploaded file, where the person finds it.</summary>
/// <param name="File">File.</param>
/// <param name="Sheet">Sheet of the file.</param>
/// <param name="Row">Row as the spreadsheet numbers it; null when the whole sheet is meant.</param>
/// <param name="Column">Header as it stands in the file; null when the whole row is meant.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record IntakeMistake(string File, string Sheet, int? Row, string? Column, string? Value, string Message);

/// <summary>Columns of an export that nobody has explained yet.</summary>
/// <param name="Headers">Headers of the file.</param>
/// <param name="Known">Which of our columns were recognised, with their headers.</param>
/// <param name="Missing">Which of our columns are still to be named.</param>
public sealed record OpenColumns(IReadOnlyList<string> Headers, IReadOnlyDictionary<string, string> Known, IReadOnlyList<string> Missing);

/// <summary>What reading an upload gave: sheets to be stored as a whole, or all mistakes; never both.</summary>
/// <param name="Sheets">Records of each sheet, in place of those the draft has.</param>
/// <param name="Mistakes">All mistakes; nothing is stored while there are any.</param>
/// <param name="Notes">What was done with the files, a sentence each.</param>
/// <param name="Open">Columns to be named first; null when none are.</param>
/// <param name="Learned">Headers of the export and what they were taken for, to be remembered.</param>
public sealed record IntakeResult(
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Sheets, IReadOnlyList<IntakeMistake> Mistakes, IReadOnlyList<string> Notes, OpenColumns? Open,
    IReadOnlyDictionary<string, string> Learned);

/// <summary>A record made of a row, and where the row stands.</summary>
internal sealed record TakenRecord(string Sheet, Dictionary<string, string> Cells, RawSheet? From, RawRow? Row, IReadOnlyDictionary<string, string> Headers);
