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
        var settings = ledger.Settings;
        File.WriteAllText(Path.Combine(folder, LedgerForm.SettingsFile), Settings(settings));
        WriteSheet(folder, LedgerForm.Units, ledger.Units, unit => [unit.Code, unit.Name, unit.ParentCode, unit.Nature]);
        WriteSheet(
            folder,
            LedgerForm.Projects,
            ledger.Projects,
            project => [project.Code, project.Name, project.UnitCode, project.GroupCode, project.GroupName, project.ParentName]);
        WriteStage(folder, ledger, Stage.Budget, settings.BudgetEdition, LedgerForm.BudgetIncome, LedgerForm.BudgetExpenditure);
        WriteStage(folder, ledger, Stage.Final, settings.FinalEdition, LedgerForm.FinalIncome, LedgerForm.FinalExpenditure);
        WriteSheet(
            folder,
            LedgerForm.Balances,
            ledger.Lines.Where(line => line.Flow is not (Flow.Income or Flow.Expenditure)),
            line => [line.Stage.ChineseName(), line.Flow.ChineseName(), line.UnitCode, line.FunctionCode, line.Fund, FenText.Format(line.Fen)]);
        WriteSheet(folder, LedgerForm.Procurements, ledger.Procurements, Cells);
        WriteSheet(folder, LedgerForm.ThreePublic, ledger.ThreePublic, budget => [budget.EconomicCode, FenText.Format(budget.Fen)]);
        WriteRecords(folder, ledger);
    }

    // A file of these is there only when it holds something; what an earlier ledger left is no part of this one.
    private static void WriteRecords(string folder, Ledger ledger)
    {
        foreach (var (form, rows) in NarrativeFiles.Rows(ledger.Narrative).Concat(PerformanceFiles.Rows(ledger.Performance)))
        {
            if (rows.Count > 0)
                WriteSheet(folder, form, rows, cells => cells);
            else
                File.Delete(Path.Combine(folder, form.File));
        }
    }

    private static void WriteStage(string folder, Ledger ledger, Stage stage, string? edition, LedgerForm income, LedgerForm expenditure)
    {
        var lines = ledger.Lines.Where(line => line.Stage == stage).ToLookup(line => line.Flow);
        if (edition is null && (lines.Contains(Flow.Income) || lines.Contains(Flow.Expenditure)))
            throw new ArgumentException($"The ledger has lines of {stage} but no edition for them.", nameof(ledger));
        if (edition is null)
        {
            // What an earlier ledger left here is no part of this one.
            File.Delete(Path.Combine(folder, income.File));
            File.Delete(Path.Combine(folder, expenditure.File));
            return;
        }

        WriteSheet(
            folder,
            income,
            lines[Flow.Income],
            line => [line.UnitCode, line.FunctionCode, line.Fund, line.Year.ChineseName(), FenText.Format(line.Fen)]);
        WriteSheet(
            folder,
            expenditure,
            lines[Flow.Expenditure],
            line =>
            [
                line.UnitCode, line.ProjectCode, line.Category, line.FunctionCode, line.EconomicCode, line.Fund, line.Year.ChineseName(), FenText.Format(line.Fen),
            ]);
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

    private static void WriteSheet<T>(string folder, LedgerForm form, IEnumerable<T> rows, Func<T, string?[]> cells)
    {
        // Spreadsheets take a CSV file for UTF-8 only when it begins with the mark.
        var options = new CsvWriterOptions { WriteByteOrderMark = true, NewLine = "\n" };
        using var writer = CsvWriter.Create(File.Create(Path.Combine(folder, form.File)), options);
        WriteRow(writer, [.. form.Columns.Select(column => column.Name)]);
        foreach (var row in rows)
            WriteRow(writer, cells(row));
    }

    private static void WriteRow(CsvWriter writer, string?[] cells)
    {
        foreach (var cell in cells)
            writer.WriteField(cell is null ? null : Checked(cell));
        writer.EndRecord();
    }

    private static string Settings(LedgerSettings settings)
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
