using System.Globalization;
using System.Text;
using CsvHelper;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers.Performance;
using Mingzhang.Data.Ledgers.Records;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Mingzhang.Data.Ledgers;

/// <summary>Writes a ledger as the folder that <see cref="LedgerLoader"/> reads. Rows keep the order of the ledger, so equal ledgers give equal files.</summary>
public static class LedgerWriter
{
    /// <summary>Writes all files into a folder, which is made when it is missing; files of these names are replaced.</summary>
    /// <exception cref="ArgumentException">The ledger holds what its files cannot: a text with line breaks, or lines of a stage without edition.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static void Write(Ledger ledger, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, LedgerForm.SettingsFile), Settings(ledger.Settings));
        foreach (var (form, rows) in Sheets(ledger))
        {
            // What an earlier ledger left is no part of this one.
            if (rows is null)
                File.Delete(Path.Combine(folder, form.File));
            else
                WriteSheet(File.Create(Path.Combine(folder, form.File)), form, rows);
        }
    }

    /// <summary>Every sheet with its rows; null for one that the ledger does without.</summary>
    internal static IEnumerable<(LedgerForm Form, IReadOnlyList<string?[]>? Rows)> Sheets(Ledger ledger)
    {
        var settings = ledger.Settings;
        yield return (LedgerForm.Units, [.. ledger.Units.Select(unit => (string?[])[unit.Code, unit.Name, unit.ParentCode, unit.Nature])]);
        yield return (LedgerForm.Projects, [.. ledger.Projects.Select(p => (string?[])[p.Code, p.Name, p.UnitCode, p.GroupCode, p.GroupName, p.ParentName])]);
        foreach (var sheet in OfStage(ledger, Stage.Budget, settings.BudgetEdition, LedgerForm.BudgetIncome, LedgerForm.BudgetExpenditure))
            yield return sheet;
        foreach (var sheet in OfStage(ledger, Stage.Final, settings.FinalEdition, LedgerForm.FinalIncome, LedgerForm.FinalExpenditure))
            yield return sheet;
        var balances = ledger.Lines.Where(line => line.Flow is not (Flow.Income or Flow.Expenditure));
        yield return (LedgerForm.Balances, [.. balances.Select(line => (string?[])[line.Stage.ChineseName(), line.Flow.ChineseName(), line.UnitCode, line.FunctionCode, line.Fund, FenText.Format(line.Fen)])]);
        yield return (LedgerForm.Procurements, [.. ledger.Procurements.Select(Cells)]);
        yield return (LedgerForm.ThreePublic, [.. ledger.ThreePublic.Select(budget => (string?[])[budget.EconomicCode, FenText.Format(budget.Fen)])]);
        foreach (var (form, rows) in NarrativeFiles.Rows(ledger.Narrative).Concat(PerformanceFiles.Rows(ledger.Performance)))
            yield return (form, rows.Count > 0 ? rows : null);
    }

    private static IEnumerable<(LedgerForm Form, IReadOnlyList<string?[]>? Rows)> OfStage(Ledger ledger, Stage stage, string? edition, LedgerForm income, LedgerForm expenditure)
    {
        var lines = ledger.Lines.Where(line => line.Stage == stage).ToLookup(line => line.Flow);
        if (edition is null && (lines.Contains(Flow.Income) || lines.Contains(Flow.Expenditure)))
            throw new ArgumentException($"The ledger has lines of {stage} but no edition for them.", nameof(ledger));
        return
        [
            (income, edition is null ? null : [.. lines[Flow.Income].Select(l => (string?[])[l.UnitCode, l.FunctionCode, l.Fund, l.Year.ChineseName(), FenText.Format(l.Fen)])]),
            (expenditure, edition is null ? null :
            [
                .. lines[Flow.Expenditure].Select(l => (string?[])[l.UnitCode, l.ProjectCode, l.Category, l.FunctionCode, l.EconomicCode, l.Fund, l.Year.ChineseName(), FenText.Format(l.Fen)]),
            ]),
        ];
    }

    private static string?[] Cells(ProcurementLine line) =>
    [
        line.UnitCode,
        line.Project,
        line.Item,
        line.FunctionCode,
        line.EconomicCode,
        line.Fund,
        line.Nature,
        line.Quantity.ToString(CultureInfo.InvariantCulture),
        FenText.Format(line.UnitPriceFen),
        line.Measure,
        FenText.Format(line.Fen),
        FenText.Format(line.SmeFen),
        FenText.Format(line.MicroFen),
        line.Kind,
        line.Method,
    ];

    /// <summary>Writes a sheet as CSV.</summary>
    internal static void WriteSheet(Stream stream, LedgerForm form, IEnumerable<string?[]> rows)
    {
        // Spreadsheets take a CSV file for UTF-8 only when it begins with the mark.
        var options = new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\n" };
        using var writer = CsvWriter.Create(stream, options);
        WriteRow(writer, [.. form.Columns.Select(column => column.Name)]);
        foreach (var row in rows)
            WriteRow(writer, row);
    }

    private static void WriteRow(CsvWriter writer, string?[] cells)
    {
        foreach (var cell in cells)
            writer.WriteField(cell is null ? null : Checked(cell));
        writer.EndRecord();
    }

    /// <summary>台账.yaml.</summary>
    internal static string Settings(LedgerSettings settings)
    {
        var text = new StringWriter(new StringBuilder(), CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(text, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart());
        emitter.Emit(new MappingStart());
        foreach (var (name, value) in new (string, string?)[]
        {
            (SettingsReader.Agency, settings.Agency),
            (SettingsReader.ShortName, settings.ShortName),
            (SettingsReader.Year, settings.Year.ToString(CultureInfo.InvariantCulture)),
            (SettingsReader.BudgetEdition, settings.BudgetEdition),
            (SettingsReader.FinalEdition, settings.FinalEdition),
            (SettingsReader.Scope, settings.IsDepartment ? SettingsReader.Department : SettingsReader.SingleUnit),
            (SettingsReader.Deviation, settings.DeviationPercent?.ToString(CultureInfo.InvariantCulture)),
        })
        {
            if (value is null)
                continue;
            emitter.Emit(new Scalar(name));
            emitter.Emit(new Scalar(Checked(value)));
        }

        emitter.Emit(new MappingEnd());
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    // What would be read back as something else must not be written.
    private static string Checked(string text) =>
        text.Length == 0 || text.AsSpan().ContainsAny('\r', '\n') || text.AsSpan().Trim().Length != text.Length
            ? throw new ArgumentException($"A ledger file cannot hold the text “{text}”: it is empty, has line breaks or blanks at its ends.", nameof(text))
            : text;
}
