using Mingzhang.Core.Classifications;
using Mingzhang.Core.Compiling.Narrative;
using Mingzhang.Core.Compiling.Performance;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling;

/// <summary>Compiles a ledger into the document an office publishes (编制): every table is a pivot of its lines.</summary>
public static class Compiler
{
    // A table without any figure says so, even where its form has no words of its own for that.
    private const string NothingNote = "注：{机构}{年}年没有此项收支。";

    /// <summary>Compiles the tables of one edition.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="edition">The forms.</param>
    /// <param name="catalogue">The classifications.</param>
    public static Disclosure Compile(Ledger ledger, Edition edition, ClassificationCatalogue catalogue)
    {
        var lines = new LineTable(ledger, catalogue);
        var codes = lines.WithoutUnits();
        var statements = new List<Statement>(edition.Forms.Count);
        foreach (var form in edition.Forms)
            statements.Add(Statement(form, ledger, lines, codes, edition.Kind));
        var facts = new DocumentFacts(null, edition.Kind, ledger.Settings.Agency, ledger.Settings.Year, edition.Id, null);
        return new Disclosure(facts, statements, PerformanceCompiler.Forms(ledger, edition, lines), []);
    }

    /// <summary>Compiles tables and narrative.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="edition">The forms.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <param name="outlines">The outlines of narratives; an edition that names none of them has tables only.</param>
    public static Disclosure Compile(Ledger ledger, Edition edition, ClassificationCatalogue catalogue, OutlineLibrary outlines)
    {
        var tables = Compile(ledger, edition, catalogue);
        return outlines.Of(edition) is { } outline
            ? tables with { Narrative = NarrativeCompiler.Paragraphs(NarrativeCompiler.Compile(ledger, edition, tables, catalogue, outline, outlines.Terms)) }
            : tables;
    }

    private static Statement Statement(Form form, Ledger ledger, LineTable lines, LineTable codes, DisclosureKind kind)
    {
        var columns = new List<ColumnPath>();
        var rows = new List<StatementRow>();
        foreach (var side in form.Sides)
        {
            var sheet = new SideSheet(form, side, ledger, kind);
            columns.AddRange(sheet.Printed.Where(c => !columns.Contains(c)));
            rows.AddRange(side.Rows switch
            {
                ItemRows items => ItemPivot.Rows(sheet, items, codes),
                SingleRow single => ItemPivot.Rows(sheet, new ItemRows([new FormItem("", single.Label, 0, Selector.Everything, null, [])]), codes).Select(r => r with { Key = "" }),
                TreeRows tree => TreePivot.Rows(sheet, tree, codes),
                UnitRows units => UnitPivot.Rows(sheet, units, lines),
                ProjectRows projects => ProjectPivot.Rows(sheet, projects, lines),
                RecordRows records => RecordList.Rows(sheet, records, ledger, lines),
                _ => throw new InvalidOperationException($"表样“{form.Id}”的行来源没有编制办法。"),
            });
        }

        var statement = new Statement(form.Title, form.Number, form.Unit.ChineseName(), columns, rows, null, Place.Unknown);
        var note = statement.IsEmpty || rows.TrueForAll(r => r.Cells.All(c => c.Figure is not { Value: not 0 })) ? form.EmptyNote ?? (statement.IsEmpty ? NothingNote : form.Note) : form.Note;
        return statement with { Note = note is null ? null : Fill(note, ledger.Settings) };
    }

    internal static string Fill(string text, LedgerSettings settings) => text
        .Replace("{机构}", settings.ShortName, StringComparison.Ordinal)
        .Replace("{年}", settings.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
